import { useTranslation } from 'react-i18next';
import { useCharges } from '../../api/reference';
import type { Charge, Conviction } from '../../api/types';
import { chargeOrigins, chargeStatuses } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useAddCharge, useEditCharge } from './queries';

/** One charge by its EOIR code, and what became of it. */
export function ChargeForm(props: {
  proceedingId: string;
  charge?: Charge;
  convictions: Conviction[];
  close: () => void;
}) {
  const { proceedingId, charge, convictions, close } = props;
  const { t } = useTranslation();
  const word = useWords();
  const codes = useCharges();
  const add = useAddCharge();
  const edit = useEditCharge();
  return (
    <RecordForm
      draftKey={`charge:${charge?.id ?? proceedingId}`}
      version={charge?.version}
      fields={[
        { name: 'code', kind: 'select', label: t('removal.code'), required: true, options: codes },
        {
          name: 'status',
          kind: 'select',
          label: t('removal.status'),
          required: true,
          options: optionsOf(chargeStatuses, (status) => word('chargeStatus', status)),
        },
        {
          name: 'origin',
          kind: 'select',
          label: t('removal.origin'),
          required: true,
          options: optionsOf(chargeOrigins, (origin) => word('chargeOrigin', origin)),
        },
        {
          name: 'convictionIds',
          kind: 'multi',
          label: t('removal.restsOn'),
          options: convictions.map((c) => ({ value: c.id, label: c.offence ?? t('common.notRecorded') })),
        },
      ]}
      initial={{
        code: charge?.code ?? '',
        status: (charge?.status ?? 'charged') as string,
        origin: (charge?.origin ?? 'charged') as string,
        convictionIds: charge?.convictionIds ?? [],
      }}
      send={(body, { version, key }) =>
        charge
          ? edit.mutateAsync({ path: { chargeId: charge.id }, version, key, body: { ...body } })
          : add.mutateAsync({ path: { proceedingId }, key, body: { ...body } })
      }
      done={close}
      onCancel={close}
    />
  );
}
