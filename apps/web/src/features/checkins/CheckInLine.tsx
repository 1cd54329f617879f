import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CheckIn } from '../../api/types.law';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { todayIn, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { urgencyOf } from '../deadlines/urgency';
import { OutcomeTag } from './OutcomeTag';

/** One check-in of someone: who, when in the office's own time, where. */
export function CheckInLine({ checkIn, hideDistance }: { checkIn: CheckIn; hideDistance?: boolean }) {
  const format = useFormat();
  const word = useWords();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 220px', minWidth: 0 }}>
        <Link
          className="v-row-link"
          to={checkIn.caseId ? '/cases/$caseId' : '/clients/$clientId'}
          params={{ caseId: checkIn.caseId ?? '', clientId: checkIn.clientId }}
          search={{ tab: 'check-ins' }}
        >
          {checkIn.clientName}
        </Link>
        <Text size="xs" c="dimmed">
          {checkIn.office.name}, {checkIn.office.city}
          {checkIn.method === 'in_person' ? '' : ` · ${word('checkInMethod', checkIn.method)}`}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" className="v-num" ta="right">
          {hideDistance ? '' : `${format.nearDay(checkIn.date)}, `}
          {format.time(checkIn.time)}{' '}
          <Text span size="xs" c="dimmed">
            {format.zone(checkIn.timeZone, checkIn.date)}
          </Text>
        </Text>
        {checkIn.status === 'scheduled' ? (
          hideDistance ? null : (
            <Countdown on={checkIn.date} today={todayIn(checkIn.timeZone)} tone={urgencyOf} overdue={false} />
          )
        ) : checkIn.outcome ? (
          <OutcomeTag outcome={checkIn.outcome} />
        ) : (
          <Tag>{word('checkInStatus', checkIn.status)}</Tag>
        )}
      </Group>
    </Group>
  );
}
