import { may } from '@app/access';
import { cannot } from '@app/platform';
import type { CheckInCan } from './check-in.view';

interface State {
  status: string;
  /** True from midnight of the appointment's day at the office. */
  dayHasCome: boolean;
}

const ANSWERS: Record<string, string> = {
  moved: 'This check-in was moved. Work with the one it was moved to.',
  done: 'This check-in is over.',
  cancelled: 'This check-in was cancelled.',
};

/** What may be done with a check-in by whoever asks; the same answers travel in the view as `can`. */
export function checkInCan(state: State): CheckInCan {
  const open = state.status === 'scheduled';
  const answerable = (open || state.status === 'done') && state.dayHasCome;
  return {
    move: open && may('checkin.schedule'),
    recordOutcome: answerable && may('checkin.outcome'),
    cancel: open && may('checkin.schedule'),
  };
}

/** @throws Problem 422 when the check-in is no longer ahead */
export function requireScheduled(state: Pick<State, 'status'>): void {
  if (state.status !== 'scheduled') throw cannot(`check_in_${state.status}`, ANSWERS[state.status]);
}

/** An outcome can be corrected later; the earlier one stays in the history. @throws Problem 422 */
export function requireAnswerable(state: State): void {
  if (state.status !== 'done') requireScheduled(state);
  if (!state.dayHasCome)
    throw cannot('day_not_come', 'The outcome can be recorded from the day of the check-in on.');
}
