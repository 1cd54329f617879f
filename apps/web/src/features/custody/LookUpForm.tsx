import { useTranslation } from 'react-i18next';
import { lookedInValues, lookUpResults } from './values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { usePlaceFields } from './place-fields';
import { useRecordLookUp } from './queries';

interface LookUpValues {
  lookedIn: string;
  result: string;
  facilityCode: string;
  place: string;
  on: string;
  time: string;
  note: string;
}

const somewhere = ({ result }: LookUpValues): boolean => result === 'found' || result === 'unclear';

/** A look-up that a person made. */
export function LookUpForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const record = useRecordLookUp();
  const place = usePlaceFields<LookUpValues>(somewhere);
  return (
    <RecordForm<LookUpValues>
      draftKey={`look-up:${clientId}`}
      fields={[
        {
          name: 'lookedIn',
          kind: 'select',
          label: t('custodyFile.lookedIn'),
          required: true,
          options: optionsOf(lookedInValues, (one) => word('lookedIn', one)),
        },
        {
          name: 'result',
          kind: 'select',
          label: t('custodyFile.result'),
          required: true,
          options: optionsOf(lookUpResults, (one) => word('lookUpResult', one)),
        },
        ...place,
        {
          name: 'on',
          kind: 'date',
          label: t('custodyFile.lookedOn'),
          hint: t('custodyFile.seenNow'),
          half: true,
        },
        { name: 'time', kind: 'time', label: t('custodyFile.seenTime'), half: true },
        { name: 'note', kind: 'textarea', label: t('custodyFile.note') },
      ]}
      initial={{ lookedIn: '', result: '', facilityCode: '', place: '', on: '', time: '', note: '' }}
      send={(values, { key }) => {
        const { lookedIn, result, ...more } = values;
        return record.mutateAsync({
          path: { clientId },
          key,
          body: {
            lookedIn,
            result,
            ...known({
              facilityCode: somewhere(values) ? orNull(more.facilityCode) : null,
              place: somewhere(values) ? orNull(more.place) : null,
              on: orNull(more.on),
              time: orNull(more.time),
              note: orNull(more.note),
            }),
          },
        });
      }}
      done={close}
      onCancel={close}
    />
  );
}
