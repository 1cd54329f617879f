import { Inject, Injectable } from '@nestjs/common';
import { teamToMail } from '@app/cases';
import { CONFIG, Outbox, type Config } from '@app/platform';

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
    if (Date.now() - seenAt.getTime() > FRESH_HOURS * 3_600_000) return 0;
    const people = await teamToMail(clientId);
    for (const address of people) await this.outbox.mail({ ...this.mailTo(address), about: [clientId] });
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
