import { asAdmin } from '../admin';
import type { TestApp } from '../app';
import type { Api, Json } from '../client';
import { addClient, type AddedClient } from './client';
import { uploadDocument } from './document';

export const RECORDS = ['identity', 'contacts', 'chronology', 'notes', 'documents'];

/** What a demand covers. */
export interface Scope {
  clientIds: string[];
  from?: string | null;
  to?: string | null;
  records: string[];
}

/** A note or a paper on a known day, with a text of its own. */
export interface Thing {
  id: string;
  on: string;
  kind: string;
  text: string;
}
export interface Full {
  client: AddedClient;
  notes: Thing[];
  papers: Thing[];
}

/** Enters a subpoena for everything. */
export function subpoena(api: Api): Promise<Json> {
  return api.created('/demands', {
    kind: 'subpoena',
    receivedFrom: 'A grand jury in Example County',
    receivedOn: '2026-01-05',
    dueOn: '2026-02-05',
    asked: 'All records of the person',
  });
}

/** Sends a change of a demand with the version it has. @throws Error when it is refused */
export async function changeDemand(api: Api, demand: Json, what: string, body: object): Promise<Json> {
  const answer = await api.post(`/demands/${demand.id}/${what}`, body, { ifMatch: demand.version });
  if (answer.status > 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Brings a demand as far as somebody may export it. `releases` are privileged notes. */
export async function approvedDemand(
  attorney: Api,
  director: Api,
  scope: Scope,
  releases: string[] = [],
  clients: string[] = [],
  documents: string[] = [],
): Promise<Json> {
  const { id, version } = await subpoena(attorney);
  let demand = await attorney.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
  const body = { released: true, reason: 'The client waived it in writing' };
  for (const noteId of releases)
    demand = await changeDemand(attorney, demand, 'releases', { noteId, ...body });
  for (const documentId of documents)
    demand = await changeDemand(attorney, demand, 'releases', { documentId, ...body });
  for (const clientId of clients)
    demand = await changeDemand(attorney, demand, 'client-releases', { clientId, ...body });
  demand = await changeDemand(attorney, demand, 'decision', {
    decision: 'partly',
    reasons: 'Only what is owed',
  });
  return director.ok('POST', `/demands/${id}/approval`, undefined, { ifMatch: demand.version });
}

let made = 0;

/** A client with notes of each kind and papers on known days, each with a text of its own. */
export async function addFullClient(test: TestApp, attorney: Api, days: string[]): Promise<Full> {
  const family = `Scope${[...String(++made)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  const client = await addClient(attorney, { name: { given: 'Owed', family } });
  const notes: Thing[] = [];
  const papers: Thing[] = [];
  for (const on of days) {
    for (const kind of ['privileged', 'ordinary', 'volunteer_visible']) {
      const text = `${kind} words of ${family} on ${on}`;
      await attorney.created(`/cases/${client.caseId}/notes`, { kind, text });
      const { items } = await attorney.read(`/cases/${client.caseId}/notes`);
      notes.push({ id: items.find((note: Json) => note.text === text).id, on, kind, text });
    }
    const text = `paper of ${family} on ${on}`;
    const paper = await uploadDocument(attorney, client.id, { receivedOn: on, bytes: Buffer.from(text) });
    papers.push({ id: paper.current.id, on, kind: 'document', text });
  }
  await asAdmin(test, async (admin) => {
    await admin.query('SET session_replication_role = replica');
    for (const note of notes)
      await admin.query("UPDATE app.case_note SET at = $2::date + interval '17 hours' WHERE id = $1", [
        note.id,
        note.on,
      ]);
  });
  return { client, notes, papers };
}
