import { Box } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { caseTypes, contactKinds } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orAbsent, type Field, type RowValue } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn } from '../../ui/format';
import { Screen } from '../../ui/Screen';
import { LikeThis } from '../intake/LikeThis';
import { mayAnswer, useColleagues } from '../staff/queries';
import { personBody, usePersonFields, valuesOf, type PersonValues } from './client-fields';
import { useCreateClient } from './queries';

interface NewClient extends PersonValues {
  contacts: RowValue[];
  caseType: string;
  responsibleId: string;
  openedOn: string;
}

/** A new client with the case they came for. */
export function NewClientPage() {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const create = useCreateClient();
  const person = usePersonFields<NewClient>(false);
  const colleagues = useColleagues(mayAnswer);
  const fields: Field<NewClient>[] = [
    ...person,
    {
      name: 'contacts',
      kind: 'rows',
      label: t('clients.contacts'),
      section: t('clients.contactsSection'),
      addLabel: t('clients.addContact'),
      newRow: { kind: 'phone', value: '', label: '', safeToContact: false },
      columns: [
        {
          name: 'kind',
          kind: 'select',
          required: true,
          label: t('clients.contactKind'),
          options: optionsOf(contactKinds, (kind) => word('contactKind', kind)),
        },
        { name: 'value', kind: 'text', label: t('clients.contactValue') },
        { name: 'label', kind: 'text', label: t('clients.contactLabel') },
        { name: 'safeToContact', kind: 'switch', label: t('clients.safe') },
      ],
    },
    {
      name: 'caseType',
      kind: 'select',
      label: t('clients.caseType'),
      section: t('clients.caseSection'),
      required: true,
      path: 'case.type',
      options: optionsOf(caseTypes, (type) => word('caseType', type)),
    },
    {
      name: 'responsibleId',
      kind: 'select',
      label: t('clients.responsible'),
      options: colleagues,
      half: true,
      path: 'case.responsibleId',
    },
    {
      name: 'openedOn',
      kind: 'date',
      label: t('clients.openedOn'),
      required: true,
      half: true,
      path: 'case.openedOn',
    },
  ];
  return (
    <Screen title={t('clients.newTitle')} lead={t('clients.newLead')}>
      <Box className="v-panel" p="md" maw={760}>
        <RecordForm<NewClient>
          draftKey="new-client"
          fields={fields}
          initial={{
            ...valuesOf(null),
            contacts: [],
            caseType: 'clemency_and_reopening',
            responsibleId: '',
            openedOn: todayIn(me.organisation.timeZone),
          }}
          intro={(values) => (
            <LikeThis
              given={values.given}
              family={values.family}
              birth={values.birth}
              aNumber={values.aNumber}
            />
          )}
          submitLabel={t('clients.create')}
          saved={t('clients.created')}
          send={async (values, { key }) => {
            const created = await create.mutateAsync({ key, body: newClientBody(values) });
            await navigate({ to: '/clients/$clientId', params: { clientId: created.id }, search: {} });
          }}
        />
      </Box>
    </Screen>
  );
}

function newClientBody(values: NewClient) {
  return {
    ...known(personBody(values)),
    contacts: values.contacts
      .filter((contact) => String(contact.value).trim())
      .map((contact) => ({
        kind: String(contact.kind),
        value: String(contact.value).trim(),
        label: orAbsent(String(contact.label)),
        safeToContact: contact.safeToContact === true,
      })),
    case: {
      type: values.caseType,
      responsibleId: orAbsent(values.responsibleId),
      openedOn: values.openedOn,
    },
  };
}
