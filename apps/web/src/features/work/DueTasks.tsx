import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { useMay, useMe } from '../../app/session';
import { todayIn } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { TaskEntry } from './TaskEntry';
import { useCaseTasks } from './queries';

const MOST = 5;

/** What of the work on this case has a day, the nearest first: on the first page, where a date cannot be overlooked. */
export function DueTasks({ file }: { file: CaseFile }) {
  return useMay()('task.read') ? <Due file={file} /> : null;
}

function Due({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const today = todayIn(useMe().organisation.timeZone);
  const { data } = useCaseTasks(file.id);
  const due = (data?.items ?? [])
    .filter((task) => task.status === 'open' && task.dueOn !== null)
    .sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : Number(a.dueOn! > b.dueOn!)))
    .slice(0, MOST);
  if (due.length === 0) return null;
  return (
    <Panel flush title={t('tasks.dueHere')}>
      <ul className="v-rows">
        {due.map((task) => (
          <li key={task.id}>
            <TaskEntry task={task} today={today} still />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
