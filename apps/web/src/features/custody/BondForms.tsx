import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Bond } from '../../api/types';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { bodyOf, useBondFields, valuesOf, type BondValues } from './bond-fields';
import { useAddBond, useEditBond, useEndStay } from './queries';
import { stayEnds } from './values';

/** A bond of a detention, as far as it has come. */
export function NewBondForm(props: { clientId: string; episodeId: string; close: () => void }) {
  const add = useAddBond();
  return (
    <RecordForm<BondValues>
      draftKey={`bond:${props.episodeId}`}
      fields={useBondFields(props.clientId)}
      initial={valuesOf(null)}
      send={(values, { key }) =>
        add.mutateAsync({ path: { episodeId: props.episodeId }, key, body: known(bodyOf(values)) })
      }
      done={props.close}
      onCancel={props.close}
    />
  );
}

/** The next step of a bond, or a correction. */
export function EditBondForm(props: { clientId: string; bond: Bond; close: () => void }) {
  const edit = useEditBond();
  const { bond } = props;
  return (
    <RecordForm<BondValues>
      draftKey={`bond-edit:${bond.id}`}
      fields={useBondFields(props.clientId)}
      initial={valuesOf(bond)}
      version={bond.version}
      send={(values, { version, key }) =>
        edit.mutateAsync({ path: { bondId: bond.id }, version, key, body: bodyOf(values) })
      }
      done={props.close}
      onCancel={props.close}
    />
  );
}

const NO_END = { how: 'lapsed' as (typeof stayEnds)[number], on: '', note: '' };

/** The end of an automatic stay, or that there never was one. */
export function EndStayForm({ bond, close }: { bond: Bond; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const end = useEndStay();
  return (
    <RecordForm<typeof NO_END>
      draftKey={`bond-stay:${bond.id}`}
      intro={<Text size="sm">{t('bond.endStayLead')}</Text>}
      fields={[
        {
          ...{ name: 'how', kind: 'select', label: t('bond.stayHow'), required: true },
          options: optionsOf(stayEnds, (one) => word('stayEnd', one)),
        },
        {
          ...{ name: 'on', kind: 'partial', label: t('bond.stayOn') },
          when: (values) => values.how !== 'recorded_in_error',
        },
        { name: 'note', kind: 'textarea', label: t('bond.stayNote') },
      ]}
      initial={NO_END}
      version={bond.version}
      send={({ how, on, note }, { version, key }) => {
        const day = how === 'recorded_in_error' ? null : orNull(on);
        const body = { how, on: day, note: orNull(note) };
        return end.mutateAsync({ path: { bondId: bond.id }, version, key, body });
      }}
      done={close}
      onCancel={close}
    />
  );
}
