import { inWords, type Day } from '../calendar/day';
import { build, type Draft } from '../deadlines/build';
import type { HourDates } from '../deadlines/hour-dates';
import { alternateNameOf, type Reading, type Reckoning } from '../deadlines/readings';
import type { DeriveContext } from '../deadlines/types';
import { RuleInputError } from '../errors';
import { appealReadings } from '../finality/served';
import type { OtherReading, RuleRecord } from '../packs/rule-record';
import type { SelectionFacts } from '../packs/select';
import { TRIGGERS } from '../packs/triggers';
import { GivenFacts, takenAs, type Given } from './given-facts';
import { hoursOf, instantOf, isHours } from './hours-of';
import { removalStart } from './removal-start';
import { versionFor } from './version';
import type { ComputedResult } from './types';

const PRINTED = [
  'printed_due',
  'printed_date',
  'printed_due_date',
  'date_printed',
  'date_printed_on_notice',
  'printed_on_notice',
  'date_on_notice',
  'due_date_on_notice',
  'notice_due_date',
  'due_on_notice',
  'date_on_order',
  'court_set_due',
  'court_set_date',
  'judge_set_due',
  'set_by_court',
  'set_by_judge',
];
const DAYS_GRANTED = ['days_granted', 'vd_days_granted', 'vd_period_days', 'period_days', 'days'];
const ANCHOR = 'calculator';

/** What one rule is counted with. */
export interface Request {
  readonly id: string;
  /** Name of the result. */
  readonly name: string;
  readonly facts: GivenFacts;
  readonly circuit: string | null;
  /** What the forum says of detention, where the facts do not. */
  readonly detained?: boolean | null;
  /** The names its start is given under, when not those of the record's own trigger. */
  readonly from?: readonly string[];
  /** A start that another part has worked out. */
  readonly startsOn?: Given<Day> | null;
}

const otherOf = (rule: RuleRecord, anchor: Reading['anchor'], other: OtherReading): Reading => ({
  name: other.name,
  rule: { ...rule, period: other.period, roll: other.roll ?? rule.roll, otherReadings: [] },
  anchor,
  label: other.label,
  status: other.status,
});

/** The rule itself, its own other readings, and every rule that says something else about the same act. */
function readingsOf(
  rule: RuleRecord,
  on: Day | null,
  selection: SelectionFacts,
  reckoning: Reckoning,
): Reading[] {
  if (on === null || rule.period === null) return [];
  const anchor = { on, label: 'the day given', status: rule.status };
  const competing = rule.conflictsWith
    .map((id) => reckoning.law.select(id, selection))
    // Another rule about the same act counts from the same event, or this day says nothing about it.
    .filter((other) => other !== null && other.period !== null && other.trigger === rule.trigger);
  return [
    { name: 'operative', rule, anchor, label: `Counted from ${inWords(on)}`, status: rule.status },
    ...rule.otherReadings.map((other) => otherOf(rule, anchor, other)),
    ...competing.map((other) => ({
      name: alternateNameOf(other!),
      rule: other!,
      anchor,
      label: `${other!.title}, ${other!.citation}`,
      status: other!.status,
    })),
  ];
}

/** The number of days that the order itself gives, never more than the law allows. */
function withPeriodOf(rule: RuleRecord, facts: GivenFacts): RuleRecord {
  if (rule.periodFact === null || rule.period === null) return rule;
  const given = facts.number([rule.periodFact, ...DAYS_GRANTED], rule.period.n);
  if (given === null) return rule;
  const period = { ...rule.period, n: given.value };
  return {
    ...rule,
    period,
    otherReadings: rule.otherReadings.map((other) => ({ ...other, period })),
  } as RuleRecord;
}

const NO_APPEAL =
  'No appeal lies from an order made in absentia, 8 CFR 1240.15: it is final at once and only a motion can be made.';
/** An appeal is counted for what was made in absentia only because it was asked for by name. */
const absentAppeal = (id: string, { inAbsentia }: SelectionFacts): string[] =>
  inAbsentia === true && /^bia\.appeal(?:\.(?:10d|30d))?$/.test(id) ? [NO_APPEAL] : [];

function selectionOf(request: Request, keyDay: Day | null): SelectionFacts {
  const { facts, circuit } = request;
  return {
    keyDay,
    circuit,
    inAbsentia: facts.flag(['in_absentia', 'inAbsentia']),
    asylumDecided: facts.flag(['asylum_merits', 'asylum_decided', 'asylum_adjudicated']),
    orderKind: facts.text(['order_kind']),
    detained: facts.flag(['detained']) ?? request.detained ?? null,
    service: facts.text(['service_method']),
  };
}

const inputStep = (given: Given<string> | null, label: string) =>
  given === null
    ? [{ step: 'input', text: `Not given: ${label}.` }]
    : [
        {
          step: 'input',
          text: `Counted from ${label}: ${given.value.length === 10 ? inWords(given.value) : given.value}, as given (${given.name}).`,
          on: given.value.slice(0, 10),
        },
      ];

