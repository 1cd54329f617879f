import { Group, Table, Text } from '@mantine/core';
import { IconArrowsJoin2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Client, ConflictHit } from '../../api/types';
import { useMay } from '../../app/session';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { ScrollBox } from '../../ui/ScrollBox';
import { Answer } from '../../ui/states';
import { useClient } from '../clients/queries';
import { useMergeRecord } from './queries';

/** On a hit between two records that may be of one person: makes one of them, after both were compared. */
export function MergeButton({ hit, here }: { hit: ConflictHit; here?: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const sides = [hit.subject, hit.other];
  const other = sides.find((side) => side.client && side.client.id !== here)?.client;
  const both = sides.every((side) => side.role === 'client' && side.client);
  if (!here || !other || !both || hit.gravity !== 'same_person' || !may('client.merge')) return null;
  return (
    <FormButton label={t('merging.merge')} icon={<IconArrowsJoin2 size={14} aria-hidden />} wide>
      {(close) => <MergeForm here={here} other={other.id} close={close} />}
    </FormButton>
  );
}

function MergeForm({ here, other, close }: { here: string; other: string; close: () => void }) {
  const { t } = useTranslation();
  const merge = useMergeRecord();
  return (
    <RecordForm
      draftKey={`merge:${here}:${other}`}
      intro={<Comparison here={here} other={other} />}
      fields={[{ name: 'reason', kind: 'textarea', required: true, label: t('merging.reason') }]}
      initial={{ reason: '' }}
      send={(values, { key }) =>
        merge.mutateAsync({ path: { clientId: here }, key, body: { otherId: other, reason: values.reason } })
      }
      done={close}
      onCancel={close}
    />
  );
}

function Comparison({ here, other }: { here: string; other: string }) {
  const { t } = useTranslation();
  const [stays, goes] = [useClient(here), useClient(other)];
  return (
    <>
      <Text size="sm">{t('merging.lead')}</Text>
      <Answer query={stays}>
        {(one) => <Answer query={goes}>{(two) => <SideBySide one={one} two={two} />}</Answer>}
      </Answer>
    </>
  );
}

function SideBySide({ one, two }: { one: Client; two: Client }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows: [string, (client: Client) => string][] = [
    [t('merging.name'), (client) => client.name.full],
    [t('merging.otherNames'), (client) => client.aliases.map((alias) => alias.name).join(', ')],
    [t('merging.aNumber'), (client) => client.aNumber?.masked ?? ''],
    [t('merging.birth'), (client) => format.day(client.birth) ?? ''],
    [t('merging.country'), (client) => client.countryOfBirth ?? ''],
    [t('merging.contacts'), (client) => client.contacts.map((contact) => contact.value).join(', ')],
    [t('merging.since'), (client) => format.instant(client.createdAt)],
  ];
  return (
    <ScrollBox label={t('merging.comparison')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th>{t('merging.stays')}</Table.Th>
            <Table.Th>{t('merging.goes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              {[one, two].map((client) => (
                <Table.Td key={client.id} fw={value(one) === value(two) ? undefined : 600}>
                  <Group gap={4}>{value(client) || t('common.notRecorded')}</Group>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}
