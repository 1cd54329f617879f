import { Injectable } from '@nestjs/common';
import { ClientsService, ConsentsService, type ConsentChannel } from '@app/clients';
import { cannot, changed, currentActor, db, newId, officeToday, staleVersion } from '@app/platform';
import { requireRow } from '../removal-rows';
import { PlannedMessage } from './hearing.entity';

/** Says nothing of law, court or day: whoever holds the telephone may not be the client. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'Please call us when you can. It is about a date.',
  es: 'Por favor, llámenos cuando pueda. Se trata de una fecha.',
};

export const MESSAGE_STATES = ['planned', 'no_consent', 'no_safe_way', 'cancelled'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

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
    if (row.status === 'cancelled') return { status: 'cancelled', channel: null };
    const way = (await safeWays(row.clientId)).find(({ id }) => id === row.contactId);
    if (!way) return { status: 'no_safe_way', channel: null };
    const status = (await this.agreed(row.clientId, way)) ? 'planned' : 'no_consent';
    return { status, channel: channelOf(way) };
  }

  /** Takes a message back, or says that somebody told the client. @throws Problem 404, 412, 422 */
  async cancel(id: string, version: number): Promise<void> {
    const row = await requireRow(PlannedMessage, id);
    if (row.version !== version) throw staleVersion(row.version);
    if (row.status === 'cancelled') throw cannot('cancelled_already', 'This message was taken back already.');
    await db().update(PlannedMessage, row, version, { status: 'cancelled' });
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
