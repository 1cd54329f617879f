import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { consentChannels, consentForms, consentRecipients, consentScopes } from '../../api/person-values';
import { useLanguages } from '../../api/reference';
import type { Consent } from '../../api/types';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orNull, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn } from '../../ui/format';
import { useFamily, useGiveConsent, useTrustedContacts } from './queries';

interface ConsentValues {
  recipientKind: string;
  trustedId: string;
  relativeId: string;
  recipientName: string;
  scopes: string[];
  channels: string[];
  fromOn: string;
  untilOn: string;
  givenHow: string;
  givenLanguage: string;
  documentReference: string;
  note: string;
}

/** A new consent, which may take the place of another. */
export function ConsentForm(props: {
  clientId: string;
  replaces?: Consent;
  /** The trusted contact it is about. */
  trustedId?: string;
  close: () => void;
}) {
  const { clientId, replaces, close } = props;
  const { t } = useTranslation();
  const me = useMe();
  const give = useGiveConsent();
  const fields = useConsentFields(clientId);
  return (
    <RecordForm<ConsentValues>
      draftKey={`consent:${replaces?.id ?? props.trustedId ?? clientId}`}
      intro={replaces ? <Text size="sm">{t('person.replaceLead')}</Text> : undefined}
      fields={fields}
      initial={{ ...startOf(replaces, props.trustedId), fromOn: todayIn(me.organisation.timeZone) }}
      send={(values, { key }) =>
        give.mutateAsync({ path: { clientId }, key, body: bodyOf(values, replaces?.id) })
      }
      done={close}
      onCancel={close}
    />
  );
}

function startOf(replaces?: Consent, trustedId?: string): ConsentValues {
  const kind = replaces?.recipient.kind;
  const listed = replaces?.recipient.id ?? '';
  return {
    recipientKind: kind ?? 'trusted_contact',
    trustedId: kind === 'trusted_contact' ? listed : (trustedId ?? ''),
    relativeId: kind === 'relative' ? listed : '',
    recipientName: replaces && !listed ? replaces.recipient.name : '',
    scopes: replaces?.scopes ?? [],
    channels: replaces?.channels ?? [],
    fromOn: '',
    untilOn: replaces?.untilOn ?? '',
    givenHow: 'written',
    givenLanguage: replaces?.givenLanguage ?? '',
    documentReference: '',
    note: '',
  };
}

function bodyOf(values: ConsentValues, replacesId?: string) {
  const { recipientKind, scopes, channels, fromOn, givenHow } = values;
  const ids: Record<string, string> = { trusted_contact: values.trustedId, relative: values.relativeId };
  return {
    ...{ recipientKind, scopes, channels, fromOn, givenHow },
    ...known({
      recipientId: orNull(ids[recipientKind] ?? ''),
      recipientName: recipientKind in ids || recipientKind === 'client' ? null : orNull(values.recipientName),
      untilOn: orNull(values.untilOn),
      givenLanguage: orNull(values.givenLanguage),
      documentReference: orNull(values.documentReference),
      note: orNull(values.note),
      replacesId: replacesId ?? null,
    }),
  };
}

function useConsentFields(clientId: string): Field<ConsentValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  const languages = useLanguages();
  const people = (items: { id: string; name: string }[] | undefined) =>
    (items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const trusted = people(useTrustedContacts(clientId).data?.items);
  const relatives = people(useFamily(clientId).data?.items);
  return [
    {
      name: 'recipientKind',
      kind: 'select',
      label: t('person.recipientKind'),
      required: true,
      options: optionsOf(consentRecipients, (kind) => word('consentRecipient', kind)),
    },
    {
      name: 'trustedId',
      kind: 'select',
      label: t('person.recipientTrusted'),
      required: true,
      path: 'recipientId',
      options: trusted,
      when: ({ recipientKind }) => recipientKind === 'trusted_contact',
    },
    {
      name: 'relativeId',
      kind: 'select',
      label: t('person.recipientRelative'),
      required: true,
      path: 'recipientId',
      options: relatives,
      when: ({ recipientKind }) => recipientKind === 'relative',
    },
    {
      name: 'recipientName',
      kind: 'text',
      label: t('person.recipientName'),
      required: true,
      when: ({ recipientKind }) => !['client', 'trusted_contact', 'relative'].includes(recipientKind),
    },
    {
      name: 'scopes',
      kind: 'multi',
      label: t('person.scopes'),
      required: true,
      options: optionsOf(consentScopes, (scope) => word('consentScope', scope)),
    },
    {
      name: 'channels',
      kind: 'multi',
      label: t('person.channels'),
      required: true,
      options: optionsOf(consentChannels, (channel) => word('consentChannel', channel)),
    },
    { name: 'fromOn', kind: 'date', label: t('person.fromOn'), required: true, half: true },
    { name: 'untilOn', kind: 'date', label: t('person.untilOn'), hint: t('person.untilHint'), half: true },
    {
      name: 'givenHow',
      kind: 'select',
      label: t('person.givenHow'),
      required: true,
      half: true,
      options: optionsOf(consentForms, (form) => word('consentForm', form)),
    },
    {
      name: 'givenLanguage',
      kind: 'select',
      label: t('person.givenLanguage'),
      half: true,
      options: languages,
    },
    { name: 'documentReference', kind: 'text', label: t('person.documentReference') },
    { name: 'note', kind: 'textarea', label: t('person.note') },
  ];
}
