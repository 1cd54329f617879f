import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  blindIndex,
  currentActor,
  db,
  FileStore,
  KeyedTokens,
  Keyring,
  type TokenKeeper,
} from '@app/platform';
import { DocumentVersion } from './document.entity';

/** The kind of index under which contents of files are compared. */
export const CONTENT = 'document';

/** Makes the keyed hashes of files anew, so that the same file is recognised after the organisation got another key. */
@Injectable()
export class ContentHashes implements OnModuleInit, TokenKeeper {
  readonly columns = ['document_version.content_hash'];

  constructor(
    private readonly keyring: Keyring,
    private readonly store: FileStore,
    private readonly tokens: KeyedTokens,
  ) {}

  onModuleInit(): void {
    this.tokens.register(this);
  }

  /** Reads every file of the client once: a hash without a key is kept nowhere. */
  async rebuild(clientId: string): Promise<void> {
    const { orgId } = currentActor();
    const orgKey = await this.keyring.orgKey(orgId);
    for (const version of await db().findAll(DocumentVersion, { clientId })) {
      const key = await this.keyring.clientKey(orgId, clientId);
      const fileKey = key.box('document_version', version.id).openBytes('file_key', version.fileKey);
      // Of a file that is gone nothing can be compared any more, and nothing may stay under the old key.
      const digest = (await this.digest(version.storageName, fileKey)) ?? `gone ${version.id}`;
      await db().query('UPDATE document_version SET content_hash = $3 WHERE org_id = $1 AND id = $2', [
        orgId,
        version.id,
        blindIndex(orgKey, CONTENT, digest),
      ]);
    }
  }

  private async digest(name: string, key: Buffer): Promise<string | null> {
    const hash = createHash('sha256');
    try {
      for await (const part of this.store.read(name, key)) hash.update(part);
      return hash.digest('hex');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    } finally {
      key.fill(0);
    }
  }
}
