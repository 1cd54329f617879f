import { ApiProperty } from '@nestjs/swagger';
import { ColleagueRef, PersonRef } from '@app/cases';
import { CHECK_IN_METHODS, CHECK_IN_OUTCOMES, CHECK_IN_STATUSES } from './check-in.dto';
import { OfficeView } from './check-in.view';

/** A note that was written for whoever goes along. */
export class SharedNote {
  id: string;
  text: string;
  by: PersonRef;
  at: string;
}

export class AccompanimentCan {
  recordOutcome: boolean;
}

/** A check-in somebody goes along to: when, where, with whom, in which language, and nothing else of the record. */
export class AccompanimentView {
  id: string;
  version: number;
  clientName: string;
  officeCode: string;
  @ApiProperty({ type: OfficeView, nullable: true }) office: OfficeView | null;
  date: string;
  time: string;
  timeZone: string;
  startsAt: string;
  @ApiProperty({ enum: CHECK_IN_METHODS }) method: string;
  @ApiProperty({ enum: CHECK_IN_STATUSES }) status: string;
  @ApiProperty({ enum: CHECK_IN_OUTCOMES, nullable: true }) outcome: string | null;
  languages: string[];
  interpreterLanguage: string | null;
  /** Who else goes along. */
  companions: ColleagueRef[];
  notes: SharedNote[];
  can: AccompanimentCan;
}

export class AccompanimentList {
  items: AccompanimentView[];
}

/** Who goes along to one check-in. */
export class CompanionList {
  items: ColleagueRef[];
}
