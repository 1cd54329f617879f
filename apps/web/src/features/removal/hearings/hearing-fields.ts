import { useTranslation } from 'react-i18next';
import { useCourts } from '../../../api/reference';
import type { Proceeding } from '../../../api/types';
import { dateStates, hearingKinds } from '../../../api/values';
import { useWords } from '../../../i18n/words';
import { optionsOf, orNull, type Field, type Option } from '../../../ui/form/field';

/** The proceedings as a choice: kind and city say which. */
export function useProceedingOptions(proceedings: Proceeding[]): Option[] {
  const word = useWords();
  return proceedings.map((each) => ({
    value: each.id,
    label: [word('proceedingKind', each.kind), each.court?.city, each.startedOn].filter(Boolean).join(', '),
  }));
}

/** When and where, as forms hold it. */
export interface DateValues {
  kind: string;
  dateState: string;
  date: string;
  time: string;
  courtCode: string;
}
const isDated = ({ dateState }: DateValues): boolean => dateState !== 'not_known_yet';
/** As the server takes it. */
export const dateBody = (values: DateValues) => ({
  dateState: values.dateState,
  date: isDated(values) ? orNull(values.date) : null,
  time: isDated(values) ? orNull(values.time) : null,
});

/** Kind, date, clock and court, the same wherever a hearing is written down. */
export function useDateFields<V extends DateValues>(path = ''): Field<V>[] {
  const { t } = useTranslation();
  const word = useWords();
  const courts = useCourts();
  const dated = (values: V): boolean => isDated(values);
  const fields: Field<DateValues>[] = [
    {
      name: 'kind',
      kind: 'select',
      label: t('hearings.kind'),
      required: true,
      half: true,
      options: optionsOf(hearingKinds, (kind) => word('hearingKind', kind)),
    },
    {
      name: 'dateState',
      kind: 'select',
      label: t('hearings.dateState'),
      required: true,
      half: true,
      options: optionsOf(dateStates, (state) => word('dateState', state)),
    },
    { name: 'date', kind: 'date', label: t('hearings.date'), half: true, required: true },
    { name: 'time', kind: 'time', label: t('hearings.time'), half: true },
    { name: 'courtCode', kind: 'select', label: t('hearings.court'), options: courts },
  ];
  return fields.map((field) => ({
    ...(field as unknown as Field<V>),
    path: `${path}${field.name}`,
    ...(field.name === 'date' || field.name === 'time' ? { when: dated } : {}),
  }));
}
