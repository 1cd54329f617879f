import type { Api, Json } from '../client';

/** A view of the caseload; the maker's own unless `shared` is overridden. */
export async function addListView(api: Api, more: Json = {}): Promise<Json> {
  return api.created('/list-views', {
    list: 'cases',
    name: 'Held people',
    shared: false,
    filters: { custody: 'detained' },
    sort: 'next_deadline',
    order: 'asc',
    columns: ['stage', 'next_deadline'],
    ...more,
  });
}
