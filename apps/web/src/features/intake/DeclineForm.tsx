import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useDeclineReferral, useReferElsewhere } from './queries';
import { declineCodes } from './values';

interface DeclineValues {
  elsewhere: boolean;
  code: string;
  note: string;
}

/** Turns somebody away, with the reason and where else they were told to ask. */
export function DeclineForm({ referral, close }: { referral: Referral; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const decline = useDeclineReferral();
  const elsewhere = useReferElsewhere();
  return (
    <RecordForm<DeclineValues>
      draftKey={`decline:${referral.id}`}
      version={referral.version}
      intro={<Text size="sm">{t('intake.declineNote')}</Text>}
      initial={{ elsewhere: false, code: '', note: '' }}
      submitLabel={t('intake.decline')}
      fields={[
        {
          name: 'code',
          kind: 'select',
          required: true,
          label: t('intake.declineCode'),
          options: optionsOf(declineCodes, (code) => word('declineCode', code)),
        },
        { name: 'note', kind: 'textarea', label: t('intake.resources'), hint: t('intake.resourcesHint') },
        { name: 'elsewhere', kind: 'switch', label: t('intake.elsewhere') },
      ]}
      send={(values, { version, key }) =>
        (values.elsewhere ? elsewhere : decline).mutateAsync({
          path: { referralId: referral.id },
          version,
          key,
          body: { code: values.code, note: orAbsent(values.note) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
