import { earliest, inWords, latest, type Day } from '../calendar/day';
import type { ReapplyRule } from '../packs/jurisdictions';
import { counted, factStep, item, ruleStep, type Setting } from './item';
import type { ClemencyDate, GrantDates } from './types';

function fits(rule: ReapplyRule, denials: number | null | undefined): boolean {
  if (rule.denial === null || denials === null || denials === undefined) return true;
  return rule.denial === 'first' ? denials <= 1 : denials > 1;
}

/** The filing that was refused: one recorded after the denial is a new application and starts nothing. */
function refusedFiling(setting: Setting): Day | null {
  const { filedOn, deniedOn } = setting.facts;
  return filedOn && deniedOn && filedOn <= deniedOn ? filedOn : null;
}

/**
 * From when a person who was refused may ask again. Shown only after a denial. Where the number of denials decides and
 * is not known, the earlier day is shown with the later one as an alternate and the question is put.
 */
export function reapplication(setting: Setting): ClemencyDate[] {
  const { facts, practice, record } = setting;
  if (!facts.deniedOn) return [];
  const shared = { key: 'reapply_from', kind: 'reapply_from' as const, title: 'New application from' };
  const rules = practice.reapply.filter((rule) => fits(rule, facts.denials));
  const [rule, ...others] = rules;
  if (!rule) {
    return [
      item(setting, {
        ...shared,
        state: 'not_known',
        why: 'The record names no wait after a denial.',
        question: `How long must one wait in ${record.name} after a denial?`,
        basis: 'general_knowledge',
        trace: [factStep('Denied', facts.deniedOn)],
      }),
    ];
  }
  const filed = rule.from === 'filed' ? refusedFiling(setting) : null;
  const start = filed ?? facts.deniedOn;
  const result = counted(setting, { start, n: rule.months, unit: 'month' });
  const guessed = rule.from === 'filed' && filed === null;
  return [
    item(setting, {
      ...shared,
      state: 'dated',
      on: result.on,
      taskOn: result.on,
      approximate: rule.approximate,
      why: rule.note,
      alternates: [...laterReadings(setting, others), ...fromDenial(setting, rule)],
      question: questionOf(others.length > 0, guessed),
      basis: rule.basis,
      warnings: guessed ? ['Counted from the denial because the day of filing is not recorded.'] : [],
      trace: [
        factStep(filed ? 'Application filed' : 'Denied', start),
        ruleStep(setting, rule.note, rule.basis),
        ...result.trace,
      ],
    }),
  ];
}

function questionOf(countMatters: boolean, guessed: boolean): string | null {
  if (countMatters) return 'Was this the first denial?';
  return guessed ? 'On what day was the refused application filed?' : null;
}

function laterReadings(setting: Setting, rules: readonly ReapplyRule[]) {
  return rules.map((rule) => ({
    on: counted(setting, { start: setting.facts.deniedOn!, n: rule.months, unit: 'month' }).on,
    label: rule.note,
    standing: rule.denial === 'later' ? 'later_denial' : 'other_reading',
  }));
}

/** A wait between petitions can also be read as running from the decision. */
function fromDenial(setting: Setting, rule: ReapplyRule) {
  const { deniedOn } = setting.facts;
  if (rule.from !== 'filed' || !refusedFiling(setting) || !deniedOn) return [];
  const { on } = counted(setting, { start: deniedOn, n: rule.months, unit: 'month' });
  return [{ on, label: 'Counted from the denial instead of the filing', standing: 'other_reading' }];
}

const NAMED: ReadonlyArray<[keyof GrantDates, string]> = [
  ['signedOn', 'Instrument signed'],
  ['secondBodyOn', 'Second body consented'],
  ['votedOn', 'Board voted'],
];

const actsOf = (dates: GrantDates | null | undefined) =>
  NAMED.flatMap(([field, what]) => (dates?.[field] ? [{ what, on: dates[field] }] : []));

/**
 * When a grant takes effect. Where a second body must consent (Massachusetts, New Hampshire, Rhode Island) it is the
 * later of signature and consent, and nothing is effective before both. Elsewhere it is the later of vote and
 * signature that are recorded. The announcement never counts. The task is the earliest of the days: papers for
 * reopening are ready before the first of them.
 */
export function effectiveDay(setting: Setting): ClemencyDate[] {
  const dates = setting.facts.grantDates;
  const known = actsOf(dates);
  if (!dates || (known.length === 0 && !dates.announcedOn)) return [];
  const { second } = setting.practice;
  const consent = second?.rule === 'must_consent';
  const basis = second?.basis ?? 'whoDecides';
  const shared = { key: 'effective', kind: 'effective' as const, title: 'Grant effective', basis };
  const trace = known.map(({ what, on }) => factStep(what, on));
  const taskOn = earliest(known.map(({ on }) => on));
  const missing = missingDay(consent, dates, known.length);
  if (missing !== null) {
    const why = consent
      ? `${second.body} must consent: the grant is effective on the later date, and one of the two is missing.`
      : 'Only the announcement is recorded, and an announcement is not the grant.';
    return [item(setting, { ...shared, state: 'needs_facts', taskOn, why, question: missing, trace })];
  }
  const on = latest(known.map((day) => day.on));
  const rest = known.filter((day) => day.on !== on);
  const why = consent
    ? `The later of signature and consent (${second.body}).`
    : 'The last recorded act of the grantor; never the announcement.';
  return [
    item(setting, {
      ...shared,
      state: 'dated',
      on,
      taskOn,
      why,
      alternates: rest.map((day) => ({ on: day.on, label: day.what, standing: 'earlier_act' })),
      warnings: [
        'File the motion to reopen and the stay request the same hour: the removal order stands until a court acts.',
      ],
      trace: [...trace, ...laterOf(on)],
    }),
  ];
}

const laterOf = (on: Day | null) =>
  on === null ? [] : [{ step: 'later_of', text: `The later date: ${inWords(on)}.`, on }];

function missingDay(consent: boolean, dates: GrantDates, known: number): string | null {
  if (known === 0) return 'On what day was the instrument signed?';
  if (!consent) return null;
  if (!dates.secondBodyOn) return 'On what day did the second body consent?';
  return dates.signedOn ? null : 'On what day was the instrument signed?';
}
