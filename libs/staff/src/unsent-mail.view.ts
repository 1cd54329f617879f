import { ApiProperty } from '@nestjs/swagger';
import { MAIL_STATES } from '@app/platform';

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
