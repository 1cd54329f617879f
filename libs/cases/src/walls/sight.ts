import { OFFICE_WIDE_ROLES } from '@app/access';
import type { SightRow } from './walls.queries';
import type { PersonSight, SightReason } from './wall.view';

const reason = (kind: string, since: Date | null = null, until: string | null = null): SightReason => ({
  kind,
  since: since?.toISOString() ?? null,
  until,
});

function opens(row: SightRow): SightReason[] {
  const found: SightReason[] = [];
  const volunteer = row.role === 'volunteer';
  if ((OFFICE_WIDE_ROLES as readonly string[]).includes(row.role)) found.push(reason('office_wide'));
  if (row.team_since && !volunteer) found.push(reason('team', row.team_since));
  if (row.time_boxed_until && !volunteer)
    found.push(reason('time_boxed', null, row.time_boxed_until.toISOString()));
  if (row.break_glass_until && !volunteer)
    found.push(reason('break_glass', null, row.break_glass_until.toISOString()));
  if (row.companion_on && volunteer) found.push(reason('companion', null, row.companion_on));
  return found;
}

/** Whether somebody sees a client, with everything that bears on it. People who have no reason to see it and none not to are left out. */
export function sightOfPerson(row: SightRow): PersonSight {
  const because = opens(row);
  const boxed = row.time_boxed_until !== null || row.break_glass_until !== null;
  const walled = row.named_wall && !row.inside && !boxed;
  const sees = because.length > 0 && !walled && !row.screened;
  if (row.named_wall) because.push(reason(row.inside || boxed ? 'inside_wall' : 'outside_wall'));
  if (row.screened) because.push(reason('screened'));
  return { user: { id: row.id, name: row.name, role: row.role }, sees, because };
}
