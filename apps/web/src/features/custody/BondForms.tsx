import type { Bond } from '../../api/types';
import { known } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { bodyOf, useBondFields, valuesOf, type BondValues } from './bond-fields';
import { useAddBond, useEditBond } from './queries';

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
