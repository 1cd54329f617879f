import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, currentActor, db, Outbox, type Config } from '@app/platform';

/** A move that was seen longer ago than this is history being written down, not an alarm. */
const FRESH_HOURS = 7 * 24;

/** Tells the team by mail that somebody was moved. The mail names nobody and no place: it says where to look. */
@Injectable()
export class TransferAlert {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes the mails in this transaction; the worker sends them. Returns how many. */
  async moved(clientId: string, seenAt: Date): Promise<number> {
    const people = await db().query<{ email: string }>(
      `SELECT DISTINCT u.email FROM case_team t
         JOIN cases c ON c.org_id = t.org_id AND c.id = t.case_id AND c.status = 'open'
         JOIN staff_user u ON u.org_id = t.org_id AND u.id = t.user_id AND u.status = 'active' AND u.role <> 'volunteer'
        WHERE t.org_id = $1 AND t.client_id = $2 AND t.ended_at IS NULL
          AND $3::timestamptz > clock_timestamp() - make_interval(hours => $4)
        ORDER BY u.email`,
      [currentActor().orgId, clientId, seenAt, FRESH_HOURS],
    );
    for (const { email } of people) await this.outbox.mail(this.mailTo(email));
    return people.length;
  }

  private mailTo(to: string): { to: string; subject: string; text: string } {
    return {
      to,
      subject: 'A detained client was moved',
      text: [
        'A transfer to another place of detention was recorded for a client of yours.',
        'It can change the district in which a habeas petition has to be filed, if none is filed yet.',
        '',
        'Sign in to see who, where, and since when:',
        `${this.config.publicUrl}/detained`,
        '',
      ].join('\n'),
    };
  }
}
