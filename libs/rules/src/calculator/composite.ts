import type { Reckoning } from '../deadlines/readings';
import type { DeriveContext } from '../deadlines/types';
import type { CompositeRule } from '../packs/composite-rule';
import type { GivenFacts } from './given-facts';
import { computeSingle, type Request } from './single';
import type { ComputedResult } from './types';

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
    const before = part.fromPart === undefined ? undefined : done.get(part.fromPart);
    const on = before?.deadline.dueOn ?? null;
    const request = {
      id: part.rule,
      name: part.name,
      facts,
      ...forum,
      ...(part.from ? { from: part.from } : {}),
      ...(part.fromPart === undefined
        ? {}
        : { from: [], startsOn: on ? { name: part.fromPart, value: on } : null }),
    };
    done.set(part.name, computeSingle(request, context, reckoning));
  }
  return [...done.values()];
}
