import { VIETNAM_AGREEMENT } from '../packs/screening';
import { citizenshipsOf, factStep, relation, result, sideOf, type Side } from './build';
import type { ScreeningFacts, ScreeningResult } from './types';

const WHOSE: Record<string, string> = { VN: 'Vietnam', KH: 'Cambodia', LA: 'Laos', TH: 'Thailand' };
const DOCUMENTS = 'Has ICE ever asked for a travel document, from which country, when, and with what answer?';

const citizenQuestion = (country: string) =>
  `Is the person a citizen of ${WHOSE[country]}, and what shows it?`;

const VIETNAM_WHY: Record<Side, string> = {
  before: 'Arrived before July 12, 1995: outside of return under the agreement of 2008.',
  on_or_after: 'Arrived on or after July 12, 1995: the agreement of 2008 covers the return.',
  unclear: 'Only part of the arrival date is known, and July 12, 1995 lies inside it.',
  missing: 'The arrival date is not known.',
};
const VIETNAM_FINDING = {
  before: 'may_fit',
  on_or_after: 'does_not_fit',
  unclear: 'needs_facts',
  missing: 'needs_facts',
} as const;

/** Somebody who came before the limit, left and came back after it: which arrival counts is not settled here. */
const cameBack = (facts: ScreeningFacts) =>
  facts.lastEnteredOn
    ? sideOf(facts.lastEnteredOn, VIETNAM_AGREEMENT.arrivedBefore, 'lastEnteredOn')
    : 'missing';

/**
 * Vietnam: whether the person is outside of return under the agreement of 2008, which leaves out people who arrived in
 * the United States before July 12, 1995. It bars nothing else: a memorandum of November 2020 opened returns of earlier
 * arrivals, and the order can be carried out to other countries. Throws RuleInputError for a malformed date.
 */
export function screenVietnamReturn(facts: ScreeningFacts): ScreeningResult {
  const side = sideOf(facts.firstEnteredOn, VIETNAM_AGREEMENT.arrivedBefore, 'firstEnteredOn');
  const citizen = relation(facts, 'VN');
  const back = cameBack(facts);
  const returned = side === 'before' && (back === 'on_or_after' || back === 'unclear');
  const shared = {
    topic: 'return_vietnam',
    title: 'Vietnam: agreement of 2008 and the date of 1995',
    law: 'agreement_reported',
    lawNote:
      'In force March 22, 2008. Practice since the memorandum of November 2020 was not confirmed for 2026.',
    keys: ['vietnam2008', 'vietnam2020', 'finalOrders'],
    trace: facts.firstEnteredOn ? [factStep('First arrival', facts.firstEnteredOn)] : [],
    warnings: [
      'Not a shield: a memorandum of November 2020 opened returns of people who arrived before July 12, 1995.',
      ...(returned
        ? ['The person came back after the limit: which arrival counts is for the attorney.']
        : []),
    ],
  } as const;
  if (citizen === 'no') {
    return result({
      ...shared,
      finding: 'does_not_fit',
      why: 'Not recorded as a citizen of Vietnam or born there.',
    });
  }
  const sure = citizen === 'citizen';
  const finding = sure || side === 'on_or_after' ? VIETNAM_FINDING[side] : 'needs_facts';
  return result({
    ...shared,
    finding,
    why: VIETNAM_WHY[side],
    questions: vietnamQuestions(sure, side, returned),
  });
}

function vietnamQuestions(sure: boolean, side: Side, returned: boolean): string[] {
  const dated = side === 'before' || side === 'on_or_after';
  return [
    ...(sure ? [] : [citizenQuestion('VN')]),
    ...(dated
      ? []
      : ['On what exact day did the person first arrive in the United States (I-94, refugee file)?']),
    ...(returned ? ['When did the person leave and come back?'] : []),
    DOCUMENTS,
  ];
}

/**
 * Cambodia: facts about returns. An arrangement of 2002; Cambodian officials interview a person before a travel
 * document is issued, which is a sign that removal is being prepared.
 */
