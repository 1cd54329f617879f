import { Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nameIn, useNationalities } from '../../api/reference';
import type { CaseRow } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { useFormat } from '../../ui/format';
import { urgencyOf } from '../deadlines/urgency';
import type { Filters } from './CaseFilters';
import { CustodyTag, StageTag } from './CaseTags';

/** The caseload as a dense table; headings that sort say so. */
export function CaseTable(props: {
  rows: CaseRow[];
  today: string;
  filters: Filters;
  onSort: (next: Filters) => void;
}) {
  const { t } = useTranslation();
  const head = (sort: string, label: string) => <SortHead key={sort} sort={sort} label={label} {...props} />;
  return (
    <div className="v-scroll">
      <Table highlightOnHover miw={900}>
        <Table.Thead>
          <Table.Tr>
            {head('name', t('cases.client'))}
            <Table.Th>{t('cases.stage')}</Table.Th>
            {head('next_deadline', t('cases.nextDeadline'))}
            {head('next_check_in', t('cases.nextCheckIn'))}
            <Table.Th>{t('cases.clemency')}</Table.Th>
            <Table.Th>{t('cases.responsible')}</Table.Th>
            {head('opened', t('cases.opened'))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map((row) => (
            <Row key={row.id} row={row} today={props.today} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function SortHead(props: { sort: string; label: string; filters: Filters; onSort: (next: Filters) => void }) {
  const active = (props.filters.sort ?? 'next_deadline') === props.sort;
  const down = active && props.filters.order === 'desc';
  const Icon = down ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th aria-sort={active ? (down ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton
        fz="inherit"
        fw="inherit"
        onClick={() => props.onSort({ sort: props.sort, order: active && !down ? 'desc' : undefined })}
      >
        {props.label} {active ? <Icon size={13} style={{ verticalAlign: -2 }} aria-hidden /> : null}
      </UnstyledButton>
    </Table.Th>
  );
}

function Row({ row, today }: { row: CaseRow; today: string }) {
  const nationalities = useNationalities();
  const word = useWords();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>
        <Link className="v-row-link" to="/cases/$caseId" params={{ caseId: row.id }} search={{}}>
          {row.name}
        </Link>{' '}
        {row.custody === 'detained' ? <CustodyTag status="detained" /> : null}
        <Text size="xs" c="dimmed">
          {[nameIn(nationalities, row.citizenship), word('caseType', row.type)].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <StageTag stage={row.stage} />
      </Table.Td>
      <Table.Td>
        {row.nextDeadline ? (
          <>
            <Countdown on={row.nextDeadline.on} today={today} tone={urgencyOf} />
            <Text size="xs" c="dimmed" className="v-num">
              {format.nearDay(row.nextDeadline.on)}
            </Text>
          </>
        ) : null}
      </Table.Td>
      <Table.Td>
        {row.nextCheckIn ? (
          <>
            <Countdown on={row.nextCheckIn.on} today={today} tone={urgencyOf} overdue={false} />
            <Text size="xs" c="dimmed" className="v-num">
              {format.nearDay(row.nextCheckIn.on)} {format.time(row.nextCheckIn.time)}
            </Text>
          </>
        ) : null}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{word('clemencyStage', row.clemencyStage)}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{row.responsible?.name}</Text>
      </Table.Td>
      <Table.Td className="v-num" style={{ whiteSpace: 'nowrap' }}>
        {format.day(row.openedOn)}
      </Table.Td>
    </Table.Tr>
  );
}
