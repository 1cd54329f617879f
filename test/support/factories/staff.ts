import type { Role } from '@app/access';
import type { Installation } from '@app/staff';
import { signIn, type Api, type Transport } from '../client';

/** Accounts of tests. The demo data names its own password. */
export const TEST_PASSWORD = 'fourteen quiet herons';

/** A person who is signed in. */
export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
  role: Role;
  api: Api;
}

export interface PersonWishes {
  name?: string;
  email?: string;
  password?: string;
}

const NAMES: Record<Role, string> = {
  director: 'Dana Ortiz',
  attorney: 'Amir Haddad',
  accredited_representative: 'Rosa Lindqvist',
  paralegal: 'Pilar Nguyen',
  intake: 'Ines Okafor',
  volunteer: 'Victor Saelee',
  auditor: 'Aud Bergman',
  operator: 'Olu Operator',
};

let counter = 0;

/** Makes an account of the role in the organisation by an installation command, and signs it in. */
export async function employ(
  installation: Installation,
  where: { orgId: string; slug: string; transport: Transport },
  role: Role,
  wishes: PersonWishes = {},
): Promise<Person> {
  const name = wishes.name ?? NAMES[role];
  const local = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z]+/g, '.');
  const email = wishes.email ?? `${local}.${++counter}@${where.slug}.example`;
  const password = wishes.password ?? TEST_PASSWORD;
  const id = await installation.addAccount(where.orgId, { name, email, role, password });
  return { id, name, email, password, role, api: await signIn(where.transport, email, password) };
}
