import { useTranslation } from 'react-i18next';
import type { Hearing, Proceeding } from '../../../api/types';
import { adjournments, hearingEnds, hearingKinds, placeKinds } from '../../../api/values';
import { useWords } from '../../../i18n/words';
import { optionsOf, orAbsent, orNull, type Field } from '../../../ui/form/field';
import { RecordForm } from '../../../ui/form/RecordForm';
import { useAddHearing, useEndHearing, useJudges, useMoveHearing } from '../queries';
import { dateBody, useDateFields, useProceedingOptions, type DateValues } from './hearing-fields';

interface HearingValues extends DateValues {
  proceedingId: string;
  judgeId: string;
  placeKind: string;
  place: string;
  reason: string;
}

function usePlaceFields(): Field<HearingValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  const judges = (useJudges().data?.items ?? [])
    .filter((judge) => judge.active)
    .map(({ id, name, courtName }) => ({ value: id, label: [name, courtName].filter(Boolean).join(', ') }));
  return [
    {
      name: 'judgeId',
      kind: 'select',
      label: t('hearings.judge'),
      hint: t('hearings.judgeHint'),
      options: judges,
    },
    {
      name: 'placeKind',
      kind: 'select',
      label: t('hearings.placeKind'),
      required: true,
      half: true,
      options: optionsOf(placeKinds, (kind) => word('placeKind', kind)),
    },
    { name: 'place', kind: 'text', label: t('hearings.place'), half: true },
  ];
}

/** Another date keeps the clock, the judge and the room until somebody says otherwise. */
function beginWith(proceedings: Proceeding[], hearing?: Hearing): HearingValues {
  return {
    proceedingId: proceedings.at(-1)?.id ?? '',
    kind: hearing?.kind ?? 'master',
    ...{ dateState: 'known', date: '', courtCode: '', reason: '' },
    time: hearing?.time ?? '',
    judgeId: hearing?.judge?.id ?? '',
    placeKind: hearing?.placeKind ?? 'not_known',
    place: hearing?.place ?? '',
  };
}

/** A new hearing, or another date for one. */
export function HearingForm(props: { proceedings: Proceeding[]; hearing?: Hearing; close: () => void }) {
  const { proceedings, hearing, close } = props;
  const { t } = useTranslation();
  const options = useProceedingOptions(proceedings);
  const dates = useDateFields<HearingValues>();
  const places = usePlaceFields();
  const add = useAddHearing();
  const move = useMoveHearing();
  const which: Field<HearingValues> = {
    name: 'proceedingId',
    kind: 'select',
    label: t('hearings.proceeding'),
    required: true,
    options,
  };
  const why: Field<HearingValues> = { name: 'reason', kind: 'text', label: t('hearings.reason') };
  const askWhich = !hearing && options.length > 1;
  return (
    <RecordForm<HearingValues>
      draftKey={`hearing:${hearing?.id ?? proceedings[0]?.id ?? ''}`}
      version={hearing?.version}
      fields={[...(askWhich ? [which] : []), ...dates, ...places, ...(hearing ? [why] : [])]}
      initial={beginWith(proceedings, hearing)}
      send={(values, { version, key }) => {
        const body = {
          kind: values.kind,
          ...dateBody(values),
          courtCode: orAbsent(values.courtCode),
          judgeId: orNull(values.judgeId),
          placeKind: values.placeKind,
          place: orNull(values.place),
        };
        return hearing
          ? move.mutateAsync({
              path: { hearingId: hearing.id },
              version,
              key,
              body: { ...body, reason: orAbsent(values.reason) },
            })
          : add.mutateAsync({ path: { proceedingId: values.proceedingId }, key, body });
      }}
      done={close}
      onCancel={close}
    />
  );
}

interface EndValues {
  status: string;
  adjournment: string;
  result: string;
  followed: boolean;
  nextKind: string;
  nextDate: string;
  nextTime: string;
}

/** How a hearing ended, and the one that follows. */
export function EndHearingForm({ hearing, close }: { hearing: Hearing; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const end = useEndHearing();
  const followed = (values: EndValues): boolean => values.followed;
  return (
    <RecordForm<EndValues>
      draftKey={`hearing-end:${hearing.id}`}
      version={hearing.version}
      fields={[
        {
          name: 'status',
          kind: 'select',
          label: t('hearings.status'),
          required: true,
          options: optionsOf(hearingEnds, (status) => word('hearingStatus', status)),
        },
        {
          name: 'adjournment',
          kind: 'select',
          label: t('hearings.adjournment'),
          options: optionsOf(adjournments, (reason) => word('adjournment', reason)),
          when: ({ status }) => status === 'adjourned',
        },
        { name: 'result', kind: 'textarea', label: t('hearings.result') },
        { name: 'followed', kind: 'switch', label: t('hearings.followed') },
        {
          name: 'nextKind',
          kind: 'select',
          label: t('hearings.nextKind'),
          required: true,
          path: 'next.kind',
          options: optionsOf(hearingKinds, (kind) => word('hearingKind', kind)),
          when: followed,
        },
        {
          name: 'nextDate',
          kind: 'date',
          label: t('hearings.nextDate'),
          half: true,
          required: true,
          path: 'next.date',
          when: followed,
        },
        {
          name: 'nextTime',
          kind: 'time',
          label: t('hearings.nextTime'),
          half: true,
          path: 'next.time',
          when: followed,
        },
      ]}
      initial={{
        ...{ status: '', adjournment: '', result: '', followed: false },
        ...{ nextKind: hearing.kind, nextDate: '', nextTime: '' },
      }}
      send={(values, { version, key }) =>
        end.mutateAsync({
          path: { hearingId: hearing.id },
          version,
          key,
          body: {
            status: values.status,
            adjournment: values.status === 'adjourned' ? orNull(values.adjournment) : null,
            result: orNull(values.result),
            ...(values.followed
              ? {
                  next: {
                    kind: values.nextKind,
                    dateState: 'known',
                    date: values.nextDate,
                    time: orNull(values.nextTime),
                  },
                }
              : {}),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
