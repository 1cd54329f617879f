import { SMTPServer } from 'smtp-server';

/** A mail as it arrived over SMTP. */
export interface CaughtMail {
  to: string[];
  messageId: string;
  subject: string;
  text: string;
  /** Header block and body as they came. */
  raw: string;
}

export interface MailCatcher {
  /** For SMTP_URL. */
  url: string;
  /** Everything that was accepted, oldest first. */
  mails: CaughtMail[];
  /** Called with each mail before it is accepted; accepting waits for it, and its error refuses the mail. */
  beforeAccepting: (mail: CaughtMail) => void | Promise<void>;
  /** The first mail to this address that fits. @throws Error after ten seconds */
  waitFor(to: string, fits?: (mail: CaughtMail) => boolean): Promise<CaughtMail>;
  stop(): Promise<void>;
}

/** A real SMTP server that keeps what it gets. */
export async function catchMail(): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const catcher: MailCatcher = {
    url: '',
    mails,
    beforeAccepting: () => undefined,
    waitFor: (to, fits = () => true) => waitFor(mails, to, fits),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        const mail = readMail(to, Buffer.concat(chunks).toString('latin1'));
        Promise.resolve()
          .then(() => catcher.beforeAccepting(mail))
          .then(() => {
            mails.push(mail);
            done();
          })
          .catch((error: Error) => done(error));
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  catcher.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return catcher;
}

/** The secret in the link of a mail, after the `#`. @throws Error when there is none */
export function secretIn(mail: CaughtMail): string {
  const secret = /#([\w-]{40,})/.exec(mail.text)?.[1];
  if (!secret) throw new Error('The mail has no link with a secret.');
  return secret;
}

function readMail(to: string[], raw: string): CaughtMail {
  const [head, ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1].trim() ?? '';
  const body = rest.join('\r\n\r\n');
  const quoted = header('content-transfer-encoding').toLowerCase() === 'quoted-printable';
  return {
    to,
    messageId: header('message-id'),
    subject: header('subject'),
    text: quoted ? unquoted(body) : body,
    raw,
  };
}

function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

async function waitFor(
  mails: CaughtMail[],
  to: string,
  fits: (mail: CaughtMail) => boolean,
): Promise<CaughtMail> {
  for (let tries = 0; tries < 200; tries += 1) {
    const mail = mails.find((one) => one.to.includes(to) && fits(one));
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No such mail to ${to} arrived.`);
}
