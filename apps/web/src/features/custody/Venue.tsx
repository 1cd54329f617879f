import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustodyFile } from '../../api/types';
import { useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { Notice } from '../../ui/Tag';
import { placeText } from './place-text';

const HOUR_MS = 3_600_000;
/** The first days are counted by the hour: that is how long the venue of a petition may stay where it is. */
const HOURS_COUNT = 96;

/** Since when the client is held, and where a petition for habeas corpus would go. */
export function Venue({ file }: { file: CustodyFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!file.detainedAt) return null;
  const hours = Math.max(0, Math.floor((Date.parse(file.now) - Date.parse(file.detainedAt)) / HOUR_MS));
  return (
    <>
      <Notice tone="urgent" icon={<IconLock size={18} aria-hidden />}>
        <Text size="sm" fw={600}>
          {t(hours < HOURS_COUNT ? 'custodyFile.heldHours' : 'custodyFile.heldDays', {
            when: file.hourKnown ? format.instant(file.detainedAt) : format.longDay(file.since),
            count: hours < HOURS_COUNT ? hours : Math.floor(hours / 24),
          })}
        </Text>
        {file.hourKnown ? null : <Text size="sm">{t('custodyFile.hourUnknown')}</Text>}
      </Notice>
      <Panel title={t('custodyFile.venue')} note={t('custodyFile.venueNote')}>
        {file.venue ? (
          <Facts
            absent={t('common.notRecorded')}
            items={[
              [
                t('custodyFile.lastSeen'),
                t('custodyFile.lastSeenLine', {
                  place: placeText(file.venue.lastSeen) || t('custodyFile.placeHidden'),
                  count: file.venue.hoursSince,
                }),
              ],
              [t('custodyFile.court'), <Courts key="courts" venue={file.venue} />],
            ]}
          />
        ) : (
          <Text size="sm">{t('custodyFile.neverSeen')}</Text>
        )}
      </Panel>
    </>
  );
}

function Courts({ venue }: { venue: NonNullable<CustodyFile['venue']> }) {
  const { t } = useTranslation();
  const courts = venue.courts.map(({ citation }) => citation);
  if (courts.length === 0) return <>{t('custodyFile.courtUnknown')}</>;
  if (courts.length === 1)
    return (
      <>
        {courts[0]} <span lang="en">({venue.courts[0].name})</span>
      </>
    );
  return <>{t('custodyFile.courtsSeveral', { courts: courts.join(', ') })}</>;
}
