import { ApiProperty } from '@nestjs/swagger';
import { CUSTODY_STATES, PersonRef } from '@app/cases';
import { ARRESTED_BY, ARRESTED_WHERE, EPISODE_ENDS, STAY_SOURCES } from './episodes/episode.dto';
import { LOOK_UP_RESULTS, LOOKED_IN } from './look-ups/look-up.dto';
import { BondView } from './bonds/bond.view';
import { CallView } from './calls/call.view';
import { PlaceView } from './place.view';
import { ProtocolView } from './protocol/protocol.view';

/** A place of a detention, from when the client was seen there. */
export class CustodyStayView {
  id: string;
  @ApiProperty({ type: PlaceView, nullable: true }) place: PlaceView | null;
  seenAt: string;
  /** Another place than the one before. */
  isMove: boolean;
  @ApiProperty({ enum: STAY_SOURCES }) source: string;
  note: string | null;
  by: PersonRef;
  at: string;
}

export class EpisodeCan {
  edit: boolean;
}

/** A detention from arrest to end. */
export class EpisodeView {
  id: string;
  version: number;
  beganOn: string | null;
  /** The hour, when it is known. */
  beganAt: string | null;
  @ApiProperty({ enum: ARRESTED_BY }) arrestedBy: string;
  @ApiProperty({ enum: ARRESTED_WHERE }) arrestedWhere: string;
  arrestPlace: string | null;
  endedOn: string | null;
  @ApiProperty({ enum: EPISODE_ENDS, nullable: true }) endedHow: string | null;
  note: string | null;
  /** The first place first. */
  stays: CustodyStayView[];
  by: PersonRef;
  can: EpisodeCan;
}

/** A person looked for the client. */
export class LookUpView {
  id: string;
  lookedAt: string;
  @ApiProperty({ enum: LOOKED_IN }) lookedIn: string;
  @ApiProperty({ enum: LOOK_UP_RESULTS }) result: string;
  @ApiProperty({ type: PlaceView, nullable: true }) place: PlaceView | null;
  note: string | null;
  by: PersonRef;
}

export class DistrictCourtView {
  id: string;
  citation: string;
  name: string;
}

/** Where a habeas petition would be filed: where the client is, which only the last sighting tells. */
export class VenueView {
  @ApiProperty({ type: PlaceView, nullable: true }) lastSeen: PlaceView | null;
  seenAt: string;
  /** Whole hours since anybody saw the client there. */
  hoursSince: number;
  /** One: the court. More: the county decides. None: the state is not known. */
  courts: DistrictCourtView[];
}

export class CustodyFileCan {
  record: boolean;
  lookUp: boolean;
  protocol: boolean;
}

/** Everything about detention of one client. */
export class CustodyFileView {
  /** Now, and the time zone of the office in which days and hours are meant. */
  now: string;
  timeZone: string;
  @ApiProperty({ enum: CUSTODY_STATES, nullable: true }) status: string | null;
  since: string | null;
  /** From where the hours of the present detention are counted. */
  detainedAt: string | null;
  /** False when only the day is recorded: the earliest it can have been is taken. */
  hourKnown: boolean;
  /** The latest first. */
  episodes: EpisodeView[];
  /** Of all detentions, the one recorded last first. */
  bonds: BondView[];
  /** The latest first; at most 200. */
  lookUps: LookUpView[];
  /** When somebody has to look again; null when the client is not held. */
  nextLookUpAt: string | null;
  @ApiProperty({ type: VenueView, nullable: true }) venue: VenueView | null;
  /** The protocol that runs, or the last one that ended. */
  @ApiProperty({ type: ProtocolView, nullable: true }) protocol: ProtocolView | null;
  /** The latest first. */
  calls: CallView[];
  can: CustodyFileCan;
}
