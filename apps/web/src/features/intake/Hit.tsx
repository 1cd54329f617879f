import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConflictHit } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Tag, type Tone } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { MergeButton } from './MergeButton';
import { useDecideConflict } from './queries';
import { conflictDecisions } from './values';

const tones: Record<string, Tone> = {
  open: 'soon',
  no_conflict: 'good',
  waived: 'accent',
  confirmed: 'urgent',
};

/** Two people who may stand against each other, or be one: who they are, how the names agree, what was decided. */
export function Hit({ hit, here }: { hit: ConflictHit; here?: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const adverse = hit.gravity === 'adverse';
  const Icon = adverse ? IconAlertTriangle : IconUsers;
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ minWidth: 0, flex: '1 1 260px' }}>
          <Group gap={6}>
            <Tag tone={adverse ? 'urgent' : 'plain'} icon={<Icon size={13} aria-hidden />}>
              {word('conflictGravity', hit.gravity)}
            </Tag>
            <Tag tone={tones[hit.decision]}>{word('conflictDecision', hit.decision)}</Tag>
          </Group>
          <Side side={hit.subject} here={here} />
          <Side side={hit.other} here={here} />
          <Text size="xs" c="dimmed">
            {word('conflictHow', hit.how)} · {format.instant(hit.at)}
          </Text>
          {hit.decisions.map((made) => (
            <Text size="sm" key={made.at} mt={4}>
              <strong>{word('conflictDecision', made.decision)}</strong>: {made.reason}{' '}
              <Text span size="xs" c="dimmed">
                {made.by.name}, {format.instant(made.at)}
              </Text>
            </Text>
          ))}
        </div>
        <MergeButton hit={hit} here={here} />
        {hit.canDecide ? (
          <FormButton label={t('intake.decide')} title={t('intake.decideTitle')}>
            {(close) => <DecisionForm hit={hit} close={close} />}
          </FormButton>
        ) : null}
      </Group>
    </li>
  );
}

function Side({ side, here }: { side: ConflictHit['subject']; here?: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const { client } = side;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <strong>{side.name}</strong>{' '}
      <Text span size="xs" c="dimmed">
        {word('conflictRole', side.role)}
        {client && client.id !== here && side.role !== 'client' ? ` · ${t('intake.ofClient')} ` : ' '}
      </Text>
      {client && client.id !== here ? (
        <ClientLink clientId={client.id} tab="conflicts">
          {side.role === 'client' ? t('intake.openClient') : client.name}
        </ClientLink>
      ) : null}
    </Text>
  );
}

interface DecisionValues {
  decision: string;
  reason: string;
}

function DecisionForm({ hit, close }: { hit: ConflictHit; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const decide = useDecideConflict();
  return (
    <RecordForm<DecisionValues>
      draftKey={`conflict:${hit.id}`}
      version={hit.version}
      intro={<Text size="sm">{t('intake.decideNote')}</Text>}
      initial={{ decision: '', reason: '' }}
      fields={[
        {
          name: 'decision',
          kind: 'select',
          required: true,
          label: t('intake.decision'),
          options: optionsOf(conflictDecisions, (one) => word('conflictDecision', one)),
        },
        {
          name: 'reason',
          kind: 'textarea',
          required: true,
          label: t('intake.reason'),
          hint: t('intake.reasonHint'),
        },
      ]}
      send={(values, { version, key }) =>
        decide.mutateAsync({ path: { hitId: hit.id }, version, key, body: values })
      }
      done={close}
      onCancel={close}
    />
  );
}
