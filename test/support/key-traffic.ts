import { randomUUID } from 'node:crypto';
import type { Api } from './client';
import { addClient, type AddedClient } from './factories/client';

/** So much went wrong that the application must be gone: whoever works then would never end. */
const ENOUGH = 500;

/** A client with a note and an older state. */
export async function madeClient(api: Api, n: number): Promise<AddedClient> {
  const client = await addClient(api, { name: { given: `Turn${'abcdefghij'[n]}`, family: 'Keyworth' } });
  await api.created(`/cases/${client.caseId}/notes`, {
    kind: 'privileged',
    text: `Note ${n} before the rotation`,
  });
  // An older state of the row, so that history has something sealed in it.
  await api.ok('PATCH', `/clients/${client.id}`, { birth: '1970-02-03' }, { ifMatch: client.version });
  return client;
}

/** Everything of one client is read and found as if nothing happened. Returns what went wrong. */
export async function faults(api: Api, client: AddedClient): Promise<string[]> {
  const wrong: string[] = [];
  const read = await api.get(`/clients/${client.id}`);
  if (read.status !== 200 || read.body.name.full !== client.name.full) wrong.push(`client ${read.status}`);
  const notes = await api.get(`/cases/${client.caseId}/notes`);
  if (notes.status !== 200 || !notes.body.items.some((note: { text: string }) => /before/.test(note.text)))
    wrong.push(`notes ${notes.status}`);
  const number = await api.post(`/clients/${client.id}/a-number/reveal`);
  if (number.status >= 300 || !/^\D*999/.test(JSON.stringify(number.body).replace(/.*?A?999/, '999')))
    wrong.push(`a-number ${number.status}`);
  const found = await api.post('/cases/search', { q: client.name.given });
  if (found.status >= 300 || !JSON.stringify(found.body).includes(client.id))
    wrong.push(`search ${found.status}`);
  return wrong;
}

/** Work that goes on until it is stopped, and what it saw. */
export interface Traffic {
  stop(): Promise<{ rounds: number; wrong: string[]; written: { caseId: string; text: string }[] }>;
}

/** Reads, searches and writes without pause until stopped. */
export function work(api: Api, clients: AddedClient[]): Traffic {
  let on = true;
  let rounds = 0;
  const wrong: string[] = [];
  const written: { caseId: string; text: string }[] = [];
  const loop = (async () => {
    while (on && wrong.length < ENOUGH) {
      const client = clients[rounds % clients.length];
      wrong.push(...(await faults(api, client)));
      const text = `Written meanwhile ${randomUUID()}`;
      const note = await api.post(`/cases/${client.caseId}/notes`, { kind: 'privileged', text });
      if (note.status !== 201) wrong.push(`note ${note.status}`);
      else written.push({ caseId: client.caseId, text });
      if (rounds % 10 === 9) {
        const added = await addClient(api, {
          name: {
            given: `Late${'abcdefghijklmnopqrstuvwxyz'[rounds % 26]}${'abcdefghij'[((rounds / 26) % 10) | 0]}`,
            family: 'Newcomer',
          },
        });
        await api.created(`/cases/${added.caseId}/notes`, { kind: 'ordinary', text: 'Note before' });
        clients.push(added);
      }
      rounds += 1;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  })();
  return {
    stop: async () => {
      on = false;
      await loop;
      return { rounds, wrong, written };
    },
  };
}

/** Everything that was written is there, and every client is read and found. */
export async function readable(
  api: Api,
  clients: AddedClient[],
  written: { caseId: string; text: string }[],
): Promise<void> {
  for (const caseId of new Set(written.map((note) => note.caseId))) {
    const page = await api.read<{ items: { text: string }[] }>(`/cases/${caseId}/notes`);
    const texts = page.items.map((note) => note.text);
    for (const note of written.filter((each) => each.caseId === caseId)) expect(texts).toContain(note.text);
  }
  for (const client of clients) expect(await faults(api, client)).toEqual([]);
}

/**
 * Many people at work at once: the first also adds clients, the others read, search, reveal and write, each at a pace of
 * their own.
 */
export function crowd(apis: readonly Api[], clients: AddedClient[]): Traffic {
  const known = [...clients];
  const all = [work(apis[0], clients), ...apis.slice(1).map((api, n) => colleague(api, known, n))];
  return {
    stop: async () => {
      const ends = await Promise.all(all.map((each) => each.stop()));
      return {
        rounds: ends.reduce((sum, end) => sum + end.rounds, 0),
        wrong: ends.flatMap((end) => end.wrong),
        written: ends.flatMap((end) => end.written),
      };
    },
  };
}

function colleague(api: Api, clients: readonly AddedClient[], n: number): Traffic {
  let on = true;
  let rounds = 0;
  const wrong: string[] = [];
  const written: { caseId: string; text: string }[] = [];
  const loop = (async () => {
    while (on && wrong.length < ENOUGH) {
      const client = clients[(n + rounds) % clients.length];
      wrong.push(...(await faults(api, client)));
      // Notes are read a page at a time: what many write must not push the first one off it.
      if (rounds % 20 === 0) {
        const text = `Written by the ${n}th ${randomUUID()}`;
        const note = await api.post(`/cases/${client.caseId}/notes`, { kind: 'privileged', text });
        if (note.status !== 201) wrong.push(`note ${note.status}`);
        else written.push({ caseId: client.caseId, text });
      }
      rounds += 1;
      await new Promise((resolve) => setTimeout(resolve, 500 + ((n * 37) % 500)));
    }
  })();
  return {
    stop: async () => {
      on = false;
      await loop;
      return { rounds, wrong, written };
    },
  };
}
