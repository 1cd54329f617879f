import type { Outcome } from '../../libs/retention/src/retention.dto';
import { asAdmin } from './admin';
import type { TestApp } from './app';

/** What a client's timeline has come to, worked out from the story and from nothing of the product. */
export interface Story {
  id: string;
  caseId: string;
  version: number;
  /** The day the case was closed, while it is. */
  closedOn: string | null;
  outcome: Outcome | null;
  holds: string[];
  wish: { id: string; by: Who; dueAt: number | null } | null;
  erased: boolean;
}

export type Who = 'director' | 'attorney';

/** Why a destruction of the client is refused now, or null. */
export function barredFrom(story: Story): string | null {
  if (story.holds.length > 0) return 'under_legal_hold';
  if (story.wish) return 'proposed_already';
  return story.closedOn ? null : 'case_open';
}

export function day(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** As the database adds years: 29 February becomes the 28th. */
export function yearsAfter(from: string, years: number): string {
  const moved = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
  return Number.isNaN(Date.parse(moved)) || day(moved, 0) !== moved ? moved.replace('02-29', '02-28') : moved;
}

/** What the list of those who were kept long enough says of the client. */
export function dueLine(
  world: { years: Record<Outcome, number>; today: string },
  { id, closedOn, outcome, holds }: Story,
): string[] {
  if (!closedOn || !outcome) return [];
  const due = yearsAfter(closedOn, world.years[outcome]);
  return due <= world.today ? [`${id} ${due} ${holds.length > 0}`] : [];
}

/** Everything that is dated in the office lies these days further back. */
export async function makeOlder(test: TestApp, orgId: string, days: number): Promise<void> {
  await asAdmin(test, async (admin) => {
    await admin.query('SET session_replication_role = replica');
    for (const sql of [
      'UPDATE app.cases SET opened_on = opened_on - $2::int, closed_on = closed_on - $2::int WHERE org_id = $1',
      'UPDATE app.destruction SET not_before = not_before - make_interval(days => $2::int) WHERE org_id = $1',
    ])
      await admin.query(sql, [orgId, days]);
  });
}
