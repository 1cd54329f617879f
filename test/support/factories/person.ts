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

/** One of each part of the record, under the path that names it: for the tests that try every route. */
export async function personThings(api: Api, clientId: string): Promise<Record<string, string>> {
  return {
    '/clients/{clientId}/identifiers/{identifierId}': (await addIdentifier(api, clientId)).id,
  };
}
