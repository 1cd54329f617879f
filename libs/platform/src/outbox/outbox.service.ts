import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database } from '../db/database';
import { currentActor, db } from '../request/scope';
import { UnitOfWork } from '../request/unit-of-work';
import { Keyring } from '../sealed';
import { OutboxMessage } from './outbox.entity';

/** A mail to be sent. Its text is sealed until the moment of sending. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** A message the worker has taken for a while. */
export interface ClaimedMail {
  orgId: string;
  id: string;
  attempt: number;
  mail: Mail;
}

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

  /** Takes messages that are due, for one minute, using the database's clock only. */
  async claim(limit: number): Promise<ClaimedMail[]> {
    const due = await this.database.outside<{ org_id: string; id: string }>(
      'SELECT * FROM sec.claim_outbox($1, $2)',
      [limit, LEASE_SECONDS],
    );
    return Promise.all(
      due.map((row) => this.work.asSystem(row.org_id, 'outbox.claim', () => this.open(row.org_id, row.id))),
    );
  }

  private async open(orgId: string, id: string): Promise<ClaimedMail> {
    const row = await db().find(OutboxMessage, { id });
    if (!row) throw new Error('A claimed message is gone.');
    const box = (await this.keyring.orgKey(orgId)).box('outbox_message', id);
    return { orgId, id, attempt: row.attempts, mail: JSON.parse(box.open('payload', row.payload)) as Mail };
  }

  /** Records that it left, before anything else can fail. */
  async sent(message: ClaimedMail, answer: string): Promise<void> {
    await this.work.asSystem(message.orgId, 'outbox.sent', async () => {
      await db().query(
        'UPDATE outbox_message SET sent_at = now(), answer = $3, lease_until = NULL WHERE org_id = $1 AND id = $2 AND sent_at IS NULL',
        [message.orgId, message.id, answer.slice(0, 200)],
      );
    });
  }

  /** Gives it back to be tried later, waiting longer each time; after the last attempt a person must look. */
  async failed(message: ClaimedMail, reason: string): Promise<void> {
    const wait = Math.min(2 ** message.attempt * 5, 3600);
    await this.work.asSystem(message.orgId, 'outbox.failed', async () => {
      await db().query(
        `UPDATE outbox_message SET lease_until = NULL, answer = $3, due_at = now() + make_interval(secs => $4),
                given_up_at = CASE WHEN attempts >= $5 THEN now() END
          WHERE org_id = $1 AND id = $2 AND sent_at IS NULL`,
        [message.orgId, message.id, reason.slice(0, 200), wait, LAST_ATTEMPT],
      );
    });
  }
}
