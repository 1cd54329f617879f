import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CheckIn } from '../../api/types';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { officeName } from './office';
import { CheckInActions } from './CheckInsTab';
import { CheckInLine } from './CheckInLine';

/** One day, by ICE office, in the local time of each. */
export function DayView({ checkIns }: { checkIns: CheckIn[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const offices = [...new Set(checkIns.map((c) => c.officeCode))];
  if (!checkIns.length) {
    return (
      <Panel>
        <Empty>{t('checkins.dayEmpty')}</Empty>
      </Panel>
    );
  }
  return (
    <Stack gap="md">
      {offices.map((code) => {
        const items = checkIns
          .filter((c) => c.officeCode === code)
          .sort((a, b) => a.time.localeCompare(b.time));
        const { office, timeZone, date } = items[0];
        return (
          <Panel
            key={code}
            flush
            title={officeName(items[0])}
            note={[
              office?.address,
              t('checkins.zoneNote', { zone: `${format.zone(timeZone, date)} (${timeZone})` }),
            ]
              .filter(Boolean)
              .join(' · ')}
            actions={<Text size="xs">{t('checkins.count', { count: items.length })}</Text>}
          >
            <ul className="v-rows">
              {items.map((checkIn) => (
                <li key={checkIn.id}>
                  <CheckInLine checkIn={checkIn} hideDistance />
                  <Group gap="xs" mt={6}>
                    <CheckInActions checkIn={checkIn} />
                  </Group>
                </li>
              ))}
            </ul>
          </Panel>
        );
      })}
    </Stack>
  );
}
