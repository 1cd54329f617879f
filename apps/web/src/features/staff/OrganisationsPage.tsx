import { Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { ScrollBox } from '../../ui/ScrollBox';
import { Answer, Empty } from '../../ui/states';
import { useAddOrganisation, useOrganisations } from './queries';

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
];

/** The operator's only screen: offices on this installation, never their clients. */
export function OrganisationsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const organisations = useOrganisations();
  return (
    <Screen
      title={t('organisations.title')}
      lead={t('organisations.lead')}
      actions={
        <FormButton
          label={t('organisations.add')}
          icon={<IconPlus size={16} aria-hidden />}
          variant="filled"
          size="sm"
        >
          {(close) => <AddOrganisation close={close} />}
        </FormButton>
      }
    >
      <Panel flush>
        <Answer
          query={organisations}
          isEmpty={(data) => data.items.length === 0}
          empty={<Empty>{t('organisations.empty')}</Empty>}
        >
          {(data) => (
            <ScrollBox label={t('organisations.title')}>
              <Table miw={560}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('organisations.name')}</Table.Th>
                    <Table.Th>{t('organisations.slug')}</Table.Th>
                    <Table.Th>{t('organisations.timeZone')}</Table.Th>
                    <Table.Th ta="right">{t('organisations.staffCount')}</Table.Th>
                    <Table.Th>{t('organisations.created')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.items.map((one) => (
                    <Table.Tr key={one.id}>
                      <Table.Td fw={600}>{one.name}</Table.Td>
                      <Table.Td>{one.slug}</Table.Td>
                      <Table.Td>{one.timeZone}</Table.Td>
                      <Table.Td ta="right">{format.number(one.staffCount)}</Table.Td>
                      <Table.Td>{format.day(one.createdAt.slice(0, 10))}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollBox>
          )}
        </Answer>
      </Panel>
    </Screen>
  );
}

function AddOrganisation({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const add = useAddOrganisation();
  return (
    <RecordForm
      draftKey="organisation"
      fields={[
        { name: 'name', kind: 'text', label: t('organisations.name'), required: true },
        {
          name: 'slug',
          kind: 'text',
          label: t('organisations.slug'),
          hint: t('organisations.slugHint'),
          required: true,
        },
        {
          name: 'timeZone',
          kind: 'select',
          label: t('organisations.timeZone'),
          required: true,
          options: zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
        },
        {
          name: 'directorName',
          kind: 'text',
          label: t('organisations.directorName'),
          required: true,
          path: 'director.name',
        },
        {
          name: 'directorEmail',
          kind: 'email',
          label: t('organisations.directorEmail'),
          required: true,
          path: 'director.email',
        },
      ]}
      initial={{ name: '', slug: '', timeZone: 'America/New_York', directorName: '', directorEmail: '' }}
      submitLabel={t('organisations.add')}
      saved={t('organisations.added')}
      send={({ name, slug, timeZone, directorName, directorEmail }, { key }) =>
        add.mutateAsync({
          key,
          body: { name, slug, timeZone, director: { name: directorName, email: directorEmail.trim() } },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
