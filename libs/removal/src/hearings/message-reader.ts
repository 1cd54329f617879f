import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { currentActor, db, Keyring, type ClientKey } from '@app/platform';
import { colleaguesOf, personOf, type Colleagues } from '../colleagues';
import { requireRow } from '../removal-rows';
import { MessageStep, PlannedMessage } from './hearing.entity';
import type { MessageStepView, PlannedMessageView } from './hearing.view';
import { isOver, PlannedMessages } from './planned-messages.service';

/** Reads what is to be said to a client, and what was done about it. */
@Injectable()
export class MessageReader {
  constructor(
    private readonly keyring: Keyring,
    private readonly messages: PlannedMessages,
  ) {}

  /** All messages of a client whom the caller has shown to be theirs to see, newest first. */
  async of(clientId: string): Promise<PlannedMessageView[]> {
    return this.views(
      clientId,
      await db().findAll(PlannedMessage, { clientId }, { createdAt: 'DESC', id: 'DESC' }),
    );
  }

  /** @throws Problem 404 */
  async one(id: string): Promise<PlannedMessageView> {
    const row = await requireRow(PlannedMessage, id);
    return (await this.views(row.clientId, [row]))[0]!;
  }

  private async views(clientId: string, rows: PlannedMessage[]): Promise<PlannedMessageView[]> {
    if (rows.length === 0) return [];
    const steps = await db().findAll(MessageStep, { clientId }, { at: 'ASC', id: 'ASC' });
    const people = await colleaguesOf([
      ...rows.map(({ createdBy }) => createdBy),
      ...steps.flatMap(({ toldBy, byUser }) => [toldBy, byUser]),
    ]);
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    return Promise.all(
      rows.map(async (row) => ({
        ...messageOf(row, key),
        ...(await this.way(row, key)),
        steps: steps.filter(({ messageId }) => messageId === row.id).map((step) => stepOf(step, key, people)),
        by: personOf(row.createdBy, people),
        at: row.createdAt.toISOString(),
        can: { tell: may('hearing.watch') && !isOver(row.status) },
      })),
    );
  }

  /** How it stands and whom it would reach; no number is shown once nobody has to call it. */
  private async way(
    row: PlannedMessage,
    key: ClientKey,
  ): Promise<Pick<PlannedMessageView, 'status' | 'channel' | 'recipient'>> {
    const { status, channel } = await this.messages.standing(row);
    const shown = !key.erased && may('client.contacts') && status !== 'no_safe_way' && !isOver(status);
    const recipient = shown ? key.box('planned_message', row.id).open('recipient', row.recipient) : null;
    return { status, channel, recipient };
  }
}

function messageOf(
  row: PlannedMessage,
  key: ClientKey,
): Pick<PlannedMessageView, 'id' | 'version' | 'aboutHearingId' | 'language' | 'body'> {
  const body = key.erased ? null : key.box('planned_message', row.id).open('body', row.body);
  const { id, version, aboutId, language } = row;
  return { id, version, aboutHearingId: aboutId, language, body: body ?? '' };
}

function stepOf(row: MessageStep, key: ClientKey, people: Colleagues): MessageStepView {
  const opens = !key.erased && may('client.names');
  return {
    ...{ id: row.id, kind: row.kind, channel: row.channel, on: row.onDate },
    toldBy: row.toldBy ? personOf(row.toldBy, people) : null,
    note: opens ? key.box('message_step', row.id).open('note', row.note) : null,
    by: personOf(row.byUser, people),
    at: row.at.toISOString(),
  };
}
