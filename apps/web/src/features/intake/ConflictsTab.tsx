import { Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, ClientConflicts } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { MoreButton } from '../../ui/MoreButton';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Hit } from './Hit';
import { SentReferrals } from './SentReferrals';
import { useAddParty, useCheckAgain, useClientConflicts, useConflictHits, useRemoveParty } from './queries';
import { partyKinds } from './values';

/** Who stands around the client, whom of them the office knows from elsewhere, and what was decided. */
export function ConflictsTab({ file }: { file: CaseFile }) {
  const clientId = file.client.id;
  const conflicts = useClientConflicts(clientId);
  return (
    <Answer query={conflicts}>
      {(found) => (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Hits clientId={clientId} found={found} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="md">
              <Parties clientId={clientId} found={found} />
              <SentReferrals clientId={clientId} />
              <Checks found={found} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Answer>
  );
}

function Hits({ clientId, found }: { clientId: string; found: ClientConflicts }) {
  const { t } = useTranslation();
  const check = useCheckAgain();
  const hits = useConflictHits(clientId);
  return (
    <Panel
      flush
      title={t('intake.hits')}
      note={t('intake.hitsNote')}
      actions={
        found.can.check ? (
          <Button
            size="xs"
            variant="default"
            loading={check.isPending}
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => check.mutate({ path: { clientId } })}
          >
            {t('intake.checkAgain')}
          </Button>
        ) : null
      }
    >
      <Answer query={hits}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (!items.length) return <Empty>{t('intake.noHits')}</Empty>;
          return (
            <ul className="v-rows">
              {items.map((hit) => (
                <Hit key={hit.id} hit={hit} here={clientId} />
              ))}
            </ul>
          );
        }}
      </Answer>
      <MoreButton list={hits} />
    </Panel>
  );
}

function Parties({ clientId, found }: { clientId: string; found: ClientConflicts }) {
  const { t } = useTranslation();
  const word = useWords();
  const remove = useRemoveParty();
  return (
    <Panel
      flush
      title={t('intake.parties')}
      note={t('intake.partiesNote')}
      actions={
        found.can.addParty ? (
          <FormButton
            label={t('common.add')}
            title={t('intake.addParty')}
            icon={<IconPlus size={14} aria-hidden />}
          >
            {(close) => <PartyForm clientId={clientId} close={close} />}
          </FormButton>
        ) : null
      }
    >
      {found.parties.length ? null : <Empty>{t('intake.noParties')}</Empty>}
      <ul className="v-rows">
        {found.parties.map((party) => (
          <li key={party.id}>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <div style={{ minWidth: 0 }}>
                <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                  {party.name}
                </Text>
                <Text size="xs" c="dimmed">
                  {[word('conflictRole', party.kind), party.note].filter(Boolean).join(' · ')}
                </Text>
              </div>
              {party.entered && found.can.addParty ? (
                <ConfirmButton
                  label={t('common.remove')}
                  question={t('intake.removePartyAsk')}
                  confirm={t('common.remove')}
                  icon={<IconTrash size={14} aria-hidden />}
                  variant="subtle"
                  act={() => remove.mutateAsync({ path: { clientId, partyId: party.id } })}
                />
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface PartyValues {
  name: string;
  kind: string;
  note: string;
}

function PartyForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddParty();
  return (
    <RecordForm<PartyValues>
      draftKey={`party:${clientId}`}
      initial={{ name: '', kind: '', note: '' }}
      fields={[
        { name: 'name', kind: 'text', required: true, label: t('intake.partyName') },
        {
          name: 'kind',
          kind: 'select',
          required: true,
          label: t('intake.partyKind'),
          options: optionsOf(partyKinds, (kind) => word('conflictRole', kind)),
        },
        { name: 'note', kind: 'textarea', label: t('intake.note') },
      ]}
      send={(values, { key }) =>
        add.mutateAsync({ path: { clientId }, key, body: { ...values, note: orAbsent(values.note) } })
      }
      done={close}
      onCancel={close}
    />
  );
}

function Checks({ found }: { found: ClientConflicts }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel flush title={t('intake.checks')}>
      <ul className="v-rows">
        {found.checks.map((check) => (
          <li key={check.id}>
            <Text size="sm">
              {word('conflictCause', check.cause)}: {t('intake.hitsFound', { count: check.hits })}
              {check.compared === null ? '' : `, ${t('intake.compared', { count: check.compared })}`}
            </Text>
            <Text size="xs" c="dimmed">
              {check.by.name}, {format.instant(check.at)}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
