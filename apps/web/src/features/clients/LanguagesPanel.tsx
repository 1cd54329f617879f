import { Text } from '@mantine/core';
import { IconEar, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { interpreterNeeds, literacies, readLevels, speakLevels } from '../../api/person-values';
import { nameIn, useLanguages } from '../../api/reference';
import type { Client } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull, type RowValue } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { Facts, Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { useSetLanguages } from './queries';

/** In which languages one can speak and write with the client. */
export function LanguagesPanel({ client }: { client: Client }) {
  const { t } = useTranslation();
  const word = useWords();
  const languages = useLanguages();
  const readsIn = client.languageSkills.filter(({ reads }) => reads === 'well' || reads === 'a_little');
  return (
    <Panel
      title={t('person.languages')}
      actions={
        client.can.edit ? (
          <FormButton label={t('person.setLanguages')} icon={<IconPencil size={14} aria-hidden />} wide>
            {(close) => <LanguagesForm client={client} close={close} />}
          </FormButton>
        ) : null
      }
    >
      {client.languageSkills.length ? (
        <ul className="v-plain" aria-label={t('person.languages')}>
          {client.languageSkills.map(({ language, speaks, reads }) => (
            <li key={language}>
              <Text size="sm">
                <strong>{nameIn(languages, language)}</strong>
                {speaks || reads
                  ? ` · ${[word('speaks', speaks), word('reads', reads)].filter(Boolean).join(', ')}`
                  : null}
              </Text>
            </li>
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed">
          {t('person.noLanguages')}
        </Text>
      )}
      <div style={{ marginTop: 12 }}>
        <Facts
          absent={t('common.notRecorded')}
          items={[
            [
              t('person.interpreterNeed'),
              [
                word('interpreterNeed', client.interpreterNeed),
                client.interpreterLanguage ? nameIn(languages, client.interpreterLanguage) : '',
                client.interpreterDialect,
              ]
                .filter(Boolean)
                .join(' · '),
            ],
            [
              t('person.literacy'),
              client.literacy === 'cannot_read' ? (
                <Tag
                  key="l"
                  tone="soon"
                  icon={<IconEar size={13} aria-hidden />}
                  title={t('person.cannotReadNote')}
                >
                  {word('literacy', client.literacy)}
                </Tag>
              ) : (
                word('literacy', client.literacy)
              ),
            ],
            [t('person.readsIn'), readsIn.map(({ language }) => nameIn(languages, language)).join(', ')],
          ]}
        />
      </div>
    </Panel>
  );
}

function LanguagesForm({ client, close }: { client: Client; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const languages = useLanguages();
  const set = useSetLanguages();
  return (
    <RecordForm
      draftKey={`languages:${client.id}`}
      version={client.version}
      fields={[
        {
          name: 'languages',
          kind: 'rows',
          label: t('person.languages'),
          addLabel: t('person.addLanguage'),
          newRow: { language: '', speaks: '', reads: '' },
          columns: [
            { name: 'language', kind: 'select', label: t('person.language'), options: languages },
            {
              name: 'speaks',
              kind: 'select',
              label: t('person.speaks'),
              options: optionsOf(speakLevels, (level) => word('speaks', level)),
            },
            {
              name: 'reads',
              kind: 'select',
              label: t('person.reads'),
              options: optionsOf(readLevels, (level) => word('reads', level)),
            },
          ],
        },
        {
          name: 'interpreterNeed',
          kind: 'select',
          label: t('person.interpreterNeed'),
          half: true,
          options: optionsOf(interpreterNeeds, (need) => word('interpreterNeed', need)),
        },
        {
          name: 'literacy',
          kind: 'select',
          label: t('person.literacy'),
          half: true,
          options: optionsOf(literacies, (level) => word('literacy', level)),
        },
        {
          name: 'interpreterLanguage',
          kind: 'select',
          label: t('person.interpreterIn'),
          half: true,
          options: languages,
          when: ({ interpreterNeed }) => interpreterNeed !== 'no',
        },
        {
          name: 'interpreterDialect',
          kind: 'text',
          label: t('person.dialect'),
          hint: t('person.dialectHint'),
          half: true,
          when: ({ interpreterNeed }) => interpreterNeed !== 'no',
        },
      ]}
      initial={{
        languages: client.languageSkills.map(({ language, speaks, reads }) => ({
          ...{ language, speaks: speaks ?? '', reads: reads ?? '' },
        })) as RowValue[],
        interpreterNeed: (client.interpreterNeed ?? '') as string,
        interpreterLanguage: client.interpreterLanguage ?? '',
        interpreterDialect: client.interpreterDialect ?? '',
        literacy: (client.literacy ?? '') as string,
      }}
      send={(values, { version, key }) => {
        const none = values.interpreterNeed === 'no';
        return set.mutateAsync({
          path: { clientId: client.id },
          version,
          key,
          body: {
            languages: values.languages
              .filter((row) => row.language)
              .map((row) => ({
                language: String(row.language),
                speaks: orNull(String(row.speaks)),
                reads: orNull(String(row.reads)),
              })),
            interpreterNeed: orNull(values.interpreterNeed),
            interpreterLanguage: none ? null : orNull(values.interpreterLanguage),
            interpreterDialect: none ? null : orNull(values.interpreterDialect),
            literacy: orNull(values.literacy),
          },
        });
      }}
      done={close}
      onCancel={close}
    />
  );
}
