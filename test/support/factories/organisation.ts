import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OFFICE_ROLES, type Role } from '@app/access';
import { Installation } from '@app/staff';
import { overInject, type Api, type Transport } from '../client';
import { employ, TEST_PASSWORD, type Person, type PersonWishes } from './staff';

/** An office with people who are signed in. `office.api.attorney.get(...)`, `office.people.attorney.id`. */
export interface Office {
  orgId: string;
  name: string;
  slug: string;
  transport: Transport;
  people: Record<Role, Person>;
  api: Record<Role, Api>;
  /** Adds another person of a role and signs them in. */
  employ(role: Role, wishes?: PersonWishes): Promise<Person>;
}

export interface OfficeWishes {
  slug?: string;
  timeZone?: string;
  /** By default one person of every role an office has. */
  roles?: readonly Role[];
}

/** Makes an organisation with one signed-in person per role: accounts by installation commands, sign-ins by HTTP. */
export async function foundOfficeWith(
  installation: Installation,
  transport: Transport,
  name: string,
  wishes: OfficeWishes = {},
): Promise<Office> {
  const slug =
    wishes.slug ??
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  const orgId = await installation.addOrganisation({
    name,
    slug,
    timeZone: wishes.timeZone ?? 'America/New_York',
  });
  const where = { orgId, slug, transport };
  const people = await Promise.all(
    (wishes.roles ?? OFFICE_ROLES).map((role) => employ(installation, where, role)),
  );
  return {
    orgId,
    name,
    slug,
    transport,
    people: Object.fromEntries(people.map((person) => [person.role, person])) as Record<Role, Person>,
    api: Object.fromEntries(people.map((person) => [person.role, person.api])) as Record<Role, Api>,
    employ: (role, more) => employ(installation, where, role, more),
  };
}

/** An office in a test's own application. */
export async function foundOffice(
  test: { app: NestFastifyApplication },
  name: string,
  wishes: OfficeWishes = {},
): Promise<Office> {
  return foundOfficeWith(test.app.get(Installation), overInject(test.app), name, wishes);
}

/** The installation's operator, signed in. Makes the installation's organisation if there is none. */
export async function foundOperator(test: { app: NestFastifyApplication }): Promise<Person> {
  const installation = test.app.get(Installation);
  await installation.found({
    name: 'First Operator',
    email: 'operator@vacatur.example',
    password: TEST_PASSWORD,
  });
  const orgId = (await installation.installationOrg()) ?? '';
  return employ(installation, { orgId, slug: 'installation', transport: overInject(test.app) }, 'operator');
}
