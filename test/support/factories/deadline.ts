import type { Api } from '../client';

/** What callers of these functions need of a deadline. */
export interface DeadlineRecord {
  id: string;
  version: number;
  ruleId: string;
  title: string;
  kind: string;
  status: string;
  dueOn: string | null;
  taskOn: string | null;
  can: { confirm: boolean; complete: boolean; prove: boolean };
}

/** The deadlines of a client. */
export async function deadlinesOf(api: Api, clientId: string): Promise<DeadlineRecord[]> {
  return (await api.read<{ items: DeadlineRecord[] }>(`/clients/${clientId}/deadlines`)).items;
}

/** Confirms the date, as an attorney does. */
export function confirmDeadline(api: Api, deadline: DeadlineRecord): Promise<DeadlineRecord> {
  return api.ok('POST', `/deadlines/${deadline.id}/confirm`, {}, { ifMatch: deadline.version });
}

/** Completes it on a day, with what proves it. */
export function completeDeadline(
  api: Api,
  deadline: DeadlineRecord,
  on: string,
  note: string,
): Promise<DeadlineRecord> {
  return api.ok('POST', `/deadlines/${deadline.id}/complete`, { on, note }, { ifMatch: deadline.version });
}

/** Closes a critical deadline as two people do: one records the proof of filing, the other signs it off. */
export async function signOff(
  one: Api,
  other: Api,
  deadline: { id: string; version: number },
  on: string,
): Promise<DeadlineRecord> {
  const proof = { way: 'electronic', filedOn: on, receipt: 'ECAS 2026-1' };
  const path = `/deadlines/${deadline.id}`;
  const waiting = await one.ok('POST', `${path}/proof`, proof, { ifMatch: deadline.version });
  return other.ok('POST', `${path}/sign-off`, {}, { ifMatch: waiting.version });
}
