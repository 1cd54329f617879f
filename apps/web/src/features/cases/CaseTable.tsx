import { Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, useNationalities } from '../../api/reference';
import type { CaseRow } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { useFormat } from '../../ui/format';
import { urgencyOf } from '../deadlines/urgency';
import type { Filters } from './CaseFilters';
import { CustodyTag, StageTag } from './CaseTags';
import { useColumnHead } from './views/ColumnChooser';
import type { CaseColumn } from './views/shown';

/** Columns that the server sorts by, under the same name. */
const SORTS = new Set<CaseColumn>(['next_deadline', 'next_check_in', 'opened', 'updated']);

/** The caseload as a dense table; headings that sort say so. */
export function CaseTable(props: {
  rows: CaseRow[];
  today: string;
  filters: Filters;
  columns: CaseColumn[];
  onSort: (next: Filters) => void;
}) {
  const { t } = useTranslation();
  const headOf = useColumnHead();
  const head = (sort: string, label: string) => <SortHead key={sort} sort={sort} label={label} {...props} />;
  return (
    <div className="v-scroll">
      <Table highlightOnHover miw={260 + 110 * props.columns.length}>
        <Table.Thead>
          <Table.Tr>
            {head('name', t('cases.client'))}
            {props.columns.map((column) =>
              SORTS.has(column) ? (
                head(column, headOf(column))
              ) : (
                <Table.Th key={column}>{headOf(column)}</Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map((row) => (
            <Row key={row.id} row={row} today={props.today} columns={props.columns} />
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

function Row({ row, today, columns }: { row: CaseRow; today: string; columns: CaseColumn[] }) {
  const nationalities = useNationalities();
  const word = useWords();
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
      {columns.map((column) => (
        <Table.Td key={column} className={DATES.has(column) ? 'v-num' : undefined}>
          <Cell row={row} today={today} column={column} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

const DATES = new Set<CaseColumn>(['opened', 'updated']);

function Cell({ row, today, column }: { row: CaseRow; today: string; column: CaseColumn }) {
  const word = useWords();
  const format = useFormat();
  const cells: Record<CaseColumn, () => ReactNode> = {
    stage: () => <StageTag stage={row.stage} />,
    next_deadline: () => <Deadline row={row} today={today} />,
    next_check_in: () => <Appointment next={row.nextCheckIn} today={today} />,
    next_hearing: () => <Appointment next={row.nextHearing} today={today} />,
    clemency: () => <Text size="sm">{word('clemencyStage', row.clemencyStage)}</Text>,
    custody: () => <Text size="sm">{word('custody', row.custody)}</Text>,
    responsible: () => <Text size="sm">{row.responsible?.name}</Text>,
    opened: () => <span style={{ whiteSpace: 'nowrap' }}>{format.day(row.openedOn)}</span>,
    updated: () => <span style={{ whiteSpace: 'nowrap' }}>{format.instant(row.updatedAt)}</span>,
  };
  return cells[column]();
}

function Deadline({ row, today }: { row: CaseRow; today: string }) {
  const format = useFormat();
  if (!row.nextDeadline) return null;
  return (
    <>
      <Countdown on={row.nextDeadline.on} today={today} tone={urgencyOf} />
      <Text size="xs" c="dimmed" className="v-num">
        {format.nearDay(row.nextDeadline.on)}
      </Text>
    </>
  );
}

/** Somewhere to be on a day, at an hour when it is known. */
function Appointment({ next, today }: { next: CaseRow['nextCheckIn']; today: string }) {
  const format = useFormat();
  if (!next) return null;
  return (
    <>
      <Countdown on={next.on} today={today} tone={urgencyOf} overdue={false} />
      <Text size="xs" c="dimmed" className="v-num" style={{ whiteSpace: 'nowrap' }}>
        {format.nearDay(next.on)} {format.time(next.time)}
      </Text>
    </>
  );
}
