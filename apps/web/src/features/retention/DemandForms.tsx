import { Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemandView } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent, type Option } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useClientsLike, useDecide, useReleaseClient, useReleaseNote, useSetScope } from './queries';

const RECORDS = ['identity', 'contacts', 'chronology', 'notes', 'documents'] as const;
const DECISIONS = ['comply', 'partly', 'object', 'none'] as const;

interface FormProps {
  demand: DemandView;
  close: () => void;
}

/** Clients are found by name; those already chosen stay among the choices. */
export function ScopeForm({ demand, close }: FormProps) {
  const { t } = useTranslation();
  const word = useWords();
  const setScope = useSetScope();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text, 250);
  const [seen, setSeen] = useState<Option[]>(
    demand.clients.map((client) => ({ value: client.clientId, label: client.name })),
  );
  const found = useClientsLike(q).data?.items ?? [];
  const fresh = found
    .map((row) => ({ value: row.clientId, label: row.name }))
    .filter((option, at, all) => all.findIndex((each) => each.value === option.value) === at)
    .filter((option) => !seen.some((each) => each.value === option.value));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  return (
    <Stack gap="md">
      <TextInput
        label={t('demands.find')}
        value={text}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <RecordForm
        draftKey={`demand-scope-${demand.id}`}
        version={demand.version}
        fields={[
          { name: 'clientIds', kind: 'multi', label: t('demands.clients'), options: seen, required: true },
          { name: 'from', kind: 'date', label: t('demands.periodFrom'), half: true },
          { name: 'to', kind: 'date', label: t('demands.periodTo'), half: true },
          {
            name: 'records',
            kind: 'multi',
            label: t('demands.records'),
            required: true,
            options: optionsOf(RECORDS, (record) => word('demandRecord', record)),
          },
        ]}
        initial={{
          clientIds: demand.clients.map((client) => client.clientId),
          from: demand.from ?? '',
          to: demand.to ?? '',
          records: [...demand.records] as string[],
        }}
        send={(values, { key, version }) =>
          setScope.mutateAsync({
            path: { demandId: demand.id },
            key,
            version,
            body: {
              clientIds: values.clientIds,
              from: orAbsent(values.from),
              to: orAbsent(values.to),
              records: RECORDS.filter((record) => values.records.includes(record)),
            },
          })
        }
        done={close}
        onCancel={close}
      />
    </Stack>
  );
}

/** What is held back from a demand: a note or a document. */
export type HeldBack = { released: boolean } & ({ noteId: string } | { documentId: string });

/** Releases a note or document that is held back, or holds it back again. */
export function ReleaseForm({ demand, held, close }: FormProps & { held: HeldBack }) {
  const { t } = useTranslation();
  const release = useReleaseNote();
  const what = 'noteId' in held ? { noteId: held.noteId } : { documentId: held.documentId };
  return (
    <RecordForm
      draftKey={`demand-release-${demand.id}-${Object.values(what)[0]}`}
      version={demand.version}
      fields={[{ name: 'reason', kind: 'textarea', label: t('demands.why'), required: true }]}
      initial={{ reason: '' }}
      send={(values, { key, version }) =>
        release.mutateAsync({
          path: { demandId: demand.id },
          key,
          version,
          body: { ...what, released: !held.released, reason: values.reason },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

/** Releases a client whom federal law keeps confidential, or holds everything about them back again. */
export function ReleaseClientForm({
  demand,
  client,
  close,
}: FormProps & { client: DemandView['protected'][number] }) {
  const { t } = useTranslation();
  const release = useReleaseClient();
  return (
    <RecordForm
      draftKey={`demand-client-${demand.id}-${client.clientId}`}
      version={demand.version}
      fields={[{ name: 'reason', kind: 'textarea', label: t('demands.why'), required: true }]}
      initial={{ reason: '' }}
      send={(values, { key, version }) =>
        release.mutateAsync({
          path: { demandId: demand.id },
          key,
          version,
          body: { clientId: client.clientId, released: !client.released, reason: values.reason },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

/** What the office answers, and why. */
export function DecisionForm({ demand, close }: FormProps) {
  const { t } = useTranslation();
  const word = useWords();
  const decide = useDecide();
  return (
    <RecordForm
      draftKey={`demand-decision-${demand.id}`}
      version={demand.version}
      fields={[
        {
          name: 'decision',
          kind: 'select',
          label: t('demands.decision'),
          required: true,
          options: optionsOf(DECISIONS, (decision) => word('demandDecision', decision)),
        },
        { name: 'reasons', kind: 'textarea', label: t('demands.reasons'), required: true },
      ]}
      initial={{ decision: 'partly' as (typeof DECISIONS)[number], reasons: '' }}
      send={(values, { key, version }) =>
        decide.mutateAsync({ path: { demandId: demand.id }, key, version, body: values })
      }
      done={close}
      onCancel={close}
    />
  );
}
