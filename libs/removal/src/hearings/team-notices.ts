import { Inject, Injectable } from '@nestjs/common';
import { teamToMail } from '@app/cases';
import { CONFIG, currentActor, Outbox, type Config } from '@app/platform';

/** Tells a team that there is something to look at, never whose. */
@Injectable()
export class TeamNotices {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes to everybody who works on the client's open cases and sees the client, without whoever found the change. */
  async tell(clientId: string): Promise<void> {
    for (const to of await teamToMail(clientId, currentActor().userId)) {
      await this.outbox.mail({
        to,
        about: [clientId],
        subject: 'A hearing of one of your clients changed',
        text: [
          'A colleague looked up a hearing, and the court says something else than the file.',
          '',
          'Open the list of hearings to see which one, and who has to be told:',
          `${this.config.publicUrl}/hearings`,
          '',
        ].join('\n'),
      });
    }
  }
}
