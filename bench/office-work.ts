import { newId } from '@app/platform';
import type { Put, Row } from './fill-office';
import { mixed } from './names';

/** Every so many clients have something to be done, from three weeks ago to ten ahead. */
const TASKED = 4;
/** Every so many clients have a check-in to come. */
const DUE = 4;

/** Something to be done for each fourth client. */
export async function putTasks(put: Put, rows: Row[]): Promise<void> {
  const due = rows.filter(({ n }) => mixed(n, 21) % TASKED === 0).map((row) => ({ ...row, taskId: newId() }));
  await put(
    'task',
    {
      ...{
        id: 'uuid',
        client_id: 'uuid',
        case_id: 'uuid',
        title: 'bytea',
        assignee_id: 'uuid',
        due_on: 'date',
      },
      ...{ priority: 'text', created_by: 'uuid' },
    },
    due.map(({ id, caseId, taskId, n, own, team: [attorney] }) => ({
      ...{ id: taskId, client_id: id, case_id: caseId, assignee_id: attorney, created_by: attorney },
      title: own.box('task', taskId).seal('title', 'Ask the court for the record'),
      due_on: new Date(Date.now() + ((n % 90) - 20) * 86_400_000).toISOString().slice(0, 10),
      priority: 'normal',
    })),
  );
}

/** Spread over the next two months. */
export async function putCheckIns(put: Put, rows: Row[]): Promise<void> {
  const due = rows.filter(({ n }) => mixed(n, 22) % DUE === 0).map((row) => ({ ...row, checkInId: newId() }));
  await put(
    'check_in',
    {
      ...{
        id: 'uuid',
        client_id: 'uuid',
        office_code: 'bytea',
        time_zone: 'bytea',
        on_date: 'date',
        at_time: 'text',
      },
      ...{ method: 'text', status: 'text', created_by: 'uuid' },
    },
    due.map(({ id, checkInId, n, own, team: [attorney] }) => {
      const box = own.box('check_in', checkInId);
      return {
        ...{ id: checkInId, client_id: id, at_time: '09:00', method: 'in_person', status: 'scheduled' },
        office_code: box.seal('office_code', 'BOS'),
        time_zone: box.seal('time_zone', 'America/New_York'),
        on_date: new Date(Date.now() + (n % 60) * 86_400_000).toISOString().slice(0, 10),
        created_by: attorney,
      };
    }),
  );
}
