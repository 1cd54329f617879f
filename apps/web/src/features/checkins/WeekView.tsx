import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CheckIn } from '../../api/types';
import { addDays, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { useWords } from '../../i18n/words';
import { ClientLink } from '../clients/ClientLink';
import { OutcomeTag } from './OutcomeTag';

const byTime = (a: CheckIn, b: CheckIn): number => a.time.localeCompare(b.time);

/** Seven days side by side; one under the other on a phone. */
export function WeekView(props: {
  from: string;
  today: string;
  checkIns: CheckIn[];
  onDay: (day: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(props.from, n));
  return (
    <ol className="v-week">
      {days.map((day) => {
        const items = props.checkIns.filter((c) => c.date === day).sort(byTime);
        return (
          <li
            key={day}
            className="v-week-day"
            data-today={day === props.today || undefined}
            data-empty={items.length === 0 || undefined}
          >
            <UnstyledButton
              className="v-week-head"
              onClick={() => props.onDay(day)}
              aria-current={day === props.today ? 'date' : undefined}
            >
              <Text span size="sm" fw={600} className="v-num">
                {format.nearDay(day)}
              </Text>
              <Text span size="xs" c="dimmed">
                {items.length
                  ? t('checkins.count', { count: items.length })
                  : day === props.today
                    ? t('race.today')
                    : ''}
              </Text>
            </UnstyledButton>
            <ul className="v-week-items">
              {items.map((checkIn) => (
                <Entry key={checkIn.id} checkIn={checkIn} />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function Entry({ checkIn }: { checkIn: CheckIn }) {
  const format = useFormat();
  const word = useWords();
  return (
    <li className="v-week-item">
      <Text size="xs" className="v-num">
        {format.time(checkIn.time)} {format.zone(checkIn.timeZone, checkIn.date)}
      </Text>
      <ClientLink clientId={checkIn.clientId} tab="check-ins">
        {checkIn.clientName}
      </ClientLink>
      <Text size="xs" c="dimmed">
        {checkIn.office?.city ?? checkIn.officeCode}
      </Text>
      {checkIn.outcome ? (
        <OutcomeTag outcome={checkIn.outcome} />
      ) : checkIn.status === 'scheduled' ? null : (
        <Tag>{word('checkInStatus', checkIn.status)}</Tag>
      )}
    </li>
  );
}
