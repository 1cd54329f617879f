import { Inject, Injectable } from '@nestjs/common';
import { hashOfSecret } from '@app/access';
import {
  changed,
  CONFIG,
  conflict,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  Outbox,
  staleVersion,
  type Config,
} from '@app/platform';
import { invitationEnd } from '../invitations/invitations.service';
import { invitationMail } from '../mails';
import { foldEmail } from '../people/address';
import { newSecret } from '../secrets';
import type {
  CreateOrganisation,
  EditOrganisation,
  FirstDirector,
  OrganisationSummaryView,
  OrganisationView,
} from './organisation.dto';

interface SummaryRow {
  org_id: string;
  name: string;
  slug: string;
  time_zone: string;
  staff_count: number;
  created_at: Date;
}

/** Organisations of the installation. The operator counts them and opens their doors, and sees nothing inside. */
@Injectable()
export class Organisations {
  constructor(
    private readonly keyring: Keyring,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async all(): Promise<OrganisationSummaryView[]> {
    const rows = await db().query<SummaryRow>('SELECT * FROM sec.list_organisations()');
    return rows.map((row) => ({
      id: row.org_id,
      name: row.name,
      slug: row.slug,
      timeZone: row.time_zone,
      staffCount: row.staff_count,
      createdAt: row.created_at.toISOString(),
    }));
  }

  /** Makes an organisation with its key and invites its first director. @throws Problem 409 when the short name is taken */
  async create(wish: CreateOrganisation): Promise<OrganisationSummaryView> {
    const orgId = newId();
    // A key without an organisation is harmless; an organisation without a key could never seal anything.
    await this.keyring.createOrgKey(orgId);
    await db().query('SELECT sec.found_organisation($1, $2, $3, $4, $5)', [
      orgId,
      wish.name,
      wish.slug,
      'office',
      wish.timeZone,
    ]);
    await this.inviteDirector(orgId, wish.director);
    changed('organisation');
    const found = (await this.all()).find((organisation) => organisation.id === orgId);
    if (!found) throw notFound();
    return found;
  }

  /**
   * Invites the first director, again if the first invitation was lost. The mail leaves in the installation's name.
   * @throws Problem 409 when the organisation has an active director, who then invites colleagues
   */
  async inviteDirector(orgId: string, director: FirstDirector): Promise<void> {
    const secret = newSecret();
    const invited = await db().one<{ ok: boolean }>(
      'SELECT sec.invite_director($1, $2, $3, $4, $5, $6, $7) AS ok',
      [
        orgId,
        newId(),
        director.email,
        foldEmail(director.email),
        director.name,
        hashOfSecret(secret),
        invitationEnd(),
      ],
    );
    if (!invited?.ok) {
      throw conflict('has_director', 'This organisation has a director, who can invite colleagues.');
    }
    changed('invitation');
    await this.outbox.mail(invitationMail(director.email, this.config.publicUrl, secret));
  }

  /** The organisation of whoever acts. */
  async own(): Promise<OrganisationView> {
    const row = await db().one<OrganisationView>(
      `SELECT org_id AS id, name, slug, time_zone AS "timeZone", version FROM organisation WHERE org_id = $1`,
      [currentActor().orgId],
    );
    if (!row) throw notFound();
    return row;
  }

  /** Changes name or time zone. @throws Problem 412 */
  async edit(version: number, patch: EditOrganisation): Promise<OrganisationView> {
    const rows = await db().query(
      `UPDATE organisation SET name = coalesce($3, name), time_zone = coalesce($4, time_zone), version = version + 1,
              updated_at = now()
        WHERE org_id = $1 AND version = $2 RETURNING version`,
      [currentActor().orgId, version, patch.name ?? null, patch.timeZone ?? null],
    );
    if (rows.length === 0) throw staleVersion((await this.own()).version);
    changed(...Object.entries(patch).flatMap(([field, value]) => (value === undefined ? [] : [field])));
    return this.own();
  }
}
