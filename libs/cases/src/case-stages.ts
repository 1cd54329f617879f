import { CASE_STAGES } from './case.dto';

type CaseStage = (typeof CASE_STAGES)[number];

/** From which stage a case can go to which. A pardon may come before the records do; a motion may be filed without one. */
const NEXT: Record<CaseStage, readonly CaseStage[]> = {
  intake: ['records', 'clemency_pending', 'grant_received', 'motion_filed', 'closed_adverse'],
  records: ['clemency_pending', 'grant_received', 'motion_filed', 'closed_adverse'],
  clemency_pending: ['records', 'grant_received', 'motion_filed', 'closed_adverse'],
  grant_received: ['motion_filed', 'closed_adverse'],
  motion_filed: ['reopened', 'terminated', 'grant_received', 'clemency_pending', 'closed_adverse'],
  reopened: ['terminated', 'motion_filed', 'closed_adverse'],
  terminated: ['reopened'],
  closed_adverse: ['records', 'clemency_pending', 'grant_received', 'motion_filed'],
};

/** Stages a case can move to from here. */
export function nextCaseStages(stage: string): readonly CaseStage[] {
  return NEXT[stage as CaseStage] ?? [];
}
