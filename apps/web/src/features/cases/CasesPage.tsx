import { Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import type { CaseRow } from '../../api/types';
import { todayIn, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { CaseCards } from './CaseCards';
import { CaseFilters, type Filters } from './CaseFilters';
import { CaseTable } from './CaseTable';
import { useCases } from './queries';

/** The caseload: filters and sorting on the server, one page after another. */
export function CasesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = useSearch({ from: '/shell/cases' }) as Filters;
  const navigate = useNavigate();
  // The name stays in this component: an address with a client's name would be kept by the browser.
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const found = useCases({
    ...search,
    status: search.status ?? 'open',
    sort: search.sort ?? 'next_deadline',
    order: search.order ?? 'asc',
    limit: 50,
    deadlineWithinDays: search.deadlineWithinDays ? Number(search.deadlineWithinDays) : undefined,
    q: q || undefined,
  });
  const change = (next: Partial<Filters>): void =>
    void navigate({ to: '/cases', search: { ...search, ...next } as Filters, replace: true });
  const clear = (): void => {
    setText('');
    void navigate({ to: '/cases', search: {}, replace: true });
  };
  const filtered = q !== '' || Object.keys(search).some((key) => !['sort', 'order'].includes(key));
  return (
    <Screen
      title={t('cases.title')}
      lead={t('cases.lead')}
      actions={
        !may('client.create') ? null : (
          <Button component={Link} to="/clients/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('nav.newClient')}
          </Button>
        )
      }
    >
      <CaseFilters
        filters={search}
        text={text}
        onText={setText}
        onChange={change}
        onClear={filtered ? clear : undefined}
      />
      <Panel flush>
        <Answer
          query={found}
          loading={<Loading lines={10} />}
          isEmpty={(data) => data.pages[0].items.length === 0}
          empty={
            <Empty
              action={
                filtered ? (
                  <Button size="xs" variant="default" onClick={clear}>
                    {t('cases.clearFilters')}
                  </Button>
                ) : !may('client.create') ? null : (
                  <Button size="xs" component={Link} to="/clients/new">
                    {t('nav.newClient')}
                  </Button>
                )
              }
            >
              {filtered ? t('cases.emptyFiltered') : t('cases.empty')}
            </Empty>
          }
        >
          {(data) => (
            <Rows
              rows={data.pages.flatMap((page) => page.items)}
              total={data.pages[0].total}
              filters={search}
              onSort={change}
              more={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
              loading={found.isFetchingNextPage}
            />
          )}
        </Answer>
      </Panel>
    </Screen>
  );
}

function Rows(props: {
  rows: CaseRow[];
  total?: number;
  filters: Filters;
  onSort: (next: Partial<Filters>) => void;
  more?: () => void;
  loading: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const phone = useMediaQuery('(max-width: 56em)', undefined, { getInitialValueInEffect: false });
  const today = todayIn(me.organisation.timeZone);
  return (
    <Stack gap={0}>
      {phone ? (
        <CaseCards rows={props.rows} today={today} />
      ) : (
        <CaseTable rows={props.rows} today={today} filters={props.filters} onSort={props.onSort} />
      )}
      <Group justify="space-between" px="md" py="xs" style={{ borderTop: '1px solid var(--v-line)' }}>
        <Text size="xs" c="dimmed" role="status">
          {props.total === undefined
            ? t('cases.count', { count: props.rows.length })
            : t('common.ofTotal', {
                shown: format.number(props.rows.length),
                total: format.number(props.total),
              })}
        </Text>
        {props.more ? (
          <Button size="xs" variant="default" loading={props.loading} onClick={props.more}>
            {t('common.more')}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}
