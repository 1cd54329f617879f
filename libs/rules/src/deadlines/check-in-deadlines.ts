import { inWords } from '../calendar/day';
import type { RuleSet } from '../packs/select';
import type { Draft } from './build';
import { knownOn, triggerOf } from './timeline';
import type { DatedFact } from './types';

const PREPARATION = 'internal.checkin.prep.14d_before';

/** The office's own clock before an appointment that still stands: papers ready two weeks before. */
export function checkInDrafts(facts: readonly DatedFact[], law: RuleSet): Draft[] {
  const rule = law.versionsOf(PREPARATION).at(-1)!;
  return facts
    .filter((fact) => fact.kind === 'check_in' && fact.attributes?.status === 'scheduled')
    .map((fact) => {
      const on = knownOn(fact);
      const label = 'the check-in';
      return {
        rule,
        anchorId: fact.id,
        keyDay: on,
        readings: on
          ? [
              {
                name: 'operative',
                rule,
                anchor: { on, label, status: rule.status },
                label,
                status: rule.status,
              },
            ]
          : [],
        warnings: ['Office policy, not a legal due date.'],
        before: [{ step: 'input', text: `Check-in: ${on ? inWords(on) : 'date not known'}.` }],
        triggeredBy: [triggerOf(fact)],
      };
    });
}
