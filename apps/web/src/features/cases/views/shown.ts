import type { ListView } from '../../../api/types';
import type { Filters } from '../CaseFilters';

export const caseColumns = [
  'stage',
  'next_deadline',
  'next_check_in',
  'next_hearing',
  'clemency',
  'custody',
  'responsible',
  'opened',
  'updated',
] as const;
export type CaseColumn = (typeof caseColumns)[number];

const USUAL: readonly CaseColumn[] = [
  'stage',
  'next_deadline',
  'next_check_in',
  'next_hearing',
  'clemency',
  'responsible',
  'opened',
];
/** An address without columns means the usual ones; no column at all needs a word of its own. */
const NONE = 'none';

/** What the address of the caseload says: a view by its id, and what was changed since it was opened. */
export type CasesSearch = Filters & { view?: string; edited?: string; columns?: string };

export interface Shown {
  filters: Filters;
  columns: CaseColumn[];
}

const inOrder = (names: readonly string[]): CaseColumn[] =>
  caseColumns.filter((name) => names.includes(name));

/** Filters, order and columns of the list: the view's, until somebody changes something. */
export function shownBy(search: CasesSearch, view: ListView | undefined): Shown {
  const { edited, columns, ...rest } = search;
  const filters: Filters = { ...rest };
  delete (filters as CasesSearch).view;
  if (view && !edited) return { filters: filtersOf(view), columns: inOrder(view.columns) };
  return { filters, columns: inOrder(columns ? columns.split('.') : (view?.columns ?? USUAL)) };
}

/** The address after a change; it still names the view it began with. */
export function changedTo(search: CasesSearch, shown: Shown): CasesSearch {
  const { view } = search;
  return { ...shown.filters, view, edited: view && '1', columns: shown.columns.join('.') || NONE };
}

/** What is sent to keep the list as it is shown. */
export function wishOf({ filters, columns }: Shown) {
  const { sort, order, deadlineWithinDays, ...codes } = filters;
  return {
    list: 'cases',
    filters: {
      ...codes,
      deadlineWithinDays: deadlineWithinDays ? Number(deadlineWithinDays) : undefined,
    },
    sort,
    order,
    columns,
  };
}

function filtersOf(view: ListView): Filters {
  const { deadlineWithinDays, ...codes } = view.filters;
  const days = deadlineWithinDays === undefined ? undefined : String(deadlineWithinDays);
  return {
    ...codes,
    deadlineWithinDays: days,
    sort: view.sort ?? undefined,
    order: view.order ?? undefined,
  };
}
