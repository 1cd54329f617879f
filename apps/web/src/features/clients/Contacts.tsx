import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarCheck,
  IconCircleCheck,
  IconHistory,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import { nameIn, useLanguages } from '../../api/reference';
import type { Client, Contact } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { todayIn, useFormat } from '../../ui/format';
import { moved, MoveButtons } from '../../ui/MoveButtons';
import { Panel } from '../../ui/Panel';
import { Answer, Empty, Failure, NoPermission } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ContactForm } from './ContactForm';
import { FormerContacts } from './FormerContacts';
import { useContactHistory, useEditContact, useOrderContacts, useRemoveContact } from './queries';

/** How to reach the client in the order to try, and where nobody may. */
export function Contacts({ client }: { client: Client }) {
  const { t } = useTranslation();
  const may = useMay();
  const order = useOrderContacts();
  const [said, setSaid] = useState('');
  const { contacts } = client;
  const move = (from: number, to: number): void => {
    const next = moved(contacts, from, to);
    order.mutate(
      { path: { clientId: client.id }, body: { ids: next.map(({ id }) => id) } },
      {
        onSuccess: () =>
          setSaid(t('person.moved', { what: contacts[from].value, at: to + 1, count: contacts.length })),
      },
    );
  };
  return (
    <Panel
      flush
      title={t('clients.contacts')}
      actions={
        <>
          {may('person.read') ? (
            <FormButton label={t('person.formerContacts')} variant="subtle">
              {() => <FormerContacts clientId={client.id} />}
            </FormButton>
          ) : null}
          {client.can.edit ? (
            <FormButton
              label={t('common.add')}
              title={t('clients.addContact')}
              icon={<IconPlus size={14} aria-hidden />}
            >
              {(close) => <ContactForm clientId={client.id} close={close} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      {!client.can.seeContacts ? (
        <NoPermission />
      ) : contacts.length ? null : (
        <Empty>{t('clients.contactsEmpty')}</Empty>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {order.error ? <Failure error={order.error} /> : null}
      <ol className="v-rows">
        {contacts.map((contact, at) => (
          <li key={contact.id}>
            <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
              <One contact={contact} />
              {client.can.edit && contacts.length > 1 ? (
                <MoveButtons
                  what={contact.value}
                  at={at}
                  count={contacts.length}
                  busy={order.isPending}
                  move={(to) => move(at, to)}
                />
              ) : null}
            </Group>
            <Acts client={client} contact={contact} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function One({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const languages = useLanguages();
  const details = [
    contact.hours,
    contact.whoAnswers ? `${t('person.whoAnswers')}: ${contact.whoAnswers}` : null,
    contact.language ? nameIn(languages, contact.language) : null,
  ].filter(Boolean);
  return (
    <div style={{ minWidth: 0, flex: '1 1 180px' }}>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {contact.value}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          word('contactKind', contact.kind),
          contact.label,
          contact.confirmedOn
            ? t('person.confirmedAgo', { day: format.day(contact.confirmedOn) })
            : t('person.neverConfirmed'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {details.length ? <Text size="xs">{details.join(' · ')}</Text> : null}
      <Group gap={6} mt={4}>
        {contact.safeToContact ? (
          <Tag tone="good" icon={<IconCircleCheck size={13} aria-hidden />}>
            {t('clients.safe')}
          </Tag>
        ) : (
          <Tag tone="urgent" icon={<IconAlertTriangle size={13} aria-hidden />}>
            {t('clients.notSafe')}
          </Tag>
        )}
        {contact.leaveMessage === null ? null : (
          <Tag tone={contact.leaveMessage ? 'plain' : 'soon'}>
            {t(contact.leaveMessage ? 'person.leaveMessageYes' : 'person.leaveMessageNo')}
          </Tag>
        )}
      </Group>
    </div>
  );
}

function Acts({ client, contact }: { client: Client; contact: Contact }) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMe();
  const edit = useEditContact();
  const remove = useRemoveContact();
  const path = { clientId: client.id, contactId: contact.id };
  const today = todayIn(me.organisation.timeZone);
  return (
    <Group gap={4} mt={4}>
      {edit.error ? <Failure error={edit.error} /> : null}
      {client.can.edit ? (
        <FormButton
          label={t('common.edit')}
          title={t('clients.editContact')}
          icon={<IconPencil size={14} aria-hidden />}
          variant="subtle"
        >
          {(close) => <ContactForm clientId={client.id} contact={contact} close={close} />}
        </FormButton>
      ) : null}
      {client.can.edit && contact.confirmedOn !== today ? (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconCalendarCheck size={14} aria-hidden />}
          loading={edit.isPending}
          onClick={() => edit.mutate({ path, version: contact.version, body: { confirmedOn: today } })}
        >
          {t('person.confirmToday')}
        </Button>
      ) : null}
      {may('person.read') ? (
        <FormButton
          label={t('person.contactHistory')}
          icon={<IconHistory size={14} aria-hidden />}
          variant="subtle"
        >
          {() => <History clientId={client.id} contact={contact} />}
        </FormButton>
      ) : null}
      {client.can.edit ? (
        <ConfirmButton
          label={t('clients.removeContact')}
          confirm={t('clients.removeContact')}
          question={t('clients.removeContactAsk')}
          icon={<IconTrash size={14} aria-hidden />}
          variant="subtle"
          danger
          act={() => remove.mutateAsync({ path, version: contact.version })}
        />
      ) : null}
    </Group>
  );
}

/** What it said before, and whether it was safe then. */
function History({ clientId, contact }: { clientId: string; contact: Contact }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useContactHistory(clientId, contact.id);
  return (
    <Answer
      query={history}
      isEmpty={(found) => found.items.length === 0}
      empty={<Empty>{t('person.contactHistoryEmpty')}</Empty>}
    >
      {(found) => (
        <ol className="v-rows">
          {found.items.map((was) => (
            <li key={was.until}>
              <Text size="sm" fw={600}>
                {was.value}
              </Text>
              <Tag tone={was.safeToContact ? 'good' : 'urgent'}>
                {t(was.safeToContact ? 'clients.safe' : 'clients.notSafe')}
              </Tag>
              <Text size="xs" c="dimmed">
                {was.changedBy
                  ? t('person.wasUntil', { when: format.instant(was.until), name: was.changedBy })
                  : t('person.wasUntilNobody', { when: format.instant(was.until) })}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </Answer>
  );
}
