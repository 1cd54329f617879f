import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames, ClientSearch, compareSortKeys, sortKey, type NameView } from '@app/clients';
import { readCursor, writeCursor, type Cursor } from '@app/platform';
import {
  bucketSizes,
  countUpTo,
  narrow,
  pageByColumn,
  rowOfCase,
  rowsOfBuckets,
  type CaseListRow,
  type Narrowed,
} from './case-list.queries';
import { standingOf } from './case-standing';
import type { CaseListQuery, CaseSearch } from './case.dto';
import type { CaseList, CaseListItem, CaseHearing, SearchResults } from './case.view';
import { nextHearings } from './next-hearings.queries';

const PAGE = 50;
const HITS = 8;

type BucketRow = CaseListRow & { bucket: number };

interface NamedRow {
  row: CaseListRow & { bucket: number };
  name: NameView;
}

/** The caseload as a list: filtered and sorted by the database, names opened for one page only. */
@Injectable()
export class CaseListService {
  constructor(
    private readonly names: ClientNames,
    private readonly search: ClientSearch,
  ) {}

  async page(query: CaseSearch): Promise<CaseList> {
    const found = query.q ? (await this.search.find(query.q)).map((hit) => hit.clientId) : null;
    const narrowed = await narrow(query, found);
    const limit = query.limit ?? PAGE;
    const total = await countUpTo(narrowed);
    // Who sees codes must not learn from their order how the names begin.
    if (query.sort === 'name' && may('client.names'))
      return { ...(await this.byName(query, narrowed, limit)), total };
    const rows = await pageByColumn(query, narrowed, limit);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const names = await this.names.open(shown);
    const hearings = await nextHearings(shown.map((row) => row.id));
    return {
      items: shown.map((row) => itemOf(row, names.get(row.id), hearings.get(row.id))),
      nextCursor:
        rows.length > limit && last ? writeCursor({ value: last.sort_value, id: last.case_id }) : null,
      total,
    };
  }

  /** The search box: clients by name or A-number, best first. */
  async hits(q: string): Promise<SearchResults> {
    const found = (await this.search.find(q)).slice(0, 100);
    if (found.length === 0) return { items: [] };
    const ids = found.map((hit) => hit.clientId);
    const narrowed = await narrow({ status: 'all' }, ids);
    const rows = await pageByColumn({ status: 'all', sort: 'updated' }, narrowed, 200);
    const names = await this.names.display(ids);
    const items = found.map((hit) => {
      const row =
        rows.find((each) => each.id === hit.clientId && each.status === 'open') ??
        rows.find((each) => each.id === hit.clientId);
      return {
        ...hit,
        caseId: row?.case_id ?? null,
        name: names.get(hit.clientId) ?? '',
        stage: row?.stage ?? null,
      };
    });
    return { items: items.slice(0, HITS) };
  }

  /**
   * Alphabetical order over sealed names: the database says how many rows each first letter has, the letters of this
   * page are opened and sorted here. The cursor is the letter and the last case, never a name.
   */
  private async byName(
    query: CaseListQuery,
    narrowed: Narrowed,
    limit: number,
  ): Promise<Omit<CaseList, 'total'>> {
    const descending = query.order === 'desc';
    const from = query.cursor ? readCursor(query.cursor, 'number') : null;
    const sizes = await bucketSizes(narrowed);
    const ahead = (descending ? sizes.reverse() : sizes).filter(
      (size) =>
        from === null || (descending ? size.bucket <= Number(from.value) : size.bucket >= Number(from.value)),
    );
    const buckets = enough(ahead, limit + 1 + (from ? (ahead[0]?.n ?? 0) : 0));
    const found = await this.around(from, await rowsOfBuckets(narrowed, buckets));
    const rows = await this.sorted(found, descending);
    const start = from ? rows.findIndex((each) => each.row.case_id === from.id) + 1 : 0;
    const shown = rows.slice(start, start + limit);
    const last = shown.at(-1);
    const hearings = await nextHearings(shown.map(({ row }) => row.id));
    return {
      items: shown.map(({ row, name }) => itemOf(row, name, hearings.get(row.id))),
      nextCursor:
        rows.length > start + limit && last
          ? writeCursor({ value: last.row.bucket, id: last.row.case_id })
          : null,
    };
  }

  /**
   * The rows with the last case of the page before, which may have left the list since: its name still says where to
   * go on.
   */
  private async around(from: Cursor | null, rows: BucketRow[]): Promise<BucketRow[]> {
    if (!from || rows.some((row) => row.case_id === from.id)) return rows;
    return [...rows, ...(await rowOfCase(from.id))];
  }

  private async sorted(rows: (CaseListRow & { bucket: number })[], descending: boolean): Promise<NamedRow[]> {
    const names = await this.names.open(rows);
    const keyed = rows.map((row) => {
      const name = names.get(row.id) ?? { given: '', middle: null, family: '', full: '' };
      return { row, name, key: sortKey(name.family || name.full, name.given) };
    });
    const direction = descending ? -1 : 1;
    return keyed.sort(
      (a, b) =>
        direction *
        (a.row.bucket - b.row.bucket ||
          compareSortKeys(a.key, b.key) ||
          (a.row.case_id < b.row.case_id ? -1 : 1)),
    );
  }
}

/** The first buckets that together hold this many rows. */
function enough(sizes: { bucket: number; n: number }[], wanted: number): number[] {
  const taken: number[] = [];
  let rows = 0;
  for (const size of sizes) {
    if (rows >= wanted) break;
    taken.push(size.bucket);
    rows += size.n;
  }
  return taken;
}

function itemOf(
  row: CaseListRow,
  name: NameView | undefined,
  nextHearing: CaseHearing | undefined,
): CaseListItem {
  return {
    id: row.case_id,
    clientId: row.id,
    name: name?.full ?? '',
    type: row.type,
    stage: row.stage,
    status: row.status,
    responsible: row.responsible_id ? { id: row.responsible_id, name: row.responsible_name ?? '' } : null,
    citizenship: row.citizenship,
    custody: row.custody,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    ...standingOf(row),
    nextHearing: nextHearing ?? null,
    updatedAt: row.updated_at.toISOString(),
  };
}
