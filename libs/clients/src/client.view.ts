import { ApiProperty } from '@nestjs/swagger';
import { ALIAS_KINDS, ARRIVAL_MANNERS, CONTACT_KINDS } from './client.dto';
import { INTERPRETER_NEEDS, LanguageSkillView, LITERACY } from './person/language.dto';

export class NameView {
  given: string;
  middle: string | null;
  family: string;
  /** Names in the order the person uses them; a code for roles that may not see names. */
  full: string;
}

export class AliasView {
  id: string;
  name: string;
  @ApiProperty({ enum: ALIAS_KINDS }) kind: string;
  usedFrom: string | null;
  usedUntil: string | null;
}

export class ANumberView {
  /** The last three digits only, such as A•••-•••-678. */
  masked: string;
}

export class ArrivalView {
  on: string | null;
  @ApiProperty({ enum: ARRIVAL_MANNERS }) manner: string;
}

export class ContactView {
  id: string;
  version: number;
  @ApiProperty({ enum: CONTACT_KINDS }) kind: string;
  value: string;
  label: string | null;
  safeToContact: boolean;
  hours: string | null;
  whoAnswers: string | null;
  language: string | null;
  leaveMessage: boolean | null;
  confirmedOn: string | null;
}

/** What a contact point said before somebody changed it. */
export class ContactWas {
  value: string;
  safeToContact: boolean;
  confirmedOn: string | null;
  /** Until when it said so. */
  until: string;
  changedBy: string | null;
}

export class ContactHistory {
  /** Latest first. */
  items: ContactWas[];
}

/** A contact point that was taken off, as it was then. */
export class FormerContact {
  @ApiProperty({ enum: CONTACT_KINDS }) kind: string;
  value: string;
  safeToContact: boolean;
  takenOffAt: string;
  takenOffBy: string | null;
}

export class FormerContacts {
  /** Taken off last first. */
  items: FormerContact[];
}

export class ContactOrder {
  items: ContactView[];
}

export class ClientCan {
  edit: boolean;
  reveal: boolean;
  seeContacts: boolean;
}

export class ClientView {
  id: string;
  version: number;
  name: NameView;
  /** The names in their own script, to stand beside the Latin one. */
  nativeNames: string[];
  aliases: AliasView[];
  @ApiProperty({ type: ANumberView, nullable: true }) aNumber: ANumberView | null;
  birth: string | null;
  countryOfBirth: string | null;
  citizenship: string | null;
  languages: string[];
  /** The same languages with how well each is spoken and read. */
  languageSkills: LanguageSkillView[];
  @ApiProperty({ type: String, enum: INTERPRETER_NEEDS, nullable: true }) interpreterNeed: string | null;
  interpreterLanguage: string | null;
  interpreterDialect: string | null;
  @ApiProperty({ type: String, enum: LITERACY, nullable: true }) literacy: string | null;
  @ApiProperty({ type: ArrivalView, nullable: true }) arrival: ArrivalView | null;
  contacts: ContactView[];
  /** The record to go on with, when this one was merged into it. */
  mergedInto: string | null;
  can: ClientCan;
  createdAt: string;
  updatedAt: string;
}

export class RevealedANumber {
  aNumber: string;
}
