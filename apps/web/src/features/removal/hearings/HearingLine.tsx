import { Group, Text } from '@mantine/core';
import type { HearingAhead } from '../../../api/types';
import { useWords } from '../../../i18n/words';
import { Countdown } from '../../../ui/Countdown';
import { useFormat } from '../../../ui/format';
import { ClientLink } from '../../clients/ClientLink';
import { urgencyOf } from '../../deadlines/urgency';

/** One hearing of someone: who, what kind, when at the court. */
export function HearingLine({ hearing, today }: { hearing: HearingAhead; today: string }) {
  const word = useWords();
  const format = useFormat();
  const control = hearing.dateState === 'control_date';
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 220px', minWidth: 0 }}>
        <ClientLink clientId={hearing.clientId} caseId={hearing.caseId} tab="removal">
          {hearing.name}
        </ClientLink>
        <Text size="xs" c="dimmed">
          {[word('hearingKind', hearing.kind), control ? word('dateState', hearing.dateState) : '']
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" className="v-num" ta="right">
          {[format.nearDay(hearing.on), format.time(hearing.time)].filter(Boolean).join(', ')}
        </Text>
        {control ? null : <Countdown on={hearing.on} today={today} tone={urgencyOf} overdue={false} />}
      </Group>
    </Group>
  );
}
