import { addDays, inWords, toOrdinal } from '../calendar/day';
import { CHHOEUN_INJUNCTION } from '../packs/screening';
import { openQuestions, relation, requirementSteps, result, weigh, whyOf, type Requirement } from './build';
import type { ScreeningFacts, ScreeningResult } from './types';

const CITIZEN = { citizen: true, perhaps: null, no: false } as const;

function requirements(facts: ScreeningFacts): Requirement[] {
  return [
    {
      name: 'National of Cambodia',
      met: CITIZEN[relation(facts, 'KH')],
      question: 'Is the person a national of Cambodia?',
      authority: 'chhoeunClass',
    },
    {
      name: 'In the United States',
      met: facts.inUnitedStates ?? null,
      question: 'Is the person in the United States?',
      authority: 'chhoeunClass',
    },
    {
      name: 'Final order of deportation or removal',
      met: facts.finalOrder ?? null,
      question: 'Is there a final order, and of what date?',
      authority: 'chhoeunClass',
    },
    {
      name: 'Released from ICE custody after the order',
      met: facts.releasedAfterOrder ?? null,
      question: 'Was the person in ICE custody after the order and then released on supervision, and when?',
      authority: 'chhoeunClass',
    },
    {
      name: 'No conviction and no breach of supervision since the release',
      met: facts.laterViolation == null ? null : !facts.laterViolation,
      question: 'Since the release, has there been any conviction or any breach of the supervision?',
      authority: 'chhoeunClass',
    },
  ];
}

/** The day before which the injunction, if in force, allows no arrest after a mailed notice. */
function noticeDate(mailedOn: string | null | undefined) {
  if (!mailedOn) return [];
  toOrdinal(mailedOn, 'noticeMailedOn');
  const on = addDays(mailedOn, CHHOEUN_INJUNCTION.noticeDays);
  return [{ label: 'Fourteen days after the mailed notice, if the injunction is in force', on }];
}

const FORCE =
  'Its force in 2026 is not confirmed: ask class counsel (Asian Law Caucus) and plan as if arrest were possible at any check-in.';

/**
 * Membership in the class of Chhoeun v. Marin (C.D. Cal. 8:17-cv-01898). Permanent injunction of April 27, 2020: written
 * notice mailed at least 14 days before the arrest of a member. The class was certified on August 14, 2018; whether the
 * injunction is in force today was not confirmed and every result says so. Throws RuleInputError for a malformed date.
 */
export function screenChhoeunClass(facts: ScreeningFacts): ScreeningResult {
  const list = requirements(facts);
  const dates = noticeDate(facts.noticeMailedOn);
  const member = weigh(list);
  return result({
    topic: 'chhoeun_class',
    title: 'Chhoeun class: 14 days’ written notice before an arrest',
    finding: member,
    law: 'court_order_force_not_confirmed',
    lawNote: `Ordered ${inWords(CHHOEUN_INJUNCTION.orderedOn)}. ${FORCE}`,
    why: whyOf(list),
    questions: [
      ...openQuestions(list),
      ...(member === 'does_not_fit'
        ? []
        : ['Has a written notice of an intended arrest come, and on what day was it mailed?']),
    ],
    warnings: [FORCE, ...(dates.length > 0 ? ['The days run from mailing, not from receipt.'] : [])],
    dates,
    keys: ['chhoeunClass', 'chhoeunInjunction'],
    trace: [
      ...requirementSteps(list),
      ...dates.map(({ on }) => ({ step: 'count', text: `14 days after mailing: ${inWords(on)}.`, on })),
    ],
  });
}
