import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { keepTimeEven, currentActor, db, newId } from '@app/platform';
import { ConflictCheck } from './conflict.entity';
import { ConflictSearch, type KnownPerson, type Person } from './conflict-search';
import { clientsSeen } from './clients-seen.queries';
import { gravityOf } from './gravity';

/** Whose names are looked up. */
export interface Subject {
  source: KnownPerson['source'];
  id: string;
  clientId: string | null;
  role: string;
}

export type Cause = 'new_name' | 'new_party' | 'new_referral' | 'by_hand';

interface Side {
  role: string;
  client_id: string | null;
  party_id: string | null;
  referral_id: string | null;
  office_party_id: string | null;
}

/** Runs conflict checks: with all the office knows, and without telling anybody what they may not see. */
@Injectable()
export class ConflictChecks {
  constructor(private readonly search: ConflictSearch) {}

  /**
   * Looks a person up among everybody the office knows and writes down each new pair. Who asked sees a pair when they
   * see both of its people, by the rule of the rows; the others wait for somebody who does.
   */
  async run(subject: Subject, names: readonly string[], cause: Cause): Promise<void> {
    const compared = await this.find(subject, names);
    await this.remember(subject, cause, await seenOf(compared));
  }

  /** Looks a person up and writes down each new pair. Answers with whom they were compared. */
  async find(subject: Subject, names: readonly string[]): Promise<Person[]> {
    // Two people entered at the same moment must not miss each other: the later one looks after the earlier is written.
    await this.takeTurns();
    const { compared, alike } = await this.search.compare(names);
    const others = alike.filter((person) => !isSame(subject, person));
    await this.write(
      others.flatMap((person) => pairOf(subject, person, person.found.how, person.found.score)),
    );
    return compared.filter((person) => !isSame(subject, person));
  }

  /** Other clients with this A-number whom the person who enters it does not see: told to those who see both. */
  async sameNumber(clientId: string, indexes: Buffer[]): Promise<void> {
    keepTimeEven();
    const rows = await db().query<{ id: string }>('SELECT id FROM sec.clients_of_a_number($1) AS c(id)', [
      indexes,
    ]);
    const subject: Subject = { source: 'client', id: clientId, clientId, role: 'client' };
    const others = rows.filter((row) => row.id !== clientId);
    await this.write(
      others.flatMap((row) =>
        pairOf(subject, { ...subject, id: row.id, clientId: row.id }, 'a_number', 100, 'a_number'),
      ),
    );
  }

  /** Waits until nobody else of the organisation is between writing a name and looking for its like. */
  private async takeTurns(): Promise<void> {
    await db().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `names of ${currentActor().orgId}`,
    ]);
  }

  private async write(pairs: object[]): Promise<void> {
    await db().query('SELECT sec.record_conflict_hits($1::jsonb)', [JSON.stringify(pairs)]);
  }

  private async remember(subject: Subject, cause: Cause, compared: number): Promise<void> {
    const { orgId, userId } = currentActor();
    const column = subject.source === 'referral' ? 'referral_id' : 'client_id';
    const id = subject.source === 'referral' ? subject.id : subject.clientId;
    const row = await db().one<{ n: number }>(
      `SELECT count(*)::int AS n FROM conflict_hit WHERE org_id = $1 AND decision = 'open'
          AND (subject_${column} = $2 OR other_${column} = $2)`,
      [orgId, id],
    );
    await db().insert(ConflictCheck, {
      id: newId(),
      cause,
      subjectClientId: subject.clientId,
      referralId: subject.source === 'referral' ? subject.id : null,
      officePartyId: subject.source === 'office_party' ? subject.id : null,
      seenHits: row?.n ?? 0,
      compared,
      byUser: userId,
    });
  }
}

/** How many of them whoever asks may see: a number must not tell of somebody who is hidden from them. */
async function seenOf(people: readonly Person[]): Promise<number> {
  const named = people.flatMap(({ clientId }) => clientId ?? []);
  const seen = await clientsSeen(named);
  return people.filter(({ clientId }) => clientId === null || seen.has(clientId)).length;
}

/** The same person, or two people of one client's record: its own family is no conflict for a client. */
function isSame(subject: Subject, person: Person): boolean {
  if (subject.source === person.source && subject.id === person.id) return true;
  return subject.clientId !== null && subject.clientId === person.clientId;
}

function sideOf(person: Subject): Side {
  const of = (source: Subject['source']): string | null => (person.source === source ? person.id : null);
  return {
    role: person.role,
    client_id: person.clientId,
    party_id: of('party'),
    referral_id: of('referral'),
    office_party_id: of('office_party'),
  };
}

const prefixed = (prefix: string, side: Side): [string, unknown][] =>
  Object.entries(side).map(([name, value]) => [`${prefix}_${name}`, value]);

/** A pair has one mark, whichever of the two was looked up. */
function pairOf(subject: Subject, other: Subject, how: string, score: number, about = 'name'): object[] {
  const gravity = gravityOf(subject.role, other.role);
  if (!gravity) return [];
  const marks = [subject, other].map((side) => `${side.source}:${side.id}`).sort();
  const pair = createHash('sha256')
    .update(`${marks.join('|')}|${about}`)
    .digest('hex');
  return [
    {
      id: newId(),
      pair,
      ...Object.fromEntries([...prefixed('subject', sideOf(subject)), ...prefixed('other', sideOf(other))]),
      gravity,
      how,
      score,
    },
  ];
}
