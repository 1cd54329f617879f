import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Outbox, type Config } from '@app/platform';
import { teamAddresses } from './hearing-watch.queries';

/** Tells a team that there is something to look at, never whose. */
@Injectable()
export class TeamNotices {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes to everybody who works on the client's open cases. */
  async tell(clientId: string): Promise<void> {
    for (const to of await teamAddresses(clientId)) {
      await this.outbox.mail({
        to,
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
