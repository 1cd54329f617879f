import { Injectable } from '@nestjs/common';
import { currentActor, Database, db, Keyring, officeToday, UnitOfWork } from '@app/platform';

/** Forgets people who were not taken on, once the day has passed until which their file is kept. */
@Injectable()
export class ReferralDuty {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly keyring: Keyring,
  ) {}

  /** Returns how many were forgotten, over all organisations. Safe to repeat, and to break off anywhere. */
  async run(): Promise<number> {
    const offices = await this.database.outside<{ id: string }>('SELECT sec.organisations() AS id');
    let count = 0;
    for (const { id } of offices) {
      const due = await this.work.asSystem(id, 'intake.forget', () => this.due());
      // The key goes first: a round that broke off finds the row again, and an erased key is no obstacle to it.
      for (const referralId of due) await this.keyring.destroyClientKey(id, referralId);
      if (due.length > 0) await this.work.asSystem(id, 'intake.forget', () => this.blank(due));
      count += due.length;
    }
    return count;
  }

  private async due(): Promise<string[]> {
    const rows = await db().query<{ id: string }>(
      'SELECT id FROM referral WHERE org_id = $1 AND keep_until < $2 AND erased_at IS NULL LIMIT 500',
      [currentActor().orgId, await officeToday()],
    );
    return rows.map((row) => row.id);
  }

  private async blank(ids: string[]): Promise<void> {
    const { orgId } = currentActor();
    await db().query(
      `UPDATE referral SET given_name = '', middle_name = NULL, family_name = '', birth = NULL, a_number_index = NULL,
              details = '', decision_note = NULL, erased_at = now(), updated_at = now()
        WHERE org_id = $1 AND id = ANY ($2::uuid[])`,
      [orgId, ids],
    );
    await db().query('DELETE FROM office_name_token WHERE org_id = $1 AND owner_id = ANY ($2::uuid[])', [
      orgId,
      ids,
    ]);
  }
}
