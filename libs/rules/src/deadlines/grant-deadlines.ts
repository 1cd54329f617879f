import { earliest, inWords } from '../calendar/day';
import { build } from './build';
import type { Reckoning } from './readings';
import { knownOn, triggerOf, type GrantTimeline } from './timeline';
import type { DatedFact, DerivedDeadline, DeriveContext } from './types';

/**
 * The office's own clock after a pardon: thirty days from the earliest recorded day of the grant, rolled back.
 * No federal filing period starts at a pardon; the clock exists because tolling asks for diligence.
 */
export function grantDeadlines(
  grant: GrantTimeline,
  motions: readonly DatedFact[],
  context: DeriveContext,
  reckoning: Reckoning,
): DerivedDeadline[] {
  const rule = reckoning.law.versionsOf('internal.diligence_after_grant.30d').at(-1)!;
  const on = earliest(grant.facts.map(knownOn));
  const said = grant.facts
    .map((fact) => `${fact.kind.replace('pardon_', '')} ${fact.on ?? 'not known'}`)
    .join(', ');
  const label = on ? `the earliest recorded day of the grant, ${inWords(on)}` : '';
  return [
    build(
      {
        rule,
        anchorId: grant.grantId,
        keyDay: on,
        readings: on
          ? [
              {
                name: 'operative',
                rule,
                anchor: { on, label, status: 'policy_only' },
                label,
                status: 'policy_only',
              },
            ]
          : [],
        warnings: ['Office policy, not a legal due date.'],
        before: [{ step: 'input', text: `Pardon: ${said}.${on ? ` Counted from ${label}.` : ''}` }],
        answers: motions.map(triggerOf),
        triggeredBy: grant.facts.map(triggerOf),
      },
      context,
      reckoning,
    ),
  ];
}
