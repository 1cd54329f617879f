import { Group, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { useMerges, useUndoMerge } from './queries';

/** Also known as: records of the same person that were merged into this one. Nothing when there are none. */
export function MergedRecords({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const merges = useMerges(clientId);
  const undo = useUndoMerge();
  if (!merges.data?.items.length) return null;
  const { items, can } = merges.data;
  return (
    <Panel flush title={t('merging.alsoKnownAs')} note={t('merging.alsoNote')}>
      <ul className="v-rows">
        {items.map((one) => (
          <li key={one.id}>
            <Group justify="space-between" align="flex-start" gap="xs">
              <div style={{ flex: '1 1 240px', minWidth: 0 }}>
                <Text size="sm" fw={600} td={one.undoneAt ? 'line-through' : undefined}>
                  {one.merged.name}
                </Text>
                <Text size="sm">{one.reason}</Text>
                <Text size="xs" c="dimmed">
                  {t('merging.mergedBy', { name: one.by.name, when: format.instant(one.at) })}
                  {one.undoneBy && one.undoneAt
                    ? `. ${t('merging.undoneBy', { name: one.undoneBy.name, when: format.instant(one.undoneAt) })}`
                    : ''}
                </Text>
              </div>
              {can.merge && !one.undoneAt ? (
                <ConfirmButton
                  label={t('merging.undo')}
                  question={t('merging.undoAsk')}
                  confirm={t('merging.undo')}
                  icon={<IconArrowsSplit2 size={14} aria-hidden />}
                  act={() => undo.mutateAsync({ path: { clientId, mergeId: one.id } })}
                />
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
