import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { CaseFile } from '../../api/types';
import { todayIn } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { DeadlineList } from './DeadlineList';
import { useClientDeadlines } from './queries';

/** The client's deadlines: open ones by date, then what is behind. */
export function DeadlinesTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const me = useMe();
  const deadlines = useClientDeadlines(file.client.id);
  const today = todayIn(me.organisation.timeZone);
  return (
    <Answer
      query={deadlines}
      isEmpty={(data) => data.items.length === 0}
      empty={
        <Panel title={t('deadlines.title')}>
          <Empty>{t('deadlines.empty')}</Empty>
        </Panel>
      }
    >
      {(data) => {
        const open = data.items
          .filter((d) => d.status === 'open')
          .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
        const rest = data.items.filter((d) => d.status !== 'open');
        return (
          <Stack gap="md">
            <Panel flush title={t('deadlines.openTitle')}>
              <DeadlineList deadlines={open} today={today} actions />
            </Panel>
            {rest.length ? (
              <Panel flush title={t('deadlines.doneTitle')}>
                <DeadlineList deadlines={rest} today={today} actions />
              </Panel>
            ) : null}
          </Stack>
        );
      }}
    </Answer>
  );
}
