import { db, newId, notFound } from '@app/platform';
import type { Role } from '@app/access';
import { foldEmail } from './address';
import { StaffUser } from './staff-user.entity';

/** The person with this id in the current organisation. @throws Problem 404 */
export async function requirePerson(id: string): Promise<StaffUser> {
  const person = await db().find(StaffUser, { id });
  if (!person) throw notFound();
  return person;
}

/** Adds an active account in the current transaction and returns its id. */
export async function addPerson(
  person: { name: string; email: string; role: Role },
  id = newId(),
): Promise<string> {
  await db().insert(StaffUser, {
    id,
    name: person.name,
    email: person.email.trim(),
    emailFolded: foldEmail(person.email),
    role: person.role,
    status: 'active',
  });
  return id;
}
