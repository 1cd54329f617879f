import { useTranslation } from 'react-i18next';
import type { Referral } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { CrossingForm, nothingCrosses, type CrossingValues } from './CrossingForm';
import { usePassReferral } from './queries';
import { declineCodes, passingFields } from './values';

interface Values extends CrossingValues {
  code: string;
  note: string;
}

/** Passes somebody on to another organisation: only what they agreed to goes with them, and nobody here reads it. */
export function PassOnForm({ referral, close }: { referral: Referral; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const pass = usePassReferral();
  return (
    <CrossingForm<Values>
      draftKey={`pass-on:${referral.id}`}
      version={referral.version}
      note={t('intake.passOnNote')}
      initial={{ ...nothingCrosses, code: '', note: '' }}
      submitLabel={t('intake.passOn')}
      crossing={passingFields}
      crossingLabel={t('intake.agreedPassing')}
      agreedOnLabel={t('intake.agreedOn')}
      then={[
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
          ...{ path: { referralId: referral.id }, version, key },
          body: { ...values, note: orAbsent(values.note) },
        })
      }
      close={close}
    />
  );
}
