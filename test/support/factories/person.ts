import type { Api } from '../client';

let counter = 0;

/** What callers of these functions need of a part of the person's record. */
export interface PersonRecord {
  id: string;
  version: number;
}

/** A number by which some office knows the client. By default an invented one of a prison system. */
export function addIdentifier(
  api: Api,
  clientId: string,
  wishes: { kind?: string; value?: string; issuedBy?: string | null; note?: string | null } = {},
): Promise<PersonRecord & { kind: string; masked: string }> {
  counter += 1;
  return api.created(`/clients/${clientId}/identifiers`, {
    kind: 'doc_inmate',
    value: `00-Z-${String(counter).padStart(4, '0')}`,
    ...wishes,
  });
}

/** Somebody of the family. By default a citizen child in the household. */
export function addRelative(
  api: Api,
  clientId: string,
  wishes: Record<string, unknown> = {},
): Promise<
  PersonRecord & { qualifying: { purpose: string }[]; client: { id: string; name: string } | null }
> {
  return api.created(`/clients/${clientId}/family`, {
    ...{
      name: 'Sorrel Nobody',
      relationship: 'child',
      status: 'usc',
      inHousehold: true,
      birth: '2015-04-01',
    },
    ...wishes,
  });
}

/** Somebody of the pod. By default a driver with one telephone from the range kept for fiction. */
export function addTrustedContact(
  api: Api,
  clientId: string,
  wishes: Record<string, unknown> = {},
): Promise<PersonRecord & { callOrder: number; name: string }> {
  counter += 1;
  return api.created(`/clients/${clientId}/trusted-contacts`, {
    name: 'Linden Nobody',
    role: 'driver',
    phones: [{ value: `+1 212 555 01${String(counter % 100).padStart(2, '0')}`, safe: true }],
    ...wishes,
  });
}

/** A consent. By default an organisation may be told by telephone how the case stands. */
export function giveConsent(
  api: Api,
  clientId: string,
  wishes: Record<string, unknown> = {},
): Promise<PersonRecord & { state: string }> {
  return api.created(`/clients/${clientId}/consents`, {
    ...{ recipientKind: 'organisation', recipientName: 'Lantern Food Shelf', scopes: ['case_status'] },
    ...{ channels: ['phone'], fromOn: '2026-01-02', givenHow: 'written', givenLanguage: 'en' },
    ...wishes,
  });
}

/** An item of the family's own on the preparedness plan, by its id. */
export async function addPlanItem(api: Api, clientId: string): Promise<string> {
  const wish = { section: 'home', title: 'Water the garden', state: 'open' };
  return (await api.created(`/clients/${clientId}/plan/items`, wish)).item;
}

/** Makes another one where a route of the tests takes one away. */
export const freshPersonThings: Record<string, (api: Api, clientId: string) => Promise<string>> = {
  '/clients/{clientId}/identifiers/{identifierId}': async (api, clientId) =>
    (await addIdentifier(api, clientId)).id,
  '/clients/{clientId}/family/{relativeId}': async (api, clientId) => (await addRelative(api, clientId)).id,
  '/clients/{clientId}/trusted-contacts/{trustedContactId}': async (api, clientId) =>
    (await addTrustedContact(api, clientId)).id,
  '/clients/{clientId}/consents/{consentId}': async (api, clientId) => (await giveConsent(api, clientId)).id,
  '/clients/{clientId}/plan/items/{item}': addPlanItem,
};

/** One of each part of the record, under the path that names it: for the tests that try every route. */
export async function personThings(api: Api, clientId: string): Promise<Record<string, string>> {
  const made: Record<string, string> = {};
  for (const [path, make] of Object.entries(freshPersonThings)) made[path] = await make(api, clientId);
  return made;
}
