import type { Api } from '../client';
import { addClient } from './client';

export interface PartyWishes {
  kind?: string;
  name?: string;
  note?: string | null;
}

let counter = 0;

const partyBody = (wishes: PartyWishes): object => ({
  kind: 'witness',
  name: `Witness Example ${String.fromCharCode(97 + (++counter % 26))}`,
  ...wishes,
});

/** Adds somebody around a client, as the person whose API this is. */
export async function addParty(
  api: Api,
  clientId: string,
  wishes: PartyWishes = {},
): Promise<{ id: string; name: string }> {
  const { parties } = await api.created(`/clients/${clientId}/parties`, partyBody(wishes));
  return parties.at(-1);
}

/** Adds somebody the office knows who belongs to no client. */
export async function addOfficeParty(
  api: Api,
  wishes: PartyWishes = {},
): Promise<{ id: string; name: string }> {
  return api.created('/office-parties', partyBody(wishes));
}

/** A merge that was undone again, by its id: nothing of the client is elsewhere than before. */
export async function mergeAndUndo(api: Api, clientId: string): Promise<string> {
  const twin = await addClient(api, { aNumber: null, contacts: [] });
  const at = `/clients/${clientId}/merges`;
  const { items } = await api.created(at, { otherId: twin.id, reason: 'Entered twice' });
  await api.ok('POST', `${at}/${items[0].id}/undo`);
  return items[0].id;
}

export interface ReferralWishes {
  name?: { given: string; family: string };
  birth?: string | null;
  contact?: { kind: string; value: string; safeToContact: boolean };
  story?: string | null;
  detained?: string;
  detainedAt?: string;
  nextKind?: string;
  nextOn?: string;
}

/** Enters somebody who asks for help, with plainly fictional values for what is left out. */
export async function enterReferral(
  api: Api,
  wishes: ReferralWishes = {},
): Promise<{ id: string; version: number; hits: { id: string; version: number }[] }> {
  const n = ++counter;
  return api.created('/referrals', {
    name: {
      given: 'Asking',
      family: `Number ${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + (n % 7))}`,
    },
    birth: String(1950 + (n % 50)),
    language: 'es',
    contact: {
      kind: 'phone',
      value: `+1 212 555 01${String(n % 100).padStart(2, '0')}`,
      safeToContact: n % 2 === 0,
    },
    story: 'Was told to report and does not know why.',
    ...wishes,
  });
}
