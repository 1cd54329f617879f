import { Injectable } from '@nestjs/common';
import { may, roleMay } from '@app/access';
import { ClientsService } from '@app/clients';
import { badField, cannot, changed, currentActor, db, newId, notFound } from '@app/platform';
import { IsNull } from 'typeorm';
import { sightOfPerson } from './sight';
import { ClientWall, ClientWallPerson } from './wall.entity';
import type { ClientAccess, AccessGrantView, WallView } from './wall.view';
import { grantsOf, sightOf, wallsOf, type GrantRow, type WallRow } from './walls.queries';

/** A wall as somebody wants it. */
export interface WallWish {
  kind: 'named' | 'ethical';
  people: readonly string[];
  reason: string;
}

/** Raises, changes and lifts walls. Who is behind one is the database's matter: `sec.walled_from_me()`. */
@Injectable()
export class WallsService {
  constructor(private readonly clients: ClientsService) {}

  /** Who sees a client and why. @throws Problem 404 */
  async access(clientId: string): Promise<ClientAccess> {
    await this.clients.require(clientId);
    const key = await this.clients.key(clientId);
    const people = (await sightOf(clientId)).map(sightOfPerson);
    return {
      people: people.filter((each) => each.because.length > 0),
      walls: (await wallsOf(clientId)).map((row) =>
        wallView(row, (column, sealed) => key.box('client_wall', row.id).open(column, sealed)),
      ),
      grants: (await grantsOf(clientId)).map((row) =>
        grantView(row, key.box('access_grant', row.id).open('reason', row.reason)),
      ),
      can: { raiseWall: may('wall.manage'), giveAccess: may('access.grant') },
    };
  }

  /**
   * Keeps these people from a client, whatever their role: after a confirmed conflict, for example. People on the list
   * of a standing ethical wall stay on it.
   */
  async raiseEthical(
    clientId: string,
    wish: { screened: readonly string[]; reason: string },
  ): Promise<string> {
    return this.raise(clientId, { kind: 'ethical', people: wish.screened, reason: wish.reason });
  }

  /** Lets only these people see a client. */
  async raiseNamed(clientId: string, wish: { inside: readonly string[]; reason: string }): Promise<string> {
    return this.raise(clientId, { kind: 'named', people: wish.inside, reason: wish.reason });
  }

  /**
   * Raises a wall, or adds people to the one of this kind that stands. Somebody who can lift it must still see the
   * client afterwards, and whoever raises it by hand too.
   * @throws Problem 404, 422
   */
  async raise(clientId: string, wish: WallWish): Promise<string> {
    await this.clients.require(clientId);
    const people = [...new Set(wish.people)];
    await this.requireColleagues(people);
    await this.requireSomebodyLeft(clientId, { ...wish, people });
    changed('walls');
    const standing = await db().find(ClientWall, { clientId, kind: wish.kind, liftedAt: IsNull() });
    if (standing) {
      await this.addAll(standing, people);
      return standing.id;
    }
    return this.write(clientId, { ...wish, people });
  }

  /** Puts one more colleague on the list of a standing wall. */
  async addPerson(clientId: string, wallId: string, userId: string): Promise<void> {
    const wall = await this.standing(clientId, wallId);
    await this.requireColleagues([userId]);
    if (wall.kind === 'ethical')
      await this.requireSomebodyLeft(clientId, { kind: 'ethical', people: [userId], reason: '' });
    await this.addAll(wall, [userId]);
    changed('walls.people');
  }

  /** Takes a colleague off the list. The last one inside a named wall stays: nobody could lift it. */
  async removePerson(clientId: string, wallId: string, userId: string): Promise<void> {
    const wall = await this.standing(clientId, wallId);
    const rows = await db().findAll(ClientWallPerson, { wallId, endedAt: IsNull() });
    const staying = rows.filter((row) => row.userId !== userId).map((row) => row.userId);
    if (rows.length === staying.length) throw notFound();
    if (wall.kind === 'named') await this.requireLifter(staying);
    if (wall.kind === 'named' && userId === currentActor().userId)
      throw cannot('own_place', 'Somebody else inside must take you off this list.');
    await db().query(
      `UPDATE client_wall_person SET ended_at = now()
        WHERE org_id = $1 AND wall_id = $2 AND user_id = $3 AND ended_at IS NULL`,
      [currentActor().orgId, wallId, userId],
    );
    changed('walls.people');
  }

  /** Takes the wall down; that it stood, for whom and why stays on record. */
  async lift(clientId: string, wallId: string, reason: string): Promise<void> {
    const wall = await this.standing(clientId, wallId);
    const box = (await this.clients.key(clientId)).box('client_wall', wall.id);
    await db().update(ClientWall, wall, wall.version, {
      liftedBy: currentActor().userId,
      liftedAt: new Date(),
      liftedReason: box.seal('lifted_reason', reason.trim()),
    });
    changed('walls');
  }

