import { Group, Text } from '@mantine/core';
import { IconLink, IconLinkOff, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Client, Relative } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ClientLink } from './ClientLink';
import { LinkClient } from './LinkClient';
import { useEditRelative, useFamily, useRemoveRelative } from './queries';
import { RelativeForm } from './RelativeForm';

/** Family and household, with the reliefs for which a relative may count. */
export function FamilyPart({ client }: { client: Client }) {
  const { t } = useTranslation();
  const query = useFamily(client.id);
  return (
    <Panel
      flush
      title={t('person.family')}
      note={t('person.familyNote')}
      actions={
        query.data?.can.edit ? (
          <FormButton label={t('person.addRelative')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <RelativeForm clientId={client.id} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={query}
        isEmpty={(found) => found.items.length === 0}
        empty={<Empty>{t('person.familyEmpty')}</Empty>}
      >
        {(found) => (
          <ul className="v-rows">
            {found.items.map((one) => (
              <li key={one.id}>
                <Group justify="space-between" gap="sm" align="flex-start">
                  <One one={one} />
                  {found.can.edit ? <Acts clientId={client.id} one={one} /> : null}
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function One({ one }: { one: Relative }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const household =
    one.inHousehold === null ? null : t(one.inHousehold ? 'person.inHousehold' : 'person.notInHousehold');
  return (
    <div style={{ minWidth: 0, flex: '1 1 260px' }}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {one.name}
        </Text>
        <Tag>{word('relationship', one.relationship)}</Tag>
        <Tag tone={one.status === 'usc' || one.status === 'lpr' ? 'open' : 'plain'}>
          {word('familyStatus', one.status)}
        </Tag>
      </Group>
      <Text size="xs" c="dimmed">
        {[one.birth ? t('person.born', { day: format.day(one.birth) }) : null, household]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {one.client ? (
        <Text size="xs">
          {t('person.alsoClient')}:{' '}
          <ClientLink clientId={one.client.id} tab="client">
            {one.client.name}
          </ClientLink>
        </Text>
      ) : null}
      {one.hardship ? (
        <Text size="sm" mt={2}>
          {t('person.hardship')}: {one.hardship}
        </Text>
      ) : null}
      {one.note ? (
        <Text size="sm" mt={2}>
          {one.note}
        </Text>
      ) : null}
      <Qualifying one={one} />
    </div>
  );
}

function Qualifying({ one }: { one: Relative }) {
  const { t } = useTranslation();
  const word = useWords();
  if (one.qualifying.length === 0) return null;
  return (
    <details className="v-qualifying">
      <summary>
        <Tag tone="accent">{t('person.qualifying')}</Tag>
      </summary>
      <ul className="v-plain" aria-label={t('person.qualifyingFor')}>
        {one.qualifying.map(({ purpose, authority, hardship, questions }) => (
          <li key={purpose}>
            <Text size="xs">
              <strong>{word('qualifies', purpose)}</strong> <span lang="en">{authority}</span>
              {hardship ? ` · ${t('person.forHardship')}` : null}
              {questions.map((question) => ` · ${word('qualifyingQuestion', question)}`).join('')}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Acts({ clientId, one }: { clientId: string; one: Relative }) {
  const { t } = useTranslation();
  const edit = useEditRelative();
  const remove = useRemoveRelative();
  const path = { clientId, relativeId: one.id };
  return (
    <Group gap={4}>
      <FormButton
        label={t('common.edit')}
        title={t('person.editRelative')}
        icon={<IconPencil size={14} aria-hidden />}
        variant="subtle"
      >
        {(close) => <RelativeForm clientId={clientId} one={one} close={close} />}
      </FormButton>
      {one.client ? (
        <ConfirmButton
          label={t('person.unlink')}
          confirm={t('person.unlink')}
          question={t('person.unlinkAsk')}
          icon={<IconLinkOff size={14} aria-hidden />}
          variant="subtle"
          act={() => edit.mutateAsync({ path, version: one.version, body: { linkedClientId: null } })}
        />
      ) : (
        <FormButton label={t('person.linkClient')} icon={<IconLink size={14} aria-hidden />} variant="subtle">
          {(close) => <LinkClient clientId={clientId} one={one} close={close} />}
        </FormButton>
      )}
      <ConfirmButton
        label={t('person.removeRelative')}
        confirm={t('person.removeRelative')}
        question={t('person.removeRelativeAsk', { name: one.name })}
        icon={<IconTrash size={14} aria-hidden />}
        variant="subtle"
        danger
        act={() => remove.mutateAsync({ path })}
      />
    </Group>
  );
}
