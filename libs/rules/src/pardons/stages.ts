/** A table of stages: for each stage the stages that may follow it. */
export type StageTable<Stage extends string> = Readonly<Record<Stage, readonly Stage[]>>;

/** Stages of a request for clemency, lower_snake_case, in the usual order. */
export const CLEMENCY_STAGES = [
  'intake',
  'records_ordered',
  'effect_analysis',
  'eligibility',
  'drafting',
  'service_on_officials',
  'filed',
  'expedite_requested',
  'deficiency',
  'investigation',
  'hearing',
  'recommendation',
  'granted',
  'instrument_checked',
  'handed_off',
  'denied',
  'withdrawn',
  'lapsed',
] as const;
export type ClemencyStage = (typeof CLEMENCY_STAGES)[number];

/** While an application is pending the authority may do any of these, in any order, or decide at once. */
const PENDING: readonly ClemencyStage[] = [
  'expedite_requested',
  'deficiency',
  'investigation',
  'hearing',
  'recommendation',
  'granted',
  'denied',
  'withdrawn',
  'lapsed',
];
const pendingExcept = (stage: ClemencyStage): readonly ClemencyStage[] =>
  PENDING.filter((other) => other !== stage);

/**
 * A pardon application. Preparation may go back a step when facts turn up; service comes before or after filing,
 * as each state wants; a closed application starts again from intake.
 */
export const CLEMENCY_TRANSITIONS: StageTable<ClemencyStage> = {
  intake: ['records_ordered', 'effect_analysis', 'withdrawn'],
  records_ordered: ['effect_analysis', 'withdrawn', 'lapsed'],
  effect_analysis: ['records_ordered', 'eligibility', 'withdrawn'],
  eligibility: ['effect_analysis', 'drafting', 'withdrawn', 'lapsed'],
  drafting: ['effect_analysis', 'eligibility', 'service_on_officials', 'filed', 'withdrawn', 'lapsed'],
  service_on_officials: ['drafting', 'filed', ...PENDING],
  filed: ['service_on_officials', ...PENDING],
  expedite_requested: pendingExcept('expedite_requested'),
  deficiency: ['filed', ...pendingExcept('deficiency')],
  investigation: pendingExcept('investigation'),
  hearing: pendingExcept('hearing'),
  recommendation: pendingExcept('recommendation'),
  granted: ['instrument_checked'],
  instrument_checked: ['handed_off', 'drafting'],
  handed_off: [],
  denied: ['intake'],
  withdrawn: ['intake'],
  lapsed: ['intake'],
};

/** Stages of an immigration case, lower_snake_case, in the usual order. */
export const CASE_STAGES = [
  'intake',
  'records',
  'clemency_pending',
  'grant_received',
  'motion_filed',
  'reopened',
  'terminated',
  'closed_adverse',
] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** A case. Relief in the criminal court can come before any pardon, and a lost case can be opened again. */
export const CASE_TRANSITIONS: StageTable<CaseStage> = {
  intake: ['records', 'closed_adverse'],
  records: ['clemency_pending', 'grant_received', 'motion_filed', 'closed_adverse'],
  clemency_pending: ['records', 'grant_received', 'motion_filed', 'closed_adverse'],
  grant_received: ['clemency_pending', 'motion_filed', 'closed_adverse'],
  motion_filed: ['clemency_pending', 'grant_received', 'reopened', 'terminated', 'closed_adverse'],
  reopened: ['terminated', 'closed_adverse'],
  terminated: ['reopened'],
  closed_adverse: ['records', 'clemency_pending', 'motion_filed', 'reopened'],
};

/** What has become of a removal order, lower_snake_case. */
export const ORDER_STATUSES = [
  'in_force',
  'stayed',
  'reopened',
  'vacated',
  'executed',
  'terminated',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** A removal order. An executed order can be reopened from abroad; a vacated one can revive on appeal. */
export const ORDER_TRANSITIONS: StageTable<OrderStatus> = {
  in_force: ['stayed', 'reopened', 'vacated', 'executed'],
  stayed: ['in_force', 'reopened', 'vacated', 'executed'],
  reopened: ['vacated', 'terminated', 'in_force'],
  vacated: ['terminated', 'in_force'],
  executed: ['reopened', 'vacated'],
  terminated: ['in_force'],
};

/** The stages that may follow a stage of a pardon application. */
export function nextStages(stage: ClemencyStage): readonly ClemencyStage[] {
  return CLEMENCY_TRANSITIONS[stage];
}

/** Whether a pardon application may move so. */
export function canMove(from: ClemencyStage, to: ClemencyStage): boolean {
  return CLEMENCY_TRANSITIONS[from].includes(to);
}

/** The stages that may follow a stage of a case. */
export function nextCaseStages(stage: CaseStage): readonly CaseStage[] {
  return CASE_TRANSITIONS[stage];
}

/** Whether a case may move so. */
export function canMoveCase(from: CaseStage, to: CaseStage): boolean {
  return CASE_TRANSITIONS[from].includes(to);
}

/** The statuses that may follow a status of a removal order. */
export function nextOrderStatuses(status: OrderStatus): readonly OrderStatus[] {
  return ORDER_TRANSITIONS[status];
}

/** Whether a removal order may change its status so. */
export function canMoveOrder(from: OrderStatus, to: OrderStatus): boolean {
  return ORDER_TRANSITIONS[from].includes(to);
}

/** What is wrong with a stage table: stages nothing reaches, moves to unknown stages, moves to itself, repeated moves. */
export function stageTableFaults<Stage extends string>(table: StageTable<Stage>, start: Stage): string[] {
  const stages = Object.keys(table) as Stage[];
  const reached = new Set<Stage>([start]);
  for (const stage of reached) (table[stage] ?? []).forEach((to) => reached.add(to));
  const unreached = stages.filter((stage) => !reached.has(stage)).map((stage) => `nothing reaches ${stage}`);
  return [...stages.flatMap((stage) => moveFaults(table, stage)), ...unreached];
}

function moveFaults<Stage extends string>(table: StageTable<Stage>, stage: Stage): string[] {
  const next = table[stage];
  const unknown = next
    .filter((to) => !(to in table))
    .map((to) => `${stage} moves to ${to}, which is no stage`);
  if (next.includes(stage)) unknown.push(`${stage} moves to itself`);
  if (new Set(next).size !== next.length) unknown.push(`${stage} repeats a move`);
  return unknown;
}
