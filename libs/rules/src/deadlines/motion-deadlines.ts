import { inWords, type Day } from '../calendar/day';
import { appealReadings } from '../finality/served';
import type { RuleRecord } from '../packs/rule-record';
import type { RuleSet } from '../packs/select';
import type { Draft } from './build';
import type { Reading } from './readings';
import { knownOn, triggerOf } from './timeline';
import type { DatedFact } from './types';

const PETITION = 'pfr.30d';
const APPEAL = 'bia.appeal';
const NO_TOLLING =
  'A petition against this denial does not reach back to the order itself: the motion neither stopped nor restarted those 30 days (Stone v. INS).';

function petition(on: Day | null, law: RuleSet): { rule: RuleRecord; readings: Reading[] } {
  const rule = law.select(PETITION, { keyDay: on }) ?? law.versionsOf(PETITION).at(-1)!;
  const label = 'the denial of the motion';
  return {
    rule,
    readings: on
      ? [{ name: 'operative', rule, anchor: { on, label, status: 'operative' }, label, status: rule.status }]
      : [],
  };
}

function appeal(on: Day | null, law: RuleSet): { rule: RuleRecord; readings: readonly Reading[] } {
  const served = {
    anchors: on ? [{ on, label: 'the denial of the motion', status: 'operative' as const }] : [],
    decisionOn: on,
    warnings: [],
    triggeredBy: [],
  };
  const readings = appealReadings(null, served, law) ?? [];
  return { rule: readings[0]?.rule ?? law.versionsOf('bia.appeal.30d').at(-1)!, readings };
}

/** What follows when a motion is denied: an appeal from the judge, a petition for review from the Board. */
export function motionDrafts(facts: readonly DatedFact[], law: RuleSet): Draft[] {
  return facts
    .filter((fact) => fact.kind === 'motion_decided' && fact.attributes?.result === 'denied')
    .flatMap((fact) => {
      const { forum, motionId } = fact.attributes ?? {};
      if (forum !== 'board' && forum !== 'court') return [];
      const on = knownOn(fact);
      const byBoard = forum === 'board';
      const found = byBoard ? petition(on, law) : appeal(on, law);
      return [
        {
          ...found,
          ...(byBoard ? {} : { ruleId: APPEAL }),
          anchorId: `motion:${typeof motionId === 'string' ? motionId : fact.id}`,
          keyDay: on,
          warnings: byBoard ? [NO_TOLLING] : [],
          before: [{ step: 'input', text: `Motion denied: ${on ? inWords(on) : 'date not known'}.` }],
          triggeredBy: [triggerOf(fact)],
        },
      ];
    });
}
