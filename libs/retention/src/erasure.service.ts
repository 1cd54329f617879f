import { Inject, Injectable } from '@nestjs/common';
import { clientCode } from '@app/clients';
import {
  CONFIG,
  currentActor,
  Database,
  db,
  FileStore,
  Keyring,
  Log,
  UnitOfWork,
  type Config,
} from '@app/platform';
import { noteShredded } from './shred-list';

interface Remains {
  id: string;
  code: string;
  reason_code: string;
  proposed_by: string;
  proposed_at: Date;
  approved_by: string;
  approved_at: Date;
  key_destroyed_at: Date;
}

/**
 * Carries out destructions whose time has come. Killed anywhere, the next round goes on: first nobody sees the client
 * any more, then the key is destroyed, then what it sealed is cleared, and only then is it noted as done.
 */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly keyring: Keyring,
    private readonly files: FileStore,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One round over all organisations. Returns how many clients were erased. */
  async round(): Promise<number> {
    const offices = await this.database.outside<{ id: string }>('SELECT sec.organisations() AS id');
    let erased = 0;
    for (const { id } of offices) {
      await this.beginDue(id);
      erased += await this.goOn(id);
    }
    return erased;
  }

  /** Finishes every erasing of an organisation that was begun. Returns how many there were. */
  async finish(orgId: string): Promise<number> {
    let all = 0;
    for (let some = await this.goOn(orgId); some > 0; some = await this.goOn(orgId)) all += some;
    return all;
  }

  private async beginDue(orgId: string): Promise<void> {
    const due = await this.work.asSystem(orgId, 'retention.due', () =>
      db().query<{ id: string; records: string[] }>(
        `SELECT d.id, r.ids AS records FROM destruction d
           CROSS JOIN LATERAL (SELECT array_agg(k.id::text) AS ids FROM client k
                                WHERE k.org_id = d.org_id AND (k.id = d.client_id OR k.merged_into = d.client_id)) r
          WHERE d.org_id = $1 AND d.status = 'approved' AND d.not_before <= clock_timestamp()
            AND NOT EXISTS (SELECT 1 FROM legal_hold h
                             WHERE h.org_id = d.org_id AND h.client_id::text = ANY (r.ids) AND h.lifted_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM cases m
                             WHERE m.org_id = d.org_id AND m.client_id::text = ANY (r.ids) AND m.status = 'open')
          ORDER BY d.id LIMIT 50`,
        [orgId],
      ),
    );
    for (const { id, records } of due) {
      const codes = Object.fromEntries(records.map((record) => [record, clientCode(record)]));
      await this.work
        .asSystem(orgId, 'retention.begin', () =>
          db().query('SELECT sec.begin_erasing($1, $2)', [id, JSON.stringify(codes)]),
        )
        // Another worker was first, or a hold came in between: the database decided.
        .catch(() => this.log.warn({ event: 'destruction not begun', orgId, duty: 'retention' }));
    }
  }

  private async goOn(orgId: string): Promise<number> {
    const open = await this.work.asSystem(orgId, 'retention.open', () =>
      db().query<Remains>(
        'SELECT * FROM erased_client WHERE org_id = $1 AND id IN (SELECT sec.erasing_clients()) LIMIT 50',
        [currentActor().orgId],
      ),
    );
    for (const remains of open) {
      await this.erase(orgId, remains);
      this.log.info({ event: 'client erased', orgId, duty: 'retention' });
    }
    return open.length;
  }

  private async erase(orgId: string, remains: Remains): Promise<void> {
    // Before the key goes, so that a restore of both databases can never bring the client back unnoticed.
    noteShredded(this.config.home, {
      orgId,
      clientId: remains.id,
      code: remains.code,
      reasonCode: remains.reason_code,
      proposedBy: remains.proposed_by,
      proposedAt: remains.proposed_at.toISOString(),
      approvedBy: remains.approved_by,
      approvedAt: remains.approved_at.toISOString(),
      erasedAt: remains.key_destroyed_at.toISOString(),
    });
    await this.keyring.destroyClientKey(orgId, remains.id);
    const asked = await this.work.asSystem(orgId, 'retention.files', () =>
      db().query<{ id: string }>('SELECT sec.referrals_of_erased($1) AS id', [remains.id]),
    );
    for (const { id } of asked) await this.keyring.destroyClientKey(orgId, id);
    const names = await this.work.asSystem(orgId, 'retention.files', () =>
      db().query<{ name: string }>('SELECT sec.files_of_erased($1) AS name', [remains.id]),
    );
    for (const { name } of names) await this.files.remove(name);
    await this.work.asSystem(orgId, 'retention.clear', async () => {
      // A draft does not say whom it is about and is sealed for the office: all of them go.
      await db().query('DELETE FROM form_draft WHERE org_id = $1', [orgId]);
      await db().query('SELECT sec.clear_beside($1)', [remains.id]);
      await db().query('SELECT sec.clear_erased($1)', [remains.id]);
    });
  }
}
