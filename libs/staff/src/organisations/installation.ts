import { Injectable } from '@nestjs/common';
import { db, Database, Keyring, newId, UnitOfWork } from '@app/platform';
import type { Role } from '@app/access';
import { addPerson } from '../people/people';
import { Argon } from '../passwords/argon';
import { setPassword } from '../passwords/passwords';

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
    const hash = await this.argon.hash(account.password);
    return this.work.asSystem(orgId, 'installation.account', async () => {
      const userId = await addPerson(account);
      await setPassword(userId, hash, null);
      return userId;
    });
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
