import { useTranslation } from 'react-i18next';
import { familyStatuses, relationships } from '../../api/person-values';
import type { Relative } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useAddRelative, useEditRelative } from './queries';

/** Somebody of the family or household. */
export function RelativeForm(props: { clientId: string; one?: Relative; close: () => void }) {
  const { clientId, one, close } = props;
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddRelative();
  const edit = useEditRelative();
  return (
    <RecordForm
      draftKey={`relative:${one?.id ?? clientId}`}
      version={one?.version}
      fields={[
        { name: 'name', kind: 'text', label: t('person.relativeName'), required: true },
        {
          name: 'relationship',
          kind: 'select',
          label: t('person.relationship'),
          required: true,
          half: true,
          options: optionsOf(relationships, (kind) => word('relationship', kind)),
        },
        {
          name: 'status',
          kind: 'select',
          label: t('person.status'),
          required: true,
          half: true,
          options: optionsOf(familyStatuses, (status) => word('familyStatus', status)),
        },
        { name: 'birth', kind: 'partial', label: t('clients.birth'), hint: t('form.partialHint') },
        { name: 'inHousehold', kind: 'switch', label: t('person.inHousehold') },
        { name: 'hardship', kind: 'textarea', label: t('person.hardship'), hint: t('person.hardshipHint') },
        { name: 'note', kind: 'textarea', label: t('person.note') },
      ]}
      initial={{
        name: one?.name ?? '',
        relationship: (one?.relationship ?? '') as string,
        status: (one?.status ?? 'not_known') as string,
        birth: one?.birth ?? '',
        inHousehold: one?.inHousehold ?? false,
        hardship: one?.hardship ?? '',
        note: one?.note ?? '',
      }}
      send={({ name, relationship, status, inHousehold, ...texts }, { version, key }) => {
        const body = {
          ...{ name: name.trim(), relationship, status, inHousehold },
          ...{ birth: orNull(texts.birth), hardship: orNull(texts.hardship), note: orNull(texts.note) },
        };
        return one
          ? edit.mutateAsync({ path: { clientId, relativeId: one.id }, version, key, body })
          : add.mutateAsync({ path: { clientId }, key, body });
      }}
      done={close}
      onCancel={close}
    />
  );
}
