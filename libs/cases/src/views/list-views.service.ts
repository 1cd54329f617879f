import { Injectable } from '@nestjs/common';
import { badField, cannot, changed, currentActor, db, Keyring, newId, notFound } from '@app/platform';
import type { ListViews, ListViewView, WriteListView } from './list-view.dto';
import { ListView } from './list-view.entity';

const MOST = 100;
/** Seven digits or more, however they are spaced: nothing an office calls a list by. */
const LIKE_A_NUMBER = /(?:\d[\s.\-/]{0,2}){7}/;

/** Lists that people, or the office, want to see again the same way. */
@Injectable()
export class ListViewsService {
  constructor(private readonly keyring: Keyring) {}

  /** One's own and those shared with the office, by name. */
  async list(): Promise<ListViews> {
    const rows = await db().findAll(ListView, {});
    const views = await Promise.all(rows.map((row) => this.viewOf(row)));
    return { items: views.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)) };
  }

  async add(input: WriteListView): Promise<ListViewView> {
    const { userId } = currentActor();
    const own = await db().findAll(ListView, { ownerId: userId });
    if (own.length >= MOST) throw cannot('too_many_views', `You have ${MOST} views. Delete one first.`);
    const id = newId();
    await db().insert(ListView, { id, ownerId: userId, ...(await this.valuesOf(id, input)) });
    changed('listView');
    return this.viewOf(await this.require(id));
  }

  async replace(id: string, version: number, input: WriteListView): Promise<ListViewView> {
    const row = await this.changeable(id);
    if (!input.shared && row.ownerId !== currentActor().userId)
      throw badField('shared', 'not_yours', 'Only the person whose view it is can take it from the office.');
    await db().update(ListView, row, version, await this.valuesOf(id, input));
    changed('listView');
    return this.viewOf(await this.require(id));
  }

  async remove(id: string): Promise<void> {
    await db().remove(ListView, { id: (await this.changeable(id)).id });
    changed('listView');
  }

  private async require(id: string): Promise<ListView> {
    const row = await db().find(ListView, { id });
    if (!row) throw notFound();
    return row;
  }

  private async changeable(id: string): Promise<ListView> {
    const row = await this.require(id);
    if (!mayChange(row))
      throw cannot('not_yours', 'This view belongs to a colleague. Save it under another name.');
    return row;
  }

  private async valuesOf(id: string, input: WriteListView): Promise<Partial<ListView>> {
    const name = input.name.trim();
    if (LIKE_A_NUMBER.test(name))
      throw badField('name', 'no_numbers', 'A view is not named after a client: leave the number out.');
    const box = (await this.keyring.orgKey(currentActor().orgId)).box('list_view', id);
    return {
      shared: input.shared,
      list: input.list,
      name: box.seal('name', name),
      filters: input.filters,
      sort: input.sort ?? null,
      direction: input.order ?? null,
      columns: input.columns,
    };
  }

  private async viewOf(row: ListView): Promise<ListViewView> {
    const { id, version, list, shared, filters, sort, columns } = row;
    const { orgId, userId } = currentActor();
    return {
      id,
      version,
      list,
      shared,
      filters,
      sort,
      columns,
      name: (await this.keyring.orgKey(orgId)).box('list_view', id).open('name', row.name) ?? '',
      order: row.direction,
      mine: row.ownerId === userId,
      canChange: mayChange(row),
    };
  }
}

function mayChange(row: ListView): boolean {
  const { userId, role } = currentActor();
  return row.ownerId === userId || (row.shared && role === 'director');
}
