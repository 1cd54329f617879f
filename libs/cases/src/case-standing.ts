import { may } from '@app/access';
import type { CaseView } from './case.view';

interface StandingRow {
  next_deadline_on: string | null;
  next_deadline_rule: string | null;
  next_check_in_on: string | null;
  next_check_in_time: string | null;
  clemency_stage: string | null;
}

/** What a case repeats of other libraries' facts, to those who may read them there. */
export function standingOf(
  row: StandingRow,
): Pick<CaseView, 'nextDeadline' | 'nextCheckIn' | 'clemencyStage'> {
  const { next_deadline_on: deadlineOn, next_check_in_on: checkInOn } = row;
  return {
    nextDeadline:
      deadlineOn && may('deadline.list') ? { on: deadlineOn, rule: row.next_deadline_rule ?? '' } : null,
    nextCheckIn:
      checkInOn && may('checkin.calendar') ? { on: checkInOn, time: row.next_check_in_time } : null,
    clemencyStage: may('clemency.read') ? row.clemency_stage : null,
  };
}