/** Mail that arrives before it was sent, and the like: said, because one of the two dates must be wrong. */
function contradictions(facts: GivenFacts, start: Given<Day> | null): string[] {
  const received = facts.day(['received', 'received_on']);
  return received && start && received.value < start.value
    ? [`${received.name} lies before ${start.name}: one of the two is wrong.`]
    : [];
}

/** A start under a name the rule does not know, when it is the only date there is. Said aloud, never silent. */
function startOf(request: Request, names: readonly string[], limited: boolean) {
  const known = request.startsOn ?? request.facts.day(names);
  if (known || !limited) return { start: known, warnings: [] };
  const only = request.from ? null : request.facts.onlyDay();
  return {
    start: only,
    warnings: only ? [takenAs(only.name)] : [],
  };
}

/** The rule that selects among the versions of the appeal period and returns every regime. */
export const SELECTS_AMONG_VERSIONS = 'bia.appeal';

interface Chosen {
  readonly rule: RuleRecord;
  readonly readings: readonly Reading[];
  readonly warnings: readonly string[];
}

function appealPeriod(on: Day | null, selection: SelectionFacts, reckoning: Reckoning): Chosen {
  const served = {
    anchors: on ? [{ on, label: 'the decision', status: 'operative' as const }] : [],
    decisionOn: on,
    warnings: [],
    triggeredBy: [],
  };
  const readings = appealReadings(selection.asylumDecided ?? null, served, reckoning.law) ?? [];
  const rule = readings[0]?.rule ?? reckoning.law.versionsOf('bia.appeal.30d').at(-1)!;
  return { rule, readings, warnings: [] };
}

/** The version that governs, with the number of days the order gives, and every reading of it. */
function choose(request: Request, on: Day | null, selection: SelectionFacts, reckoning: Reckoning): Chosen {
  if (request.id === SELECTS_AMONG_VERSIONS) return appealPeriod(on, selection, reckoning);
  const { rule: version, warnings } = versionFor(request.id, selection, reckoning);
  const rule = withPeriodOf(version, request.facts);
  return {
    rule,
    warnings,
    readings: isHours(rule) ? [] : readingsOf(rule, on, selection, reckoning),
  };
}

function withPrintedDate(key: string, facts: GivenFacts, context: DeriveContext): DeriveContext {
  const printed = facts.day(PRINTED);
  if (!printed) return context;
  return {
    ...context,
    printed: [{ key, on: printed.value, document: 'order or notice', by: 'whoever asks' }],
  };
}

interface Start {
  readonly given: Given<string> | null;
  readonly hours: HourDates | null;
  readonly warnings: readonly string[];
}

/** Where the count starts: a day, or an instant for a rule counted in hours. */
function startFrom(request: Request, newest: RuleRecord, reckoning: Reckoning): Start {
  const names = request.from ?? TRIGGERS[newest.trigger].facts;
  return isHours(newest)
    ? startInHours(request, newest, names, reckoning)
    : startInDays(request, newest, names);
}

function startInDays(request: Request, newest: RuleRecord, names: readonly string[]): Start {
  const latest = newest.trigger === 'removal_period' && !request.from ? removalStart(request.facts) : null;
  if (latest) return latest;
  const { start, warnings } = startOf(request, names, newest.period !== null);
  return { given: start, hours: null, warnings };
}

function startInHours(
  request: Request,
  newest: RuleRecord,
  names: readonly string[],
  reckoning: Reckoning,
): Start {
  const timed = hoursOf(newest, names, request, reckoning);
  return { given: timed?.start ?? null, hours: timed?.hours ?? null, warnings: timed?.warnings ?? [] };
}

/** Counts one record from the facts given. */
export function computeSingle(
  request: Request,
  context: DeriveContext,
  reckoning: Reckoning,
): ComputedResult {
  const { facts, id } = request;
  const newest = reckoning.law.versionsOf(id === SELECTS_AMONG_VERSIONS ? 'bia.appeal.30d' : id).at(-1);
  if (!newest) throw new RuleInputError('unknown_rule', 'There is no rule with this id.', 'rule');
  const { given, hours, warnings } = startFrom(request, newest, reckoning);
  const keyDay = given?.value.slice(0, 10) ?? null;
  const selection = selectionOf(request, keyDay);
  const chosen = choose(request, hours ? null : keyDay, selection, reckoning);
  const draft: Draft = {
    rule: chosen.rule,
    ruleId: id,
    anchorId: ANCHOR,
    keyDay,
    readings: chosen.readings,
    ...(hours ? { hours } : {}),
    warnings: [
      ...warnings,
      ...absentAppeal(id, selection),
      ...chosen.warnings,
      ...contradictions(facts, given),
    ],
    before: chosen.rule.period === null ? [] : inputStep(given, TRIGGERS[newest.trigger].label),
    triggeredBy: [],
  };
  return {
    name: request.name,
    deadline: build(draft, withPrintedDate(`${id}:${ANCHOR}`, facts, context), reckoning),
    instant: hours ? instantOf(hours) : null,
  };
}
