import { Injectable } from '@nestjs/common';
import { ClientsService, ConsentsService, type ConsentChannel } from '@app/clients';
import { badField, cannot, changed, currentActor, db, newId, officeToday, staleVersion } from '@app/platform';
import { colleaguesOf } from '../colleagues';
import { requireRow } from '../removal-rows';
import { MessageStep, PlannedMessage } from './hearing.entity';
import type { TellClient } from './message.dto';

/** Says nothing of law, court or day: whoever holds the telephone may not be the client. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'Please call us when you can. It is about a date.',
  es: 'Por favor, llámenos cuando pueda. Se trata de una fecha.',
};

/** `cancelled`: off the list before the office wrote down whether the client was told. */
const OVER = ['told', 'taken_back', 'cancelled'] as const;
export const MESSAGE_STATES = ['planned', 'no_consent', 'no_safe_way', ...OVER] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Whether nothing more is to be done about a message in this state. */
export const isOver = (status: string): status is (typeof OVER)[number] =>
  (OVER as readonly string[]).includes(status);

/** How a message stands today, and by what channel it would go. */
export interface MessageStanding {
  status: MessageState;
  channel: ConsentChannel | null;
}

/**
 * Plans what a client has to be told. Nothing is sent from here: somebody calls, until messages are sent. That a way is
 * safe does not say that the client agreed to messages by it, so the consent register is asked as well.
 */
@Injectable()
export class PlannedMessages {
  constructor(
    private readonly clients: ClientsService,
    private readonly consents: ConsentsService,
  ) {}

  /** Plans one message about a hearing, to the first way that is safe and agreed; none is said, not skipped. */
  async plan(clientId: string, hearingId: string): Promise<void> {
    const client = await this.clients.require(clientId);
    const id = newId();
    const key = await this.clients.key(clientId);
    const box = key.box('planned_message', id);
    const language = client.languages.find((code) => code in WORDS) ?? 'en';
    const safe = await safeWays(clientId);
    const agreed = await this.firstAgreed(clientId, safe);
    const way = agreed ?? safe[0];
    await db().insert(PlannedMessage, {
      ...{ id, clientId, aboutKind: 'hearing', aboutId: hearingId, language },
      status: agreed ? 'planned' : way ? 'no_consent' : 'no_safe_way',
      contactId: way?.id ?? null,
      recipient: box.seal(
        'recipient',
        way ? key.box('contact_point', way.id).open('value', way.value) : null,
      ),
      body: box.seal('body', WORDS[language]!),
      createdBy: currentActor().userId,
    });
  }

  /** How it stands now: a way that is no longer safe, and a consent that was revoked or ended, hold it back. */
  async standing(row: PlannedMessage): Promise<MessageStanding> {
    if (isOver(row.status)) return { status: row.status, channel: null };
    const way = (await safeWays(row.clientId)).find(({ id }) => id === row.contactId);
    if (!way) return { status: 'no_safe_way', channel: null };
    const status = (await this.agreed(row.clientId, way)) ? 'planned' : 'no_consent';
    return { status, channel: channelOf(way) };
  }

  /** Writes down that somebody told the client, or tried to and reached nobody. @throws Problem 404, 412, 422 */
  async tell(id: string, version: number, input: TellClient): Promise<void> {
    const row = await openMessage(id, version);
    const today = await officeToday();
    if (input.on && input.on > today)
      throw badField('on', 'day_not_come', 'This day has not come yet. Write it down when it was done.');
    const toldBy = input.toldById ?? currentActor().userId;
    if (!(await colleaguesOf([toldBy])).has(toldBy))
      throw badField('toldById', 'unknown_person', 'Nobody in this office has this identifier.');
    const { reached, channel, note } = input;
    await this.step(row, {
      kind: reached ? 'told' : 'not_reached',
      ...{ channel, onDate: input.on ?? today, toldBy, note },
    });
  }

  /** Takes a message back that nobody has to say any more. @throws Problem 404, 412, 422 */
  async takeBack(id: string, version: number, reason: string): Promise<void> {
    const row = await openMessage(id, version);
    if (!reason.trim()) throw badField('reason', 'required', 'Say why the client need not be told.');
    const onDate = await officeToday();
    await this.step(row, { kind: 'taken_back', channel: null, onDate, toldBy: null, note: reason });
  }

  /** Keeps the step; one that reached nobody leaves the message open, a version on, so that no two end it at once. */
  private async step(row: PlannedMessage, step: StepTaken): Promise<void> {
    const id = newId();
    const { note, ...facts } = step;
    const box = (await this.clients.key(row.clientId)).box('message_step', id);
    await db().insert(MessageStep, {
      ...{ ...facts, id, clientId: row.clientId, messageId: row.id, byUser: currentActor().userId },
      note: box.seal('note', note?.trim() || null),
    });
    const status = step.kind === 'not_reached' ? row.status : step.kind;
    await db().update(PlannedMessage, row, row.version, { status });
    changed('plannedMessage.status');
  }

  private async firstAgreed(clientId: string, ways: readonly Way[]): Promise<Way | null> {
    for (const way of ways) if (await this.agreed(clientId, way)) return way;
    return null;
  }

  private async agreed(clientId: string, way: Way): Promise<boolean> {
    return this.consents.allows(clientId, {
      recipientId: clientId,
      scope: 'hearing_dates',
      channel: channelOf(way),
      on: await officeToday(),
    });
  }
}

interface StepTaken {
  kind: 'told' | 'not_reached' | 'taken_back';
  channel: string | null;
  onDate: string;
  toldBy: string | null;
  note?: string | null;
}

/** The message, when something is still to be done about it. */
async function openMessage(id: string, version: number): Promise<PlannedMessage> {
  const row = await requireRow(PlannedMessage, id);
  if (row.version !== version) throw staleVersion(row.version);
  if (isOver(row.status))
    throw cannot('message_over', 'This message is off the list: the client was told, or it was taken back.');
  return row;
}

interface Way {
  id: string;
  kind: 'phone' | 'email';
  value: Buffer;
}

const channelOf = ({ kind }: Way): ConsentChannel => (kind === 'email' ? 'email' : 'text_message');

/** The telephones and addresses for mail that are safe to use, in the order in which to try them. */
function safeWays(clientId: string): Promise<Way[]> {
  return db().query<Way>(
    `SELECT id, kind, value FROM contact_point
      WHERE org_id = $1 AND client_id = $2 AND safe_to_contact AND kind IN ('phone', 'email')
      ORDER BY kind DESC, created_at, id`,
    [currentActor().orgId, clientId],
  );
}
