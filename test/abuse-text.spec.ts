import * as fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { messageOf } from '../apps/worker/src/mail.duty';

/** A14: whatever stands in the parts of a mail, it stays one message to one person. */
jest.setTimeout(60_000);

const tricks = fc.constantFrom(
  ...[
    '\r\nBcc: thief@example.org',
    '\nTo: thief@example.org',
    '\r\n\r\nA second body',
    '\r\n.\r\nMAIL FROM:<a@b.example>',
  ],
  ...[
    '%0d%0aCc: thief@example.org',
    '=?utf-8?q?=0d=0aBcc:_thief?=',
    '\u2028Bcc: x',
    '\u202e',
    '\0',
    ', thief@example.org',
  ],
  ...['<thief@example.org>', ' (thief@example.org)', ';thief@example.org', '"', '\ud800', 'x'.repeat(2000)],
);
const text = fc
  .array(fc.oneof(tricks, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 3 })
  .map((parts) => parts.join('Notice'));

const HEADERS = [
  ...[
    'auto-submitted',
    'content-transfer-encoding',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
  ],
  ...['subject', 'to'],
];

function namesOf(head: string): string[] {
  return head
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n')
    .map((line) => line.split(':')[0].toLowerCase());
}

/** The body as it is read. */
function decoded(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
  if (/^Content-Transfer-Encoding: base64/im.test(raw)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(/quoted-printable/i.test(raw) ? bytes : body, 'latin1').toString();
}

it('A14: of 16,700 mails, 50,000 texts, each is one message with our headers, to one address', async () => {
  const mails = fc.asyncProperty(text, text, text, async (to, subject, body) => {
    const given = { to: `a@b.example${to}`.slice(0, 200), subject: `S${subject}`, text: body };
    const message = new MailComposer(messageOf('018f3c5e', given, 'vacatur@office.example')).compile();
    const raw = (await message.build()).toString('latin1');
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    const names = namesOf(head);
    expect(decoded(raw)).not.toMatch(/(?![\n\r\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect([...new Set(names)].sort()).toEqual(names.sort());
    expect(names.filter((name) => !HEADERS.includes(name))).toEqual([]);
    expect(message.getEnvelope().to.length).toBeLessThanOrEqual(1);
    // Addresses may be written in UTF-8 (RFC 6532); nothing else is, and nothing ends a line but CRLF.
    // eslint-disable-next-line no-control-regex
    expect(head).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|[^\r]\n/);
    expect(head.replace(/^To:.*(?:\r\n[ \t].*)*/m, '')).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });
  await fc.assert(mails, { numRuns: 16_700 });
});
