import { Injectable } from '@nestjs/common';
import { currentActor, db } from '@app/platform';

const COLUMNS = {
  nextDeadlineOn: 'next_deadline_on',
  nextDeadlineRule: 'next_deadline_rule',
  nextCheckInOn: 'next_check_in_on',
  nextCheckInTime: 'next_check_in_time',
  custody: 'custody',
  clemencyStage: 'clemency_stage',
} as const;

/** What the caseload repeats of other libraries' facts. */
export type CaseFacts = Partial<Record<keyof typeof COLUMNS, string | null>>;

/** The open deadline of a client that comes first; nulls when there is none. */
export interface NextDeadline {
  clientId: string;
  on: string | null;
  rule: string | null;
}

/**
 * Keeps the repeated columns of a client's open and closed cases in step. Called by the library that owns the fact,
 * in the transaction that changes it. The case's version stays: nobody edited the case.
 */
@Injectable()
export class CaseFactsService {
  /**
   * Makes everybody else who repeats facts of this client wait until this transaction ends. Call it before reading
   * what `note` will repeat: two changes at once would otherwise each repeat an answer without the other's part.
   */
  async hold(clientId: string): Promise<void> {
    await db().query('SELECT 1 FROM cases WHERE org_id = $1 AND client_id = $2 ORDER BY id FOR UPDATE', [
      currentActor().orgId,
      clientId,
    ]);
  }

  async note(clientId: string, facts: CaseFacts): Promise<void> {
    const names = Object.keys(facts) as (keyof typeof COLUMNS)[];
    if (names.length === 0) return;
    const columns = names.map((name) => COLUMNS[name]);
    const values = names.map((name) => facts[name] ?? null);
    const set = columns
      .map((column, i) => `${column} = $${i + 3}${column.endsWith('_on') ? '::date' : ''}`)
      .join(', ');
    const differs = columns
      .map((column, i) => `${column} IS DISTINCT FROM $${i + 3}${column.endsWith('_on') ? '::date' : ''}`)
      .join(' OR ');
    await db().query(`UPDATE cases SET ${set} WHERE org_id = $1 AND client_id = $2 AND (${differs})`, [
      currentActor().orgId,
      clientId,
      ...values,
    ]);
  }

  /** Notes which deadline comes first, of many clients in one statement. */
  async noteNextDeadlines(next: readonly NextDeadline[]): Promise<void> {
    if (next.length === 0) return;
    await db().query(
      `UPDATE cases c SET next_deadline_on = x.on_date, next_deadline_rule = x.rule
         FROM unnest($2::uuid[], $3::date[], $4::text[]) AS x(client_id, on_date, rule)
        WHERE c.org_id = $1 AND c.client_id = x.client_id
          AND (c.next_deadline_on IS DISTINCT FROM x.on_date OR c.next_deadline_rule IS DISTINCT FROM x.rule)`,
      [
        currentActor().orgId,
        next.map((each) => each.clientId),
        next.map((each) => each.on),
        next.map((each) => each.rule),
      ],
    );
  }
}
