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
}

const WORST_FIRST: Array<Coverage['state']> = ['none', 'failed', 'needs_facts', 'contested', 'covered'];

export function tally(convictionIds: Iterable<string>, coverages: Coverages): Tally {
  const states = { covered: 0, contested: 0, needs_facts: 0, failed: 0, none: 0 };
  const questions = new Set<string>();
  const counterArguments = new Set<string>();
  let unknown = 0;
  let worst: Coverage | null = null;
  const ids = new Set(convictionIds);
  for (const id of ids) {
    if (!coverages.convictions.has(id)) {
      unknown += 1;
      continue;
    }
    const coverage = coverages.of(id);
    states[coverage.state] += 1;
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
    questions: [...questions],
    counterArguments: [...counterArguments],
  };
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
 * does not (an inference from the text, marked general knowledge).
 */
export function countAgain(count: Tally): Outcome {
  const { states, worst } = count;
  if (count.total < 2 || count.unknown > 0 || !worst) return convictionsNotNamed();
  const left = states.failed + states.none;
  const facts = { missingFacts: count.questions, counterArguments: count.counterArguments };
  if (left === 0) return allMustBePardoned(count);
  if (left >= 2) {
    return outcome(
      'not_lifted',
      'two_or_more_left',
      `${left} convictions are left without a pardon that counts: ${worst.reason}`,
      {
        ...facts,
        authorities: ['countingRule', ...worst.authorities],
      },
    );
  }
  if (states.needs_facts + states.contested === 0) {
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
  const effect = states.needs_facts > 0 ? 'needs_facts' : 'contested';
  return outcome(
    effect,
    'count_depends_on_open_pardons',
    'One conviction is left, and whether a second one is depends on a pardon that is still open to doubt.',
    {
      ...facts,
      authorities: ['countingRule', ...worst.authorities],
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
