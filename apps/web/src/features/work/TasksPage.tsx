import { Group, SegmentedControl, Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { MoreButton } from '../../ui/MoreButton';
import { todayIn } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { TaskEntry } from './TaskEntry';
import { TemplatesPanel } from './TemplatesPanel';
import { useTasks } from './queries';

const states = ['open', 'asleep', 'done', 'dropped'] as const;

/** Tasks of all cases in reach: mine, the team's, what is late, and what nobody looks after. */
export function TasksPage() {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: '/shell/tasks' });
  const { whose = 'mine', state = 'open' } = search;
  const late = whose === 'overdue';
  const found = useTasks({ whose: late ? 'team' : whose, state, ...(late ? { overdue: true } : {}) });
  const today = todayIn(me.organisation.timeZone);
  const may = useMay();
  return (
    <Screen title={t('tasks.title')} lead={t('tasks.lead')} actions={<Which whose={whose} state={state} />}>
      <Panel flush>
        <Answer
          query={found}
          loading={<Loading lines={8} />}
          isEmpty={(data) => data.pages[0].items.length === 0}
          empty={
            <Empty>
              {whose === 'unattended'
                ? t('tasks.unattendedNone')
                : whose === 'mine' && state === 'open'
                  ? t('tasks.mineNone')
                  : t('tasks.none')}
            </Empty>
          }
        >
          {(data) => (
            <>
              <ul className="v-rows">
                {data.pages
                  .flatMap((page) => page.items)
                  .map((task) => (
                    <li key={task.id}>
                      <TaskEntry task={task} today={today} withClient />
                    </li>
                  ))}
              </ul>
              <MoreButton list={found} />
            </>
          )}
        </Answer>
      </Panel>
      {may('task.template') ? <TemplatesPanel /> : null}
    </Screen>
  );
}

function Which({ whose, state }: { whose: string; state: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const go = (next: { whose?: string; state?: string }): void =>
    void navigate({ to: '/tasks', search: { whose, state, ...next }, replace: true });
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        className="v-which"
        aria-label={t('tasks.whose')}
        value={whose}
        onChange={(next) => go({ whose: next })}
        data={[
          { value: 'mine', label: t('tasks.mine') },
          { value: 'team', label: t('tasks.team') },
          { value: 'overdue', label: t('tasks.overdue') },
          ...(me.user.role === 'director' ? [{ value: 'unattended', label: t('tasks.unattendedList') }] : []),
        ]}
      />
      <Select
        size="xs"
        w={130}
        aria-label={t('tasks.state')}
        data={optionsOf(states, (one) => word('taskStatus', one))}
        value={state}
        onChange={(next) => go({ state: next ?? 'open' })}
        allowDeselect={false}
      />
    </Group>
  );
}
