import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import {
  about,
  cannot,
  changed,
  currentActor,
  db,
  firstOf,
  Keyring,
  newId,
  notFound,
  staleVersion,
  type ClientKey,
  type FirstOf,
} from '@app/platform';
import { colleaguesOf } from '../custody-queries';
import { officeClock, readMoment, type OfficeClock } from '../office-clock';
import type { RecordCall } from './call.dto';
import { DetentionCall } from './call.entity';
import type { WaitingCall } from '../watch/watch.view';
import type { CallView } from './call.view';

const MINUTE_MS = 60_000;
const MOST_WAITING = 200;

interface WaitingRow {
  id: string;
  version: number;
  client_id: string;
  case_id: string | null;
  received_at: Date;
}

const minutesFrom = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE_MS));

/** Calls about a detention: somebody takes the call, an attorney takes it on, and the time between is counted. */
@Injectable()
export class CallsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
  ) {}

  async record(clientId: string, input: RecordCall): Promise<void> {
    await this.clients.require(clientId);
    const receivedAt = readMoment(input, await officeClock());
    const id = newId();
    const box = (await this.clients.key(clientId)).box('detention_call', id);
    await db().insert(DetentionCall, {
      ...{ id, clientId, receivedAt, byUser: currentActor().userId },
      caller: box.seal('caller', input.caller?.trim() || null),
      callBack: box.seal('call_back', input.callBack?.trim() || null),
      said: box.seal('said', input.said.trim()),
    });
    changed('call');
  }

  /** An attorney takes it on; only one can. @throws Problem 404, 412, 422 */
  async claim(id: string, version: number): Promise<string> {
    const row = await db().find(DetentionCall, { id });
    if (!row) throw notFound();
    about(row.clientId);
    if (row.version !== version) throw staleVersion(row.version);
    if (row.claimedAt) throw cannot('claimed_already', 'Somebody has taken this call on already.');
    await db().update(DetentionCall, row, version, {
      claimedBy: currentActor().userId,
      claimedAt: new Date(),
    });
    changed('call.claimed');
    return row.clientId;
  }

  /** Calls of the caseload that no attorney has taken on, the longest waiting first. */
  async waiting(clock: OfficeClock): Promise<FirstOf<Omit<WaitingCall, 'clientName'>>> {
    const rows = await db().query<WaitingRow>(
      `SELECT l.id, l.version, l.client_id, l.received_at,
              (SELECT c.id FROM cases c WHERE c.org_id = $1 AND c.client_id = l.client_id
                ORDER BY c.status DESC, c.opened_on DESC, c.id DESC LIMIT 1) AS case_id
         FROM detention_call l WHERE l.org_id = $1 AND l.claimed_at IS NULL
        ORDER BY l.received_at, l.id LIMIT ${MOST_WAITING + 1}`,
      [currentActor().orgId],
    );
    const { shown, more } = firstOf(rows, MOST_WAITING);
    const calls = shown.map((row) => ({
      ...{ callId: row.id, version: row.version, clientId: row.client_id, caseId: row.case_id },
      receivedAt: row.received_at.toISOString(),
      minutesWaited: minutesFrom(row.received_at, new Date(clock.now)),
      can: { claim: may('custody.claim') },
    }));
    return { shown: calls, more };
  }

  /** The calls of a client, the latest first. */
  async of(clientId: string, clock: OfficeClock): Promise<CallView[]> {
    const rows = await db().findAll(DetentionCall, { clientId }, { receivedAt: 'DESC' });
    const names = await colleaguesOf(rows.flatMap(({ byUser, claimedBy }) => [byUser, claimedBy]));
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const shown = !key.erased && may('client.names') ? key : null;
    return rows.map((row) => viewOf(row, shown, names, clock));
  }
}

function viewOf(
  row: DetentionCall,
  key: ClientKey | null,
  names: Map<string, string>,
  clock: OfficeClock,
): CallView {
  const person = (who: string) => ({ id: who, name: names.get(who) ?? 'Vacatur' });
  const until = row.claimedAt ?? new Date(clock.now);
  return {
    ...{ id: row.id, version: row.version, receivedAt: row.receivedAt.toISOString() },
    ...wordsOf(row, key),
    by: person(row.byUser),
    claimedBy: row.claimedBy ? person(row.claimedBy) : null,
    claimedAt: row.claimedAt?.toISOString() ?? null,
    minutesWaited: minutesFrom(row.receivedAt, until),
    can: { claim: row.claimedAt === null && may('custody.claim') },
  };
}

function wordsOf(row: DetentionCall, key: ClientKey | null): Pick<CallView, 'caller' | 'callBack' | 'said'> {
  if (!key) return { caller: null, callBack: null, said: null };
  const box = key.box('detention_call', row.id);
  return {
    caller: box.open('caller', row.caller),
    callBack: box.open('call_back', row.callBack),
    said: box.open('said', row.said),
  };
}
