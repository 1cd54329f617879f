import { count } from '../calendar/count';
import { addDays, inWords, type Day } from '../calendar/day';
import { REGISTRY, REGISTRY_BILLS, type IntroducedBill } from '../packs/screening';
import {
  factStep,
  metByDate,
  openQuestions,
  requirementSteps,
  result,
  sideOf,
  weigh,
  whyOf,
  type Requirement,
} from './build';
import type { ScreeningContext, ScreeningFacts, ScreeningResult } from './types';

const negated = (fact: boolean | null | undefined): boolean | null =>
  fact === null || fact === undefined ? null : !fact;

/** Requirements of INA 249 with the given last day of entry (the day itself is too late). */
function requirements(facts: ScreeningFacts, enteredBefore: Day): Requirement[] {
  return [
    {
      name: `Entry before ${inWords(enteredBefore)}`,
      met: metByDate(sideOf(facts.firstEnteredOn, enteredBefore, 'firstEnteredOn')),
      question: `Did the person first enter the United States before ${inWords(enteredBefore)}?`,
      authority: 'registry',
    },
    {
      name: 'Residence in the United States ever since',
      met: facts.continuousResidence ?? null,
      question: 'Has the person lived in the United States without a break since then?',
      authority: 'registry',
    },
    {
      name: 'Good moral character',
      met: facts.goodMoralCharacter ?? null,
      question: 'Can good moral character be shown?',
      authority: 'registry',
    },
    {
      name: 'Not inadmissible for crimes',
      met: negated(facts.criminallyInadmissible),
      question: 'Does a conviction make the person inadmissible under INA 212(a)(2), pardoned or not?',
      authority: 'registry',
    },
    {
      name: 'No other record of admission for permanent residence',
      met: negated(facts.residentRecord),
      question: 'Was the person ever admitted as, or adjusted to, a permanent resident?',
      authority: 'registryBench',
    },
  ];
}

function warningsOf(facts: ScreeningFacts): string[] {
  const list: string[] = [];
  if (facts.criminallyInadmissible !== false) {
    list.push(
      'The pardon gap: in the view of DHS a pardon lifts grounds of deportability and no ground of inadmissibility, so a pardoned conviction can still bar registry.',
    );
  }
  if (facts.finalOrder !== false) {
    list.push('A removal order comes first: it must be reopened before registry can be asked for.');
  }
  return list;
}

const entryStep = (facts: ScreeningFacts) =>
  facts.firstEnteredOn ? [factStep('First entry', facts.firstEnteredOn)] : [];

const KEYS = ['registry', 'registryBench', 'dhsPardons', 'registryProcedure'] as const;

/**
 * Registry under the law in force: INA 249, 8 USC 1259. Entry before January 1, 1972, residence since, good moral
 * character, not inadmissible for crimes, no other record of permanent residence. A partial date that straddles the
 * limit needs facts. Nobody who came as a refugee after 1975 fits. Throws RuleInputError for a malformed date.
 */
export function screenRegistry(facts: ScreeningFacts): ScreeningResult {
  const list = requirements(facts, REGISTRY.enteredBefore);
  return result({
    topic: 'registry',
    title: 'Registry (INA 249)',
    finding: weigh(list),
    law: 'in_force',
    lawNote: 'The entry date of 1972 has stood since 1986.',
    why: whyOf(list),
    questions: openQuestions(list),
    warnings: warningsOf(facts),
    keys: KEYS,
    trace: [...entryStep(facts), ...requirementSteps(list)],
  });
}

function screenBill(facts: ScreeningFacts, today: Day, bill: IntroducedBill): ScreeningResult {
  const limit = count({
    start: today,
    n: bill.rollingYears,
    unit: 'year',
    direction: 'backward',
    roll: 'none',
  }).on;
  // Entry exactly so many years before the application is early enough.
  const list = requirements(facts, addDays(limit, 1));
  const text = `${bill.rollingYears} years before an application today: ${inWords(limit)}.`;
  return result({
    topic: 'registry_bill',
    title: `${bill.id}: rolling registry`,
    finding: weigh(list),
    law: 'introduced_bill_not_law',
    lawNote: `Not law. Introduced ${inWords(bill.introducedOn)}. ${bill.stage} Would start ${bill.wouldStart}.`,
    why: `Not law: nothing can be filed on it. If it were: ${whyOf(list)}`,
    questions: openQuestions(list),
    warnings: [
      'An introduced bill is not law and gives no protection.',
      ...warningsOf(facts),
      'The bill keeps the bars for crimes.',
    ],
    keys: ['registryBill', ...KEYS],
    trace: [...entryStep(facts), { step: 'limit', text, on: limit }, ...requirementSteps(list)],
  });
}

/** Introduced bills on registry, each marked as not law; the limit is counted from today. Throws as screenRegistry. */
export function screenRegistryBills(facts: ScreeningFacts, { today }: ScreeningContext): ScreeningResult[] {
  return REGISTRY_BILLS.map((bill) => screenBill(facts, today, bill));
}
