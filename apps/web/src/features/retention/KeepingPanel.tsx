import { Group, Text } from '@mantine/core';
import { IconLock, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeepingView } from '../../api/types';
import { useMay } from '../../app/session';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { optionsOf, orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { DestructionLine, WithMerged } from './DestructionLine';
import { useKeeping, useLiftHold, usePlaceHold, usePropose } from './queries';

const REASONS = ['retention_over', 'client_asked', 'opened_by_mistake', 'other'] as const;

/** What keeps a client's record from being erased, and a destruction that is under way. */
export function KeepingPanel({ clientId }: { clientId: string }) {
  const may = useMay();
  return may('retention.read') ? <Shown clientId={clientId} /> : null;
}

function Shown({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const keeping = useKeeping(clientId);
  const can = keeping.data?.can;
  return (
    <Panel
      flush
      title={t('retention.keeping')}
      note={t('retention.keepingNote')}
      actions={
        <>
          {can?.hold ? (
            <FormButton label={t('retention.hold')} icon={<IconLock size={14} aria-hidden />}>
              {(close) => <HoldForm clientId={clientId} close={close} />}
            </FormButton>
          ) : null}
          {can?.propose ? (
            <FormButton
              label={t('retention.propose')}
              icon={<IconTrash size={14} aria-hidden />}
              variant="subtle"
            >
              {(close) => (
                <ProposeForm clientId={clientId} merged={keeping.data?.merged ?? []} close={close} />
              )}
            </FormButton>
          ) : null}
        </>
      }
    >
      <Answer
        query={keeping}
        isEmpty={(data) =>
          data.holds.length === 0 && !data.destruction && data.merged.length === 0 && !data.mergedInto
        }
        empty={<Empty>{t('retention.nothingKeeps')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.mergedInto ? (
              <li>
                <Text size="sm">{t('retention.mergedAway')}</Text>
              </li>
            ) : null}
            {data.merged.length > 0 && !data.destruction ? (
              <li>
                <WithMerged merged={data.merged} />
              </li>
            ) : null}
            {data.destruction ? (
              <li>
                <DestructionLine item={data.destruction} />
              </li>
            ) : null}
            {data.holds.map((hold) => (
              <li key={hold.id}>
                <Hold hold={hold} may={data.can.hold} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function Hold({ hold, may }: { hold: KeepingView['holds'][number]; may: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text size="sm" fw={600} td={hold.liftedAt ? 'line-through' : undefined}>
          {t('retention.holdLine')}
        </Text>
        {hold.reason ? <Text size="sm">{hold.reason}</Text> : null}
        <Text size="xs" c="dimmed">
          {t('retention.placed', { name: hold.placedBy.name, when: format.instant(hold.placedAt) })}
          {hold.liftedBy && hold.liftedAt
            ? `. ${t('retention.lifted', { name: hold.liftedBy.name, when: format.instant(hold.liftedAt) })}: ${hold.liftReason ?? ''}`
            : ''}
        </Text>
      </div>
      {may && !hold.liftedAt ? (
        <FormButton label={t('retention.lift')} variant="subtle">
          {(close) => <LiftForm holdId={hold.id} close={close} />}
        </FormButton>
      ) : null}
    </Group>
  );
}

const reasonField = (label: string, hint?: string) =>
  ({ name: 'reason', kind: 'textarea', label, hint, required: true }) as const;

function HoldForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const place = usePlaceHold();
  return (
    <RecordForm
      draftKey={`hold-${clientId}`}
      fields={[reasonField(t('retention.why'), t('retention.holdHint'))]}
      initial={{ reason: '' }}
      send={(values, { key }) =>
        place.mutateAsync({ path: { clientId }, key, body: { reason: values.reason } })
      }
      done={close}
      onCancel={close}
    />
  );
}

function LiftForm({ holdId, close }: { holdId: string; close: () => void }) {
  const { t } = useTranslation();
  const lift = useLiftHold();
  return (
    <RecordForm
      draftKey={`lift-${holdId}`}
      fields={[reasonField(t('retention.whyLift'))]}
      initial={{ reason: '' }}
      send={(values, { key }) => lift.mutateAsync({ path: { holdId }, key, body: { reason: values.reason } })}
      done={close}
      onCancel={close}
    />
  );
}

function ProposeForm({
  clientId,
  merged,
  close,
}: {
  clientId: string;
  merged: KeepingView['merged'];
  close: () => void;
}) {
  const { t } = useTranslation();
  const word = useWords();
  const propose = usePropose();
  return (
    <RecordForm
      draftKey={`destroy-${clientId}`}
      intro={
        <>
          <Text size="sm">{t('retention.proposeLead')}</Text>
          <WithMerged merged={merged} />
        </>
      }
      fields={[
        {
          name: 'reasonCode',
          kind: 'select',
          label: t('retention.why'),
          required: true,
          options: optionsOf(REASONS, (reason) => word('destructionReason', reason)),
        },
        { name: 'reason', kind: 'textarea', label: t('retention.inWords') },
      ]}
      initial={{ reasonCode: 'retention_over' as (typeof REASONS)[number], reason: '' }}
      send={(values, { key }) =>
        propose.mutateAsync({
          path: { clientId },
          key,
          body: { reasonCode: values.reasonCode, reason: orNull(values.reason) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
