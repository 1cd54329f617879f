import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { MAIL_STATES, Outbox } from '@app/platform';

/** A mail to a colleague that nobody recorded as sent. Its text is not shown: it may hold a link that opens an account. */
export class UnsentMailView {
  id: string;
  @ApiProperty({ enum: MAIL_STATES }) state: string;
  to: string | null;
  subject: string | null;
  attempts: number;
  /** What the receiver said last. */
  answer: string | null;
  createdAt: string;
}

export class UnsentMails {
  items: UnsentMailView[];
}

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
