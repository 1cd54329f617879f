import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustodyPlan } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { Because, Cautions } from './Because';
import { useWallClock } from './wall-clock';

type Hour = CustodyPlan['hours'][number];

const TONES = { done: 'good', late: 'urgent', now: 'soon', coming: 'plain' } as const;

/** Acts that belong to the same hours, together. */
function windowsOf(hours: Hour[]): Hour[][] {
  const found = new Map<string, Hour[]>();
  for (const hour of hours) {
    const key = `${hour.fromHour}-${hour.toHour}`;
    found.set(key, [...(found.get(key) ?? []), hour]);
  }
  return [...found.values()];
}

/** The hours after a detention, to be read on a phone in a corridor: what, why, and by when on the office's clock. */
export function DetainedPanel({ plan }: { plan: CustodyPlan }) {
  const { t } = useTranslation();
  const clock = useWallClock();
  return (
    <Panel
      flush
      title={t('standing.detained')}
      note={t('standing.detainedSince', { when: clock(plan.detainedAtLocal), hours: plan.hoursPassed })}
    >
      <ol className="v-hours">
        {windowsOf(plan.hours).map((hours) => (
          <li key={hours[0].id} data-standing={hours[0].standing} className="v-hours-window">
            <Window hours={hours} />
          </li>
        ))}
      </ol>
      {plan.clocks.length ? <Clocks clocks={plan.clocks} /> : null}
      <Ahead plan={plan} />
      <div className="v-inset">
        <Cautions items={plan.warnings} />
      </div>
    </Panel>
  );
}

function Window({ hours }: { hours: Hour[] }) {
  const { t } = useTranslation();
  const clock = useWallClock();
  const [{ fromHour, toHour, toLocal, standing }] = hours;
  return (
    <>
      <Group gap="xs" className="v-hours-head">
        <strong className="v-num">{t('standing.hours', { from: fromHour, to: toHour })}</strong>
        <span className="v-num">{t('standing.by', { when: clock(toLocal) })}</span>
        <Tag tone={TONES[standing]}>{t(`standing.hour_${standing}`)}</Tag>
      </Group>
      <ul>
        {hours.map((hour) => (
          <li key={hour.id}>
            <span lang="en" className="v-hours-what">
              {hour.title}
            </span>
            <Because why={hour.why} trace={hour.trace} citation={hour.citation} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Clocks({ clocks }: { clocks: CustodyPlan['clocks'] }) {
  const { t } = useTranslation();
  const clock = useWallClock();
  return (
    <div className="v-inset">
      <h3>{t('standing.clocks')}</h3>
      <ul className="v-stays">
        {clocks.map((one) => (
          <li key={one.ruleId}>
            <Group gap="xs">
              <Text size="sm" span lang="en">
                {one.title}
              </Text>
              <Tag tone={one.passed ? 'urgent' : 'soon'}>
                {t(one.passed ? 'standing.clockPassed' : 'standing.clockRuns', { when: clock(one.atLocal) })}
              </Tag>
            </Group>
            <Because why={one.citation}>
              <Cautions items={one.warnings} />
            </Because>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Ahead({ plan }: { plan: CustodyPlan }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <div className="v-inset">
      <h3>{t('standing.days')}</h3>
      <ul className="v-stays">
        {plan.days.map((day) => (
          <li key={day.id}>
            <Group gap="xs">
              <span className="v-num">{format.longDay(day.on)}</span>
              {day.late ? <Tag tone="urgent">{word('planStanding', 'late')}</Tag> : null}
            </Group>
            <Text size="sm" lang="en">
              {day.title}
            </Text>
            <Because why={day.why} trace={day.trace} citation={day.citation} />
          </li>
        ))}
        {plan.daily.map((item) => (
          <li key={item.id}>
            <span>{t('standing.daily')}</span>
            <Text size="sm" lang="en">
              {item.title}
            </Text>
            <Because why={item.why} citation={item.citation} />
          </li>
        ))}
      </ul>
    </div>
  );
}
