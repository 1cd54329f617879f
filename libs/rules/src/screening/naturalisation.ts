import { count } from '../calendar/count';
import { addDays, inWords, type Day } from '../calendar/day';
import { GOOD_CHARACTER } from '../packs/screening';
import { boundsOf, factStep, result, sideOf } from './build';
import type { ScreeningFacts, ScreeningFinding, ScreeningResult } from './types';

const years = (day: Day, n: number, direction: 'forward' | 'backward'): Day =>
  count({ start: day, n, unit: 'year', direction, roll: 'none' }).on;

type Standing = { finding: ScreeningFinding; why: string };

const NO_PARDON: Standing = {
  finding: 'needs_facts',
  why: 'No pardon is recorded; the note concerns what a pardon does for good moral character.',
};
const BEFORE: Standing = {
  finding: 'may_fit',
  why: 'The pardon came before the period of good moral character: it helps if reform before the period is shown.',
};
const DURING: Standing = {
  finding: 'does_not_fit',
  why: 'The pardon falls inside the period of good moral character: it helps only with extenuating or exonerating facts. Filing later puts it before the period.',
};
const OPEN: Standing = {
  finding: 'needs_facts',
  why: 'The dates do not tell whether the pardon came before the period of good moral character.',
};

/** First day of the period for a filing day, earliest and latest it can be. */
function periodStart(facts: ScreeningFacts, length: number) {
  if (!facts.naturalisationFilingOn) return null;
  const { first, last } = boundsOf(facts.naturalisationFilingOn, 'naturalisationFilingOn');
  return { first: years(first, length, 'backward'), last: years(last, length, 'backward') };
}

function standingOf(facts: ScreeningFacts, start: { first: Day; last: Day } | null): Standing {
  if (!facts.pardonOn) return NO_PARDON;
  const { first, last } = boundsOf(facts.pardonOn, 'pardonOn');
  if (start === null) return OPEN;
  if (last < start.first) return BEFORE;
  return first >= start.last ? DURING : OPEN;
}

const FELONY_WARNING = {
  before: null,
  on_or_after:
    'An aggravated felony on or after November 29, 1990 bars good moral character for good; whether a pardon lifts that is disputed.',
  unclear:
    'An aggravated felony near November 29, 1990: the exact day of conviction decides whether the bar is for good.',
  missing: null,
} as const;

function warningsOf(facts: ScreeningFacts): string[] {
  const felony = facts.aggravatedFelonyOn;
  const side = felony ? sideOf(felony, GOOD_CHARACTER.aggravatedFelonyFrom, 'aggravatedFelonyOn') : 'missing';
  return [
    FELONY_WARNING[side],
    facts.finalOrder !== false
      ? 'Nobody is naturalised with a final order outstanding: the order must be vacated and status as a permanent resident shown first.'
      : null,
    'Conduct before the period may be weighed as well.',
  ].filter((warning) => warning !== null);
}

function questionsOf(facts: ScreeningFacts): string[] {
  return [
    facts.pardonOn ? null : 'Is there a full and unconditional pardon, and of what date?',
    facts.naturalisationFilingOn ? null : 'When is Form N-400 to be filed?',
    facts.spouseOfCitizen == null
      ? 'Is the person living in marriage with a citizen (three years instead of five)?'
      : null,
    facts.aggravatedFelonyOn == null ? 'Is any conviction an aggravated felony, and of what date?' : null,
  ].filter((question) => question !== null);
}

/**
 * Naturalisation after a pardon: whether the pardon lies before the period of good moral character. The period is five
 * years before Form N-400 is filed, three for certain spouses of citizens (INA 316(a), 319(a)); five is used until the
 * marriage is known. 8 CFR 316.10(c)(2): a full executive pardon before the period helps with proof of reform, during
 * it only with extenuating or exonerating facts. Gives the first filing day that puts the pardon before the period.
 * Throws RuleInputError for a malformed date.
 */
export function screenNaturalisation(facts: ScreeningFacts): ScreeningResult {
  const length = facts.spouseOfCitizen === true ? GOOD_CHARACTER.yearsOfSpouse : GOOD_CHARACTER.years;
  const start = periodStart(facts, length);
  const { finding, why } = standingOf(facts, start);
  const clear = facts.pardonOn
    ? addDays(years(boundsOf(facts.pardonOn, 'pardonOn').last, length, 'forward'), 1)
    : null;
  return result({
    topic: 'naturalisation',
    title: 'Naturalisation: the pardon and the period of good moral character',
    finding,
    law: 'in_force',
    lawNote: '8 CFR 316.10(c)(2) as a treatise describes it.',
    why,
    questions: questionsOf(facts),
    warnings: warningsOf(facts),
    dates: clear ? [{ label: `First filing day with the pardon before the ${length} years`, on: clear }] : [],
    keys: ['goodCharacter', 'characterPeriod', 'aggravatedBar', 'finalOrderBar', 'dhsPardons'],
    trace: [
      ...(facts.pardonOn ? [factStep('Pardon', facts.pardonOn)] : []),
      ...(facts.naturalisationFilingOn ? [factStep('Form N-400 planned', facts.naturalisationFilingOn)] : []),
      ...(start
        ? [{ step: 'period', text: `${length} years back: from ${inWords(start.first)}.`, on: start.first }]
        : []),
    ],
  });
}
