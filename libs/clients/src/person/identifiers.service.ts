import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { badField, changed, currentActor, db, Keyring, newId, notFound, type SealedBox } from '@app/platform';
import { formatANumber, maskIdentifier, parseIdentifier, type IdentifierKind } from '@app/rules';
import { aNumberIndex } from '../client-search';
import { ClientsService } from '../clients.service';
import { identifierIndex } from './identifier-index';
import type { ClientIdentifiers, EditIdentifier, IdentifierView, NewIdentifier } from './identifier.dto';
import { ClientIdentifier } from './identifier.entity';
import { openSealed, sealGiven } from './sealing';

const TEXTS = { issuedBy: 'issued_by', note: 'note' } as const;

/** Numbers beside the first A-number: sealed, shown masked, revealed one at a time with an entry in the audit trail. */
@Injectable()
export class IdentifiersService {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
  ) {}

  /** All numbers of a client, masked, in the order they were entered. @throws Problem 404 */
  async of(clientId: string): Promise<ClientIdentifiers> {
    await this.clients.require(clientId);
    const rows = await db().findAll(ClientIdentifier, { clientId }, { createdAt: 'ASC', id: 'ASC' });
    const items = await Promise.all(rows.map((row) => this.view(row)));
    return { items, can: { edit: may('person.edit'), reveal: may('client.reveal') } };
  }

  /** One number, masked. @throws Problem 404 */
  async one(clientId: string, id: string): Promise<IdentifierView> {
    return this.view(await this.require(clientId, id));
  }

  async add(clientId: string, input: NewIdentifier): Promise<string> {
    await this.clients.require(clientId);
    const id = newId();
    const box = await this.box(clientId, id);
    await db().insert(ClientIdentifier, {
      id,
      clientId,
      kind: input.kind,
      ...(await this.sealValue(box, clientId, input.kind, input.value, id)),
      ...sealGiven(box, TEXTS, input),
    });
    await this.lookUp(clientId, input.kind, input.value);
    changed('identifiers');
    return id;
  }

  async edit(clientId: string, id: string, version: number, input: EditIdentifier): Promise<void> {
    const row = await this.require(clientId, id);
    const box = await this.box(clientId, id);
    const value =
      input.value === undefined
        ? {}
        : await this.sealValue(box, clientId, row.kind as IdentifierKind, input.value, id);
    await db().update(ClientIdentifier, row, version, { ...value, ...sealGiven(box, TEXTS, input) });
    await this.lookUp(clientId, row.kind, input.value);
    changed(...Object.keys(input).map((field) => `identifiers.${field}`));
  }

  async remove(clientId: string, id: string): Promise<void> {
    const row = await this.require(clientId, id);
    await db().remove(ClientIdentifier, { id: row.id });
    changed('identifiers');
  }

  /** The whole number. The route's permission writes the audit entry before the answer leaves. */
  async reveal(clientId: string, id: string): Promise<string> {
    const row = await this.require(clientId, id);
    const value = (await this.box(clientId, id)).open('value', row.value);
    changed(`identifiers.${row.kind}`);
    return row.kind === 'a_number' ? formatANumber(value) : value;
  }

  private async lookUp(clientId: string, kind: string, value: string | undefined): Promise<void> {
    if (kind === 'a_number') await this.clients.tellNumber(clientId, value);
  }

  private async sealValue(
    box: SealedBox,
    clientId: string,
    kind: IdentifierKind,
    text: string,
    id: string,
  ): Promise<Pick<ClientIdentifier, 'value' | 'valueIndex'>> {
    const read = parseIdentifier(kind, text);
    if (!read.ok) throw badField('value', read.code, read.reason);
    const valueIndex = await this.index(kind, read.value);
    if (valueIndex) await this.refuseTwice(clientId, id, kind, valueIndex);
    return { value: box.seal('value', read.value), valueIndex };
  }

  private async index(kind: IdentifierKind, value: string): Promise<Buffer | null> {
    if (kind === 'ssn_last4') return null;
    const key = await this.keyring.orgKey(currentActor().orgId);
    return kind === 'a_number' ? aNumberIndex(key, value) : identifierIndex(key, value);
  }

  /** The same number twice on one person is a slip; on two people it is for the duplicate check to say. */
  private async refuseTwice(clientId: string, id: string, kind: string, index: Buffer): Promise<void> {
    const twice = await db().one(
      `SELECT 1 AS found FROM client_identifier
        WHERE org_id = $1 AND client_id = $2 AND kind = $3 AND value_index = $4 AND id <> $5
       UNION ALL
       SELECT 1 FROM client WHERE org_id = $1 AND id = $2 AND $3 = 'a_number' AND a_number_index = $4`,
      [currentActor().orgId, clientId, kind, index, id],
    );
    if (twice) throw badField('value', 'recorded_already', 'This number is recorded already.');
  }

  private async require(clientId: string, id: string): Promise<ClientIdentifier> {
    await this.clients.require(clientId);
    const row = await db().find(ClientIdentifier, { id, clientId });
    if (!row) throw notFound();
    return row;
  }

  private async box(clientId: string, id: string): Promise<SealedBox> {
    return (await this.clients.key(clientId)).box('client_identifier', id);
  }

  private async view(row: ClientIdentifier): Promise<IdentifierView> {
    const box = await this.box(row.clientId, row.id);
    const value = box.open('value', row.value);
    return {
      id: row.id,
      version: row.version,
      kind: row.kind,
      masked: maskIdentifier(row.kind as IdentifierKind, value),
      ...openSealed(box, TEXTS, row),
    };
  }
}
