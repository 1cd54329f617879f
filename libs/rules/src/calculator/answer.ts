import type { GivenFacts } from './given-facts';
import type { ComputedAlternate, ComputedDeadline, ComputedResult, DueValue } from './types';

function dueOf({ deadline, instant }: ComputedResult): DueValue {
  if (instant === null) return deadline.dueOn;
  return instant.local === null ? { utc: instant.utc } : { local: instant.local, utc: instant.utc };
}

/** The other dates by name; where several results stand beside each other, the result's name comes first. */
function alternatesOf(
  results: readonly ComputedResult[],
  single: boolean,
): Record<string, ComputedAlternate> {
  return Object.fromEntries(
    results.flatMap(({ name, deadline }) =>
      deadline.alternates.map(({ name: alternate, on, label, status }) => [
        single ? alternate : `${name}.${alternate}`,
        { date: on, label, status },
      ]),
    ),
  );
}

/** How many facts that nobody asked for an answer names. */
const MOST_NAMED = 20;

/** Puts results into the shape of an answer. `due` is worked out of them unless the rule has a shape of its own. */
export function answerOf(
  heading: Pick<ComputedDeadline, 'rule' | 'title' | 'citation'>,
  results: readonly ComputedResult[],
  facts: GivenFacts,
  { single, due }: { readonly single: boolean; readonly due?: DueValue },
): ComputedDeadline {
  const { rule, title, citation } = heading;
  const unused = facts.unused().slice(0, MOST_NAMED);
  const worked = single
    ? dueOf(results[0]!)
    : Object.fromEntries(results.map((result) => [result.name, dueOf(result)]));
  return {
    ...{ rule, title, citation },
    due: due === undefined ? worked : due,
    alternates: alternatesOf(results, single),
    results,
    warnings: [...new Set(results.flatMap(({ deadline }) => deadline.warnings))],
    trace: [
      ...results.flatMap(({ deadline }) => deadline.trace),
      ...(unused.length > 0
        ? [{ step: 'ignored', text: `Not used by this rule: ${unused.join(', ')}.` }]
        : []),
    ],
  };
}
