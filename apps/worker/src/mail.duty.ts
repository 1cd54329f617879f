import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import {
  CONFIG,
  Log,
  Outbox,
  type ClaimedMail,
  type Config,
  type FailedAttempt,
  type Mail,
} from '@app/platform';
import type { Duty } from './duty';

const AT_ONCE = 5;
/** Well inside the lease: a message is free for another worker only after this one has let go of it. */
const LONGEST_SEND_MS = 40_000;

/** Errors about this message; others (sign-in at the mail server, connection) are about the server. */
const REFUSED = new Set(['EENVELOPE', 'EMESSAGE']);

interface SmtpError {
  code?: string;
  responseCode?: number;
  /** The part of the conversation in which it failed. */
  command?: string;
}

/** Sends the mails of the outbox. */
@Injectable()
export class MailDuty implements Duty {
  readonly name = 'mail';
  readonly everyMs = 1000;
  private readonly transport: Transporter | null;

  constructor(
    private readonly outbox: Outbox,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.transport = config.smtpUrl ? transportOf(config.smtpUrl) : null;
    if (!this.transport)
      log.warn({ event: 'SMTP_URL is not set: mails wait in the outbox', duty: this.name });
  }

  async round(): Promise<number> {
    if (!this.transport) return 0;
    const messages = await this.outbox.claim(AT_ONCE);
    await Promise.all(messages.map((message) => this.deliver(message)));
    return messages.length;
  }

  /** The record comes first after the receiver's yes: whatever stood between them could lose or repeat the message. */
  private async deliver(message: ClaimedMail): Promise<void> {
    const { id: messageId, attempt, orgId } = message;
    let answer: string;
    try {
      answer = await this.send(message);
    } catch (error) {
      const attempted = refusal(error as SmtpError);
      const givenUp = await this.outbox.failed(message, attempted);
      this.log.warn({
        event: givenUp ? 'mail given up' : 'mail put back',
        messageId,
        orgId,
        attempt,
        code: attempted.reason,
      });
      return;
    }
    const first = await this.outbox.sent(message, answer);
    this.log.info({ event: first ? 'mail sent' : 'mail sent twice', messageId, orgId, attempt });
  }

  private async send({ id, mail }: ClaimedMail): Promise<string> {
    const sending = this.transport!.sendMail(messageOf(id, mail, this.config.mailFrom));
    const info: { response?: string } = await inTime(sending, LONGEST_SEND_MS);
    return withoutAddresses(info.response ?? 'accepted');
  }
}

/** A line of a header holds 998 characters (RFC 5322 section 2.1.1), and a word without a blank is not folded. */
const LONGEST_SUBJECT = 200;

/** Controls, marks that turn the direction of writing, halves of characters: the library sends them on as they are. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]+/gu;
const UNSEEN_IN_LINES = /(?![\n\t])[\p{C}\p{Zl}\p{Zp}]/gu;

/** A mail as it is handed to the mail server: one message to one address, whatever stands in its parts. */
export function messageOf(id: string, mail: Mail, from: string): SendMailOptions {
  return {
    messageId: `<${id}@vacatur>`,
    from,
    // An object is one address whatever it contains; a string would be parsed as a list.
    to: { name: '', address: mail.to.replace(/[\p{C}\s]/gu, '') },
    subject: mail.subject.replace(UNSEEN, ' ').slice(0, LONGEST_SUBJECT),
    text: mail.text.replace(/\r\n?/g, '\n').replace(UNSEEN_IN_LINES, ''),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

function transportOf(url: string): Transporter {
  return createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
}

/** Servers repeat the address in their answers; the record needs only what they said about it. */
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>]+@[^\s<>]+/g, '(address)');
}

/** A receiver that refuses the address or the message with 5xx will do so every time (RFC 5321 section 4.2.1). */
function refusal(error: SmtpError): FailedAttempt {
  const reason = [error.code ?? 'ERROR', error.responseCode].filter(Boolean).join(' ');
  const answered = error.responseCode !== undefined;
  return {
    reason,
    forGood: REFUSED.has(error.code ?? '') && (error.responseCode ?? 0) >= 500,
    // Without a connection nothing was sent; after it, a silence may be a message that was taken.
    unsure: !answered && error.command !== 'CONN',
  };
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
