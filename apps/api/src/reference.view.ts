import { ApiProperty } from '@nestjs/swagger';
import { GroundView, JurisdictionView } from '@app/law';
import { FACILITY_KINDS } from '@app/rules';

const DOCKETS = ['detained', 'video_center', 'state_prison'] as const;
const COURT_STATUSES = ['open', 'not_listed', 'replaced'] as const;
const OFFICE_KINDS = ['field_office', 'sub_office'] as const;
const FACILITY_LISTINGS = ['listed', 'population'] as const;
const FAMILIES = [
  'inadmissibility',
  'deportability',
  'former_deportability_1991',
  'former_deportability_unclear',
  'former_exclusion',
  'other',
] as const;

/** Where a list comes from and how far it can be trusted; shown wherever the list is shown. */
class ReferenceList {
  /** The day, or only the year, on which the facts were true at their source. */
  asOf: string;
  source: string;
  note: string;
}

export class ReferenceCourt {
  /** EOIR base city code. */
  code: string;
  name: string;
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  timeZone: string | null;
  circuit: string | null;
  @ApiProperty({ enum: DOCKETS, nullable: true }) docket: string | null;
  @ApiProperty({ enum: COURT_STATUSES }) status: string;
  /** The code now in use, where an old one still appears in records. */
  replacedBy: string | null;
}
export class ReferenceCourts extends ReferenceList {
  items: ReferenceCourt[];
}

export class ReferenceIceOffice {
  code: string;
  name: string;
  @ApiProperty({ enum: OFFICE_KINDS }) kind: string;
  fieldOffice: string | null;
  address: string;
  city: string;
  state: string;
  zip: string;
  timeZone: string;
}
export class ReferenceIceOffices extends ReferenceList {
  items: ReferenceIceOffice[];
}

export class ReferenceFacility {
  code: string;
  name: string;
  @ApiProperty({ enum: FACILITY_KINDS }) kind: string;
  address: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  county: string | null;
  fieldOffice: string | null;
  timeZone: string | null;
  /** In ICE's statistics of 2026, or only in the counts of people held. */
  @ApiProperty({ enum: FACILITY_LISTINGS }) listing: string;
}
export class ReferenceFacilities extends ReferenceList {
  items: ReferenceFacility[];
}

export class ReferenceCharge {
  /** As EOIR writes it. */
  code: string;
  description: string | null;
  ina: string;
  usc: string | null;
  @ApiProperty({ enum: FAMILIES }) family: string;
  groundId: string | null;
  qualityNote: string | null;
}
export class ReferenceCharges extends ReferenceList {
  items: ReferenceCharge[];
}

export class ReferenceCountry {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
}
export class ReferenceCountries extends ReferenceList {
  items: ReferenceCountry[];
}

export class ReferenceNationality extends ReferenceCountry {
  /** EOIR's own code, which looks like an ISO code and is not. */
  eoirCode: string;
}
export class ReferenceNationalities extends ReferenceList {
  items: ReferenceNationality[];
}

export class ReferenceLanguage {
  /** BCP 47. */
  code: string;
  name: string;
}
export class ReferenceLanguages extends ReferenceList {
  items: ReferenceLanguage[];
}

export class ReferenceJurisdictions extends ReferenceList {
  items: JurisdictionView[];
}

export class ReferenceGrounds extends ReferenceList {
  items: GroundView[];
}
