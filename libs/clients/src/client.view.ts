import { ApiProperty } from '@nestjs/swagger';
import { ALIAS_KINDS, ARRIVAL_MANNERS, CONTACT_KINDS } from './client.dto';

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
  aliases: AliasView[];
  @ApiProperty({ type: ANumberView, nullable: true }) aNumber: ANumberView | null;
  birth: string | null;
  countryOfBirth: string | null;
  citizenship: string | null;
  languages: string[];
  interpreterLanguage: string | null;
  @ApiProperty({ type: ArrivalView, nullable: true }) arrival: ArrivalView | null;
  contacts: ContactView[];
  can: ClientCan;
  createdAt: string;
  updatedAt: string;
}

export class RevealedANumber {
  aNumber: string;
}
