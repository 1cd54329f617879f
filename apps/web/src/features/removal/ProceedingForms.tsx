import { useTranslation } from 'react-i18next';
import { useCourts } from '../../api/reference';
import type { Proceeding } from '../../api/types';
import { documentForms, hearingKinds, proceedingKinds } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orAbsent, orNull, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useAddDocument, useAddProceeding, useEditProceeding } from './queries';

interface Values {
  courtCode: string;
  kind: string;
  judge: string;
  noJudge: boolean;
  noHearing: boolean;
  startedOn: string;
  hearingDate: string;
  hearingTime: string;
  hearingKind: string;
}
const text = (value: string | null | undefined): string => value ?? '';

function valuesOf(proceeding: Proceeding | undefined): Values {
  const hearing = proceeding?.nextHearing;
  return {
    courtCode: text(proceeding?.courtCode),
    kind: proceeding?.kind ?? 'removal',
    judge: text(proceeding?.judge),
    noJudge: proceeding?.noJudge ?? false,
    noHearing: proceeding?.noHearing ?? false,
    startedOn: text(proceeding?.startedOn),
    hearingDate: text(hearing?.date),
    hearingTime: text(hearing?.time).slice(0, 5),
    hearingKind: hearing?.kind ?? 'master',
  };
}

/** A new proceeding, or changes to one. */
export function ProceedingForm(props: { clientId: string; proceeding?: Proceeding; close: () => void }) {
  const { clientId, proceeding, close } = props;
  const { t } = useTranslation();
  const word = useWords();
  const courts = useCourts();
  const add = useAddProceeding();
  const edit = useEditProceeding();
  const hasHearing = ({ hearingDate, noHearing }: Values): boolean => hearingDate !== '' && !noHearing;
  const fields: Field<Values>[] = [
    {
      name: 'kind',
      kind: 'select',
      label: t('removal.kind'),
      required: true,
      options: optionsOf(proceedingKinds, (kind) => word('proceedingKind', kind)),
    },
    { name: 'courtCode', kind: 'select', label: t('removal.court'), options: courts },
    { name: 'noJudge', kind: 'switch', label: t('removal.noJudge'), hint: t('removal.judgeHint') },
    { name: 'judge', kind: 'text', label: t('removal.judge'), when: ({ noJudge }) => !noJudge },
    { name: 'noHearing', kind: 'switch', label: t('removal.noHearing') },
    { name: 'startedOn', kind: 'partial', label: t('removal.startedOn'), hint: t('form.partialHint') },
    {
      name: 'hearingDate',
      kind: 'date',
      label: t('removal.hearingDate'),
      half: true,
      path: 'nextHearing.date',
      when: ({ noHearing }) => !noHearing,
    },
    {
      name: 'hearingTime',
      kind: 'time',
      label: t('removal.hearingTime'),
      half: true,
      path: 'nextHearing.time',
      when: hasHearing,
    },
    {
      name: 'hearingKind',
      kind: 'select',
      required: true,
      label: t('removal.hearingKind'),
      options: optionsOf(hearingKinds, (kind) => word('hearingKind', kind)),
      path: 'nextHearing.kind',
      when: hasHearing,
    },
  ];
  return (
    <RecordForm<Values>
      draftKey={`proceeding:${proceeding?.id ?? clientId}`}
      version={proceeding?.version}
      fields={fields}
      initial={valuesOf(proceeding)}
      send={(values, { version, key }) => {
        const body = {
          kind: values.kind,
          courtCode: orNull(values.courtCode),
          noJudge: values.noJudge,
          judge: values.noJudge ? null : orNull(values.judge),
          startedOn: orNull(values.startedOn),
          noHearing: values.noHearing,
          nextHearing: hasHearing(values)
            ? { date: values.hearingDate, time: orNull(values.hearingTime), kind: values.hearingKind }
            : null,
        };
        return proceeding
          ? edit.mutateAsync({ path: { proceedingId: proceeding.id }, version, key, body })
          : add.mutateAsync({ path: { clientId }, key, body: known(body) });
      }}
      done={close}
      onCancel={close}
    />
  );
}

/** The paper that began it, or added charges. */
export function ChargingDocumentForm({ proceedingId, close }: { proceedingId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddDocument();
  return (
    <RecordForm
      draftKey={`document:${proceedingId}`}
      fields={[
        {
          name: 'form',
          kind: 'select',
          label: t('removal.form'),
          required: true,
          options: optionsOf(documentForms, (form) => word('documentForm', form)),
        },
        { name: 'dated', kind: 'partial', label: t('removal.dated'), hint: t('form.partialHint') },
        { name: 'servedOn', kind: 'partial', label: t('removal.servedOn') },
      ]}
      initial={{ form: '', dated: '', servedOn: '' }}
      send={({ form, dated, servedOn }, { key }) =>
        add.mutateAsync({
          path: { proceedingId },
          key,
          body: { form, dated: orAbsent(dated), servedOn: orAbsent(servedOn) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
