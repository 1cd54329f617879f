import { inWords, type Day } from '../calendar/day';
import type { RuleRecord } from '../packs/rule-record';
import type { RuleSet } from '../packs/select';
import type { Draft } from './build';
import type { Reading } from './readings';
import { knownOn, triggerOf } from './timeline';
import type { DatedFact } from './types';

/** What has to be filed before a hearing, by its kind. Bond hearings have no period of their own. */
const BEFORE: Readonly<Record<string, string>> = {
  individual: 'ij.filing.individual.30d_before',
  master: 'ij.filing.master.15d_before',
};
const NAMES: Readonly<Record<string, string>> = { individual: 'Individual', master: 'Master' };
const WHILE_HELD = 'ij.filing.detained.court_set';
const LABEL = 'the hearing';

function ruleFor(kind: string, on: Day | null, law: RuleSet, held: boolean): RuleRecord | undefined {
  const id = held ? WHILE_HELD : BEFORE[kind]!;
  return law.select(id, { keyDay: on, detained: held }) ?? law.versionsOf(id).at(-1);
}

/** The day the manual gives, and what an office plans with where that is doubtful. */
function readingsOf(rule: RuleRecord, on: Day): Reading[] {
  const anchor = { on, label: LABEL, status: 'operative' as const };
  const others = rule.otherReadings.map(({ name, label, status, period, roll }) => ({
    ...{ name, label, status, anchor },
    rule: { ...rule, period, roll: roll ?? rule.roll, otherReadings: [] },
  }));
  return [{ name: 'operative', rule, anchor, label: LABEL, status: rule.status }, ...others];
}

/**
 * Filings before each hearing that stands: thirty days before an individual hearing, fifteen before a master one where
 * a ruling is wanted, and what the court sets while the client is held. A hearing keeps its identifier when it is
 * moved, so its deadline moves with it. EOIR Policy Manual II 3.1(b).
 */
export function hearingDrafts(facts: readonly DatedFact[], law: RuleSet, held: boolean): Draft[] {
  return facts
    .filter(({ kind, attributes }) => kind === 'hearing' && String(attributes?.hearingKind) in BEFORE)
    .flatMap((fact) => {
      const on = knownOn(fact);
      const { hearingId, hearingKind } = fact.attributes ?? {};
      const rule = ruleFor(String(hearingKind), on, law, held);
      if (!rule) return [];
      return [
        {
          rule,
          anchorId: `hearing:${typeof hearingId === 'string' ? hearingId : fact.id}`,
          keyDay: on,
          readings: on && !held ? readingsOf(rule, on) : [],
          before: [
            {
              step: 'input',
              text: `${NAMES[String(hearingKind)]} hearing: ${on ? inWords(on) : 'date not known'}.`,
            },
          ],
          triggeredBy: [triggerOf(fact)],
        },
      ];
    });
}
