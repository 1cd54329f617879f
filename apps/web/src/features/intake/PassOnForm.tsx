import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { Answer, Empty } from '../../ui/states';
import { usePartners, usePassReferral } from './queries';
import { declineCodes, passingFields } from './values';

interface Values {
  toOrganisationId: string;
  fields: string[];
  consentedOn: string;
  code: string;
  note: string;
}

/** Passes somebody on to another organisation: only what they agreed to goes with them, and nobody here reads it. */
export function PassOnForm({ referral, close }: { referral: Referral; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const partners = usePartners();
  const pass = usePassReferral();
  return (
    <Answer
      query={partners}
      isEmpty={(data) => data.items.length === 0}
      empty={<Empty>{t('intake.noPartners')}</Empty>}
    >
      {(data) => (
        <RecordForm<Values>
          draftKey={`pass-on:${referral.id}`}
          version={referral.version}
          intro={<Text size="sm">{t('intake.passOnNote')}</Text>}
          initial={{ toOrganisationId: '', fields: [], consentedOn: '', code: '', note: '' }}
          submitLabel={t('intake.passOn')}
          fields={[
            {
              name: 'toOrganisationId',
              kind: 'select',
              required: true,
              label: t('intake.toOrganisation'),
              options: data.items.map((one) => ({ value: one.id, label: one.name })),
            },
            {
              name: 'fields',
              kind: 'multi',
              label: t('intake.agreedPassing'),
              options: optionsOf(passingFields, (field) => word('crossingField', field)),
            },
            { name: 'consentedOn', kind: 'date', required: true, label: t('intake.agreedOn') },
            {
              name: 'code',
              kind: 'select',
              required: true,
              label: t('intake.declineCode'),
              options: optionsOf(declineCodes, (code) => word('declineCode', code)),
            },
            { name: 'note', kind: 'textarea', label: t('intake.howAgreed') },
          ]}
          send={(values, { version, key }) =>
            pass.mutateAsync({
              path: { referralId: referral.id },
              version,
              key,
              body: { ...values, note: orAbsent(values.note) },
            })
          }
          done={close}
          onCancel={close}
        />
      )}
    </Answer>
  );
}
