import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database } from '../db/database';
import { currentActor, db } from '../request/scope';
import { UnitOfWork } from '../request/unit-of-work';
import { Keyring, type SealedBox } from '../sealed';
import { OutboxMessage } from './outbox.entity';

/** A mail to be sent. Its text is sealed until the moment of sending. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Ids of the clients it is about, which its text never names: who does not see them is not told of the mail. */
  about?: readonly string[];
}

/** A message the worker has taken for a while. */
export interface ClaimedMail {
  orgId: string;
  id: string;
  attempt: number;
  mail: Mail;
}

/** How a message stands. `unsure`: it may have been sent, and is sent again: a mail that comes twice is better than none. */
export const MAIL_STATES = ['waiting', 'sending', 'unsure', 'failed', 'sent'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** The state of the message `m` in SQL. A lease that ran out is a sender that ended, whoever looks first. */
export const MAIL_STATE = `CASE WHEN m.sent_at IS NOT NULL THEN 'sent' WHEN m.given_up_at IS NOT NULL THEN 'failed'
  WHEN m.unsure_at IS NOT NULL OR m.lease_until < clock_timestamp() THEN 'unsure'
  WHEN m.lease_until IS NOT NULL THEN 'sending' ELSE 'waiting' END`;

/** A mail that nobody recorded as sent. */
export interface UnsentMail {
  id: string;
  state: MailState;
  to: string | null;
  subject: string | null;
  attempts: number;
  answer: string | null;
  createdAt: Date;
}

/** What is known of an attempt that did not succeed. */
export interface FailedAttempt {
  reason: string;
  /** The receiver refused for good. */
  forGood?: boolean;
  /** No answer came: the receiver may have the message. */
  unsure?: boolean;
}

const MOST_SHOWN = 100;
const LEASE_SECONDS = 60;
const LAST_ATTEMPT = 12;

/**
 * Rows instead of calls: a message is written with the change it tells, and nothing leaves inside a transaction.
 * A message taken by a worker that dies is free again when its lease ends; its id stays the same, so the receiver
 * can tell a copy from a second message.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly keyring: Keyring,
  ) {}

  /** Writes a mail in the current transaction. Returns its stable id. */
  async mail(mail: Mail): Promise<string> {
    const id = uuidv7();
    const box = (await this.keyring.orgKey(currentActor().orgId)).box('outbox_message', id);
    await db().insert(OutboxMessage, {
      id,
      kind: 'mail',
      payload: box.seal('payload', JSON.stringify(mail)),
    });
    return id;
  }

  /**
   * Takes messages that are due, for one minute, using the database's clock only. One that cannot be opened is put
   * back with its reason, so that it does not stand in the way of the others.
   */
  async claim(limit: number): Promise<ClaimedMail[]> {
    const due = await this.database.outside<{ org_id: string; id: string }>(
      'SELECT * FROM sec.claim_outbox($1, $2)',
      [limit, LEASE_SECONDS],
    );
    const opened = await Promise.all(due.map((row) => this.take(row.org_id, row.id)));
    return opened.filter((message) => message !== null);
  }

  private async take(orgId: string, id: string): Promise<ClaimedMail | null> {
    return this.work.asSystem(orgId, 'outbox.claim', async () => {
      const row = await db().find(OutboxMessage, { id });
      if (!row) return null;
      try {
        const box = (await this.keyring.orgKey(orgId)).box('outbox_message', id);
        const mail = JSON.parse(box.open('payload', row.payload)) as Mail;
        return { orgId, id, attempt: row.attempts, mail };
      } catch (error) {
        const reason = error instanceof Error ? error.constructor.name : 'unreadable';
        await this.putBack({ orgId, id, attempt: row.attempts }, { reason });
        return null;
      }
    });
  }

  /**
   * Records that it left, before anything else can fail, and forgets its text: links in mails are secrets.
   * @returns false when it had been recorded already, by another worker that sent the same message
   */
  async sent(message: ClaimedMail, answer: string): Promise<boolean> {
    return this.work.asSystem(message.orgId, 'outbox.sent', async () => {
      const rows = await db().query(
        `UPDATE outbox_message SET sent_at = clock_timestamp(), answer = $3, lease_until = NULL, payload = ''
          WHERE org_id = $1 AND id = $2 AND sent_at IS NULL RETURNING id`,
        [message.orgId, message.id, answer.slice(0, 200)],
      );
      return rows.length === 1;
    });
  }

  /**
   * Gives it back to be tried later, waiting longer each time. After the last attempt, or at once when the receiver
   * refused for good, it is given up: the row says so and a person must look.
   * @returns true when it was given up
   */
  async failed(message: ClaimedMail, attempt: FailedAttempt): Promise<boolean> {
    return this.work.asSystem(message.orgId, 'outbox.failed', () => this.putBack(message, attempt));
  }

  /**
   * Mails of the current organisation that nobody recorded as sent, the newest first, at most 100, without those about
   * a client whom the one who asks does not see. Their texts hold secrets and stay closed; one that cannot be opened is
   * told without its address.
   */
  async unsent(): Promise<UnsentMail[]> {
    const shown: UnsentMail[] = [];
    let page = await this.unsentAfter(null);
    while (page.length > 0 && shown.length < MOST_SHOWN) {
      const seen = await visible(page.flatMap(({ about }) => about));
      for (const { about, ...mail } of page) if (about.every((id) => seen.has(id))) shown.push(mail);
      page = page.length < MOST_SHOWN ? [] : await this.unsentAfter(page[page.length - 1].id);
    }
    return shown.slice(0, MOST_SHOWN);
  }

  /** Ids of messages are made in the order of time. */
  private async unsentAfter(id: string | null): Promise<(UnsentMail & { about: readonly string[] })[]> {
    const { orgId } = currentActor();
    const rows = await db().query<Omit<UnsentMail, 'to' | 'subject'> & { payload: Buffer }>(
      `SELECT m.id, ${MAIL_STATE} AS state, m.attempts, m.answer, m.created_at AS "createdAt", m.payload
         FROM outbox_message m WHERE m.org_id = $1 AND m.sent_at IS NULL AND ($2::uuid IS NULL OR m.id < $2)
        ORDER BY m.id DESC LIMIT ${MOST_SHOWN}`,
      [orgId, id],
    );
    const key = await this.keyring.orgKey(orgId);
    return rows.map(({ payload, ...row }) => {
      const mail = opened(key.box('outbox_message', row.id), payload);
      return { ...row, to: mail?.to ?? null, subject: mail?.subject ?? null, about: mail?.about ?? [] };
    });
  }

  private async putBack(
    message: Omit<ClaimedMail, 'mail'>,
    { reason, forGood = false, unsure = false }: FailedAttempt,
  ): Promise<boolean> {
    const wait = Math.min(2 ** message.attempt * 5, 3600);
    const row = await db().one<{ given_up: boolean }>(
      `UPDATE outbox_message SET lease_until = NULL, answer = $3,
              due_at = clock_timestamp() + make_interval(secs => $4),
              unsure_at = coalesce(unsure_at, CASE WHEN $7 THEN clock_timestamp() END),
              given_up_at = CASE WHEN $5 OR attempts >= $6 THEN clock_timestamp() END
        WHERE org_id = $1 AND id = $2 AND sent_at IS NULL RETURNING given_up_at IS NOT NULL AS given_up`,
      [message.orgId, message.id, reason.slice(0, 200), wait, forGood, LAST_ATTEMPT, unsure],
    );
    return row?.given_up ?? false;
  }
}

/** Those of these clients whom the person of this request sees. */
async function visible(ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { orgId } = currentActor();
  const rows = await db().query<{ id: string }>(
    'SELECT id FROM client WHERE org_id = $1 AND id = ANY ($2::uuid[])',
    [orgId, ids],
  );
  return new Set(rows.map((row) => row.id));
}

function opened(box: SealedBox, payload: Buffer): Mail | null {
  try {
    return JSON.parse(box.open('payload', payload)) as Mail;
  } catch {
    return null;
  }
}
