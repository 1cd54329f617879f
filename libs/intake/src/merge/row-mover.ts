import { Injectable } from '@nestjs/common';
import {
  currentActor,
  db,
  emptyTally,
  Keyring,
  resealed,
  resealedHistory,
  type Boxes,
  type OlderState,
  type Tally,
} from '@app/platform';
import { FOLLOW, type MovingTable, type Rows } from './record-tables';

/** Few enough that whole files and pages fit into one statement. */
const AT_ONCE = 50;

interface Sealed {
  id: string;
  sealed: Record<string, string>;
}

/** From one record to another. */
export interface Route {
  mergeId: string;
  fromId: string;
  toId: string;
}

/** Moves rows from one record to another and seals what is in them under the key of where they go. */
@Injectable()
export class RowMover {
  constructor(private readonly keyring: Keyring) {}

  /** @throws Error when a value opens under neither key: nothing is moved then */
  async move(route: Route, tables: readonly MovingTable[], rows: Rows): Promise<void> {
    const boxes = await this.boxes(route);
    const tally = emptyTally();
    for (const table of tables) {
      const ids = [...(rows.get(table.name) ?? [])];
      for (let at = 0; at < ids.length; at += AT_ONCE)
        await this.moveSome(route, table, ids.slice(at, at + AT_ONCE), { boxes, tally });
    }
    const sources = [...rows.values()].flatMap((ids) => [...ids].map((id) => ({ id, sealed: {} })));
    for (const [table, column] of Object.entries(FOLLOW)) await this.write(route, table, column, sources);
    if (tally.broken > 0) throw new Error(`Sealed values cannot be read: ${[...tally.where].join(', ')}`);
  }

  private async moveSome(
    route: Route,
    table: MovingTable,
    ids: string[],
    { boxes, tally }: { boxes: Boxes; tally: Tally },
  ): Promise<void> {
    const values = [currentActor().orgId, route.fromId, ids];
    const rows = await db().query<Record<string, unknown>>(
      `SELECT ${['id', ...table.columns].map((name) => `"${name}"`).join(', ')} FROM "${table.name}"
        WHERE org_id = $1 AND client_id = $2 AND id = ANY ($3::uuid[])`,
      values,
    );
    const anew = rows.map((row) => ({ id: String(row.id), sealed: hex(resealed(table, row, boxes, tally)) }));
    await this.write(route, table.name, 'id', anew);
    const older = await db().query<OlderState>(
      `SELECT org_id, id, table_name, row_id, was FROM row_history
        WHERE org_id = $1 AND client_id = $2 AND row_id = ANY ($3::uuid[]) AND table_name = $4`,
      [...values, table.name],
    );
    const states = older.map((row) => ({ id: row.id, sealed: resealedHistory(row, boxes, tally) }));
    await this.write(route, 'row_history', 'id', states);
  }

  private async write(route: Route, table: string, key: string, rows: Sealed[]): Promise<void> {
    if (rows.length === 0) return;
    await db().query('SELECT sec.move_client_rows($1, $2, $3, $4::jsonb)', [
      route.mergeId,
      table,
      key,
      JSON.stringify(rows),
    ]);
  }

  private async boxes({ fromId, toId }: Route): Promise<Boxes> {
    const { orgId } = currentActor();
    const from = (await this.keyring.clientKey(orgId, fromId)).requireUsable();
    const to = (await this.keyring.clientKey(orgId, toId)).requireUsable();
    const office = await this.keyring.orgKey(orgId);
    return {
      now: (table, id) => to.box(table, id),
      before: (table, id) => from.box(table, id),
      other: (table, id) => office.box(table, id),
    };
  }
}

function hex(columns: Record<string, Buffer>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value.toString('hex')]));
}
