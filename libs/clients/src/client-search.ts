import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import {
  keepTimeEven,
  blindIndex,
  blindIndexes,
  currentActor,
  db,
  Keyring,
  type OrgKey,
} from '@app/platform';
import { parseANumber, plainIdentifier } from '@app/rules';
import { identifierIndexes } from './person/identifier-index';
import { NameChanges } from './name-changes';
import { matchTokens, nameTokens, queryTokens, typosOf, wordKey, type QueryWord } from './names';

/** A client that a search found, best first. */
export interface Found {
  clientId: string;
  matched: 'name' | 'a_number' | 'identifier';
}

const MOST = 500;
/** Each word is a bit of an integer when the database counts which of them a client meets. */
const MOST_WORDS = 16;
const WEIGHT = { word_start: 1, spelling: 2, sound: 3, match: 4 } as const;

/** Something a word of the query may meet. */
interface Alternative {
  kind: keyof typeof WEIGHT;
  text: string;
}

/** The index of an A-number: equal numbers meet, and nothing can be read from it without the organisation's key. */
export function aNumberIndex(key: OrgKey, digits: string): Buffer {
  return blindIndex(key, 'a_number', digits);
}

/** Finds clients by keyed tokens, which is fast behind row security and reads no name. */
@Injectable()
export class ClientSearch {
  constructor(
    private readonly keyring: Keyring,
    private readonly changes: NameChanges,
  ) {}

  /** Replaces the tokens of a client with those of these names, and tells whoever looks new names up. */
  async remember(clientId: string, names: string[]): Promise<void> {
    await this.index(clientId, names);
    await this.changes.tell({ clientId, kind: 'client', sourceId: null, names });
  }

  /** Replaces the tokens only: the names are the same, the key they are made with is not. */
  async index(clientId: string, names: string[]): Promise<void> {
    const { orgId } = currentActor();
    const key = await this.keyring.orgKey(orgId);
    const match = matchTokens(names).map((text) => ({ kind: 'match', text }));
    const tokens = [...nameTokens(names), ...match];
    const kinds = tokens.map((token) => token.kind);
    const values = tokens.map((token) => blindIndex(key, token.kind, token.text));
    await db().query('DELETE FROM client_token WHERE org_id = $1 AND client_id = $2', [orgId, clientId]);
    await db().query(
      `INSERT INTO client_token (org_id, client_id, kind, token)
       SELECT DISTINCT $1::uuid, $2::uuid, k, t FROM unnest($3::text[], $4::bytea[]) AS x(k, t)`,
      [orgId, clientId, kinds, values],
    );
  }

  /**
   * Clients this person sees whose names (or A-number, when that is what was typed) match. At most 500; none for a
   * role that knows clients by their code: a number would tell it whose code that is.
   */
  async find(query: string): Promise<Found[]> {
    if (!may('client.names')) return [];
    keepTimeEven();
    const number = parseANumber(query);
    if (number.ok) {
      const ids = await this.byANumber(number.value);
      return ids.map((clientId) => ({ clientId, matched: 'a_number' }));
    }
    const [byNumber, byName] = [await this.byIdentifier(query), await this.byName(query)];
    const found = new Set(byNumber.map(({ clientId }) => clientId));
    return [...byNumber, ...byName.filter(({ clientId }) => !found.has(clientId))];
  }

  /** Clients with this very number of another kind: a receipt, a state's, a prison's. */
  private async byIdentifier(query: string): Promise<Found[]> {
    const plain = plainIdentifier(query);
    if (!/^(?=.*\d).{4,60}$/u.test(plain)) return [];
    const { orgId } = currentActor();
    const rows = await db().query<{ client_id: string }>(
      'SELECT DISTINCT client_id FROM client_identifier WHERE org_id = $1 AND value_index = ANY ($2) LIMIT 50',
      [orgId, identifierIndexes(await this.keyring.orgKey(orgId), plain)],
    );
    return rows.map((row) => ({ clientId: row.client_id, matched: 'identifier' }));
  }

  /** Clients this person sees with an A-number (nine digits), as the first or as another one. */
  async byANumber(digits: string): Promise<string[]> {
    const { orgId } = currentActor();
    const indexes = blindIndexes(await this.keyring.orgKey(orgId), 'a_number', digits);
    const rows = await db().query<{ id: string }>(
      `SELECT id FROM client WHERE org_id = $1 AND a_number_index = ANY ($2) AND merged_into IS NULL
       UNION SELECT client_id FROM client_identifier
        WHERE org_id = $1 AND kind = 'a_number' AND value_index = ANY ($2) ORDER BY 1 LIMIT 20`,
      [orgId, indexes],
    );
    return rows.map((row) => row.id);
  }

  /** As it was typed; only when nothing is found that way, with one slip of the keyboard in a word. */
  private async byName(query: string): Promise<Found[]> {
    const words = queryTokens(query)
      .filter((word) => !word.optional)
      .slice(0, MOST_WORDS);
    if (words.length === 0) return [];
    const found = await this.meeting(words.map((word) => word.alternatives));
    if (found.length > 0) return found;
    const slips = words.map(slipsOf);
    if (slips.every((each) => each.length === 0)) return [];
    return this.meeting(words.map((word, at) => [...word.alternatives, ...slips[at]]));
  }

  /** Clients that have one of the alternatives of each word, those that fit best first. */
  private async meeting(words: Alternative[][]): Promise<Found[]> {
    const { orgId } = currentActor();
    const key = await this.keyring.orgKey(orgId);
    const wanted = words.flatMap((group, index) =>
      group.flatMap(({ kind, text }) =>
        blindIndexes(key, kind, text).map((token) => ({ index, kind, token })),
      ),
    );
    const rows = await db().query<{ client_id: string }>(
      `SELECT t.client_id
         FROM unnest($2::int[], $3::text[], $4::bytea[], $5::int[]) AS q(word, kind, token, weight)
         JOIN client_token t ON t.org_id = $1 AND t.kind = q.kind AND t.token = q.token
        GROUP BY t.client_id HAVING bit_or(1 << q.word) = $6
        ORDER BY min(q.weight), t.client_id LIMIT ${MOST}`,
      [
        orgId,
        wanted.map(({ index }) => index),
        wanted.map(({ kind }) => kind),
        wanted.map(({ token }) => token),
        wanted.map(({ kind }) => WEIGHT[kind]),
        2 ** words.length - 1,
      ],
    );
    return rows.map((row) => ({ clientId: row.client_id, matched: 'name' }));
  }
}

/** Whole words that were meant, perhaps: a beginning one letter away from what was typed would say too little. */
const slipsOf = ({ word }: QueryWord): Alternative[] =>
  typosOf(word).map((text) => ({ kind: 'match', text: wordKey(text) }));
