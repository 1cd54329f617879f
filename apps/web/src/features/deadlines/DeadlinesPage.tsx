import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { MoreButton } from '../../ui/MoreButton';
import { todayIn } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { DeadlineList } from './DeadlineList';
import { useOfficeDeadlines } from './queries';
import { UndatedList } from './UndatedList';

/** What is asked for: those that lack a date, those whose day passed, or those within some days. */
function queryOf(within: string): Parameters<typeof useOfficeDeadlines>[0] {
  if (within === 'undated') return { needsDate: true };
  if (within === 'sign-off') return { waiting: true };
  return within === 'overdue' ? { overdue: true } : { withinDays: within };
}

/** Deadlines of all cases in reach. */
export function DeadlinesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { within = '30' } = useSearch({ from: '/shell/deadlines' });
  const found = useOfficeDeadlines(queryOf(within));
  const today = todayIn(me.organisation.timeZone);
  const undated = within === 'undated';
  return (
    <Screen
      title={t('deadlines.title')}
      lead={undated ? t('deadlines.undatedLead') : t('deadlines.lead')}
      actions={<Which within={within} />}
    >
      <Panel flush>
        <Answer
          query={found}
          loading={<Loading lines={8} />}
          isEmpty={(data) => data.pages[0].items.length === 0}
          empty={<Empty>{undated ? t('deadlines.undatedEmpty') : t('deadlines.officeEmpty')}</Empty>}
        >
          {(data) => {
            const items = data.pages.flatMap((page) => page.items);
            return (
              <>
                {undated ? (
                  <UndatedList deadlines={items} today={today} />
                ) : (
                  <DeadlineList deadlines={items} today={today} withClient actions />
                )}
                <MoreButton list={found} />
              </>
            );
          }}
        </Answer>
      </Panel>
    </Screen>
  );
}

function Which({ within }: { within: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className="v-which">
      <SegmentedControl
        size="xs"
        aria-label={t('deadlines.within')}
        value={within}
        onChange={(next) => void navigate({ to: '/deadlines', search: { within: next }, replace: true })}
        data={[
          { value: 'overdue', label: t('director.overdue') },
          ...(['7', '30', '90'] as const).map((n) => ({ value: n, label: t(`cases.within_${n}`) })),
          { value: 'undated', label: t('deadlines.undated') },
          { value: 'sign-off', label: t('signOff.list') },
        ]}
      />
    </div>
  );
}
