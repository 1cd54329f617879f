import type { Api } from '../../test/support/client';
import { addOfficeParty, addParty, enterReferral } from '../../test/support/factories/intake';

/** What an intake desk has on an ordinary day: people waiting, one with a hit, officials and old files it knows. */
export async function fillIntake(director: Api, desk: Api): Promise<void> {
  await director.ok('PUT', '/intake/settings', { acceptsReferrals: true });
  await addOfficeParty(desk, {
    kind: 'former_client',
    name: 'Marigold Keomanee',
    note: 'File of 2009, on paper',
  });
  await addOfficeParty(desk, { kind: 'government_official', name: 'Officer Example Harper' });
  await enterReferral(desk, {
    name: { given: 'Marigold', family: 'Keomany' },
    birth: '1979-06-11',
    story: 'Ordered removed in 1999; the state has pardoned the conviction. Has a check-in next month.',
  });
  const clear = await enterReferral(desk, {
    name: { given: 'Tansy', family: 'Okonkwo' },
    birth: '1984',
    story: 'Was told by a notario that nothing can be done about the old order.',
  });
  await desk.ok('POST', `/referrals/${clear.id}/conflict-check`, {}, { ifMatch: 1 });
  const full = await enterReferral(desk, {
    name: { given: 'Pebble', family: 'Duarte' },
    birth: '1990-01-30',
  });
  await desk.ok(
    'POST',
    `/referrals/${full.id}/decline`,
    { code: 'other_kind_of_matter', note: 'Family law: told to call legal aid' },
    { ifMatch: 1 },
  );
}

/** The people around one client, so that the tab of conflicts shows something. */
export async function tellParties(api: Api, clientId: string): Promise<void> {
  await addParty(api, clientId, { kind: 'family_member', name: 'Clover Example' });
  await addParty(api, clientId, { kind: 'witness', name: 'Linden Testimony', note: 'Trial of the old case' });
}
