import { ApiProperty } from '@nestjs/swagger';
import { ColleagueRef, PersonRef } from '../case.view';
import { FINDINGS, WALL_KINDS } from './wall.dto';

export const GRANT_KINDS = ['time_boxed', 'break_glass'] as const;
export const SIGHT_REASONS = [
  'team',
  'office_wide',
  'time_boxed',
  'break_glass',
  'companion',
  'inside_wall',
  'outside_wall',
  'screened',
] as const;

export class WallView {
  id: string;
  version: number;
  @ApiProperty({ enum: WALL_KINDS }) kind: string;
  reason: string;
  raisedBy: PersonRef;
  raisedAt: string;
  /** For a named wall those inside, for an ethical wall those kept out. */
  people: ColleagueRef[];
  liftedAt: string | null;
  @ApiProperty({ type: PersonRef, nullable: true }) liftedBy: PersonRef | null;
  liftedReason: string | null;
}

export class AccessGrantView {
  id: string;
  @ApiProperty({ enum: GRANT_KINDS }) kind: string;
  user: ColleagueRef;
  reason: string | null;
  givenBy: PersonRef;
  since: string;
  until: string;
  endedAt: string | null;
  /** Whether it lets the person see the client now. */
  live: boolean;
}

/** Why somebody sees the client, or does not. */
export class SightReason {
  @ApiProperty({ enum: SIGHT_REASONS }) kind: string;
  since: string | null;
  until: string | null;
}

export class PersonSight {
  user: ColleagueRef;
  sees: boolean;
  because: SightReason[];
}

export class AccessCan {
  raiseWall: boolean;
  giveAccess: boolean;
}

/** Who can see a client and why. */
export class ClientAccess {
  people: PersonSight[];
  walls: WallView[];
  grants: AccessGrantView[];
  can: AccessCan;
}

export class BrokenGlass {
  clientId: string;
  until: string;
}

export class GlassClient {
  id: string;
  name: string;
}

export class GlassBreakView {
  id: string;
  version: number;
  by: ColleagueRef;
  at: string;
  reason: string;
  /** False when nothing was found, or nothing that could be opened. */
  opened: boolean;
  /** Whose record, when the reviewer may see it. */
  @ApiProperty({ type: GlassClient, nullable: true }) client: GlassClient | null;
  until: string | null;
  reviewedAt: string | null;
  @ApiProperty({ type: PersonRef, nullable: true }) reviewedBy: PersonRef | null;
  @ApiProperty({ enum: FINDINGS, nullable: true }) finding: string | null;
  note: string | null;
}

export class GlassBreakList {
  items: GlassBreakView[];
}