  private async standing(clientId: string, wallId: string): Promise<ClientWall> {
    await this.clients.require(clientId);
    const wall = await db().find(ClientWall, { id: wallId, clientId });
    if (!wall) throw notFound();
    if (wall.liftedAt) throw cannot('wall_lifted', 'This wall was taken down already.');
    return wall;
  }

  /** Wall and list in one statement: between the two, whoever raises it would be outside. */
  private async write(clientId: string, wish: WallWish): Promise<string> {
    const { orgId, userId } = currentActor();
    const id = newId();
    const box = (await this.clients.key(clientId)).box('client_wall', id);
    await db().query(
      `WITH wall AS (
         INSERT INTO client_wall (org_id, id, client_id, kind, reason, raised_by) VALUES ($1, $2, $3, $4, $5, $6))
       INSERT INTO client_wall_person (org_id, id, client_id, wall_id, user_id, added_by)
       SELECT $1, p.id, $3, $2, p.user_id, $6 FROM unnest($7::uuid[], $8::uuid[]) AS p(id, user_id)`,
      [
        orgId,
        id,
        clientId,
        wish.kind,
        box.seal('reason', wish.reason.trim()),
        userId,
        wish.people.map(() => newId()),
        wish.people,
      ],
    );
    return id;
  }

  private async addAll(wall: ClientWall, people: readonly string[]): Promise<void> {
    const { orgId, userId } = currentActor();
    await db().query(
      `INSERT INTO client_wall_person (org_id, id, client_id, wall_id, user_id, added_by)
       SELECT $1, p.id, $3, $2, p.user_id, $4 FROM unnest($5::uuid[], $6::uuid[]) AS p(id, user_id)
        WHERE NOT EXISTS (SELECT 1 FROM client_wall_person there WHERE there.org_id = $1 AND there.wall_id = $2
          AND there.user_id = p.user_id AND there.ended_at IS NULL)`,
      [orgId, wall.id, wall.clientId, userId, people.map(() => newId()), people],
    );
  }

  private async requireColleagues(people: readonly string[]): Promise<void> {
    const row = await db().one<{ n: number }>(
      `SELECT count(*)::int AS n FROM staff_user WHERE org_id = $1 AND id = ANY ($2::uuid[]) AND role <> 'operator'`,
      [currentActor().orgId, people],
    );
    if (row?.n !== people.length)
      throw badField('people', 'unknown_colleague', 'Somebody on this list is not a colleague.');
  }

  private async requireLifter(inside: readonly string[]): Promise<void> {
    const rows = await db().query<{ role: string }>(
      `SELECT role FROM staff_user WHERE org_id = $1 AND id = ANY ($2::uuid[]) AND status = 'active'`,
      [currentActor().orgId, inside],
    );
    if (!rows.some(({ role }) => roleMay(role, 'wall.manage')))
      throw cannot(
        'nobody_inside',
        'At least one active director, attorney or accredited representative must be able to see the client and take the wall down.',
      );
  }

  /** @throws Problem 422 when nobody who could take the wall down, or not the raiser, would see the client */
  private async requireSomebodyLeft(clientId: string, wish: WallWish): Promise<void> {
    const listed = new Set(wish.people);
    const after = (await sightOf(clientId)).map((row) =>
      sightOfPerson(
        wish.kind === 'named'
          ? { ...row, named_wall: true, inside: row.inside || listed.has(row.id) }
          : { ...row, screened: row.screened || listed.has(row.id) },
      ),
    );
    const left = after.filter((each) => each.sees).map((each) => each.user);
    const { userId, kind } = currentActor();
    if (kind !== 'system' && !left.some((user) => user.id === userId))
      throw cannot(
        'shuts_out_self',
        'This wall would keep you out. Somebody who stays inside must raise it.',
      );
    await this.requireLifter(left.map((user) => user.id));
  }
}

function wallView(
  row: WallRow,
  open: (column: 'reason' | 'lifted_reason', sealed: Buffer | null) => string | null,
): WallView {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    reason: open('reason', row.reason) ?? '',
    raisedBy: { id: row.raised_by, name: row.raised_by_name ?? 'Vacatur' },
    raisedAt: row.raised_at.toISOString(),
    people: row.people ?? [],
    liftedAt: row.lifted_at?.toISOString() ?? null,
    liftedBy: row.lifted_by ? { id: row.lifted_by, name: row.lifted_by_name ?? 'Vacatur' } : null,
    liftedReason: open('lifted_reason', row.lifted_reason),
  };
}

function grantView(row: GrantRow, reason: string | null): AccessGrantView {
  return {
    id: row.id,
    kind: row.kind,
    user: { id: row.user_id, name: row.user_name, role: row.user_role },
    reason,
    givenBy: { id: row.granted_by, name: row.granted_by_name ?? 'Vacatur' },
    since: row.since.toISOString(),
    until: row.until.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    live: row.live,
  };
}
