import { useTranslation } from 'react-i18next';
import { trustedRoles } from '../../api/person-values';
import { useLanguages } from '../../api/reference';
import type { TrustedContact } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull, type RowValue } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useAddTrustedContact, useEditTrustedContact } from './queries';

/** Somebody of the pod. */
export function TrustedContactForm(props: { clientId: string; one?: TrustedContact; close: () => void }) {
  const { clientId, one, close } = props;
  const { t } = useTranslation();
  const word = useWords();
  const languages = useLanguages();
  const add = useAddTrustedContact();
  const edit = useEditTrustedContact();
  return (
    <RecordForm
      draftKey={`trusted:${one?.id ?? clientId}`}
      version={one?.version}
      fields={[
        { name: 'name', kind: 'text', label: t('person.relativeName'), required: true },
        {
          name: 'role',
          kind: 'select',
          label: t('person.role'),
          required: true,
          half: true,
          options: optionsOf(trustedRoles, (role) => word('trustedRole', role)),
        },
        { name: 'relationship', kind: 'text', label: t('person.whatToClient'), half: true },
        {
          name: 'phones',
          kind: 'rows',
          label: t('person.phones'),
          addLabel: t('person.addPhone'),
          newRow: { value: '', label: '', safe: false },
          columns: [
            { name: 'value', kind: 'text', label: t('person.phone') },
            { name: 'label', kind: 'text', label: t('person.phoneLabel') },
            { name: 'safe', kind: 'switch', label: t('person.phoneSafe') },
          ],
        },
        { name: 'language', kind: 'select', label: t('person.language'), options: languages, half: true },
        {
          name: 'agreedOn',
          kind: 'date',
          label: t('person.agreedOn'),
          hint: t('person.agreedHint'),
          half: true,
        },
        { name: 'note', kind: 'textarea', label: t('person.note') },
      ]}
      initial={{
        name: one?.name ?? '',
        role: (one?.role ?? '') as string,
        relationship: one?.relationship ?? '',
        phones: (one?.phones.map(({ value, label, safe }) => ({ value, label: label ?? '', safe })) ??
          []) as RowValue[],
        language: one?.language ?? '',
        agreedOn: one?.agreedOn ?? '',
        note: one?.note ?? '',
      }}
      send={({ name, role, phones, ...rest }, { version, key }) => {
        const body = {
          ...{ name: name.trim(), role },
          ...{ relationship: orNull(rest.relationship), language: orNull(rest.language) },
          ...{ agreedOn: orNull(rest.agreedOn), note: orNull(rest.note) },
          phones: phones
            .filter((phone) => String(phone.value).trim())
            .map((phone) => ({
              value: String(phone.value).trim(),
              label: orNull(String(phone.label)),
              safe: phone.safe === true,
            })),
        };
        return one
          ? edit.mutateAsync({ path: { clientId, trustedContactId: one.id }, version, key, body })
          : add.mutateAsync({ path: { clientId }, key, body });
      }}
      done={close}
      onCancel={close}
    />
  );
}