export function screenCambodiaReturn(facts: ScreeningFacts): ScreeningResult {
  const citizen = relation(facts, 'KH');
  return result({
    topic: 'return_cambodia',
    title: 'Cambodia: returns since 2002',
    finding: citizen === 'no' ? 'does_not_fit' : citizen === 'citizen' ? 'information' : 'needs_facts',
    law: 'agreement_reported',
    lawNote: 'Arrangement of 2002; its text was not read.',
    why:
      citizen === 'no'
        ? 'Not recorded as a citizen of Cambodia or born there.'
        : 'Cambodia takes people back: more than 800 by 2022, after an interview by its officials. A call to an interview is a warning.',
    questions:
      citizen === 'no'
        ? []
        : [
            ...(citizen === 'citizen' ? [] : [citizenQuestion('KH')]),
            'Has the person been interviewed by Cambodian officials, or been told to come to an interview, and when?',
            DOCUMENTS,
          ],
    keys: ['cambodia', 'finalOrders'],
  });
}

/**
 * Laos: facts about returns. No formal agreement is reported, working procedures were discussed in 2008 and 2009, and
 * people were sent there in June 2025: the absence of an agreement protects nobody.
 */
export function screenLaosReturn(facts: ScreeningFacts): ScreeningResult {
  const citizen = relation(facts, 'LA');
  return result({
    topic: 'return_laos',
    title: 'Laos: returns without an agreement',
    finding: citizen === 'no' ? 'does_not_fit' : citizen === 'citizen' ? 'information' : 'needs_facts',
    law: 'no_agreement_reported',
    lawNote: 'No formal agreement was found; that is not the same as none.',
    why:
      citizen === 'no'
        ? 'Not recorded as a citizen of Laos or born there.'
        : '32 people were sent to Laos in June 2025. Earlier practice of no returns cannot be relied on.',
    questions: citizen === 'no' ? [] : [...(citizen === 'citizen' ? [] : [citizenQuestion('LA')]), DOCUMENTS],
    keys: ['laosProcedures', 'laos2025', 'finalOrders'],
  });
}

const CAMP_QUESTION =
  'Does the removal order or the file name Thailand because of the place of birth, and has Thailand been asked?';

/**
 * Citizenship and birth are two facts. Many people were born in refugee camps in Thailand to parents from Laos,
 * Cambodia or Vietnam: birth there makes nobody a citizen of Thailand by itself (general knowledge), and some are
 * citizens of nowhere.
 */
export function screenCitizenship(facts: ScreeningFacts): ScreeningResult {
  const origin = originOf(facts);
  const open = !origin.known || origin.born === null || origin.campOpen;
  return result({
    topic: 'citizenship',
    title: 'Citizenship and place of birth',
    finding: open ? 'needs_facts' : 'information',
    law: 'facts_only',
    lawNote: 'A question of each country’s own law.',
    why: citizenshipWhy(origin),
    questions: citizenshipQuestions(origin),
    warnings: origin.camp
      ? [
          'Do not enter the country of birth as citizenship: papers for a travel document may be asked of the wrong country.',
        ]
      : [],
    keys: ['campBirth'],
  });
}

interface Origin {
  readonly known: boolean;
  readonly born: string | null;
  readonly camp: boolean;
  /** Born in Thailand, and whether in a camp is not recorded. */
  readonly campOpen: boolean;
  readonly differs: boolean;
}

function originOf(facts: ScreeningFacts): Origin {
  const held = citizenshipsOf(facts);
  const born = facts.birthCountry?.trim().toUpperCase() ?? null;
  const inThailand = born === 'TH';
  return {
    known: held.length > 0,
    born,
    camp: facts.bornInCamp === true || (inThailand && !held.includes('TH')),
    campOpen: inThailand && (facts.bornInCamp ?? null) === null,
    differs: born !== null && held.length > 0 && !held.includes(born),
  };
}

function citizenshipQuestions({ known, born, camp, campOpen, differs }: Origin): string[] {
  return [
    known ? null : 'Of which country is the person a citizen, if of any, and what shows it?',
    born === null ? 'In which country was the person born?' : null,
    campOpen ? 'Was the person born in a refugee camp in Thailand?' : null,
    camp || differs ? 'Which country or countries does the removal order name?' : null,
    camp ? CAMP_QUESTION : null,
  ].filter((question) => question !== null);
}

function citizenshipWhy({ known, camp, differs }: Origin): string {
  if (camp) {
    return 'Born in a camp, or in Thailand without its citizenship: birth there does not decide citizenship.';
  }
  if (!known) return 'No citizenship is recorded.';
  return differs ? 'Citizenship and country of birth differ.' : 'Citizenship and birth are recorded.';
}
