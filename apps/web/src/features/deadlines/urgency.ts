import type { DeadlineItem } from '../../api/types';
import type { Tone } from '../../ui/Tag';

/** How near a day is, as a tone: passed or within three days, within two weeks, later. */
export function urgencyOf(days: number | null): Tone {
  if (days === null) return 'plain';
  if (days <= 3) return 'urgent';
  return days <= 14 ? 'soon' : 'plain';
}

/** The day to act on: of contested readings the earlier one, as the server sorts and counts. */
export function actOn({ taskOn, dueOn }: Pick<DeadlineItem, 'taskOn' | 'dueOn'>): string | null {
  return taskOn ?? dueOn;
}

/** Whether its day can be met or missed. The day an order became final, for one, is a fact and never overdue. */
export function isDue(deadline: Pick<DeadlineItem, 'kind' | 'taskOn' | 'dueOn'>): boolean {
  return actOn(deadline) !== null && ['filing', 'internal'].includes(deadline.kind);
}
