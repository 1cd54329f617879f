import { Injectable } from '@nestjs/common';
import { badField, cannot, changed, currentActor, db, Keyring, newId, officeToday } from '@app/platform';
import { DeadlineActions } from '../deadline-actions.service';
import { Deadline } from '../deadline.entity';
import { DeadlinesService } from '../deadlines.service';
import { criticalOf } from './critical';
import { DeadlineProof } from './deadline-proof.entity';
import type { RecordProof } from './sign-off.dto';

/** Two people close a critical deadline: one records the proof of filing, another signs it off. */
@Injectable()
export class SignOffs {
  constructor(
    private readonly actions: DeadlineActions,
    private readonly deadlines: DeadlinesService,
    private readonly keyring: Keyring,
  ) {}

  /** Records what proves the filing. One that waits already is replaced and kept. */
  async record(id: string, version: number, input: RecordProof): Promise<void> {
    const row = await this.actions.require(id, version);
    if (row.status !== 'open' || !criticalOf(row))
      throw cannot('no_proof_needed', 'Only an open critical deadline closes with a proof of filing.');
    await requireWhole(input);
    await requireDocument(row.clientId, input.documentId);
    const waiting = await this.waiting(row.id);
    if (waiting) await db().update(DeadlineProof, waiting, waiting.version, { state: 'replaced' });
    const proofId = newId();
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, row.clientId)).box('deadline_proof', proofId);
    await db().insert(DeadlineProof, {
      ...{ id: proofId, clientId: row.clientId, deadlineId: row.id, state: 'recorded', recordedBy: userId },
      ...{ way: input.way, filedOn: input.filedOn, documentId: input.documentId ?? null },
      receipt: box.seal('receipt', input.receipt?.trim() || null),
      note: box.seal('note', input.note?.trim() || null),
    });
    // The deadline gets a new version too: who looked at another proof must not sign this one off.
    await db().update(Deadline, row, version, {});
    await this.actions.keep(row, 'proof_recorded');
    changed('proof');
  }

  /** Another person looked at the proof: the deadline is closed. @throws Problem 409 for the same person */
  async signOff(id: string, version: number): Promise<void> {
    const { row, proof } = await this.requireWaiting(id, version);
    const { userId } = currentActor();
    if (proof.recordedBy === userId)
      throw cannot('same_person', 'You recorded this proof. Somebody else has to sign it off.');
    await requireShown(proof);
    await requireActive();
    const decided = { state: 'signed_off', decidedBy: userId, decidedAt: new Date() };
    await db().update(DeadlineProof, proof, proof.version, decided);
    const box = (await this.keyring.clientKey(currentActor().orgId, row.clientId)).box('deadline', row.id);
    await db().update(Deadline, row, version, {
      status: 'completed',
      ...{ completedBy: userId, completedAt: new Date(), completedOn: proof.filedOn },
      completionNote: box.seal('completion_note', null),
      movedSince: null,
    });
    await this.actions.keep(row, 'signed_off');
    await this.deadlines.noteNext(row.clientId);
    changed('completed', 'proof');
  }

  /** The proof does not prove it: the reason goes back to who recorded it, and the deadline waits for another. */
  async sendBack(id: string, version: number, reason: string): Promise<void> {
    const { row, proof } = await this.requireWaiting(id, version);
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, row.clientId)).box('deadline_proof', proof.id);
    await db().update(DeadlineProof, proof, proof.version, {
      ...{ state: 'sent_back', decidedBy: userId, decidedAt: new Date() },
      reason: box.seal('reason', reason.trim()),
    });
    await db().update(Deadline, row, version, {});
    await this.actions.keep(row, 'sent_back', reason);
    changed('proof');
  }

  private async requireWaiting(
    id: string,
    version: number,
  ): Promise<{ row: Deadline; proof: DeadlineProof }> {
    const row = await this.actions.require(id, version);
    const proof = row.status === 'open' ? await this.waiting(row.id) : null;
    if (!proof) throw cannot('no_proof', 'No proof of filing waits for a sign-off here.');
    return { row, proof };
  }

  private waiting(deadlineId: string): Promise<DeadlineProof | null> {
    return db().find(DeadlineProof, { deadlineId, state: 'recorded' });
  }
}

/** A suspension that happens at this very moment comes first or waits: the row is held until the sign-off is kept. */
async function requireActive(): Promise<void> {
  const { orgId, userId } = currentActor();
  const row = await db().one(
    `SELECT 1 FROM staff_user WHERE org_id = $1 AND id = $2 AND status = 'active' FOR SHARE`,
    [orgId, userId],
  );
  if (!row) throw cannot('not_active', 'Your account is suspended.');
}

/** One and the same answer for a document of somebody else, one behind a wall and one that never was. */
async function requireDocument(clientId: string, documentId: string | undefined): Promise<void> {
  if (!documentId) return;
  const row = await db().one(
    'SELECT 1 FROM document WHERE org_id = $1 AND client_id = $2 AND id = $3 AND withdrawn_at IS NULL',
    [currentActor().orgId, clientId, documentId],
  );
  if (!row) throw badField('documentId', 'unknown_document', 'There is no such document in this file.');
}

/** A document that was withdrawn after it was named shows nothing any more. */
async function requireShown({ clientId, documentId }: DeadlineProof): Promise<void> {
  if (!documentId) return;
  const row = await db().one(
    'SELECT 1 FROM document WHERE org_id = $1 AND client_id = $2 AND id = $3 AND withdrawn_at IS NULL FOR SHARE',
    [currentActor().orgId, clientId, documentId],
  );
  if (!row)
    throw cannot(
      'proof_withdrawn',
      'The document of this proof was withdrawn. Send it back for another one.',
    );
}

async function requireWhole({ way, receipt, note, filedOn }: RecordProof): Promise<void> {
  if (way !== 'not_filed' && !receipt)
    throw badField('receipt', 'required', 'Enter the receipt or tracking number that proves the filing.');
  if (way === 'not_filed' && !note) throw badField('note', 'required', 'Say why it was decided not to file.');
  if (filedOn > (await officeToday()))
    throw badField('filedOn', 'in_future', 'This day is still to come. Record the proof when it is filed.');
}
