import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import {
  badField,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  officeToday,
  type ClientKey,
} from '@app/platform';
import { checkMotion, readMotion } from './motion-facts';
import type { EditMotion, NewMotion } from './motion.dto';
import { Motion } from './motion.entity';
import type { ClientMotions, MotionView } from './motion.view';
import { named, requireRow } from './removal-rows';
import { openAll, sealGiven } from './sealed-fields';
import { RemovalOrder } from './removal.entity';

const TEXTS = { counsel: 'counsel', note: 'note' } as const;

/** Motions, petitions and stay requests by anyone. An old one by a notario may have used up the only one there is. */
@Injectable()
export class MotionsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly deadlines: DeadlinesService,
    private readonly keyring: Keyring,
  ) {}

  /** All of a client, oldest first. @throws Problem 404 */
  async of(clientId: string): Promise<ClientMotions> {
    await this.clients.require(clientId);
    const rows = await db().findAll(Motion, { clientId }, { createdAt: 'ASC', id: 'ASC' });
    const dated = (row: Motion): string => row.filedOn ?? row.resultOn ?? '9999';
    rows.sort((a, b) => (dated(a) < dated(b) ? -1 : Number(dated(a) > dated(b))));
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    return { items: rows.map((row) => viewOf(row, key)), can: { edit: may('removal.edit') } };
  }

  /** One motion. @throws Problem 404 */
  async one(id: string): Promise<MotionView> {
    const row = await requireRow(Motion, id);
    return viewOf(row, await this.keyring.clientKey(currentActor().orgId, row.clientId));
  }

  async add(clientId: string, input: NewMotion): Promise<string> {
    await this.clients.require(clientId);
    const id = newId();
    const facts = await this.read(clientId, input);
    checkMotion(facts);
    await db().insert(Motion, { id, clientId, ...facts, ...(await this.seal(clientId, id, input)) });
    changed(...named('motion', input));
    await this.deadlines.refresh(clientId);
    return id;
  }

  async edit(id: string, version: number, input: EditMotion): Promise<void> {
    const row = await requireRow(Motion, id);
    const facts = await this.read(row.clientId, input);
    checkMotion({ ...row, ...facts });
    const texts = await this.seal(row.clientId, id, input);
    await db().update(Motion, row, version, { ...facts, ...texts });
    changed(...named('motion', input));
    await this.deadlines.refresh(row.clientId);
  }

  private async read(clientId: string, input: NewMotion | EditMotion): Promise<Partial<Motion>> {
    const facts = readMotion(input, await officeToday());
    if (facts.orderId && !(await db().find(RemovalOrder, { id: facts.orderId, clientId })))
      throw badField('orderId', 'unknown_order', 'This client has no such order.');
    return facts;
  }

  private async seal(clientId: string, id: string, input: NewMotion | EditMotion): Promise<Partial<Motion>> {
    return sealGiven((await this.clients.key(clientId)).box('motion', id), TEXTS, input);
  }
}

function viewOf(row: Motion, key: ClientKey): MotionView {
  return {
    ...{ id: row.id, version: row.version, orderId: row.orderId, kind: row.kind, forum: row.forum },
    ...{ filedOn: row.filedOn, filedBy: row.filedBy, result: row.result, resultOn: row.resultOn },
    ...{ stayUntil: row.stayUntil, ...openAll(key, 'motion', TEXTS, row) },
    can: { edit: may('removal.edit') },
  };
}
