import { Anchor, Grid, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { AccessEntry, CaseFile } from '../../api/types';
import { useWords } from '../../i18n/words';
import { MoreButton } from '../../ui/MoreButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import { DownloadButton } from '../../ui/DownloadButton';
import { Answer, Empty } from '../../ui/states';
import { Grants } from '../access/Grants';
import { useClientAccess } from '../access/queries';
import { Walls } from '../access/Walls';
import { WhoSees } from '../access/WhoSees';
import { MergedRecords } from '../intake/MergedRecords';
import { KeepingPanel } from '../retention/KeepingPanel';
import { LeftTheOffice } from '../retention/LeftTheOffice';
import { useAccessLog } from './queries';

/** Who can open this case, and who did. */
export function AccessTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const may = useMay();
  const log = useAccessLog(file.id);
  return (
    <Answer query={log}>
      {(data) => (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="md">
              <Around clientId={file.client.id} />
              <MergedRecords clientId={file.client.id} />
              <KeepingPanel clientId={file.client.id} />
              <LeftTheOffice clientId={file.client.id} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Panel
              flush
              title={t('access.log')}
              note={t('access.logNote')}
              actions={
                may('audit.export') ? (
                  <DownloadButton
                    label={t('walls.export')}
                    path={`/clients/${file.client.id}/access-history`}
                    fileName="access-history.csv"
                  />
                ) : undefined
              }
            >
              {data.pages[0]?.logShown === false ? (
                <Empty>{t('access.logHidden')}</Empty>
              ) : (
                <Entries entries={data.pages.flatMap((page) => page.entries)} />
              )}
              <MoreButton list={log} />
            </Panel>
          </Grid.Col>
        </Grid>
      )}
    </Answer>
  );
}

/** Who sees the client and why, the walls, and what ends by itself. */
function Around({ clientId }: { clientId: string }) {
  const access = useClientAccess(clientId);
  return (
    <Answer query={access}>
      {(found) => (
        <Stack gap="md">
          <WhoSees people={found.people} />
          <Walls clientId={clientId} access={found} />
          <Grants clientId={clientId} access={found} />
        </Stack>
      )}
    </Answer>
  );
}

interface Visit {
  at: string;
  who: string | null;
  origin: string | null;
  actions: string[];
  fields: string[];
}

/** What one person did within a minute is one line: opening a case reads several parts of it. */
function visitsOf(entries: AccessEntry[]): Visit[] {
  const visits: (Visit & { key: string })[] = [];
  for (const entry of entries) {
    const key = `${entry.by?.id}|${entry.at.slice(0, 16)}|${entry.origin}`;
    const last = visits.at(-1);
    const visit =
      last?.key === key
        ? last
        : { key, at: entry.at, who: entry.by?.name ?? null, origin: entry.origin, actions: [], fields: [] };
    if (visit !== last) visits.push(visit);
    if (!visit.actions.includes(entry.action)) visit.actions.push(entry.action);
    visit.fields.push(...entry.fields.filter((field) => !visit.fields.includes(field)));
  }
  return visits;
}

function Entries({ entries }: { entries: AccessEntry[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  if (!entries.length) return <Empty>{t('access.empty')}</Empty>;
  return (
    <ScrollBox label={t('access.log')}>
      <Table className="v-top">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('access.when')}</Table.Th>
            <Table.Th>{t('access.who')}</Table.Th>
            <Table.Th>{t('access.what')}</Table.Th>
            <Table.Th>{t('walls.where')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {visitsOf(entries).map((visit) => (
            <Table.Tr key={visit.at + visit.who + visit.actions[0]}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.instant(visit.at)}</Table.Td>
              <Table.Td>{visit.who ?? t('access.system')}</Table.Td>
              <Table.Td>
                {visit.actions.map((action) => word('action', action)).join(', ')}
                <FieldNames names={visit.fields} />
              </Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed">
                  {visit.origin}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

/** Names shown before somebody asks for the rest. */
const FEW = 8;

/** Which fields were touched: names only, never what stood in them. */
function FieldNames({ names }: { names: string[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (!names.length) return null;
  const more = all ? 0 : names.length - FEW;
  return (
    <Text size="xs" c="dimmed">
      {t('access.fields')}: <code>{(more > 0 ? names.slice(0, FEW) : names).join(', ')}</code>{' '}
      {more > 0 ? (
        <Anchor component="button" type="button" size="xs" onClick={() => setAll(true)}>
          {t('access.moreFields', { count: more })}
        </Anchor>
      ) : null}
    </Text>
  );
}
