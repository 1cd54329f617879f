import { Button, Group, Text } from '@mantine/core';
import { IconCheck, IconPlayerSkipForward, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { CustodyFile } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Tag, type Tone } from '../../ui/Tag';
import { useSettleStep } from './protocol-queries';

type Step = NonNullable<CustodyFile['protocol']>['steps'][number];

function toneOf(step: Step, now: string): { tone: Tone; text: 'late' | 'due' | 'done' | 'skipped' } {
  if (step.state === 'done') return { tone: 'good', text: 'done' };
  if (step.state === 'skipped') return { tone: 'plain', text: 'skipped' };
  if (step.late) return { tone: 'urgent', text: 'late' };
  return { tone: Date.parse(step.dueAt) - Date.parse(now) < 4 * 3_600_000 ? 'soon' : 'plain', text: 'due' };
}

/** One act: by when, who is on it, and what became of it. */
export function ProtocolStep(props: { protocolId: string; step: Step; now: string; can: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const { step } = props;
  const { tone, text } = toneOf(step, props.now);
  const when = format.instant(step.at ?? step.dueAt);
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 240px', minWidth: 0 }}>
        <Group gap="xs">
          <Tag tone={tone}>{t(`protocol.${text}`, { when })}</Tag>
          {step.assignedTo ? (
            <Tag icon={<IconUser size={12} aria-hidden />}>{step.assignedTo.name}</Tag>
          ) : null}
          {step.by ? <Text size="xs">{t('custodyFile.by', { name: step.by.name })}</Text> : null}
        </Group>
        <Text size="sm" fw={600} lang="en" mt={2}>
          {step.title}
        </Text>
        <Text size="xs" c="dimmed" lang="en">
          {step.why}
        </Text>
        {step.reason ? <Text size="sm">{`${word('stepState', step.state)}: ${step.reason}`}</Text> : null}
      </div>
      {props.can ? <Acts protocolId={props.protocolId} step={step} /> : null}
    </Group>
  );
}

function Acts({ protocolId, step }: { protocolId: string; step: Step }) {
  const { t } = useTranslation();
  const me = useMe();
  const settle = useSettleStep();
  const set = (body: { state: string; assignedTo?: string }): void =>
    settle.mutate({ path: { protocolId, step: step.step }, body });
  if (step.state !== 'open')
    return (
      <Button size="xs" variant="subtle" loading={settle.isPending} onClick={() => set({ state: 'open' })}>
        {t('protocol.undo')}
      </Button>
    );
  const named = (act: string): string => `${act}: ${step.title}`;
  return (
    <Group gap={6}>
      {step.assignedTo?.id === me.user.id ? null : (
        <Button
          size="xs"
          variant="default"
          aria-label={named(t('protocol.take'))}
          onClick={() => set({ state: 'open', assignedTo: me.user.id })}
        >
          {t('protocol.take')}
        </Button>
      )}
      <Button
        size="xs"
        aria-label={named(t('protocol.doneAct'))}
        leftSection={<IconCheck size={14} aria-hidden />}
        loading={settle.isPending}
        onClick={() => set({ state: 'done' })}
      >
        {t('protocol.doneAct')}
      </Button>
      <FormButton
        label={t('protocol.skip')}
        variant="subtle"
        icon={<IconPlayerSkipForward size={14} aria-hidden />}
      >
        {(close) => (
          <RecordForm
            draftKey={`skip:${protocolId}:${step.step}`}
            fields={[{ name: 'reason', kind: 'textarea', label: t('protocol.skipWhy'), required: true }]}
            initial={{ reason: '' }}
            send={({ reason }) =>
              settle.mutateAsync({
                path: { protocolId, step: step.step },
                body: { state: 'skipped', reason },
              })
            }
            done={close}
            onCancel={close}
          />
        )}
      </FormButton>
    </Group>
  );
}
