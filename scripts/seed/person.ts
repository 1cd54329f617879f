import type { Api } from '../../test/support/client';
import type { AddedClient } from '../../test/support/factories/client';
import {
  addIdentifier,
  addRelative,
  addTrustedContact,
  giveConsent,
} from '../../test/support/factories/person';
import type { Days } from './days';

/** How the demo's communities write; invented names in their own script, so that nobody's can come about. */
const OWN_SCRIPT: Record<string, string> = {
  lo: 'ສີສະຫວາດ ແກ້ວມະນີວົງ',
  km: 'សុខ បុប្ផារតនៈ',
  vi: 'Trầnlâm Hạnh Ngọc',
};

/** What an office knows of a person after some meetings; for one of every few clients. */
export async function knowPerson(
  api: Api,
  client: AddedClient,
  language: string,
  n: number,
  days: Days,
): Promise<void> {
  if (n % 8 !== 0) return;
  const name = client.name.family;
  const own = OWN_SCRIPT[language];
  const { version } = await api.read(`/clients/${client.id}`);
  if (own)
    await api.ok(
      'PATCH',
      `/clients/${client.id}`,
      { aliases: [{ name: own, kind: 'native_script' }] },
      { ifMatch: version },
    );
  await speak(api, client, language, n);
  await addIdentifier(api, client.id, { kind: 'receipt', value: `EAC97${String(10000000 + n * 977)}` });
  await addRelative(api, client.id, {
    name: `Marisa ${name}`,
    relationship: 'spouse',
    status: 'lpr',
    birth: '1974',
  });
  await addRelative(api, client.id, {
    name: `Jamie ${name}`,
    relationship: 'child',
    status: 'usc',
    birth: '2014-09',
  });
  await circle(api, client, days);
  await prepare(api, client);
}

async function speak(api: Api, client: AddedClient, language: string, n: number): Promise<void> {
  const languages = [
    { language, speaks: 'first', reads: n % 16 === 0 ? 'no' : 'well' },
    ...(language === 'en' ? [] : [{ language: 'en', speaks: 'some', reads: 'a_little' }]),
  ];
  const now = await api.read(`/clients/${client.id}`);
  await api.ok(
    'PUT',
    `/clients/${client.id}/languages`,
    {
      languages,
      ...(language === 'en'
        ? { interpreterNeed: 'no' }
        : { interpreterNeed: 'yes', interpreterLanguage: language }),
      literacy: n % 16 === 0 ? 'cannot_read' : 'reads',
    },
    { ifMatch: now.version },
  );
}

async function circle(api: Api, client: AddedClient, days: Days): Promise<void> {
  const sister = await addTrustedContact(api, client.id, {
    ...{ name: `Delia ${client.name.family}`, role: 'caregiver', relationship: 'sister' },
    agreedOn: days.on(-40),
  });
  await addTrustedContact(api, client.id, {
    ...{
      name: 'Pastor Ambrose Candlewick',
      role: 'spiritual',
      relationship: 'pastor',
      agreedOn: days.on(-35),
    },
    note: 'Rings back within the hour.',
  });
  await addTrustedContact(api, client.id, {
    name: 'Ignatius Wheelwright',
    role: 'driver',
    relationship: 'neighbour',
  });
  await giveConsent(api, client.id, {
    ...{ recipientKind: 'trusted_contact', recipientName: null, recipientId: sister.id },
    ...{ scopes: ['detention', 'hearing_dates', 'check_ins'], channels: ['phone', 'in_person'] },
    ...{ fromOn: days.on(-40), untilOn: days.on(325) },
  });
  await giveConsent(api, client.id, {
    fromOn: days.on(-400),
    untilOn: days.on(-35),
    scopes: ['case_status'],
  });
}

async function prepare(api: Api, client: AddedClient): Promise<void> {
  const agreed: [string, object][] = [
    ['caregiver', { state: 'done', text: 'Delia, who lives around the corner.' }],
    ['school_pickup', { state: 'open', text: 'Ask the school for its form.' }],
    ['medicine_list', { state: 'done', text: 'On the refrigerator, with the doses.' }],
    ['pets', { state: 'not_needed' }],
    ['number_by_heart', { state: 'open', text: 'Delia, and the office.' }],
  ];
  for (const [item, body] of agreed)
    await api.ok('PUT', `/clients/${client.id}/plan/items/${item}`, body, { ifMatch: 0 });
}
