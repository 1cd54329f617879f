import { Grid, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { nameIn, useCountries, useNationalities } from '../../api/reference';
import type { Client } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import type { Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { ANumber } from './ANumber';
import { editedOnly, personBody, usePersonFields, valuesOf, type PersonValues } from './client-fields';
import { Contacts } from './Contacts';
import { CustodyPanel } from './CustodyPanel';
import { Identifiers } from './Identifiers';
import { LanguagesPanel } from './LanguagesPanel';
import { useEditClient } from './queries';

/** Who the person is and how to reach them. */
export function PersonPart({ client }: { client: Client }) {
  const may = useMay();
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="md">
          <Person client={client} />
          <LanguagesPanel client={client} />
          {may('person.read') ? <Identifiers clientId={client.id} /> : null}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          <Contacts client={client} />
          <CustodyPanel client={client} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

function Person({ client }: { client: Client }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const countries = useCountries();
  const nationalities = useNationalities();
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
          client.nativeNames.length
            ? [
                t('person.nativeName'),
                <span key="n" className="v-native">
                  {client.nativeNames.join(' · ')}
                </span>,
              ]
            : null,
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
      <Aliases client={client} />
    </Panel>
  );
}

function Aliases({ client }: { client: Client }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  if (client.aliases.length === 0) return null;
  const used = (from: string | null, until: string | null): string =>
    from || until ? [format.day(from), format.day(until)].filter(Boolean).join(' – ') : '';
  return (
    <>
      <Text size="xs" c="dimmed" mt="md">
        {t('clients.aliases')}
      </Text>
      <ul className="v-plain">
        {client.aliases.map((alias) => (
          <li key={alias.id}>
            <Text size="sm" span className={alias.kind === 'native_script' ? 'v-native' : undefined}>
              {alias.name}
            </Text>{' '}
            <Text span size="xs" c="dimmed">
              {[word('aliasKind', alias.kind), used(alias.usedFrom, alias.usedUntil)]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whoever changes a name says whether the one before was in use: conflict checks and the search go on knowing it then. */
interface EditedPerson extends PersonValues {
  keepFormerName: boolean;
}

const wholeName = ({ given, middle, family }: PersonValues): string =>
  [given, middle, family]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');

function EditPerson({ client, close }: { client: Client; close: () => void }) {
  const { t } = useTranslation();
  const edit = useEditClient();
  const fields = usePersonFields<EditedPerson>(true);
  const former: Field<EditedPerson> = {
    name: 'keepFormerName',
    kind: 'switch',
    label: t('clients.keepFormerName'),
    hint: t('clients.keepFormerNameHint', { name: client.name.full }),
    when: (values) => wholeName(values) !== client.name.full,
  };
  const at = fields.findIndex(({ name }) => name === 'middle') + 1;
  return (
    <RecordForm<EditedPerson>
      draftKey={`client:${client.id}`}
      version={client.version}
      fields={[...fields.slice(0, at), former, ...fields.slice(at)]}
      initial={{ ...valuesOf(client), keepFormerName: true }}
      send={({ keepFormerName, ...values }, { version, key, edited }) => {
        const body = editedOnly(personBody(values), edited);
        return edit.mutateAsync({
          path: { clientId: client.id },
          version,
          key,
          body: body.name ? { ...body, keepFormerName } : body,
        });
      }}
      done={close}
      onCancel={close}
    />
  );
}
