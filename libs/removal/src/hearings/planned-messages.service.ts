import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { cannot, changed, currentActor, db, newId, staleVersion } from '@app/platform';
import { requireRow } from '../removal-rows';
import { PlannedMessage } from './hearing.entity';

/** Says nothing of law, court or day: whoever holds the telephone may not be the client. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'Please call us when you can. It is about a date.',
  es: 'Por favor, llámenos cuando pueda. Se trata de una fecha.',
};

/** Plans what a client has to be told. Nothing is sent from here: somebody calls, until messages are sent. */
@Injectable()
export class PlannedMessages {
  constructor(private readonly clients: ClientsService) {}

  /** Plans one message about a hearing, to the first way that is marked as safe; none safe is said, not skipped. */
  async plan(clientId: string, hearingId: string): Promise<void> {
    const client = await this.clients.require(clientId);
    const id = newId();
    const key = await this.clients.key(clientId);
    const box = key.box('planned_message', id);
    const language = client.languages.find((code) => code in WORDS) ?? 'en';
    const way = await safeWay(clientId);
    await db().insert(PlannedMessage, {
      ...{ id, clientId, aboutKind: 'hearing', aboutId: hearingId, language },
      status: way ? 'planned' : 'no_safe_way',
      contactId: way?.id ?? null,
      recipient: box.seal(
        'recipient',
        way ? key.box('contact_point', way.id).open('value', way.value) : null,
      ),
      body: box.seal('body', WORDS[language]!),
      createdBy: currentActor().userId,
    });
  }

  /** Takes a message back, or says that somebody told the client. @throws Problem 404, 412, 422 */
  async cancel(id: string, version: number): Promise<void> {
    const row = await requireRow(PlannedMessage, id);
    if (row.version !== version) throw staleVersion(row.version);
    if (row.status === 'cancelled') throw cannot('cancelled_already', 'This message was taken back already.');
    await db().update(PlannedMessage, row, version, { status: 'cancelled' });
    changed('plannedMessage.status');
  }
}

interface Way {
  id: string;
  value: Buffer;
}

/** The first telephone or address for mail that is safe to use. */
function safeWay(clientId: string): Promise<Way | null> {
  return db().one<Way>(
    `SELECT id, value FROM contact_point
      WHERE org_id = $1 AND client_id = $2 AND safe_to_contact AND kind IN ('phone', 'email')
      ORDER BY kind DESC, created_at, id LIMIT 1`,
    [currentActor().orgId, clientId],
  );
}
