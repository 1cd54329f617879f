import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustodyPlan } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { LawText } from '../deadlines/LawText';
import { urgencyOf } from '../deadlines/urgency';
import { Because, Cautions } from './Because';

type Milestone = CustodyPlan['milestones'][number];

/** Reviews and limits of custody. What has passed is folded away, and still there. */
export function MilestonesPanel({ plan, today }: { plan: CustodyPlan; today: string }) {
  const { t } = useTranslation();
  const ahead = plan.milestones.filter(({ passed }) => !passed);
  const passed = plan.milestones.filter((each) => each.passed);
  return (
    <Panel flush title={t('standing.custody')} note={t('standing.custodyNote')}>
      <ul className="v-rows">
        <li>
          <Text size="sm">{t('standing.removalPeriod')}</Text>
          <Because why={plan.removalPeriod.why} citation={plan.removalPeriod.citation} />
        </li>
        {ahead.map((milestone) => (
          <li key={milestone.name + milestone.countedFrom}>
            <One milestone={milestone} today={today} />
          </li>
        ))}
      </ul>
      {passed.length ? (
        <details className="v-phase">
          <summary>{t('standing.custodyPassed', { count: passed.length })}</summary>
          <ul className="v-rows">
            {passed.map((milestone) => (
              <li key={milestone.name + milestone.countedFrom}>
                <One milestone={milestone} today={today} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}

function One({ milestone, today }: { milestone: Milestone; today: string }) {
  const word = useWords();
  const format = useFormat();
  const days = [{ on: milestone.on, label: '' }, ...milestone.alternates].sort((a, b) =>
    a.on < b.on ? -1 : 1,
  );
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={600} span className="v-num">
          {format.longDay(days[0].on)}
        </Text>
        {milestone.passed ? null : <Countdown on={days[0].on} today={today} tone={urgencyOf} />}
      </Group>
      <Text size="sm">
        <span lang="en">{milestone.title}</span>{' '}
        <Text span size="xs" c="dimmed">
          {word('countedFrom', milestone.countedFrom)}, {format.day(milestone.startOn)}
        </Text>
      </Text>
      {days.length > 1 ? (
        <Text size="xs" c="dimmed">
          {days.map(({ on, label }, at) => (
            <span key={on + label}>
              {at > 0 ? ' · ' : ''}
              <span className="v-num">{format.day(on)}</span> {label ? <LawText>{label}</LawText> : null}
            </span>
          ))}
        </Text>
      ) : null}
      <Because why={milestone.citation} trace={milestone.trace}>
        <Cautions items={milestone.warnings} />
      </Because>
    </>
  );
}
