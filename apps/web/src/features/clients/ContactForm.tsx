import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { useLanguages } from '../../api/reference';
import type { Contact } from '../../api/types';
import { contactKinds } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn } from '../../ui/format';
import { useAddContact, useEditContact } from './queries';

const LEAVE = ['yes', 'no'] as const;
const asChoice = (leave: boolean | null | undefined): string =>
  leave === true ? 'yes' : leave === false ? 'no' : '';

function startOf(contact: Contact | undefined, today: string) {
  const { kind = 'phone', safeToContact = false } = contact ?? {};
  const text = (value: string | null | undefined): string => value ?? '';
  return {
    ...{ kind: kind as string, safeToContact },
    ...{ value: text(contact?.value), label: text(contact?.label), hours: text(contact?.hours) },
    ...{ whoAnswers: text(contact?.whoAnswers), language: text(contact?.language) },
    leaveMessage: asChoice(contact?.leaveMessage),
    confirmedOn: contact ? text(contact.confirmedOn) : today,
  };
}

/** A way to reach the client: a new one, or changes. */
export function ContactForm(props: { clientId: string; contact?: Contact; close: () => void }) {
  const { clientId, contact, close } = props;
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const languages = useLanguages();
  const add = useAddContact();
  const edit = useEditContact();
  return (
    <RecordForm
      draftKey={`contact:${contact?.id ?? clientId}`}
      version={contact?.version}
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('clients.contactKind'),
          required: true,
          options: optionsOf(contactKinds, (kind) => word('contactKind', kind)),
          when: () => !contact,
        },
        { name: 'value', kind: 'text', label: t('clients.contactValue'), required: true },
        { name: 'label', kind: 'text', label: t('clients.contactLabel') },
        { name: 'safeToContact', kind: 'switch', label: t('clients.safe'), hint: t('clients.safeHint') },
        { name: 'hours', kind: 'text', label: t('person.hours') },
        { name: 'whoAnswers', kind: 'text', label: t('person.whoAnswers'), half: true },
        { name: 'language', kind: 'select', label: t('person.spokenThere'), options: languages, half: true },
        {
          name: 'leaveMessage',
          kind: 'select',
          label: t('person.leaveMessage'),
          half: true,
          options: optionsOf(LEAVE, (leave) =>
            t(leave === 'yes' ? 'person.leaveMessageYes' : 'person.leaveMessageNo'),
          ),
        },
        { name: 'confirmedOn', kind: 'date', label: t('person.confirmedOn'), half: true },
      ]}
      initial={startOf(contact, todayIn(me.organisation.timeZone))}
      send={({ kind, value, label, safeToContact, ...rest }, { version, key }) => {
        const body = {
          ...{ value, safeToContact, label: orNull(label) },
          ...{ hours: orNull(rest.hours), whoAnswers: orNull(rest.whoAnswers) },
          ...{ language: orNull(rest.language), confirmedOn: orNull(rest.confirmedOn) },
          leaveMessage: rest.leaveMessage === '' ? null : rest.leaveMessage === 'yes',
        };
        return contact
          ? edit.mutateAsync({ path: { clientId, contactId: contact.id }, version, key, body })
          : add.mutateAsync({ path: { clientId }, key, body: { kind, ...body } });
      }}
      done={close}
      onCancel={close}
    />
  );
}
