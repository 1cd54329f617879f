import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DestructionView } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { useApprove, useCancel } from './queries';

/** Which other records of the same person go with this one. */
export function WithMerged({ merged }: { merged: DestructionView['merged'] }) {
  const { t } = useTranslation();
  const names = merged.map((record) => record.name).join(', ');
  return merged.length > 0 ? (
    <Text size="sm" fw={600}>
      {t('retention.withMerged', { count: merged.length, names })}
    </Text>
  ) : null;
}

/** A destruction under way: who asked, who agreed, when it happens, and the way to stop it. */
export function DestructionLine({ item, named = false }: { item: DestructionView; named?: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const approve = useApprove();
  const cancel = useCancel();
  const path = { destructionId: item.id };
  const names = item.merged.map((record) => record.name).join(', ');
  const withMerged = names ? t('retention.withMerged', { count: item.merged.length, names }) : '';
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Group gap="xs">
          {named ? (
            <Text size="sm" fw={600}>
              {item.clientName}
            </Text>
          ) : null}
          <Tag tone={item.status === 'approved' ? 'urgent' : 'soon'}>
            {word('destructionStatus', item.status)}
          </Tag>
          <Text size="sm">{word('destructionReason', item.reasonCode)}</Text>
        </Group>
        {item.reason ? <Text size="sm">{item.reason}</Text> : null}
        <WithMerged merged={item.merged} />
        <Text size="xs" c="dimmed">
          {t('retention.proposed', { name: item.proposedBy.name, when: format.instant(item.proposedAt) })}
          {item.approvedBy && item.approvedAt
            ? `. ${t('retention.approved', { name: item.approvedBy.name, when: format.instant(item.approvedAt) })}`
            : ''}
          {item.notBefore ? `. ${t('retention.notBefore', { when: format.instant(item.notBefore) })}` : ''}
        </Text>
      </div>
      <Group gap={4}>
        {item.can.approve ? (
          <ConfirmButton
            label={t('retention.approve')}
            confirm={t('retention.approve')}
            question={[t('retention.approveAsk'), withMerged].filter(Boolean).join(' ')}
            danger
            act={() => approve.mutateAsync({ path, key: crypto.randomUUID() })}
          />
        ) : null}
        {item.can.cancel ? (
          <ConfirmButton
            label={t('retention.stop')}
            confirm={t('retention.stop')}
            question={t('retention.stopAsk')}
            variant="subtle"
            act={() => cancel.mutateAsync({ path, key: crypto.randomUUID() })}
          />
        ) : null}
      </Group>
    </Group>
  );
}
