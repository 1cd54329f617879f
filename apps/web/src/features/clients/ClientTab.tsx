import { Grid, Group, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameIn, useCountries, useLanguages, useNationalities } from '../../api/reference';
import type { CaseFile, Client } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { Answer } from '../../ui/states';
import { ANumber } from './ANumber';
import { editedOnly, personBody, usePersonFields, valuesOf, type PersonValues } from './client-fields';
import { Contacts } from './Contacts';
import { CustodyPanel } from './CustodyPanel';
import { useClient, useEditClient } from './queries';

/** The person: names, identity, contact points, custody. */
export function ClientTab({ file }: { file: CaseFile }) {
  const client = useClient(file.client.id);
  return (
    <Answer query={client}>
      {(found) => (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Person client={found} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="md">
              <Contacts client={found} />
              <CustodyPanel client={found} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Answer>
  );
}

function Person({ client }: { client: Client }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const countries = useCountries();
  const nationalities = useNationalities();
  const languages = useLanguages();
  return (
    <Panel
      title={t('clients.facts')}
      actions={
        client.can.edit ? (
          <FormButton label={t('clients.edit')} icon={<IconPencil size={14} aria-hidden />} wide>
            {(close) => <EditPerson client={client} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Facts
        absent={t('common.notRecorded')}
        items={[
          [t('clients.nameSection'), client.name.full],
          [
            t('clients.aNumber'),
            <ANumber
              key="a"
              clientId={client.id}
              masked={client.aNumber?.masked ?? null}
              allowed={client.can.reveal}
            />,
          ],
          [t('clients.birth'), format.day(client.birth)],
          [t('clients.countryOfBirth'), nameIn(countries, client.countryOfBirth)],
          [t('clients.citizenship'), nameIn(nationalities, client.citizenship)],
          [t('clients.languages'), client.languages.map((code) => nameIn(languages, code)).join(', ')],
          [
            t('clients.interpreter'),
            client.interpreterLanguage ? nameIn(languages, client.interpreterLanguage) : t('common.none'),
          ],
          [
            t('clients.arrivalSection'),
            client.arrival
              ? [word('arrivalManner', client.arrival.manner), format.day(client.arrival.on)]
                  .filter(Boolean)
                  .join(', ')
              : '',
          ],
        ]}
      />
      {client.aliases.length ? (
        <>
          <Text size="xs" c="dimmed" mt="md">
            {t('clients.aliases')}
          </Text>
          <Group gap="xs">
            {client.aliases.map((alias) => (
              <Text size="sm" key={alias.kind + alias.name}>
                {alias.name}{' '}
                <Text span size="xs" c="dimmed">
                  {word('aliasKind', alias.kind)}
                </Text>
              </Text>
            ))}
          </Group>
        </>
      ) : null}
    </Panel>
  );
}

function EditPerson({ client, close }: { client: Client; close: () => void }) {
  const edit = useEditClient();
  const fields = usePersonFields<PersonValues>(true);
  return (
    <RecordForm<PersonValues>
      draftKey={`client:${client.id}`}
      version={client.version}
      fields={fields}
      initial={valuesOf(client)}
      send={(values, { version, key, edited }) =>
        edit.mutateAsync({
          path: { clientId: client.id },
          version,
          key,
          body: editedOnly(personBody(values), edited),
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
