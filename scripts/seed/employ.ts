import type { Role } from '@app/access';
import type { Installation } from '@app/staff';
import { Api, type Transport } from '../../test/support/client';
import { addressOf, DEMO_PASSWORD, type DemoOffice } from './offices';

/** A colleague with an open session. */
export interface Colleague {
  id: string;
  role: Role;
  api: Api;
}

/**
 * The people of a demo office, each with an open session. Whoever is there already from a start that was interrupted
 * is kept. Sessions are opened directly: typing the demo password sixteen times over would cost seconds of hashing.
 */
export async function employ(
  installation: Installation,
  transport: Transport,
  office: DemoOffice,
): Promise<{ staff: Colleague[]; begunBefore: boolean }> {
  const [, firstName] = office.staff[0];
  const known = await installation.accountOf(office.slug, addressOf(firstName, office));
  const orgId = known?.orgId ?? (await installation.addOrganisation(office));
  const ids = known ? await knownIds(installation, office) : await newIds(installation, office, orgId);
  const staff = await Promise.all(
    office.staff.map(async ([role], i) => {
      const cookie = await installation.openSession(orgId, { id: ids[i], role });
      return { id: ids[i], role, api: new Api(transport, { cookie, 'x-vacatur': '1' }) };
    }),
  );
  return { staff, begunBefore: known !== null };
}

function newIds(installation: Installation, office: DemoOffice, orgId: string): Promise<string[]> {
  return installation.addAccounts(
    orgId,
    office.staff.map(([role, name]) => ({
      name,
      role,
      email: addressOf(name, office),
      password: DEMO_PASSWORD,
    })),
  );
}

async function knownIds(installation: Installation, office: DemoOffice): Promise<string[]> {
  const accounts = await Promise.all(
    office.staff.map(([, name]) => installation.accountOf(office.slug, addressOf(name, office))),
  );
  return accounts.map((account) => account?.userId ?? '');
}
