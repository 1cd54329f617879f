import { useTranslation } from 'react-i18next';
import type { TimeEntry } from '../../api/types';
import { activities } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useEditTime, useFunding, useRecordTime } from './queries';

/** Minutes on a day, for what, and what pays for it. */
export function TimeForm(props: {
  caseId: string;
  today: string;
  entry?: TimeEntry;
  minutes?: number;
  close: () => void;
}) {
  const { t } = useTranslation();
  const word = useWords();
  const [record, edit] = [useRecordTime(), useEditTime()];
  const funding = useFunding();
  const { entry, caseId, close } = props;
  return (
    <RecordForm
      draftKey={entry ? `time-edit:${entry.id}` : `time:${caseId}`}
      version={entry?.version}
      fields={[
        { name: 'on', kind: 'date', label: t('time.on'), required: true, half: true },
        { name: 'minutes', kind: 'number', label: t('time.minutes'), required: true, half: true },
        {
          name: 'activity',
          kind: 'select',
          label: t('time.activity'),
          required: true,
          options: optionsOf(activities, (one) => word('activity', one)),
        },
        {
          name: 'fundingId',
          kind: 'select',
          label: t('time.funding'),
          options: (funding.data?.items ?? []).map(({ id, code, name }) => ({
            value: id,
            label: `${code} ${name}`,
          })),
        },
        { name: 'note', kind: 'textarea', label: t('common.note') },
      ]}
      initial={{
        on: entry?.on ?? props.today,
        minutes: String(entry?.minutes ?? props.minutes ?? ''),
        activity: entry?.activity ?? 'meeting',
        fundingId: entry?.fundingId ?? '',
        note: entry?.note ?? '',
      }}
      send={(values, { version, key }) => {
        const { on, activity } = values;
        const body = {
          ...{ on, activity, minutes: Number(values.minutes) },
          ...{ fundingId: orNull(values.fundingId), note: orNull(values.note) },
        };
        return entry
          ? edit.mutateAsync({ path: { entryId: entry.id }, version, key, body })
          : record.mutateAsync({ path: { caseId }, key, body });
      }}
      done={close}
      onCancel={close}
    />
  );
}
