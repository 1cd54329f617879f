import { Button, Grid, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useAccessLog } from './queries';

/** Who can open this case, and who did. */
export function AccessTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const log = useAccessLog(file.id);
  return (
    <Answer query={log}>
      {(data) => (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 4 }}>
            <WhoCanOpen team={data.pages[0].team} officeWide={data.pages[0].officeWide} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 8 }}>
            <Panel flush title={t('access.log')} note={t('access.logNote')}>
              <Entries entries={data.pages.flatMap((page) => page.entries)} />
              {log.hasNextPage ? (
                <Group p="sm" justify="flex-end">
                  <Button
                    size="xs"
                    variant="default"
                    loading={log.isFetchingNextPage}
                    onClick={() => void log.fetchNextPage()}
                  >
                    {t('common.more')}
                  </Button>
                </Group>
              ) : null}
            </Panel>
          </Grid.Col>
        </Grid>
      )}
    </Answer>
  );
}

function WhoCanOpen(props: { team: CaseFile['team']; officeWide: string[] }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <Panel title={t('access.canOpen')}>
      <Text size="xs" c="dimmed" mb={4}>
        {t('cases.team')}
      </Text>
      {props.team.map(({ user }) => (
        <Text size="sm" key={user.id}>
          {user.name}{' '}
          <Text span size="xs" c="dimmed">
            {word('role', user.role)}
          </Text>
        </Text>
      ))}
      <Text size="xs" c="dimmed" mt="sm" mb={4}>
        {t('access.officeWide')}
      </Text>
      <Group gap={6}>
        {props.officeWide.map((role) => (
          <Tag key={role}>{word('role', role)}</Tag>
        ))}
      </Group>
    </Panel>
  );
}

function Entries({
  entries,
}: {
  entries: { at: string; by: { name: string } | null; action: string; fields: string[] }[];
}) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  if (!entries.length) return <Empty>{t('access.empty')}</Empty>;
  return (
    <ScrollBox label={t('access.log')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('access.when')}</Table.Th>
            <Table.Th>{t('access.who')}</Table.Th>
            <Table.Th>{t('access.what')}</Table.Th>
            <Table.Th>{t('access.fields')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry, at) => (
            <Table.Tr key={entry.at + entry.action + at}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.instant(entry.at)}</Table.Td>
              <Table.Td>{entry.by?.name ?? t('access.system')}</Table.Td>
              <Table.Td>{word('action', entry.action)}</Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed">
                  {entry.fields.join(', ')}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}
