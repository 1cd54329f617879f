import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { Outbox } from '@app/platform';
import { UnsentMails } from './unsent-mail.view';

@ApiTags('staff')
@Controller('mails')
export class UnsentMailsController {
  constructor(private readonly outbox: Outbox) {}

  /** Mails that wait, may have been sent, or were given up, the newest first. */
  @Get('unsent')
  @Allow('staff.manage')
  async list(): Promise<UnsentMails> {
    const mails = await this.outbox.unsent();
    return {
      items: mails.map(({ createdAt, ...mail }) => ({ ...mail, createdAt: createdAt.toISOString() })),
    };
  }
}
