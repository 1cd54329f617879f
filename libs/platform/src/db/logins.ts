import type { Client } from 'pg';
import { derive, derivePassword, rootKeyFingerprint, type RootKey } from '../sealed/root-key';
import { hmacPads } from './context';

/** A connection of the administrator's. */
export type Admin = Client;

/** Groups that hold the rights; a login of a root key is in one of them and holds none of its own. */
export const API_GROUP = 'vacatur_app';
export const KEYS_GROUP = 'vacatur_keys';
/** Before logins belonged to a root key, the API had one by this name. */
const FORMER_API_LOGIN = 'vacatur_api';

/**
 * The logins of one root key. Their names follow from the key, so that while a root key is being changed the logins
 * of both stand side by side, and so that two installations on one server do not meet.
 */
export function apiLogin(fingerprint: string): string {
  return `vacatur_api_${fingerprint.slice(0, 12)}`;
}

/** As `apiLogin`, for the keys database. */
export function keysLogin(fingerprint: string): string {
  return `vacatur_keys_${fingerprint.slice(0, 12)}`;
}

/** The key that signs organisation contexts. */
export function contextKey(rootKey: RootKey): Buffer {
  return derive(rootKey, 'organisation-context').export();
}

function withLogin(adminUrl: string, login: string, rootKey: RootKey): string {
  const url = new URL(adminUrl);
  url.username = login;
  // Derived from the root key, so that no password is ever stored.
  url.password = derivePassword(rootKey, `database-login|${login}`);
  return url.toString();
}

/** The main database's address with our own login in place of the administrator's. */
export function apiUrl(adminUrl: string, rootKey: RootKey): string {
  return withLogin(adminUrl, apiLogin(rootKeyFingerprint(rootKey)), rootKey);
}

/** The keys database's address with our own login in place of the administrator's. */
export function keysUrl(adminUrl: string, rootKey: RootKey): string {
  return withLogin(adminUrl, keysLogin(rootKeyFingerprint(rootKey)), rootKey);
}

/** Makes a role that is not there yet. */
export async function createRole(client: Client, role: string, login: 'LOGIN' | 'NOLOGIN'): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount) return;
  await client.query(`CREATE ROLE ${role} ${login} NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT`);
}

async function createLogin(client: Client, login: string, group: string, rootKey: RootKey): Promise<void> {
  await createRole(client, login, 'LOGIN');
  const password = derivePassword(rootKey, `database-login|${login}`);
  await client.query(`ALTER ROLE ${login} PASSWORD ${client.escapeLiteral(password)}`);
  await client.query(`GRANT ${group} TO ${login}`);
}

/** Makes the logins of a root key. Both groups must be there. */
export async function createLogins(client: Client, rootKey: RootKey): Promise<void> {
  const fingerprint = rootKeyFingerprint(rootKey);
  await createLogin(client, apiLogin(fingerprint), API_GROUP, rootKey);
  await createLogin(client, keysLogin(fingerprint), KEYS_GROUP, rootKey);
}

/** Makes the groups; turns what was a login by a fixed name into a group or closes it. */
export async function createGroups(client: Client): Promise<void> {
  for (const role of [API_GROUP, KEYS_GROUP]) await createRole(client, role, 'NOLOGIN');
  const { rows } = await client.query<{ role: string }>(
    'SELECT rolname AS role FROM pg_roles WHERE rolcanlogin AND rolname = ANY ($1)',
    [[FORMER_API_LOGIN, KEYS_GROUP]],
  );
  for (const { role } of rows) await client.query(`ALTER ROLE ${role} NOLOGIN PASSWORD NULL`);
}

/** Removes the logins of a root key that is no longer let in. Their connections must have ended. */
export async function dropLogins(client: Client, fingerprint: string): Promise<void> {
  for (const login of [apiLogin(fingerprint), keysLogin(fingerprint)])
    await client.query(`DROP ROLE IF EXISTS ${client.escapeIdentifier(login)}`);
}

/** Lets the database accept what is signed with this root key. The client acts as the definer. */
export async function acceptContexts(client: Client, rootKey: RootKey): Promise<void> {
  const pads = hmacPads(contextKey(rootKey));
  await client.query(
    `INSERT INTO sec.context_key (fingerprint, inner_pad, outer_pad) VALUES ($1, $2, $3)
     ON CONFLICT (fingerprint) DO UPDATE SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`,
    [rootKeyFingerprint(rootKey), pads.inner, pads.outer],
  );
}
