import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { caseColumns, type CaseColumn } from './shown';

const heads = {
  stage: 'cases.stage',
  next_deadline: 'cases.nextDeadline',
  next_check_in: 'cases.nextCheckIn',
  next_hearing: 'cases.nextHearing',
  clemency: 'cases.clemency',
  custody: 'cases.custody',
  responsible: 'cases.responsible',
  opened: 'cases.opened',
  updated: 'cases.sortUpdated',
} as const satisfies Record<CaseColumn, string>;

/** The heading of a column. */
export function useColumnHead(): (column: CaseColumn) => string {
  const { t } = useTranslation();
  return (column) => t(heads[column]);
}

/** Which columns stand beside the name. */
export function ColumnChooser(props: { columns: CaseColumn[]; onChange: (columns: CaseColumn[]) => void }) {
  const { t } = useTranslation();
  const head = useColumnHead();
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns size={14} aria-hidden />}>
          {t('views.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views.columns')}>
        <Checkbox.Group
          label={t('views.columnsHint')}
          value={props.columns}
          onChange={(names) => props.onChange(caseColumns.filter((name) => names.includes(name)))}
        >
          <Stack gap={6} mt="xs">
            {caseColumns.map((column) => (
              <Checkbox key={column} size="xs" value={column} label={head(column)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
