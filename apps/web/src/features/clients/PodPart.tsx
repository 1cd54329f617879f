import { Button, Grid, Group, Text, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconPencil,
  IconPhone,
  IconPlus,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, useLanguages } from '../../api/reference';
import type { Client, TrustedContact } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { moved, MoveButtons } from '../../ui/MoveButtons';
import { Panel } from '../../ui/Panel';
import { Answer, Empty, Failure } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ConsentForm } from './ConsentForm';
import { PodPicture } from './PodPicture';
import { useOrderTrustedContacts, useRemoveTrustedContact, useTrustedContacts } from './queries';
import { TrustedContactForm } from './TrustedContactForm';

/** The pod: who is called, in which order, for what, and what each may be told. */
export function PodPart({ client }: { client: Client }) {
  const { t } = useTranslation();
  const query = useTrustedContacts(client.id);
  const items = query.data?.items ?? [];
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: items.length ? 7 : 12 }}>
        <Panel
          flush
          title={t('person.pod')}
          note={t('person.podNote')}
          actions={
            <>
              {items.length ? (
                <Button
                  component={Link}
                  to={`/clients/${client.id}/pod`}
                  size="xs"
                  variant="default"
                  leftSection={<IconPrinter size={14} aria-hidden />}
                >
                  {t('person.printPod')}
                </Button>
              ) : null}
              {query.data?.can.edit ? (
                <FormButton label={t('person.addTrusted')} icon={<IconPlus size={14} aria-hidden />} wide>
                  {(close) => <TrustedContactForm clientId={client.id} close={close} />}
                </FormButton>
              ) : null}
            </>
          }
        >
          <Answer
            query={query}
            isEmpty={(found) => found.items.length === 0}
            empty={<Empty>{t('person.podEmpty')}</Empty>}
          >
            {(found) => <List clientId={client.id} items={found.items} edits={found.can.edit} />}
          </Answer>
        </Panel>
      </Grid.Col>
      {items.length ? (
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Panel title={t('person.podPicture', { name: client.name.full })}>
            <PodPicture name={client.name.full} items={items} />
          </Panel>
        </Grid.Col>
      ) : null}
    </Grid>
  );
}

function List(props: { clientId: string; items: TrustedContact[]; edits: boolean }) {
  const { clientId, items, edits } = props;
  const { t } = useTranslation();
  const order = useOrderTrustedContacts();
  const [said, setSaid] = useState('');
  const move = (from: number, to: number): void =>
    order.mutate(
      { path: { clientId }, body: { ids: moved(items, from, to).map(({ id }) => id) } },
      {
        onSuccess: () =>
          setSaid(t('person.moved', { what: items[from].name, at: to + 1, count: items.length })),
      },
    );
  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {order.error ? <Failure error={order.error} /> : null}
      <ol className="v-rows">
        {items.map((one, at) => (
          <li key={one.id}>
            <Group justify="space-between" gap="sm" align="flex-start" wrap="nowrap">
              <One one={one} />
              {edits && items.length > 1 ? (
                <MoveButtons
                  what={one.name}
                  at={at}
                  count={items.length}
                  busy={order.isPending}
                  move={(to) => move(at, to)}
                />
              ) : null}
            </Group>
            {edits ? <Acts clientId={clientId} one={one} /> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Telephones of somebody in the pod; where nobody may call is said, and not only by a colour. */
export function Phones({ one }: { one: TrustedContact }) {
  const { t } = useTranslation();
  return (
    <ul className="v-plain" aria-label={t('person.phones')}>
      {one.phones.map((phone) => (
        <li key={phone.value}>
          <Group gap={6} component="span">
            <IconPhone size={14} aria-hidden />
            <Text size="sm" span className="v-num" td={phone.safe ? undefined : 'line-through'}>
              {phone.value}
            </Text>
            {phone.label ? (
              <Text size="xs" c="dimmed" span>
                {phone.label}
              </Text>
            ) : null}
            {phone.safe ? null : (
              <Tag tone="urgent" icon={<IconAlertTriangle size={13} aria-hidden />}>
                {t('person.phoneUnsafe')}
              </Tag>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}

/** What consents in force today let them know, in words. */
export function useMayKnow(): (one: TrustedContact) => string {
  const { t } = useTranslation();
  const word = useWords();
  return (one) =>
    [...new Set(one.mayKnow.flatMap(({ scopes }) => scopes))]
      .map((scope) => word('consentScope', scope))
      .join(', ') || t('person.mayKnowNothing');
}

function One({ one }: { one: TrustedContact }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const languages = useLanguages();
  const mayKnow = useMayKnow();
  return (
    <div style={{ minWidth: 0, flex: '1 1 260px' }}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          <span className="v-num">{one.callOrder}.</span> {one.name}
        </Text>
        <Tag tone="accent">{word('trustedRole', one.role)}</Tag>
        {one.agreedOn ? (
          <Tag tone="good">{t('person.agreed', { day: format.day(one.agreedOn) })}</Tag>
        ) : (
          <Tag tone="soon">{t('person.notAgreed')}</Tag>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {[one.relationship, one.language ? nameIn(languages, one.language) : null]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Phones one={one} />
      <Text size="xs" mt={2}>
        {t('person.mayKnow')}: <strong>{mayKnow(one)}</strong>
      </Text>
      {one.note ? (
        <Text size="sm" mt={2}>
          {one.note}
        </Text>
      ) : null}
    </div>
  );
}

function Acts({ clientId, one }: { clientId: string; one: TrustedContact }) {
  const { t } = useTranslation();
  const remove = useRemoveTrustedContact();
  return (
    <Group gap={4} mt={4}>
      <FormButton
        label={t('common.edit')}
        title={t('person.editTrusted')}
        icon={<IconPencil size={14} aria-hidden />}
        variant="subtle"
        wide
      >
        {(close) => <TrustedContactForm clientId={clientId} one={one} close={close} />}
      </FormButton>
      <FormButton
        label={t('person.giveConsent')}
        icon={<IconPlus size={14} aria-hidden />}
        variant="subtle"
        wide
      >
        {(close) => <ConsentForm clientId={clientId} trustedId={one.id} close={close} />}
      </FormButton>
      <ConfirmButton
        label={t('person.removeTrusted')}
        confirm={t('person.removeTrusted')}
        question={t('person.removeTrustedAsk', { name: one.name })}
        icon={<IconTrash size={14} aria-hidden />}
        variant="subtle"
        danger
        act={() => remove.mutateAsync({ path: { clientId, trustedContactId: one.id } })}
      />
    </Group>
  );
}
