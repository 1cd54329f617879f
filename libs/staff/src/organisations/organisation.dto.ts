import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsOptional,
  IsString,
  IsTimeZone,
  Matches,
  MaxLength,
  NotEquals,
  ValidateNested,
} from 'class-validator';
import { IsAddress, IsName } from '../people/address';
import { INSTALLATION_SLUG } from './installation';

export class FirstDirector {
  @IsName()
  name: string;

  @IsAddress()
  email: string;
}

export class CreateOrganisation {
  @IsName()
  name: string;

  /** Short name: lower-case letters, digits and hyphens. */
  @IsString()
  @MaxLength(40)
  @Matches(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, {
    message: '$property must be lower-case letters, digits and hyphens',
  })
  @NotEquals(INSTALLATION_SLUG)
  slug: string;

  /** IANA zone, such as America/New_York. */
  @IsString()
  @MaxLength(60)
  @IsTimeZone()
  timeZone: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => FirstDirector)
  director: FirstDirector;
}

export class EditOrganisation {
  @IsOptional()
  @IsName()
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  @IsTimeZone()
  timeZone?: string;
}

/** What the operator sees of an organisation: that it exists and how many work there. */
export class OrganisationSummaryView {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  staffCount: number;
  createdAt: string;
}

export class OrganisationSummaryListView {
  items: OrganisationSummaryView[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** The own organisation. */
export class OrganisationView {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  version: number;
}
