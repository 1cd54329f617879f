import type { Reckoning } from '../deadlines/readings';
import type { DeriveContext } from '../deadlines/types';
import type { CompositePart, CompositeRule } from '../packs/composite-rule';
import type { GivenFacts } from './given-facts';
import { computeSingle, type Request } from './single';
import type { ComputedResult } from './types';

/** A fact counts when it is answered with yes or with a day. */
const says = (facts: GivenFacts, name: string) =>
  facts.has(name) && (facts.isDay(name) ? facts.day([name]) !== null : facts.flag([name]) === true);

function stopped(result: ComputedResult, why: string): ComputedResult {
  const { deadline } = result;
  return {
    ...result,
    deadline: {
      ...deadline,
      warnings: [why, ...deadline.warnings],
      trace: [...deadline.trace, { step: 'stopped', text: why }],
    },
  };
}

/** Where a part starts when it does not start with a fact of its own: with another part, or not at all. */
function startOf(
  part: CompositePart,
  isStopped: boolean,
  done: ReadonlyMap<string, ComputedResult>,
): Pick<Request, 'from' | 'startsOn'> {
  if (isStopped) return { from: [], startsOn: null };
  if (part.fromPart === undefined) return part.from ? { from: part.from } : {};
  const on = done.get(part.fromPart)?.deadline.dueOn ?? null;
  return { from: [], startsOn: on ? { name: part.fromPart, value: on } : null };
}

/** Counts every part of a rule that gives several dates; a part may start where another ends. */
export function computeComposite(
  composite: CompositeRule,
  facts: GivenFacts,
  forum: Pick<Request, 'circuit' | 'detained'>,
  context: DeriveContext,
  reckoning: Reckoning,
): ComputedResult[] {
  const done = new Map<string, ComputedResult>();
  for (const part of composite.parts) {
    const stop = part.stoppedBy?.find(({ facts: names }) => names.some((name) => says(facts, name)));
    const start = startOf(part, stop !== undefined, done);
    const request = { id: part.rule, name: part.name, facts, ...forum, ...start };
    const result = computeSingle(request, context, reckoning);
    done.set(part.name, stop ? stopped(result, stop.why) : result);
  }
  return [...done.values()];
}
