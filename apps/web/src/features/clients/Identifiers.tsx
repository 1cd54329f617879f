import { Group, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { identifierKinds } from '../../api/person-values';
import type { Identifier } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { optionsOf, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import {
  useAddIdentifier,
  useEditIdentifier,
  useIdentifiers,
  useRemoveIdentifier,
  useRevealIdentifier,
} from './queries';
import { Revealed } from './Revealed';

/** Numbers by which offices know the client, masked. */
export function Identifiers({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const query = useIdentifiers(clientId);
  return (
    <Panel
      flush
      title={t('person.identifiers')}
      note={t('person.identifiersNote')}
      actions={
        query.data?.can.edit ? (
          <FormButton
            label={t('common.add')}
            title={t('person.addIdentifier')}
            icon={<IconPlus size={14} aria-hidden />}
          >
            {(close) => <IdentifierForm clientId={clientId} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={query}
        isEmpty={(found) => found.items.length === 0}
        empty={<Empty>{t('person.identifiersEmpty')}</Empty>}
      >
        {(found) => (
          <ul className="v-rows">
            {found.items.map((one) => (
              <li key={one.id}>
                <One clientId={clientId} one={one} can={found.can} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function One(props: { clientId: string; one: Identifier; can: { edit: boolean; reveal: boolean } }) {
  const { clientId, one, can } = props;
  const { t } = useTranslation();
  const word = useWords();
  const reveal = useRevealIdentifier();
  const remove = useRemoveIdentifier();
  const path = { clientId, identifierId: one.id };
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ minWidth: 0, flex: '1 1 180px' }}>
        <Text size="xs" c="dimmed">
          {[word('identifierKind', one.kind), one.issuedBy].filter(Boolean).join(' · ')}
        </Text>
        <Revealed
          masked={one.masked}
          allowed={can.reveal}
          what={word('identifierKind', one.kind)}
          ask={async () => (await reveal.mutateAsync({ path })).value}
        />
        {one.note ? (
          <Text size="xs" mt={2}>
            {one.note}
          </Text>
        ) : null}
      </div>
      {can.edit ? (
        <Group gap={4}>
          <FormButton
            label={t('common.edit')}
            title={t('person.editIdentifier')}
            icon={<IconPencil size={14} aria-hidden />}
            variant="subtle"
          >
            {(close) => <IdentifierForm clientId={clientId} one={one} close={close} />}
          </FormButton>
          <ConfirmButton
            label={t('person.removeIdentifier')}
            confirm={t('person.removeIdentifier')}
            question={t('person.removeIdentifierAsk')}
            icon={<IconTrash size={14} aria-hidden />}
            variant="subtle"
            danger
            act={() => remove.mutateAsync({ path })}
          />
        </Group>
      ) : null}
    </Group>
  );
}

function IdentifierForm(props: { clientId: string; one?: Identifier; close: () => void }) {
  const { clientId, one, close } = props;
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddIdentifier();
  const edit = useEditIdentifier();
  return (
    <RecordForm
      draftKey={`identifier:${one?.id ?? clientId}`}
      version={one?.version}
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('person.identifierKind'),
          required: true,
          options: optionsOf(identifierKinds, (kind) => word('identifierKind', kind)),
          when: () => !one,
        },
        {
          name: 'value',
          kind: 'text',
          label: t('person.identifierValue'),
          required: !one,
          hint: one ? t('person.identifierKeep') : t('person.identifierHint'),
        },
        { name: 'issuedBy', kind: 'text', label: t('person.issuedBy') },
        { name: 'note', kind: 'text', label: t('person.note') },
      ]}
      initial={{
        kind: (one?.kind ?? 'receipt') as string,
        value: '',
        issuedBy: one?.issuedBy ?? '',
        note: one?.note ?? '',
      }}
      send={({ kind, value, issuedBy, note }, { version, key }) => {
        const rest = { issuedBy: orNull(issuedBy), note: orNull(note) };
        return one
          ? edit.mutateAsync({
              path: { clientId, identifierId: one.id },
              version,
              key,
              body: value.trim() ? { value: value.trim(), ...rest } : rest,
            })
          : add.mutateAsync({ path: { clientId }, key, body: { kind, value: value.trim(), ...rest } });
      }}
      done={close}
      onCancel={close}
    />
  );
}
