import { Injectable } from '@nestjs/common';
import { db, newId, Outbox, UnitOfWork } from '@app/platform';

export type AlertKind = 'reveals_refused' | 'many_clients' | 'audit_broken';

const WORDS: Record<AlertKind, { subject: string; text: string }> = {
  reveals_refused: {
    subject: 'Vacatur: somebody revealed more than usual and was stopped',
    text: 'A colleague revealed more protected numbers and documents within a short time than is usual. Further ones are refused for now.',
  },
  many_clients: {
    subject: 'Vacatur: somebody opens many clients',
    text: 'A colleague opens far more clients within an hour than is usual. Their requests are slowed down.',
  },
  audit_broken: {
    subject: 'Vacatur: the audit trail does not fit',
    text: 'Entries of the audit trail were changed or are missing. Keep the machine as it is and look at the anchors.',
  },
};

/** Tells the directors at once: a row on their audit screen and a mail, once an hour for each person and kind. */
@Injectable()
export class AccessAlerts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /** In a transaction of its own: the request it is about may be refused. The mail names nobody. */
  async raise(orgId: string, kind: AlertKind, userId: string | null, count: number): Promise<void> {
    await this.work.asSystem(orgId, 'access.alert', async () => {
      const first = await db().one(
        `INSERT INTO access_alert (org_id, id, kind, user_id, count) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING id`,
        [orgId, newId(), kind, userId, count],
      );
      if (!first) return;
      const directors = await db().query<{ email: string }>(
        "SELECT email FROM staff_user WHERE org_id = $1 AND role = 'director' AND status = 'active'",
        [orgId],
      );
      const { subject, text } = WORDS[kind];
      for (const { email } of directors)
        await this.outbox.mail({
          to: email,
          subject,
          text: `${text}\n\nWho and how many: see Audit in Vacatur.\n`,
        });
    });
  }
}
