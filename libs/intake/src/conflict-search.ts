import { Injectable } from '@nestjs/common';
import { compareNames, matchQuery, matchTokens, type NameComparison } from '@app/clients';
import {
  keepTimeEven,
  blindIndex,
  blindIndexes,
  currentActor,
  db,
  Keyring,
  type ClientKey,
} from '@app/platform';

/** Kind of the keyed parts of names that conflict checks and the detection of duplicates meet on. */
const KIND = 'match';
/** People compared at a time: their names are opened for it. */
const AT_ONCE = 60;

export type Source = 'client' | 'party' | 'office_party' | 'referral';

/** Somebody the office knows under a name like the one looked for, whoever may see them. */
export interface KnownPerson {
  source: Source;
  id: string;
  /** The client they are or belong to. */
  clientId: string | null;
  role: string;
  names: string[];
  found: NameComparison;
}

/** Somebody whose names were compared. */
export type Person = Omit<KnownPerson, 'found'>;

interface CandidateRow {
  source: Source;
  id: string;
  client_id: string | null;
  role: string;
  box: string;
  row_id: string;
  parts: (Buffer | null)[];
}

const COLUMNS = ['given_name', 'middle_name', 'family_name'];

/** Looks a name up in everything the office knows. What it finds is not for the eyes of whoever asks. */
@Injectable()
export class ConflictSearch {
  constructor(private readonly keyring: Keyring) {}

  /** The keyed parts of names, to be stored with them. */
  async tokens(names: readonly string[]): Promise<Buffer[]> {
    const key = await this.keyring.orgKey(currentActor().orgId);
    return matchTokens(names).map((text) => blindIndex(key, KIND, text));
  }

  /** Everybody of the office with a name like one of these, best first, however many there are. */
  async everybodyLike(names: readonly string[]): Promise<KnownPerson[]> {
    return (await this.compare(names)).alike;
  }

  /**
   * Compares names with everybody who has at least two words of one in common. The database's function looks behind
   * row security and answers for this organisation only: numbers of these people are not for the eyes of whoever asks.
   */
  async compare(names: readonly string[]): Promise<{ compared: Person[]; alike: KnownPerson[] }> {
    keepTimeEven();
    const key = await this.keyring.orgKey(currentActor().orgId);
    const wanted = matchQuery(names).flatMap((one) =>
      blindIndexes(key, KIND, one.token).map((token) => ({ ...one, token })),
    );
    const compared: Person[] = [];
    const alike: KnownPerson[] = [];
    for (let page = await this.page(wanted, 0); ; page = await this.page(wanted, compared.length)) {
      for (const person of page) {
        const found = compareNames(names, person.names);
        if (found) alike.push({ ...person, found });
      }
      compared.push(...page);
      if (page.length < AT_ONCE) break;
    }
    return { compared, alike: alike.sort((one, other) => other.found.score - one.found.score) };
  }

  private async page(
    wanted: readonly { reading: number; word: number; token: Buffer }[],
    skip: number,
  ): Promise<Person[]> {
    const rows = await db().query<CandidateRow>('SELECT * FROM sec.conflict_candidates($1, $2, $3, $4, $5)', [
      wanted.map((one) => one.reading),
      wanted.map((one) => one.word),
      wanted.map((one) => one.token),
      ...[AT_ONCE, skip],
    ]);
    return this.open(rows);
  }

  private async open(rows: CandidateRow[]): Promise<Person[]> {
    const { orgId } = currentActor();
    const keys = await this.keyring.clientKeys(orgId, [...new Set(rows.map(ownerOf))]);
    const people = new Map<string, Person>();
    for (const row of rows) {
      const name = nameOf(row, keys.get(ownerOf(row)));
      const known = people.get(`${row.source} ${row.id}`);
      if (known) known.names.push(name);
      else
        people.set(`${row.source} ${row.id}`, {
          source: row.source,
          id: row.id,
          clientId: row.client_id,
          role: row.role,
          names: [name],
        });
    }
    return [...people.values()];
  }
}

/** Nothing of somebody who was erased: they are like nobody. */
function nameOf(row: CandidateRow, key: ClientKey | undefined): string {
  if (!key || key.erased) return '';
  const box = key.box(row.box, row.row_id);
  return row.parts
    .map((part, at) => box.open(row.parts.length === 1 ? 'name' : COLUMNS[at], part))
    .filter(Boolean)
    .join(' ');
}

/** Whose key opens the name: the client's, or the referral's or party's own. */
function ownerOf(row: CandidateRow): string {
  return row.client_id ?? row.id;
}
