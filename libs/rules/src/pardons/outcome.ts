import type { AuthorityKey } from '../packs/grounds';
import type { Coverage, Coverages } from './coverage';
import type { Effect } from './types';

/** The effect on one ground before it is dressed up for the report. */
export interface Outcome {
  effect: Effect;
  reasonCode: string;
  reason: string;
  authorities: AuthorityKey[];
  missingFacts: string[];
  counterArguments: string[];
}

export function outcome(
  effect: Effect,
  reasonCode: string,
  reason: string,
  extra: Partial<Outcome> = {},
): Outcome {
  return { authorities: [], missingFacts: [], counterArguments: [], ...extra, effect, reasonCode, reason };
}

/** Answers of the instruments for the convictions a ground rests on, counted by state. */
export interface Tally {
  total: number;
  unknown: number;
  worst: Coverage | null;
  states: Record<Coverage['state'], number>;
  questions: string[];
  counterArguments: string[];
  /** Schemes of the convictions that are not surely pardoned; null stands for one whose scheme is not known. */
  schemes: ReadonlySet<string | null>;
}

const WORST_FIRST: Array<Coverage['state']> = ['none', 'failed', 'needs_facts', 'contested', 'covered'];
/** More questions than this help nobody; the rest are counted. */
const MOST_QUESTIONS = 40;

export function tally(convictionIds: Iterable<string>, coverages: Coverages): Tally {
  const states = { covered: 0, contested: 0, needs_facts: 0, failed: 0, none: 0 };
  const questions = new Set<string>();
  const counterArguments = new Set<string>();
  const schemes = new Set<string | null>();
  let unknown = 0;
  let worst: Coverage | null = null;
  const ids = new Set(convictionIds);
  for (const id of ids) {
    const conviction = coverages.convictions.get(id);
    if (!conviction) {
      unknown += 1;
      continue;
    }
    // Undone by a court for a defect (Matter of Pickering): nothing is left of it to pardon.
    if (conviction.clearedBy === 'vacated_for_defect') {
      states.covered += 1;
      continue;
    }
    const coverage = coverages.of(id);
    states[coverage.state] += 1;
    if (coverage.state !== 'covered') schemes.add(conviction.scheme?.trim() || null);
    coverage.questions.forEach((question) => questions.add(question));
    coverage.counterArguments.forEach((argument) => counterArguments.add(argument));
    // A failed instrument says more than none, so it speaks for both.
    if (!worst || badness(coverage) < badness(worst)) worst = coverage;
  }
  return {
    total: ids.size,
    unknown,
    worst,
    states,
    questions: atMost([...questions]),
    counterArguments: [...counterArguments],
    schemes,
  };
}

function atMost(questions: string[]): string[] {
  if (questions.length <= MOST_QUESTIONS) return questions;
  return [
    ...questions.slice(0, MOST_QUESTIONS),
    `And ${questions.length - MOST_QUESTIONS} more questions of the same kind about other convictions.`,
  ];
}

function badness(coverage: Coverage): number {
  return coverage.state === 'failed' ? -1 : WORST_FIRST.indexOf(coverage.state);
}

/** The effect on a listed ground that any one of its convictions sustains: all of them must be pardoned. */
export function allMustBePardoned(count: Tally): Outcome {
  const { states, worst } = count;
  if (count.total === 0 || count.unknown > 0 || !worst) return convictionsNotNamed();
  const extra = {
    authorities: worst.authorities,
    missingFacts: count.questions,
    counterArguments: count.counterArguments,
  };
  if (states.failed + states.none > 0) return outcome('not_lifted', worst.reasonCode, worst.reason, extra);
  if (states.needs_facts > 0) return outcome('needs_facts', worst.reasonCode, worst.reason, extra);
  if (states.contested > 0) return outcome('contested', worst.reasonCode, worst.reason, extra);
  return outcome(
    'lifted',
    'listed_ground_pardoned',
    'The ground is one the waiver lists, and every conviction it rests on has a full and unconditional pardon.',
    { ...extra, authorities: ['waiver'] },
  );
}

/**
 * INA 237(a)(2)(A)(ii) counted again without the pardoned convictions: two that are not pardoned still sustain it, one
 * does not, however open its own pardon is (an inference from the text, marked general knowledge).
 */
export function countAgain(count: Tally): Outcome {
  const { states, worst } = count;
  if (count.total < 2 || count.unknown > 0 || !worst) return convictionsNotNamed();
  const left = states.failed + states.none;
  const open = states.needs_facts + states.contested;
  if (left + open === 0) return allMustBePardoned(count);
  if (left + open === 1) return fewerThanTwo();
  if (count.schemes.size === 1 && !count.schemes.has(null)) return oneScheme(count);
  return twoMayBeLeft(count, worst);
}

function twoMayBeLeft(count: Tally, worst: Coverage): Outcome {
  const { states } = count;
  const left = states.failed + states.none;
  // With nothing surely or arguably pardoned there is no count to talk about, only the instrument.
  if (left === count.total || states.needs_facts === count.total) {
    const scheme = count.schemes.has(null) ? [SCHEME_QUESTION] : [];
    const found = allMustBePardoned(count);
    return { ...found, missingFacts: [...found.missingFacts, ...scheme] };
  }
  const facts = {
    missingFacts: [...count.questions, ...(count.schemes.has(null) ? [SCHEME_QUESTION] : [])],
    counterArguments: count.counterArguments,
    authorities: ['countingRule' as const, ...worst.authorities],
  };
  if (left >= 2) {
    return outcome(
      'not_lifted',
      'two_or_more_left',
      `${left} convictions are left without a pardon that counts: ${worst.reason}`,
      facts,
    );
  }
  const code = 'count_depends_on_open_pardons';
  return left + states.needs_facts <= 1
    ? outcome(
        'contested',
        code,
        'Whether two convictions are left depends on a pardon whose effect is contested.',
        facts,
      )
    : outcome(
        'needs_facts',
        code,
        'Whether two convictions are left depends on a pardon that is still open to doubt.',
        facts,
      );
}

const SCHEME_QUESTION =
  'Did the convictions that are left arise out of a single scheme of criminal misconduct?';

function fewerThanTwo(): Outcome {
  return outcome(
    'lifted',
    'fewer_than_two_left',
    'Only one conviction is left without a pardon, and this ground needs two.',
    {
      authorities: ['waiver', 'countingRule'],
      counterArguments: [
        'The counting rule is an inference from the text; DHS may answer that the conviction left still counts, or lodge clause (i) for it.',
      ],
    },
  );
}

/** Crimes of one scheme are one for this clause; an order that counted them as two found otherwise. */
function oneScheme(count: Tally): Outcome {
  return outcome(
    'contested',
    'one_scheme_left',
    'The convictions that are left are recorded as one single scheme, which this clause does not reach.',
    {
      authorities: ['countingRule'],
      missingFacts: count.questions,
      counterArguments: [
        ...count.counterArguments,
        'An order that sustained the charge found more than one scheme; circuits differ on what one scheme is (general knowledge).',
      ],
    },
  );
}

function convictionsNotNamed(): Outcome {
  return outcome(
    'needs_facts',
    'convictions_not_named',
    'It is not recorded which convictions this charge rests on.',
    {
      missingFacts: ['Which convictions does the charging document name for this charge?'],
    },
  );
}
