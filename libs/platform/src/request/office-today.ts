import { currentActor, db } from './scope';

/** Today as YYYY-MM-DD where the organisation's office is. The database's clock, so that all processes agree. */
export async function officeToday(): Promise<string> {
  const row = await db().one<{ today: string }>(
    'SELECT (now() AT TIME ZONE time_zone)::date AS today FROM organisation WHERE org_id = $1',
    [currentActor().orgId],
  );
  if (!row) throw new Error('This organisation has no time zone.');
  return row.today;
}
