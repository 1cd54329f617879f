import { Text } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FormButton } from '../../../ui/form/FormButton';
import { RecordForm } from '../../../ui/form/RecordForm';
import { useEnteredInError, useWithdrawEntry } from '../queries';
import type { EntryKind } from './kinds';

interface Entry {
  clientId: string;
  kind: EntryKind;
  recordId: string;
}

/** Says that a record should not have been entered. It leaves everything but the list of such records. */
export function WithdrawButton(entry: Entry) {
  const { t } = useTranslation();
  const { data } = useEnteredInError(entry.clientId);
  if (!data?.can.withdraw) return null;
  return (
    <FormButton
      label={t('inError.withdraw')}
      title={t('inError.withdrawTitle')}
      icon={<IconEraser size={14} aria-hidden />}
      variant="subtle"
    >
      {(close) => <WithdrawForm entry={entry} close={close} />}
    </FormButton>
  );
}

function WithdrawForm({ entry, close }: { entry: Entry; close: () => void }) {
  const { t } = useTranslation();
  const withdraw = useWithdrawEntry();
  const { clientId, kind, recordId } = entry;
  const looked = kind === 'hearing_look_up' || kind === 'locator_look_up';
  return (
    <RecordForm
      draftKey={`entered-in-error:${recordId}`}
      intro={
        <>
          <Text size="sm">{t('inError.withdrawIntro')}</Text>
          {looked ? <Text size="sm">{t('inError.withdrawLookUp')}</Text> : null}
        </>
      }
      fields={[{ name: 'reason', kind: 'textarea', label: t('inError.reason'), required: true }]}
      initial={{ reason: '' }}
      submitLabel={t('inError.withdraw')}
      send={({ reason }, { key }) =>
        withdraw.mutateAsync({ path: { clientId }, key, body: { kind, recordId, reason } })
      }
      done={close}
      onCancel={close}
    />
  );
}
