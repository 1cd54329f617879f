import type { Api } from '../client';
import { dayFromNow } from './check-in';
import { addProceeding } from './proceeding';

/** A hearing as a test or the demo data wants it. */
export interface HearingWishes {
  kind?: 'master' | 'individual' | 'bond' | 'other';
  dateState?: 'known' | 'not_known_yet' | 'control_date';
  date?: string | null;
  time?: string | null;
  courtCode?: string | null;
  judgeId?: string | null;
  placeKind?: 'in_person' | 'internet' | 'video' | 'phone' | 'not_known';
  place?: string | null;
}

/** What callers of these functions need of a hearing. */
export interface HearingRecord {
  id: string;
  version: number;
  rootId: string;
  status: string;
  date: string | null;
}

/** Records a hearing: by default the individual one, ninety days from now at nine. */
export function addHearing(
  api: Api,
  proceedingId: string,
  wishes: HearingWishes = {},
): Promise<HearingRecord> {
  const date = wishes.dateState === 'not_known_yet' ? undefined : dayFromNow(90);
  return api.created(`/proceedings/${proceedingId}/hearings`, {
    kind: 'individual',
    dateState: 'known',
    date,
    time: date ? '09:00' : undefined,
    ...wishes,
  });
}

/** Records a look at what the court says. */
export function lookUpHearing(
  api: Api,
  proceedingId: string,
  found: HearingWishes | null,
  more: { source?: string; result?: string; note?: string } = {},
): Promise<{ id: string; outcome: string; nextDueOn: string }> {
  return api.created(`/proceedings/${proceedingId}/hearing-look-ups`, {
    source: 'eoir_line',
    result: found ? 'found' : 'nothing_found',
    ...(found ? { found: { kind: 'individual', dateState: 'known', ...found } } : {}),
    ...more,
  });
}

let judges = 0;

/** Adds a judge to the directory, of a name that no other has unless wished otherwise. */
export function addJudge(api: Api, wishes: { name?: string; courtCode?: string; note?: string } = {}) {
  return api.created<{ id: string; version: number; name: string }>('/judges', {
    name: `Sarah Bloom ${(judges += 1)}`,
    courtCode: 'NYC',
    ...wishes,
  });
}

/** A hearing and a message about one, for the world of the access tests. */
export async function hearingThings(api: Api, clientId: string): Promise<Record<string, string>> {
  const proceeding = await addProceeding(api, clientId);
  const hearing = await addHearing(api, proceeding.id);
  const other = await addProceeding(api, clientId);
  await addHearing(api, other.id);
  await lookUpHearing(api, other.id, { date: dayFromNow(40), time: '10:00' });
  const { messages } = await api.read(`/clients/${clientId}/hearings`);
  const tried = { reached: false, channel: 'phone', note: 'Nobody answered.' };
  await api.ok('POST', `/planned-messages/${messages[0].id}/tell`, tried, { ifMatch: messages[0].version });
  return { '/hearings/{hearingId}': hearing.id, '/planned-messages/{messageId}': messages[0].id };
}
