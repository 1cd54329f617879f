import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { staySources } from './values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { usePlaceFields } from './place-fields';
import { useRecordStay } from './queries';

interface StayValues {
  facilityCode: string;
  place: string;
  source: string;
  on: string;
  time: string;
  note: string;
}

/** Where the client was seen; another place than before is a transfer. */
export function StayForm({ episodeId, close }: { episodeId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const record = useRecordStay();
  const place = usePlaceFields<StayValues>();
  return (
    <RecordForm<StayValues>
      draftKey={`stay:${episodeId}`}
      intro={<Text size="sm">{t('custodyFile.addStayHint')}</Text>}
      fields={[
        ...place,
        {
          name: 'source',
          kind: 'select',
          label: t('custodyFile.source'),
          required: true,
          options: optionsOf(staySources, (one) => word('staySource', one)),
        },
        {
          name: 'on',
          kind: 'date',
          label: t('custodyFile.seenOn'),
          hint: t('custodyFile.seenNow'),
          half: true,
        },
        { name: 'time', kind: 'time', label: t('custodyFile.seenTime'), half: true },
        { name: 'note', kind: 'textarea', label: t('custodyFile.note') },
      ]}
      initial={{ facilityCode: '', place: '', source: '', on: '', time: '', note: '' }}
      send={({ source, ...more }, { key }) =>
        record.mutateAsync({
          path: { episodeId },
          key,
          body: {
            source,
            ...known({
              facilityCode: orNull(more.facilityCode),
              place: orNull(more.place),
              on: orNull(more.on),
              time: orNull(more.time),
              note: orNull(more.note),
            }),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
