import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { English, LawWords } from './LawText';
import type { ClosedDay } from './types';

/** Closed days with what each does to a date. */
export function ClosedDays({ days }: { days: ClosedDay[] }) {
  const word = useWords();
  const format = useFormat();
  return (
    <ul className="v-rows law-days">
      {days.map((day) => (
        <li key={day.on + day.layer + day.name}>
          <span className="v-num law-day">{format.longDay(day.on)}</span>
          <div>
            <Text size="sm" fw={600} span>
              <English>{day.name}</English>
            </Text>{' '}
            <Text size="xs" c="dimmed" span>
              {word('calendarLayer', day.layer)} · <LawWords text={day.authority} />
            </Text>
            {day.doubt ? (
              <Text size="xs" c="var(--v-soon)">
                <English>{day.doubt}</English>
              </Text>
            ) : null}
          </div>
          <Effect rolls={day.rolls} />
        </li>
      ))}
    </ul>
  );
}

function Effect({ rolls }: { rolls: boolean }) {
  const { t } = useTranslation();
  return rolls ? (
    <Tag tone="accent" title={t('lawCalendar.movesWhy')}>
      {t('lawCalendar.moves')}
    </Tag>
  ) : (
    <Tag title={t('lawCalendar.boundsWhy')}>{t('lawCalendar.bounds')}</Tag>
  );
}
