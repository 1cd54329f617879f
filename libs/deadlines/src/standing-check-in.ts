import { checkInPlan } from '@app/rules';
import type { ChronologyRow } from './chronology.queries';
import type { Circumstances } from './standing-circumstances';
import { mutable } from './standing-copy';
import type { CheckInPlanView } from './standing-plans.view';

/** The next appointment that stands; when none is ahead, the last one that has passed without an outcome. */
function appointmentOf({ rows, today }: Circumstances): (ChronologyRow & { on_date: string }) | null {
  const standing = rows
    .filter(
      (row): row is ChronologyRow & { on_date: string } => row.kind === 'check_in' && row.on_date !== null,
    )
    .filter(({ attributes }) => attributes.status === 'scheduled')
    .sort((a, b) => (a.on_date < b.on_date ? -1 : Number(a.on_date > b.on_date)));
  return standing.find(({ on_date: on }) => on >= today) ?? standing.at(-1) ?? null;
}

/** The preparation of a check-in, or null when none is scheduled. */
export function checkInPlanView(about: Circumstances): CheckInPlanView | null {
  const appointment = appointmentOf(about);
  if (!appointment) return null;
  const doneIds = about.progress.checkIns.get(appointment.source_id) ?? [];
  const on = { checkInOn: appointment.on_date, today: about.today, doneIds };
  const plan = mutable(checkInPlan({ ...on, ...about.law }));
  const items = plan.items.map(({ done: _, late: __, ...item }) => item);
  return { checkInId: appointment.source_id, ...plan, items };
}
