import { Button, Group, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustodyFile } from '../../api/types';
import { known, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useClaimCall, useRecordCall } from './protocol-queries';

/** Calls about the detention, and how long each waited for an attorney. */
export function Calls({ clientId, file }: { clientId: string; file: CustodyFile }) {
  const { t } = useTranslation();
  return (
    <Panel
      flush
      title={t('calls.title')}
      note={t('calls.note')}
      actions={
        file.can.protocol ? (
          <FormButton label={t('calls.add')} icon={<IconPhone size={14} aria-hidden />}>
            {(close) => <CallForm clientId={clientId} close={close} />}
          </FormButton>
        ) : null
      }
    >
      {file.calls.length ? (
        <ol className="v-rows">
          {file.calls.map((call) => (
            <li key={call.id}>
              <One call={call} />
            </li>
          ))}
        </ol>
      ) : (
        <Empty>{t('calls.empty')}</Empty>
      )}
    </Panel>
  );
}

function One({ call }: { call: CustodyFile['calls'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const claim = useClaimCall();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 200px', minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={600} className="v-num">
            {format.instant(call.receivedAt)}
          </Text>
          <Tag tone={call.claimedBy ? 'good' : 'urgent'}>
            {call.claimedBy
              ? t('calls.claimed', { name: call.claimedBy.name, count: call.minutesWaited })
              : t('calls.waiting', { count: call.minutesWaited })}
          </Tag>
        </Group>
        <Text size="sm">{call.said}</Text>
        <Text size="xs" c="dimmed">
          {[call.caller, call.callBack, t('custodyFile.by', { name: call.by.name })]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {call.can.claim ? (
        <Button
          size="xs"
          loading={claim.isPending}
          onClick={() => claim.mutate({ path: { callId: call.id }, version: call.version })}
        >
          {t('calls.claim')}
        </Button>
      ) : null}
    </Group>
  );
}

function CallForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const record = useRecordCall();
  return (
    <RecordForm
      draftKey={`call:${clientId}`}
      fields={[
        { name: 'caller', kind: 'text', label: t('calls.caller') },
        { name: 'callBack', kind: 'text', label: t('calls.callBack') },
        { name: 'said', kind: 'textarea', label: t('calls.said'), required: true },
        { name: 'on', kind: 'date', label: t('calls.on'), hint: t('custodyFile.seenNow'), half: true },
        { name: 'time', kind: 'time', label: t('custodyFile.seenTime'), half: true },
      ]}
      initial={{ caller: '', callBack: '', said: '', on: '', time: '' }}
      send={({ said, ...more }, { key }) =>
        record.mutateAsync({
          path: { clientId },
          key,
          body: {
            said,
            ...known({
              caller: orNull(more.caller),
              callBack: orNull(more.callBack),
              on: orNull(more.on),
              time: orNull(more.time),
            }),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
