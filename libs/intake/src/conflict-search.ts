import { Injectable } from '@nestjs/common';
import { compareNames, matchQuery, matchTokens, type NameComparison } from '@app/clients';
import { keepTimeEven, blindIndex, blindIndexes, currentActor, db, Keyring } from '@app/platform';

/** Kind of the keyed parts of names that conflict checks and the detection of duplicates meet on. */
const KIND = 'match';
const MOST_CANDIDATES = 400;
const MOST_HITS = 60;

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

  /**
   * Everybody of the office with a name like one of these, best first. The database's function looks behind row
   * security and answers for this organisation only.
   */
  async everybodyLike(names: readonly string[]): Promise<KnownPerson[]> {
    keepTimeEven();
    const key = await this.keyring.orgKey(currentActor().orgId);
    const wanted = matchQuery(names).flatMap((one) =>
      blindIndexes(key, KIND, one.token).map((token) => ({ ...one, token })),
    );
    const rows = await db().query<CandidateRow>('SELECT * FROM sec.conflict_candidates($1, $2, $3, $4)', [
      wanted.map((one) => one.reading),
      wanted.map((one) => one.word),
      wanted.map((one) => one.token),
      MOST_CANDIDATES,
    ]);
    const people = await this.open(rows);
    return people
      .flatMap((person) => {
        const found = compareNames(names, person.names);
        return found ? [{ ...person, found }] : [];
      })
      .sort((one, other) => other.found.score - one.found.score)
      .slice(0, MOST_HITS);
  }

  private async open(rows: CandidateRow[]): Promise<Omit<KnownPerson, 'found'>[]> {
    const { orgId } = currentActor();
    const keys = await this.keyring.clientKeys(orgId, [...new Set(rows.map(ownerOf))]);
    const people = new Map<string, Omit<KnownPerson, 'found'>>();
    for (const row of rows) {
      const key = keys.get(ownerOf(row));
      if (!key || key.erased) continue;
      const box = key.box(row.box, row.row_id);
      const texts = row.parts.map((part, at) =>
        box.open(row.parts.length === 1 ? 'name' : COLUMNS[at], part),
      );
      const name = texts.filter(Boolean).join(' ');
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

/** Whose key opens the name: the client's, or the referral's or party's own. */
function ownerOf(row: CandidateRow): string {
  return row.client_id ?? row.id;
}
