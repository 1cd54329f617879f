import { Group, Text } from '@mantine/core';
import type { CheckIn } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { todayIn, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { urgencyOf } from '../deadlines/urgency';
import { ClientLink } from '../clients/ClientLink';
import { officeName } from './office';
import { OutcomeTag } from './OutcomeTag';

/** One check-in of someone: who, when in the office's own time, where. */
export function CheckInLine({ checkIn, hideDistance }: { checkIn: CheckIn; hideDistance?: boolean }) {
  const format = useFormat();
  const word = useWords();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 220px', minWidth: 0 }}>
        <ClientLink clientId={checkIn.clientId} tab="check-ins">
          {checkIn.clientName}
        </ClientLink>
        <Text size="xs" c="dimmed">
          {officeName(checkIn)}
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
