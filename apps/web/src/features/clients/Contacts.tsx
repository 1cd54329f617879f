import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Client, Contact } from '../../api/types';
import { contactKinds, type ContactKind } from '../../api/values';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { optionsOf, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { Panel } from '../../ui/Panel';
import { Empty, NoPermission } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useAddContact, useEditContact, useRemoveContact } from './queries';

/** How to reach the client, and where nobody may. */
export function Contacts({ client }: { client: Client }) {
  const { t } = useTranslation();
  const word = useWords();
  const remove = useRemoveContact();
  return (
    <Panel
      flush
      title={t('clients.contacts')}
      actions={
        client.can.edit ? (
          <FormButton
            label={t('common.add')}
            title={t('clients.addContact')}
            icon={<IconPlus size={14} aria-hidden />}
          >
            {(close) => <ContactForm clientId={client.id} close={close} />}
          </FormButton>
        ) : null
      }
    >
      {!client.can.seeContacts ? (
        <NoPermission />
      ) : client.contacts.length ? null : (
        <Empty>{t('clients.contactsEmpty')}</Empty>
      )}
      <ul className="v-rows">
        {client.contacts.map((contact) => (
          <li key={contact.id}>
            <Group justify="space-between" gap="xs" align="flex-start">
              <div style={{ minWidth: 0, flex: '1 1 180px' }}>
                <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                  {contact.value}
                </Text>
                <Text size="xs" c="dimmed">
                  {[word('contactKind', contact.kind), contact.label].filter(Boolean).join(' · ')}
                </Text>
                {contact.safeToContact ? (
                  <Tag tone="good" icon={<IconCircleCheck size={13} aria-hidden />}>
                    {t('clients.safe')}
                  </Tag>
                ) : (
                  <Tag tone="urgent" icon={<IconAlertTriangle size={13} aria-hidden />}>
                    {t('clients.notSafe')}
                  </Tag>
                )}
              </div>
              {client.can.edit ? (
                <Group gap={4}>
                  <FormButton
                    label={t('common.edit')}
                    title={t('clients.editContact')}
                    icon={<IconPencil size={14} aria-hidden />}
                    variant="subtle"
                  >
                    {(close) => <ContactForm clientId={client.id} contact={contact} close={close} />}
                  </FormButton>
                  <ConfirmButton
                    label={t('clients.removeContact')}
                    confirm={t('clients.removeContact')}
                    question={t('clients.removeContactAsk')}
                    icon={<IconTrash size={14} aria-hidden />}
                    variant="subtle"
                    danger
                    act={() =>
                      remove.mutateAsync({
                        path: { clientId: client.id, contactId: contact.id },
                        version: contact.version,
                      })
                    }
                  />
                </Group>
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ContactForm(props: { clientId: string; contact?: Contact; close: () => void }) {
  const { clientId, contact, close } = props;
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddContact();
  const edit = useEditContact();
  return (
    <RecordForm
      draftKey={`contact:${contact?.id ?? clientId}`}
      version={contact?.version}
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('clients.contactKind'),
          required: true,
          options: optionsOf(contactKinds, (kind) => word('contactKind', kind)),
          when: () => !contact,
        },
        { name: 'value', kind: 'text', label: t('clients.contactValue'), required: true },
        { name: 'label', kind: 'text', label: t('clients.contactLabel') },
        { name: 'safeToContact', kind: 'switch', label: t('clients.safe'), hint: t('clients.safeHint') },
      ]}
      initial={{
        kind: (contact?.kind ?? 'phone') as ContactKind as string,
        value: contact?.value ?? '',
        label: contact?.label ?? '',
        safeToContact: contact?.safeToContact ?? false,
      }}
      send={({ kind, value, label, safeToContact }, { version, key }) =>
        contact
          ? edit.mutateAsync({
              path: { clientId, contactId: contact.id },
              version,
              key,
              body: { value, safeToContact, label: orNull(label) },
            })
          : add.mutateAsync({
              path: { clientId },
              key,
              body: { kind, value, safeToContact, label: orNull(label) },
            })
      }
      done={close}
      onCancel={close}
    />
  );
}
