import { Group, Text } from '@mantine/core';
import { IconArrowsSplit, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../../api/types';
import { useWords } from '../../../i18n/words';
import { ConfirmButton } from '../../../ui/ConfirmButton';
import { FormButton } from '../../../ui/form/FormButton';
import { RecordForm } from '../../../ui/form/RecordForm';
import { useFormat } from '../../../ui/format';
import { Notice } from '../../../ui/Tag';
import { useAddDispute, useDisputes, useSettleDispute } from '../queries';

/** Says that another source gives another date for a fact. */
export function DisputeButton({ clientId, item }: { clientId: string; item: TimelineItem }) {
  const { t } = useTranslation();
  const add = useAddDispute();
  return (
    <FormButton label={t('chronology.dispute')} title={t('chronology.disputeTitle')} variant="subtle">
      {(close) => (
        <RecordForm
          draftKey={`dispute:${item.sourceId}:${item.kind}`}
          fields={[
            { name: 'otherOn', kind: 'partial', label: t('chronology.otherOn'), required: true },
            { name: 'why', kind: 'textarea', label: t('chronology.why'), required: true },
          ]}
          initial={{ otherOn: '', why: '' }}
          send={({ otherOn, why }, { key }) =>
            add.mutateAsync({
              path: { clientId },
              key,
              body: { sourceKind: item.sourceKind, sourceId: item.sourceId, field: item.kind, otherOn, why },
            })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}

/** Dates that are disputed, until somebody settles them. */
export function OpenDisputes({ clientId, enabled }: { clientId: string; enabled: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const settle = useSettleDispute();
  const open = (useDisputes(clientId, enabled).data?.items ?? []).filter(({ status }) => status === 'open');
  if (open.length === 0) return null;
  return (
    <Notice tone="soon" icon={<IconArrowsSplit size={18} aria-hidden />}>
      <Text size="sm" fw={600}>
        {t('chronology.open')}
      </Text>
      {open.map((dispute) => (
        <Group key={dispute.id} justify="space-between" gap="xs" mt={4}>
          <Text size="sm">
            {t('chronology.openLine', {
              what: word('fact', dispute.field),
              day: format.day(dispute.otherOn),
            })}
            {dispute.why ? ` (${dispute.why})` : ''}
          </Text>
          {dispute.can.edit ? (
            <ConfirmButton
              label={t('chronology.settle')}
              confirm={t('chronology.settle')}
              question={t('chronology.settleAsk')}
              icon={<IconCheck size={14} aria-hidden />}
              act={() =>
                settle.mutateAsync({ path: { disputeId: dispute.id }, version: dispute.version, body: {} })
              }
            />
          ) : null}
        </Group>
      ))}
    </Notice>
  );
}
