import type { Api } from '../client';

/** What callers of these functions need of a case. */
export interface CaseRecord {
  id: string;
  version: number;
  stage: string;
  status: string;
  nextStages: string[];
}

/** Opens another case for a client. */
export async function openCase(
  api: Api,
  clientId: string,
  wishes: { type?: string; responsibleId?: string | null; openedOn?: string } = {},
): Promise<CaseRecord> {
  return api.created(`/clients/${clientId}/cases`, { type: 'check_in_support', ...wishes });
}

/** Reads the case as it is now and moves it to a next stage. */
export async function moveCase(
  api: Api,
  caseId: string,
  stage: string,
  on: string,
  note?: string,
): Promise<CaseRecord> {
  return api.ok('POST', `/cases/${caseId}/stage`, { stage, on, note }, await current(api, caseId));
}

/** What is still open about a case, each left so for the same reason. */
export async function leftOpen(
  api: Api,
  caseId: string,
  reason = 'The client goes on with another office.',
): Promise<{ kind: string; id: string; reason: string }[]> {
  const { looseEnds } = await api.read<{ looseEnds: { kind: string; id: string }[] }>(
    `/cases/${caseId}/closing`,
  );
  return looseEnds.map(({ kind, id }) => ({ kind, id, reason }));
}

/** Reads the case as it is now and closes it, with what is still open left open. */
export async function closeCase(
  api: Api,
  caseId: string,
  on: string,
  outcome = 'proceedings_terminated',
  wishes: { language?: string; aftercare?: { item: string; dueOn: string }[] } = {},
): Promise<CaseRecord> {
  const body = { on, outcome, looseEnds: await leftOpen(api, caseId), ...wishes };
  return api.ok('POST', `/cases/${caseId}/close`, body, await current(api, caseId));
}

/** Reads the case as it is now and opens it again. */
export async function reopenCase(api: Api, caseId: string, on: string): Promise<CaseRecord> {
  return api.ok('POST', `/cases/${caseId}/reopen`, { on }, await current(api, caseId));
}

/** Adds colleagues to the team of a case. */
export async function joinTeam(api: Api, caseId: string, ...userIds: string[]): Promise<void> {
  for (const userId of userIds) await api.ok('PUT', `/cases/${caseId}/team/${userId}`);
}

/** Writes a note. */
export async function writeNote(
  api: Api,
  caseId: string,
  text: string,
  kind: 'privileged' | 'ordinary' | 'volunteer_visible' = 'ordinary',
): Promise<void> {
  await api.created(`/cases/${caseId}/notes`, { text, kind });
}

async function current(api: Api, caseId: string): Promise<{ ifMatch: number }> {
  return { ifMatch: (await api.read<CaseRecord>(`/cases/${caseId}`)).version };
}
