import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, Matches } from 'class-validator';
import { IsLegalDay, IsPartialDate } from '@app/platform';

/**
 * What is known about one person. Dates are YYYY, YYYY-MM or YYYY-MM-DD; countries are ISO 3166-1 alpha-2. What is left
 * out is not known, which is a question and not a no.
 */
export class AskScreening {
  /** First arrival in the United States. */
  @IsOptional() @IsPartialDate() firstEnteredOn?: string | null;
  /** Last arrival, when the person left and came back. */
  @IsOptional() @IsPartialDate() lastEnteredOn?: string | null;
  /** Every citizenship held. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^[A-Z]{2}$/, { each: true })
  citizenships?: string[] | null;
  @IsOptional() @Matches(/^[A-Z]{2}$/) birthCountry?: string | null;
  /** Born in a refugee camp. */
  @IsOptional() @IsBoolean() bornInCamp?: boolean | null;
  @IsOptional() @IsBoolean() inUnitedStates?: boolean | null;
  @IsOptional() @IsBoolean() continuousResidence?: boolean | null;
  @IsOptional() @IsBoolean() goodMoralCharacter?: boolean | null;
  /** Whether a ground of inadmissibility for crimes applies, pardoned or not. */
  @IsOptional() @IsBoolean() criminallyInadmissible?: boolean | null;
  /** Ever admitted or adjusted as a permanent resident. */
  @IsOptional() @IsBoolean() residentRecord?: boolean | null;
  @IsOptional() @IsBoolean() finalOrder?: boolean | null;
  /** Released from ICE custody after the order. */
  @IsOptional() @IsBoolean() releasedAfterOrder?: boolean | null;
  /** Convicted, or in breach of the supervision, since the release. */
  @IsOptional() @IsBoolean() laterViolation?: boolean | null;
  /** Day ICE mailed a notice of intended arrest. */
  @IsOptional() @IsLegalDay() noticeMailedOn?: string | null;
  @IsOptional() @IsPartialDate() pardonOn?: string | null;
  /** Convicted of an aggravated felony; false when not. */
  @IsOptional() @IsBoolean() aggravatedFelony?: boolean | null;
  /** When, if so. */
  @IsOptional() @IsPartialDate() aggravatedFelonyOn?: string | null;
  @IsOptional() @IsBoolean() spouseOfCitizen?: boolean | null;
  /** Planned day of Form N-400. */
  @IsOptional() @IsLegalDay() naturalisationFilingOn?: string | null;
  /** Show introduced bills too, each marked as not law. */
  @IsOptional() @IsBoolean() includeBills?: boolean;
}
