import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCourts, useOffices } from '../../api/reference';
import type { Referral } from '../../api/types';
import { caseTypes, hearingKinds } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orAbsent, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { usePlaceFields } from '../custody/place-fields';
import { useAcceptReferral, useDuplicates } from './queries';
import { detainedValues, nextKinds } from './values';

interface Values {
  clientId: string;
  type: string;
  nextKind: string;
  nextOn: string;
  time: string;
  officeCode: string;
  courtCode: string;
  hearingKind: string;
  detained: string;
  facilityCode: string;
  place: string;
  since: string;
}

function valuesOf({ details }: Referral): Values {
  return {
    clientId: '',
    type: '',
    nextKind: details?.nextKind ?? 'other',
    nextOn: details?.nextOn ?? '',
    ...{ time: '', officeCode: '', courtCode: '', hearingKind: 'other' },
    detained: details?.detained ?? '',
    ...{ facilityCode: '', place: details?.detainedAt ?? '', since: '' },
  };
}

/** The parts of what is sent that the kind of date and the answer on detention call for. */
function bodyOf(values: Values) {
  const { nextKind, nextOn, detained } = values;
  const date = { kind: nextKind, on: nextOn, time: orAbsent(values.time) };
  const where =
    nextKind === 'check_in'
      ? { officeCode: orAbsent(values.officeCode) }
      : nextKind === 'hearing'
        ? { courtCode: orAbsent(values.courtCode), hearingKind: values.hearingKind }
        : {};
  const held =
    detained === 'yes'
      ? {
          facilityCode: orAbsent(values.facilityCode),
          place: orAbsent(values.place),
          since: orAbsent(values.since),
        }
      : {};
  return {
    next: nextOn ? known({ ...date, ...where }) : null,
    detention: detained ? known({ detained, ...held }) : null,
  };
}

/** Takes somebody on. What the referral told stands in the form, to be put right before it goes into the record. */
export function AcceptForm({ referral, close }: { referral: Referral; close: () => void }) {
  const { t, i18n } = useTranslation();
  const word = useWords();
  const accept = useAcceptReferral();
  const navigate = useNavigate();
  const fields = useAcceptFields();
  const knownFields = useKnownFields(referral);
  return (
    <RecordForm<Values>
      draftKey={`accept:${referral.id}`}
      version={referral.version}
      intro={<Text size="sm">{t('intake.acceptNote')}</Text>}
      initial={valuesOf(referral)}
      submitLabel={t('intake.accept')}
      fields={[
        ...knownFields,
        {
          name: 'type',
          kind: 'select',
          required: true,
          label: t('intake.caseType'),
          path: 'case.type',
          options: optionsOf(caseTypes, (type) => word('caseType', type)),
        },
        ...fields,
      ]}
      send={async (values, { version, key }) => {
        const done = await accept.mutateAsync({
          path: { referralId: referral.id },
          version,
          key,
          body: {
            clientId: orAbsent(values.clientId),
            case: { type: values.type },
            ...bodyOf(values),
            language: i18n.language === 'es' ? 'es' : 'en',
          },
        });
        if (done.clientId) await navigate({ to: '/clients/$clientId', params: { clientId: done.clientId } });
      }}
      done={close}
      onCancel={close}
    />
  );
}

/** Who the person may be, of the clients that whoever accepts can see: by name and birth, or met in the conflict check. */
function useKnownFields({ name, birth, hits }: Referral): Field<Values>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useDuplicates(
    { name: { given: name.given, family: name.family }, birth: birth ?? undefined },
    true,
  );
  const found = new Map<string, string>();
  for (const { other } of hits)
    if (other.role === 'client' && other.client) found.set(other.client.id, other.client.name);
  for (const { client, birth: born } of data?.items ?? [])
    found.set(
      client.id,
      [client.name, born ? t('intake.born', { day: format.day(born) }) : null].filter(Boolean).join(' · '),
    );
  if (!found.size) return [];
  return [
    {
      name: 'clientId',
      kind: 'select',
      label: t('intake.isClient'),
      hint: t('intake.isClientHint'),
      path: 'clientId',
      options: [...found].map(([value, label]) => ({ value, label })),
    },
  ];
}

function useAcceptFields(): Field<Values>[] {
  const { t } = useTranslation();
  const word = useWords();
  const offices = useOffices();
  const courts = useCourts();
  const place = usePlaceFields<Values>(({ detained }) => detained === 'yes');
  const dated = ({ nextOn }: Values): boolean => nextOn !== '';
  const of = (kind: string) => (values: Values) => dated(values) && values.nextKind === kind;
  return [
    {
      name: 'nextOn',
      kind: 'date',
      label: t('intake.nextOn'),
      hint: t('intake.nextOnHint'),
      section: t('intake.carried'),
      path: 'next.on',
    },
    {
      name: 'nextKind',
      kind: 'select',
      label: t('intake.nextKind'),
      when: dated,
      path: 'next.kind',
      options: optionsOf(nextKinds, (kind) => word('nextKind', kind)),
    },
    {
      name: 'officeCode',
      kind: 'select',
      label: t('checkins.office'),
      hint: t('intake.officeHint'),
      when: of('check_in'),
      path: 'next.officeCode',
      options: offices,
    },
    {
      name: 'courtCode',
      kind: 'select',
      label: t('removal.court'),
      when: of('hearing'),
      path: 'next.courtCode',
      options: courts,
    },
    {
      name: 'hearingKind',
      kind: 'select',
      label: t('removal.hearingKind'),
      half: true,
      when: of('hearing'),
      path: 'next.hearingKind',
      options: optionsOf(hearingKinds, (kind) => word('hearingKind', kind)),
    },
    {
      name: 'time',
      kind: 'time',
      label: t('checkins.time'),
      half: true,
      when: (values) => dated(values) && values.nextKind !== 'other',
      path: 'next.time',
    },
    {
      name: 'detained',
      kind: 'select',
      label: t('intake.detained'),
      path: 'detention.detained',
      options: optionsOf(detainedValues, (one) => word('detained', one)),
    },
    ...place.map((field) => ({ ...field, path: `detention.${field.name}` })),
    {
      name: 'since',
      kind: 'date',
      label: t('intake.heldSince'),
      hint: t('intake.heldSinceHint'),
      when: ({ detained }) => detained === 'yes',
      path: 'detention.since',
    },
  ];
}
