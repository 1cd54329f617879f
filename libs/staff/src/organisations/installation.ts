import { Injectable } from '@nestjs/common';
import { db, Database, Keyring, newId, newScope, runInScope, UnitOfWork } from '@app/platform';
import { SESSION_COOKIE, usePermission, type Role } from '@app/access';
import { foldEmail } from '../people/address';
import { addPerson } from '../people/people';
import { Argon } from '../passwords/argon';
import { setPassword } from '../passwords/passwords';
import { Sessions } from '../sessions/sessions.service';
import { actorOf } from '../sign-in/sign-in.service';

export const INSTALLATION_SLUG = 'installation';

/** An account made by a command, with its password. */
export interface NewAccount {
  name: string;
  email: string;
  role: Role;
  password: string;
}

/**
 * Commands of whoever runs the machine: first start, demo data, tests. No route leads here; people come in by
 * invitation.
 */
@Injectable()
export class Installation {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly work: UnitOfWork,
    private readonly argon: Argon,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Makes the installation's own organisation with one operator, if there is none yet. Safe at every start and by
   * several processes at once.
   * @returns true when it was founded now
   */
  async found(operator: Omit<NewAccount, 'role'>): Promise<boolean> {
    const existing = await this.installationOrg();
    if (existing && (await this.hasOperator(existing))) return false;
    const orgId =
      existing ??
      (await this.addOrganisation({ name: 'Installation', slug: INSTALLATION_SLUG, timeZone: 'UTC' }));
    await this.addAccount(orgId, { ...operator, role: 'operator' });
    return true;
  }

  /** The organisation that holds the operators, or null before `found`. */
  async installationOrg(): Promise<string | null> {
    const rows = await this.database.outside<{ org_id: string | null }>(
      'SELECT sec.installation_org() AS org_id',
    );
    return rows[0]?.org_id ?? null;
  }

  /**
   * Makes an organisation with its key and the head of its audit trail and returns its id.
   * @throws Error (unique constraint organisation_slug_key) when the short name is taken
   */
  async addOrganisation(office: { name: string; slug: string; timeZone: string }): Promise<string> {
    const orgId = newId();
    await this.keyring.createOrgKey(orgId);
    const kind = office.slug === INSTALLATION_SLUG ? 'installation' : 'office';
    await this.work.asSystem(orgId, 'installation.found', async () => {
      await db().query('SELECT sec.found_organisation($1, $2, $3, $4, $5)', [
        orgId,
        office.name,
        office.slug,
        kind,
        office.timeZone,
      ]);
    });
    return orgId;
  }

  /** Makes an account that can sign in with this password at once and returns its id. */
  async addAccount(orgId: string, account: NewAccount): Promise<string> {
    const [userId] = await this.addAccounts(orgId, [account]);
    return userId;
  }

  /**
   * Makes several accounts in one transaction and returns their ids in order. A password that several of them share
   * (demo accounts do) is hashed once, because each hash takes a processor for a tenth of a second.
   */
  async addAccounts(orgId: string, accounts: readonly NewAccount[]): Promise<string[]> {
    const hashes = new Map<string, string>();
    for (const { password } of accounts)
      if (!hashes.has(password)) hashes.set(password, await this.argon.hash(password));
    return this.work.asSystem(orgId, 'installation.account', async () => {
      const ids: string[] = [];
      for (const account of accounts) {
        const userId = await addPerson(account);
        await setPassword(userId, hashes.get(account.password)!, null);
        ids.push(userId);
      }
      return ids;
    });
  }

  /** Opens a session for a person and returns its cookie, for commands that act through the routes as that person. */
  async openSession(orgId: string, person: { id: string; role: Role }): Promise<string> {
    const scope = newScope('installation', actorOf({ org_id: orgId, user_id: person.id, role: person.role }));
    return runInScope(scope, () =>
      this.work.run(usePermission('me.change'), async () => {
        const { secret } = await this.sessions.open('A program');
        return `${SESSION_COOKIE}=${secret}`;
      }),
    );
  }

  /** The account with this address in the organisation with this short name, or null. */
  async accountOf(slug: string, email: string): Promise<{ orgId: string; userId: string } | null> {
    const [found] = await this.database.outside<{ org_id: string; user_id: string }>(
      'SELECT org_id, user_id FROM sec.sign_in_candidates($1, $2)',
      [foldEmail(email), slug],
    );
    return found ? { orgId: found.org_id, userId: found.user_id } : null;
  }

  /** Whether anybody has made an office here. */
  async hasOffices(): Promise<boolean> {
    const offices = await this.database.outside('SELECT sec.organisations()');
    return offices.length > 0;
  }

  private async hasOperator(orgId: string): Promise<boolean> {
    return this.work.asSystem(orgId, 'installation.check', async () => {
      const row = await db().one(
        `SELECT 1 AS one FROM staff_user WHERE org_id = $1 AND role = 'operator' AND status = 'active'`,
        [orgId],
      );
      return row !== null;
    });
  }
}
