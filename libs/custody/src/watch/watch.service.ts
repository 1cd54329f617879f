import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames } from '@app/clients';
import { currentActor, cutOnes, db, firstOf, Keyring, type ClientKey } from '@app/platform';
import { nextLookUpAt, type LookUpResult } from '@app/rules';
import { CallsService } from '../calls/calls.service';
import { heldSinceOf } from '../custody-queries';
import { officeClock, type OfficeClock } from '../office-clock';
import { openPlace, placeNamed } from '../place';
import type { PlaceView } from '../place.view';
import type { DetainedItem, DetainedList } from './watch.view';

const MOST = 200;
const FRESH_DAYS = 3;

interface WatchRow {
  client_id: string;
  case_id: string;
  since: string;
  custody: string;
  starts_at: Date;
  looked_at: Date | null;
  result: LookUpResult | null;
  next_due_at: Date | null;
  moved_at: Date | null;
  stay_id: string | null;
  facility_code: Buffer | null;
  place: Buffer | null;
}

/** Everybody of the caseload who is held or missing: where they were seen last, and who has to be looked for now. */
@Injectable()
export class CustodyWatch {
  constructor(
    private readonly names: ClientNames,
    private readonly keyring: Keyring,
    private readonly calls: CallsService,
  ) {}

  async list(): Promise<DetainedList> {
    const clock = await officeClock();
    const held = firstOf(await detained(clock), MOST);
    const ids = held.shown.map((row) => row.client_id);
    const calls = await this.calls.waiting(clock);
    const waiting = calls.shown;
    const names = await this.names.display([...ids, ...waiting.map(({ clientId }) => clientId)]);
    const keys = may('client.names')
      ? await this.keyring.clientKeys(currentActor().orgId, ids)
      : new Map<string, ClientKey>();
    const items = held.shown.map((row) =>
      itemOf(row, names.get(row.client_id) ?? '', keys.get(row.client_id), clock),
    );
    return {
      ...{ now: clock.now, timeZone: clock.timeZone },
      items: items.sort((a, b) => (a.nextLookUpAt < b.nextLookUpAt ? -1 : 1)),
      waitingCalls: waiting.map((call) => ({ ...call, clientName: names.get(call.clientId) ?? '' })),
      cut: cutOnes({ items: held, waitingCalls: calls }),
    };
  }
}

function itemOf(
  row: WatchRow,
  clientName: string,
  key: ClientKey | undefined,
  clock: OfficeClock,
): DetainedItem {
  const counts = row.looked_at !== null && row.looked_at >= row.starts_at;
  const last = counts ? { at: row.looked_at!.toISOString(), result: row.result! } : null;
  const next = nextLookUpAt({ detainedAt: row.starts_at.toISOString(), last, now: clock.now });
  return {
    ...{ clientId: row.client_id, caseId: row.case_id, clientName, since: row.since },
    custody: row.custody,
    ...{ lastLookedAt: last?.at ?? null, lastResult: last?.result ?? null, nextLookUpAt: next },
    overdue: next <= clock.now,
    movedAt: row.moved_at?.toISOString() ?? null,
    place: placeOf(row, key),
  };
}

function placeOf(row: WatchRow, key: ClientKey | undefined): PlaceView | null {
  if (!key || key.erased || !row.stay_id) return null;
  const box = key.box('custody_stay', row.stay_id);
  return placeNamed(openPlace(box, { facilityCode: row.facility_code, place: row.place }));
}

/**
 * Clients with an open case who are recorded as held, or for whom the protocol runs although nobody knows where they
 * are, with the last look and the last place of each.
 */
function detained({ timeZone }: OfficeClock): Promise<WatchRow[]> {
  return db().query<WatchRow>(
    `SELECT c.client_id, c.id AS case_id, c.custody, coalesce(held.since, (r.counted_from AT TIME ZONE $2)::date) AS since,
            coalesce(e.began_at, held.since::timestamp AT TIME ZONE $2, r.counted_from) AS starts_at,
            l.looked_at, l.result, l.next_due_at, s.id AS stay_id, s.facility_code, s.place,
            CASE WHEN s.is_move AND s.seen_at > clock_timestamp() - make_interval(days => ${FRESH_DAYS}) THEN s.seen_at END AS moved_at
       FROM (SELECT DISTINCT ON (k.client_id) k.client_id, k.id, k.custody FROM cases k
              WHERE k.org_id = $1 AND k.status = 'open' AND (k.custody = 'detained' OR EXISTS (SELECT 1 FROM detained_protocol q
                     WHERE q.org_id = $1 AND q.client_id = k.client_id AND q.ended_at IS NULL))
              ORDER BY k.client_id, k.id) c
       LEFT JOIN LATERAL (SELECT ${heldSinceOf('$1', 'c.client_id')} AS since) held ON true
       LEFT JOIN LATERAL (SELECT q.counted_from FROM detained_protocol q WHERE q.org_id = $1 AND q.client_id = c.client_id
              AND q.ended_at IS NULL LIMIT 1) r ON true
       LEFT JOIN LATERAL (SELECT x.id, x.began_at FROM custody_episode x WHERE x.org_id = $1 AND x.client_id = c.client_id
              AND x.ended_how IS NULL ORDER BY x.began_on DESC NULLS LAST LIMIT 1) e ON true
       LEFT JOIN LATERAL (SELECT x.looked_at, x.result, x.next_due_at FROM locator_look_up x WHERE x.org_id = $1
              AND x.client_id = c.client_id ORDER BY x.looked_at DESC, x.at DESC LIMIT 1) l ON true
       LEFT JOIN LATERAL (SELECT x.* FROM custody_stay x WHERE x.org_id = $1 AND x.client_id = c.client_id
              AND x.episode_id = e.id ORDER BY x.seen_at DESC, x.at DESC LIMIT 1) s ON true
      ORDER BY coalesce(l.next_due_at, held.since::timestamp, r.counted_from), c.client_id LIMIT ${MOST + 1}`,
    [currentActor().orgId, timeZone],
  );
}
