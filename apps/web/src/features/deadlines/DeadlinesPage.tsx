import { Button, Group, SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { todayIn } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { DeadlineList } from './DeadlineList';
import { useOfficeDeadlines } from './queries';

/** Deadlines of all cases in reach. */
export function DeadlinesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { within = '30' } = useSearch({ from: '/shell/deadlines' });
  const found = useOfficeDeadlines(within === 'overdue' ? { overdue: true } : { withinDays: within });
  const today = todayIn(me.organisation.timeZone);
  return (
    <Screen
      title={t('deadlines.title')}
      lead={t('deadlines.lead')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('deadlines.within')}
          value={within}
          onChange={(next) => void navigate({ to: '/deadlines', search: { within: next }, replace: true })}
          data={[
            { value: 'overdue', label: t('director.overdue') },
            ...(['7', '30', '90'] as const).map((n) => ({ value: n, label: t(`cases.within_${n}`) })),
          ]}
        />
      }
    >
      <Panel flush>
        <Answer
          query={found}
          loading={<Loading lines={8} />}
          isEmpty={(data) => data.pages[0].items.length === 0}
          empty={<Empty>{t('deadlines.officeEmpty')}</Empty>}
        >
          {(data) => (
            <>
              <DeadlineList
                deadlines={data.pages.flatMap((page) => page.items)}
                today={today}
                withClient
                actions
              />
              {found.hasNextPage ? (
                <Group p="sm" justify="flex-end">
                  <Button
                    size="xs"
                    variant="default"
                    loading={found.isFetchingNextPage}
                    onClick={() => void found.fetchNextPage()}
                  >
                    {t('common.more')}
                  </Button>
                </Group>
              ) : null}
            </>
          )}
        </Answer>
      </Panel>
    </Screen>
  );
}
