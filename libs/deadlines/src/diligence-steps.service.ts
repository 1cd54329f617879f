import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import {
  about,
  cannot,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  officeToday,
  readPastDate,
  staleVersion,
  type ClientKey,
} from '@app/platform';
import type { RecordDiligence } from './diligence-step.dto';
import { DiligenceStep } from './diligence-step.entity';
import { diligenceOf, oneDiligenceStep, type DiligenceRow } from './diligence-steps.queries';
import type { ClientDiligence, DiligenceStepView } from './diligence-step.view';

/** What stood in the way, when it was found out, and what was done since. It stops no deadline by itself. */
@Injectable()
export class DiligenceSteps {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
  ) {}

  /** The record of a client. @throws Problem 404 */
  async of(clientId: string): Promise<ClientDiligence> {
    await this.clients.require(clientId);
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const items = (await diligenceOf(clientId)).map((row) => viewOf(row, key));
    return { items, can: { record: may('diligence.record') } };
  }

  /** One entry. @throws Problem 404 */
  async one(id: string): Promise<DiligenceStepView> {
    const row = await oneDiligenceStep(id);
    if (!row) throw notFound();
    return viewOf(row, await this.keyring.clientKey(currentActor().orgId, row.clientId));
  }

  async record(clientId: string, input: RecordDiligence): Promise<string> {
    await this.clients.require(clientId);
    const on = readPastDate('on', input.on, await officeToday()) ?? null;
    const id = newId();
    const box = (await this.clients.key(clientId)).box('diligence_step', id);
    await db().insert(DiligenceStep, {
      id,
      clientId,
      kind: input.kind,
      onDate: on,
      note: box.seal('note', input.note?.trim() || null),
      byUser: currentActor().userId,
    });
    changed(...Object.keys(input).map((field) => `diligence.${field}`));
    return id;
  }

  /** Takes an entry back; it stays readable. */
  async withdraw(id: string, version: number): Promise<void> {
    const row = await db().find(DiligenceStep, { id });
    if (!row) throw notFound();
    about(row.clientId);
    if (row.version !== version) throw staleVersion(row.version);
    if (row.withdrawnAt) throw cannot('withdrawn_already', 'This entry was withdrawn already.');
    const withdrawn = { withdrawnAt: new Date(), withdrawnBy: currentActor().userId };
    await db().update(DiligenceStep, row, version, withdrawn);
    changed('diligence.withdrawn');
  }
}

function viewOf(row: DiligenceRow, key: ClientKey): DiligenceStepView {
  const box = !key.erased && may('client.names') ? key.box('diligence_step', row.id) : null;
  return {
    ...{ id: row.id, version: row.version, kind: row.kind, on: row.on },
    note: box?.open('note', row.note) ?? null,
    by: { id: row.byUser, name: row.byName ?? 'Vacatur' },
    at: row.at.toISOString(),
    withdrawn:
      row.withdrawnAt && row.withdrawnBy
        ? {
            by: { id: row.withdrawnBy, name: row.withdrawnByName ?? 'Vacatur' },
            at: row.withdrawnAt.toISOString(),
          }
        : null,
    can: { withdraw: row.withdrawnAt === null && may('diligence.record') },
  };
}
