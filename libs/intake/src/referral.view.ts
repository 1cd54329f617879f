import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { CONTACT_KINDS, NameView } from '@app/clients';
import { HOWS } from './conflict.dto';
import { HitView } from './conflict.view';
import { SENDING_FIELDS, FORM_LANGUAGES } from './referral.dto';
import { DECLINE_CODES, DETAINED, NEXT_KINDS, ORIGINS, REFERRAL_STATES } from './referral.policy';
import { OUTCOMES, PassedOnView } from './passing/passing.dto';

export class ReferralItem {
  id: string;
  @ApiProperty({ enum: REFERRAL_STATES }) state: string;
  @ApiProperty({ enum: ORIGINS }) origin: string;
  fromName: string | null;
  name: string;
  birth: string | null;
  cleared: boolean;
  /** Hits that wait for a decision, of those this person sees. */
  openHits: number;
  at: string;
}

export class ReferralList {
  items: ReferralItem[];
  nextCursor: string | null;
}

export class ReferralContactView {
  @ApiProperty({ enum: CONTACT_KINDS }) kind: string;
  value: string;
  safeToContact: boolean;
}

export class CarriedDateView {
  @ApiProperty({ enum: ['hearing', 'check_in', 'deadline'] }) kind: string;
  on: string;
  time: string | null;
  /** What is due, of a deadline. */
  what: string | null;
}

/** Everything beside name and birth date: not sent before conflicts are cleared. */
export class ReferralDetails {
  otherNames: string[];
  aNumberMasked: string | null;
  language: string | null;
  @ApiProperty({ type: ReferralContactView, nullable: true }) contact: ReferralContactView | null;
  /** What another organisation sent beside the first of each. */
  otherContacts: ReferralContactView[];
  otherLanguages: string[];
  story: string | null;
  @ApiProperty({ enum: NEXT_KINDS, nullable: true }) nextKind: string | null;
  nextOn: string | null;
  /** What is next in the record of the organisation that sent the person. */
  dates: CarriedDateView[];
  @ApiProperty({ enum: DETAINED, nullable: true }) detained: string | null;
  detainedAt: string | null;
}

export class ReferralStepView {
  @ApiProperty({ enum: REFERRAL_STATES }) state: string;
  by: PersonRef;
  at: string;
}

export class ReferralDecision {
  @ApiProperty({ enum: DECLINE_CODES, nullable: true }) code: string | null;
  note: string | null;
  keepUntil: string | null;
}

export class ReferralCan {
  check: boolean;
  decide: boolean;
  accept: boolean;
}

export class ReferralView {
  id: string;
  version: number;
  @ApiProperty({ enum: REFERRAL_STATES }) state: string;
  @ApiProperty({ enum: ORIGINS }) origin: string;
  fromName: string | null;
  name: NameView;
  birth: string | null;
  cleared: boolean;
  @ApiProperty({ type: ReferralDetails, nullable: true }) details: ReferralDetails | null;
  hits: HitView[];
  steps: ReferralStepView[];
  @ApiProperty({ type: ReferralDecision, nullable: true }) decision: ReferralDecision | null;
  /** Of a person who was passed on to another organisation. */
  @ApiProperty({ type: PassedOnView, nullable: true }) passedOn: PassedOnView | null;
  clientId: string | null;
  can: ReferralCan;
  at: string;
}

export class SentReferralView {
  id: string;
  toName: string;
  @ApiProperty({ enum: SENDING_FIELDS, isArray: true }) fields: string[];
  consentedOn: string;
  consentNote: string | null;
  @ApiProperty({ enum: OUTCOMES }) outcome: string;
  by: PersonRef;
  at: string;
}

export class SentReferralList {
  items: SentReferralView[];
}

export class PartnerView {
  id: string;
  name: string;
}

export class PartnerList {
  items: PartnerView[];
}

export class IntakeLinkView {
  open: boolean;
  openedAt: string | null;
  acceptsReferrals: boolean;
}

/** The address is shown once: only its hash is kept. */
export class OpenedLink {
  url: string;
  openedAt: string;
}

export class IntakeForm {
  organisation: string;
  @ApiProperty({ enum: FORM_LANGUAGES, isArray: true }) languages: string[];
  /** Work for the browser, so that a program pays for each form it sends. */
  challenge: string;
}

export class IntakeReceived {
  received: boolean;
}

export class PossibleDuplicate {
  @ApiProperty({ type: PersonRef }) client: PersonRef;
  birth: string | null;
  @ApiProperty({ enum: HOWS }) how: string;
  sameBirth: boolean;
}

export class PossibleDuplicates {
  /** There are others: a birth date, an A-number or a fuller name tells them apart. */
  more: boolean;
  items: PossibleDuplicate[];
}
