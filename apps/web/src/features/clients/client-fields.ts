import { useTranslation } from 'react-i18next';
import { useCountries, useLanguages, useNationalities } from '../../api/reference';
import type { Client } from '../../api/types';
import { aliasKinds } from '../../api/person-values';
import { arrivalManners } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull, type Field, type RowValue } from '../../ui/form/field';

/** A person as the forms hold one: text, never null. */
export interface PersonValues {
  given: string;
  middle: string;
  family: string;
  aliases: RowValue[];
  aNumber: string;
  birth: string;
  countryOfBirth: string;
  citizenship: string;
  languages: string[];
  interpreterLanguage: string;
  arrivedOn: string;
  manner: string;
}

const nobody: PersonValues = {
  given: '',
  middle: '',
  family: '',
  aliases: [],
  aNumber: '',
  birth: '',
  countryOfBirth: '',
  citizenship: '',
  languages: [],
  interpreterLanguage: '',
  arrivedOn: '',
  manner: '',
};
const text = (value: string | null | undefined): string => value ?? '';

/** A client as form values; without one, an empty form. */
export function valuesOf(client: Client | null): PersonValues {
  if (!client) return nobody;
  return {
    given: client.name.given,
    middle: text(client.name.middle),
    family: client.name.family,
    aliases: client.aliases.map(({ name, kind, usedFrom, usedUntil }) => ({
      ...{ name, kind, usedFrom: text(usedFrom), usedUntil: text(usedUntil) },
    })),
    aNumber: '',
    birth: text(client.birth),
    countryOfBirth: text(client.countryOfBirth),
    citizenship: text(client.citizenship),
    languages: client.languages,
    interpreterLanguage: text(client.interpreterLanguage),
    arrivedOn: text(client.arrival?.on),
    manner: text(client.arrival?.manner),
  };
}

/** The contract's body of the same person. An A-number left empty is left out: it is never echoed to the form. */
export function personBody(values: PersonValues) {
  const arrived = values.arrivedOn || values.manner;
  return {
    name: { given: values.given.trim(), family: values.family.trim(), middle: orNull(values.middle) },
    aliases: values.aliases
      .filter((alias) => String(alias.name).trim())
      .map((alias) => ({
        name: String(alias.name).trim(),
        kind: String(alias.kind),
        usedFrom: orNull(String(alias.usedFrom ?? '')),
        usedUntil: orNull(String(alias.usedUntil ?? '')),
      })),
    aNumber: orNull(values.aNumber),
    birth: orNull(values.birth),
    countryOfBirth: orNull(values.countryOfBirth),
    citizenship: orNull(values.citizenship),
    languages: values.languages,
    interpreterLanguage: orNull(values.interpreterLanguage),
    arrival: arrived ? { on: orNull(values.arrivedOn), manner: values.manner || 'not_known' } : null,
  };
}

/** Which form values make up one field of the contract. */
const parts: Record<string, string[]> = {
  name: ['given', 'middle', 'family'],
  arrival: ['arrivedOn', 'manner'],
};

/** Of a person's body, only what was edited. */
export function editedOnly(
  body: Record<string, unknown>,
  edited: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => (parts[name] ?? [name]).some((part) => edited.has(part))),
  );
}

/** The fields of a person, for a new one and for changes. */
export function usePersonFields<V extends PersonValues>(editing: boolean): Field<V>[] {
  const names = useNameFields();
  const identity = useIdentityFields(editing);
  const arrival = useArrivalFields();
  // A form of more values has all fields of a form of fewer.
  return [...names, ...identity, ...arrival] as unknown as Field<V>[];
}

function useNameFields(): Field<PersonValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  return [
    {
      name: 'given',
      kind: 'text',
      label: t('clients.given'),
      required: true,
      half: true,
      section: t('clients.nameSection'),
      path: 'name.given',
    },
    {
      name: 'family',
      kind: 'text',
      label: t('clients.family'),
      required: true,
      half: true,
      path: 'name.family',
    },
    { name: 'middle', kind: 'text', label: t('clients.middle'), path: 'name.middle' },
    {
      name: 'aliases',
      kind: 'rows',
      label: t('clients.aliases'),
      addLabel: t('clients.addAlias'),
      newRow: { name: '', kind: 'alias', usedFrom: '', usedUntil: '' },
      columns: [
        { name: 'name', kind: 'text', label: t('clients.aliasName') },
        {
          name: 'kind',
          kind: 'select',
          required: true,
          label: t('clients.aliasKind'),
          options: optionsOf(aliasKinds, (kind) => word('aliasKind', kind)),
        },
        { name: 'usedFrom', kind: 'partial', label: t('person.usedFrom') },
        { name: 'usedUntil', kind: 'partial', label: t('person.usedUntil') },
      ],
    },
  ];
}

function useIdentityFields(editing: boolean): Field<PersonValues>[] {
  const { t } = useTranslation();
  const countries = useCountries();
  const nationalities = useNationalities();
  const languages = useLanguages();
  return [
    {
      name: 'aNumber',
      kind: 'text',
      label: t('clients.aNumber'),
      hint: editing ? t('clients.aNumberKeep') : t('clients.aNumberHint'),
      section: t('clients.identity'),
    },
    { name: 'birth', kind: 'partial', label: t('clients.birth'), hint: t('form.partialHint') },
    {
      name: 'countryOfBirth',
      kind: 'select',
      label: t('clients.countryOfBirth'),
      options: countries,
      half: true,
    },
    {
      name: 'citizenship',
      kind: 'select',
      label: t('clients.citizenship'),
      options: nationalities,
      half: true,
    },
    {
      name: 'languages',
      kind: 'multi',
      label: t('clients.languages'),
      options: languages,
      half: true,
      // Afterwards the panel of the languages asks for more than a list.
      when: () => !editing,
    },
    {
      name: 'interpreterLanguage',
      kind: 'select',
      label: t('clients.interpreter'),
      options: languages,
      half: true,
      when: () => !editing,
    },
  ];
}

function useArrivalFields(): Field<PersonValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  return [
    {
      name: 'arrivedOn',
      kind: 'partial',
      label: t('clients.arrivedOn'),
      half: true,
      section: t('clients.arrivalSection'),
      path: 'arrival.on',
    },
    {
      name: 'manner',
      kind: 'select',
      label: t('clients.manner'),
      half: true,
      path: 'arrival.manner',
      options: optionsOf(arrivalManners, (manner) => word('arrivalManner', manner)),
    },
  ];
}
