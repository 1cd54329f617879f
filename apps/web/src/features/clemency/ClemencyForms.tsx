import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { useJurisdictions } from '../../api/reference';
import type { Application, Conviction, Grant } from '../../api/types';
import { attorneyReadings, flagValues, grantors, instrumentKinds } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orAbsent, orNull, type Field, type Option } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn } from '../../ui/format';
import { useApply, useEditGrant, useMoveStage, useRecordGrant } from './queries';

const offences = (convictions: Conviction[]): Option[] =>
  convictions.map((c) => ({
    value: c.id,
    label: [c.offence ?? c.statute, c.state].filter(Boolean).join(', '),
  }));

export function ApplyForm(props: { clientId: string; convictions: Conviction[]; close: () => void }) {
  const { t } = useTranslation();
  const jurisdictions = useJurisdictions();
  const apply = useApply();
  return (
    <RecordForm
      draftKey={`apply:${props.clientId}`}
      fields={[
        {
          name: 'jurisdiction',
          kind: 'select',
          label: t('clemency.jurisdiction'),
          required: true,
          options: jurisdictions,
        },
        {
          name: 'convictionIds',
          kind: 'multi',
          label: t('clemency.convictions'),
          options: offences(props.convictions),
        },
        { name: 'onBehalf', kind: 'switch', label: t('clemency.onBehalf') },
      ]}
      initial={{
        jurisdiction: '',
        convictionIds: props.convictions.map((c) => c.id),
        onBehalf: true,
      }}
      submitLabel={t('clemency.apply')}
      send={(body, { key }) =>
        apply.mutateAsync({ path: { clientId: props.clientId }, key, body: { ...body } })
      }
      done={props.close}
      onCancel={props.close}
    />
  );
}

export function ClemencyStageForm({ application, close }: { application: Application; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const move = useMoveStage();
  return (
    <RecordForm
      draftKey={`clemency-stage:${application.id}`}
      version={application.version}
      fields={[
        {
          name: 'stage',
          kind: 'select',
          label: t('clemency.newStage'),
          required: true,
          options: optionsOf(application.nextStages, (stage) => word('clemencyStage', stage)),
        },
        { name: 'on', kind: 'date', label: t('clemency.on'), required: true },
        { name: 'note', kind: 'textarea', label: t('common.note') },
      ]}
      initial={{ stage: '', on: todayIn(me.organisation.timeZone), note: '' }}
      submitLabel={t('clemency.moveStage')}
      send={({ stage, on, note }, { version, key }) =>
        move.mutateAsync({
          path: { applicationId: application.id },
          version,
          key,
          body: { stage, on, note: orAbsent(note) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

interface GrantValues {
  signedOn: string;
  effectiveOn: string;
  receivedOn: string;
  announcedOn: string;
  instrumentKind: string;
  grantor: string;
  wording: string;
  individual: string;
  attorneyReading: string;
  conditionsMet: string;
  convictionIds: string[];
}

const text = (value: string | null | undefined): string => value ?? '';
const said = (value: boolean | null | undefined): string =>
  value == null ? 'not_known' : value ? 'yes' : 'no';

function grantValues(grant: Grant | null, application: Application): GrantValues {
  return {
    signedOn: text(grant?.signedOn),
    effectiveOn: text(grant?.effectiveOn),
    receivedOn: text(grant?.receivedOn),
    announcedOn: text(grant?.announcedOn),
    instrumentKind: text(grant?.instrumentKind),
    grantor: text(grant?.grantor),
    wording: text(grant?.wording),
    individual: said(grant?.individual),
    attorneyReading: text(grant?.attorneyReading),
    conditionsMet: text(grant?.conditionsMet),
    convictionIds: grant ? grant.convictionIds : application.convictionIds,
  };
}

function useGrantFields(convictions: Conviction[]): Field<GrantValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  return [
    { name: 'signedOn', kind: 'date', label: t('clemency.signedOn'), half: true },
    { name: 'effectiveOn', kind: 'date', label: t('clemency.effectiveOn'), half: true },
    { name: 'receivedOn', kind: 'date', label: t('clemency.receivedOn'), half: true },
    { name: 'announcedOn', kind: 'date', label: t('clemency.announcedOn'), half: true },
    {
      name: 'instrumentKind',
      kind: 'select',
      label: t('clemency.instrument'),
      required: true,
      half: true,
      options: optionsOf(instrumentKinds, (kind) => word('instrumentKind', kind)),
    },
    {
      name: 'grantor',
      kind: 'select',
      label: t('clemency.grantor'),
      required: true,
      half: true,
      options: optionsOf(grantors, (grantor) => word('grantor', grantor)),
    },
    { name: 'wording', kind: 'textarea', label: t('clemency.wording'), hint: t('clemency.wordingHint') },
    {
      name: 'individual',
      kind: 'select',
      label: t('clemency.individual'),
      hint: t('clemency.individualHint'),
      required: true,
      options: optionsOf(flagValues, (value) => word('flag', value)),
    },
    {
      name: 'attorneyReading',
      kind: 'select',
      label: t('clemency.reading'),
      half: true,
      options: optionsOf(attorneyReadings, (reading) => word('attorneyReading', reading)),
    },
    {
      name: 'conditionsMet',
      kind: 'select',
      label: t('clemency.conditionsMet'),
      half: true,
      options: optionsOf(flagValues, (value) => word('flag', value)),
    },
    {
      name: 'convictionIds',
      kind: 'multi',
      label: t('clemency.convictions'),
      options: offences(convictions),
    },
  ];
}

/** The grant with its four dates, its kind and its words. */
export function GrantForm(props: { application: Application; convictions: Conviction[]; close: () => void }) {
  const { application, close } = props;
  const { t } = useTranslation();
  const record = useRecordGrant();
  const edit = useEditGrant();
  const fields = useGrantFields(props.convictions);
  const { grant } = application;
  return (
    <RecordForm<GrantValues>
      draftKey={`grant:${application.id}`}
      version={grant?.version ?? application.version}
      fields={fields}
      intro={
        <Text size="sm" c="dimmed">
          {t('clemency.fourDates')}
        </Text>
      }
      initial={grantValues(grant, application)}
      send={(values, { version, key }) => {
        const body = {
          ...values,
          signedOn: orNull(values.signedOn),
          effectiveOn: orNull(values.effectiveOn),
          receivedOn: orNull(values.receivedOn),
          announcedOn: orNull(values.announcedOn),
          wording: orNull(values.wording),
          individual: values.individual === 'not_known' ? null : values.individual === 'yes',
          attorneyReading: orNull(values.attorneyReading),
          conditionsMet: orNull(values.conditionsMet),
        };
        return grant
          ? edit.mutateAsync({ path: { grantId: grant.id }, version, key, body })
          : record.mutateAsync({ path: { applicationId: application.id }, version, key, body: known(body) });
      }}
      done={close}
      onCancel={close}
    />
  );
}
