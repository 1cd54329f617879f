import { Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import type { CaseRow, ListView } from '../../api/types';
import { todayIn, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { Notice } from '../../ui/Tag';
import { CaseCards } from './CaseCards';
import { CaseFilters, type Filters } from './CaseFilters';
import { CaseTable } from './CaseTable';
import { useCases, useListViews } from './queries';
import { changedTo, shownBy, type CaseColumn, type CasesSearch } from './views/shown';
import { ViewBar } from './views/ViewBar';

const usePhone = (): boolean =>
  useMediaQuery('(max-width: 56em)', undefined, { getInitialValueInEffect: false }) ?? false;

/** The caseload, as its address says: filters, or a saved view, which is read first. */
export function CasesPage() {
  const { t } = useTranslation();
  const { view } = useSearch({ from: '/shell/cases' });
  const views = useListViews();
  if (view && views.isPending)
    return (
      <Screen title={t('cases.title')}>
        <Loading lines={10} />
      </Screen>
    );
  return <Caseload views={(views.data?.items ?? []).filter((one) => one.list === 'cases')} />;
}

/** Filters and sorting on the server, one page after another. */
function Caseload({ views }: { views: ListView[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const phone = usePhone();
  const search = useSearch({ from: '/shell/cases' }) as CasesSearch;
  const navigate = useNavigate();
  const view = views.find((one) => one.id === search.view);
  const shown = shownBy(search, view);
  const { filters } = shown;
  // The name stays in this component: an address with a client's name would be kept by the browser.
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const found = useCases({
    ...filters,
    status: filters.status ?? 'open',
    sort: filters.sort ?? 'next_deadline',
    order: filters.order ?? 'asc',
    limit: 50,
    deadlineWithinDays: filters.deadlineWithinDays ? Number(filters.deadlineWithinDays) : undefined,
    q: q || undefined,
  });
  const go = (next: CasesSearch): void => void navigate({ to: '/cases', search: next, replace: true });
  const change = (next: Partial<Filters>): void =>
    go(changedTo(search, { ...shown, filters: { ...filters, ...next } }));
  const clear = (): void => {
    setText('');
    go({});
  };
  const filtered =
    q !== '' || Object.entries(filters).some(([name, value]) => value && !['sort', 'order'].includes(name));
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
      {search.view && !view ? <Notice>{t('views.gone')}</Notice> : null}
      <ViewBar
        views={views}
        view={view}
        shown={shown}
        edited={Boolean(search.edited)}
        narrow={phone}
        onOpen={(id) => go({ view: id })}
        onColumns={(columns) => go(changedTo(search, { ...shown, columns }))}
      />
      <CaseFilters
        filters={filters}
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
              filters={filters}
              columns={shown.columns}
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
  columns: CaseColumn[];
  onSort: (next: Partial<Filters>) => void;
  more?: () => void;
  loading: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const phone = usePhone();
  const today = todayIn(me.organisation.timeZone);
  return (
    <Stack gap={0}>
      {phone ? (
        <CaseCards rows={props.rows} today={today} />
      ) : (
        <CaseTable
          rows={props.rows}
          today={today}
          filters={props.filters}
          columns={props.columns}
          onSort={props.onSort}
        />
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
