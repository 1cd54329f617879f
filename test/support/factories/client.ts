import type { Api } from '../client';

type AliasKind =
  'alias' | 'nickname' | 'maiden' | 'married' | 'spelling' | 'native_script' | 'on_papers' | 'religious';

/** A client as a test or the demo data wants them. What is left out gets a plainly fictional value. */
export interface ClientWishes {
  name?: { given: string; middle?: string; family: string };
  aliases?: { name: string; kind: AliasKind; usedFrom?: string | null; usedUntil?: string | null }[];
  aNumber?: string | null;
  birth?: string | null;
  countryOfBirth?: string | null;
  citizenship?: string | null;
  languages?: string[];
  interpreterLanguage?: string | null;
  arrival?: { on?: string | null; manner: string } | null;
  contacts?: ContactWishes[];
  case?: { type?: string; responsibleId?: string | null; openedOn?: string };
}

export interface ContactWishes {
  kind?: 'phone' | 'email' | 'address' | 'other';
  value?: string;
  label?: string | null;
  safeToContact?: boolean;
}

/** What callers of the factory need of the answer. */
export interface AddedClient {
  id: string;
  version: number;
  name: { given: string; middle: string | null; family: string; full: string };
  contacts: { id: string; version: number; value: string }[];
  /** The first case. */
  caseId: string;
}

// Given names are words and family names are common ones, so that nobody's real name can come about.
const GIVEN =
  'Juniper Maple Orion Saffron Cosmo Indigo Clover Sorrel Atlas Marigold Bramble Comet Linden Nova Pepper Quill Rowan ' +
  'Sage Tansy Zephyr Aster Briar Cedar Dune Ember Fjord Garnet Heath Isle Jasper Kestrel Lark Meadow North Onyx Pebble ' +
  'Quartz Reef Sparrow Thistle';
const ORIGINS: [family: string, country: string, language: string][] = [
  ['Vang', 'LA', 'hmn'],
  ['Souvannavong', 'LA', 'lo'],
  ['Sok', 'KH', 'km'],
  ['Nguyễn', 'VN', 'vi'],
  ['Hernández', 'MX', 'es'],
  ['Baptiste', 'HT', 'ht'],
  ['Warsame', 'SO', 'so'],
  ['Xiong', 'LA', 'hmn'],
  ['Mejía', 'HN', 'es'],
  ['Kovalenko', 'UA', 'uk'],
  ['Phommachanh', 'LA', 'lo'],
  ['Okonkwo', 'NG', 'en'],
  ['Chhim', 'KH', 'km'],
  ['López Ramírez', 'GT', 'es'],
  ['Petrosyan', 'AM', 'hy'],
  ['Trần', 'VN', 'vi'],
  ['Tesfaye', 'ET', 'am'],
  ['Saetern', 'LA', 'ium'],
  ['Rahimi', 'AF', 'fa'],
  ['Gutiérrez', 'SV', 'es'],
  ['Haddad', 'LB', 'ar'],
  ['Keomany', 'LA', 'lo'],
  ['Campbell', 'JM', 'en'],
  ['Lor', 'LA', 'hmn'],
  ['Duarte', 'CV', 'pt'],
  ['Ouk', 'KH', 'km'],
  ['Rivas', 'CU', 'es'],
];
const MANNERS = ['refugee', 'immigrant', 'parolee', 'visa', 'without_inspection', 'other', 'not_known'];

let counter = 0;

/** The body of a new client: person `n` of the series, with what the wishes say instead. A-numbers begin with 999. */
export function clientBody(wishes: ClientWishes = {}, n: number = ++counter): Record<string, unknown> {
  const given = GIVEN.split(' ');
  const [family, country, language] = ORIGINS[n % ORIGINS.length];
  const born = 1960 + (n % 40);
  const { case: matter, contacts, ...rest } = wishes;
  return {
    name: { given: given[n % given.length], family },
    aNumber: `A999${String(n).padStart(6, '0')}`,
    birth: n % 5 === 0 ? `${born}` : `${born}-0${1 + (n % 9)}-1${n % 9}`,
    countryOfBirth: country,
    citizenship: country,
    languages: language === 'en' ? ['en'] : [language, 'en'],
    interpreterLanguage: n % 3 === 0 && language !== 'en' ? language : null,
    arrival: { on: `${born + 9}`, manner: MANNERS[n % MANNERS.length] },
    contacts: (contacts ?? [{}]).map((wish) => contactBody(wish, n)),
    ...rest,
    case: { type: 'clemency_and_reopening', ...matter },
  };
}

/** The body of a contact point. Telephone numbers are from the range kept for fiction (555-01xx). */
export function contactBody(wishes: ContactWishes = {}, n: number = ++counter): Record<string, unknown> {
  return {
    kind: 'phone',
    value: `+1 212 555 01${String(n % 100).padStart(2, '0')}`,
    safeToContact: n % 4 !== 0,
    ...wishes,
  };
}

/** Adds a client with a first case, as the person whose API this is. */
export async function addClient(api: Api, wishes: ClientWishes = {}): Promise<AddedClient> {
  const client = await api.created<Omit<AddedClient, 'caseId'>>('/clients', clientBody(wishes));
  const cases = await api.read<{ items: { id: string }[] }>(`/clients/${client.id}/cases`);
  return { ...client, caseId: cases.items[0].id };
}

/** Adds a contact point to a client. */
export async function addContact(
  api: Api,
  clientId: string,
  wishes: ContactWishes = {},
): Promise<{ id: string; version: number }> {
  return api.created(`/clients/${clientId}/contacts`, contactBody(wishes));
}
