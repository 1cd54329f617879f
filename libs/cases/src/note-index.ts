import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TextIndex } from '@app/clients';
import {
  currentActor,
  Database,
  db,
  KeyedTokens,
  Keyring,
  SealedError,
  UnitOfWork,
  type TokenKeeper,
} from '@app/platform';

const PAGE = 100;

interface NoteRow {
  id: string;
  client_id: string;
  text: Buffer;
}

/** Indexes notes that were written before there was an index, a page at a time. It can be stopped anywhere. */
@Injectable()
export class NoteIndex implements OnModuleInit, TokenKeeper {
  readonly columns = ['client_text_token.token'];

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly keyring: Keyring,
    private readonly texts: TextIndex,
    private readonly tokens: KeyedTokens,
  ) {}

  onModuleInit(): void {
    this.tokens.register(this);
  }

  async rebuild(clientId: string): Promise<void> {
    const { orgId } = currentActor();
    const rows = await db().query<NoteRow>(
      'SELECT id, client_id, text FROM case_note WHERE org_id = $1 AND client_id = $2',
      [orgId, clientId],
    );
    await this.index(orgId, rows);
  }

  /** One page of each organisation. Returns how many notes were indexed. */
  async round(): Promise<number> {
    const offices = await this.database.outside<{ id: string }>('SELECT sec.organisations() AS id');
    let indexed = 0;
    for (const { id } of offices) indexed += await this.work.asSystem(id, 'notes.index', () => this.page(id));
    return indexed;
  }

  private async page(orgId: string): Promise<number> {
    // Another worker's page is skipped, not waited for.
    const rows = await db().query<NoteRow>(
      `SELECT n.id, n.client_id, n.text FROM case_note n
        WHERE n.org_id = $1 AND NOT EXISTS
          (SELECT 1 FROM client_text t WHERE t.org_id = n.org_id AND t.kind = 'note' AND t.source_id = n.id)
        ORDER BY n.id LIMIT ${PAGE} FOR UPDATE SKIP LOCKED`,
      [orgId],
    );
    await this.index(orgId, rows);
    return rows.length;
  }

  private async index(orgId: string, rows: NoteRow[]): Promise<void> {
    const keys = await this.keyring.clientKeys(
      orgId,
      rows.map((row) => row.client_id),
    );
    for (const row of rows) {
      const text = readable(() => keys.get(row.client_id)!.box('case_note', row.id).open('text', row.text));
      await this.texts.remember(row.client_id, 'note', row.id, text);
    }
  }
}

/** The text of a note; nothing when its client was erased, so that it is not tried again and again. */
function readable(open: () => string): string {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealedError) return '';
    throw error;
  }
}
