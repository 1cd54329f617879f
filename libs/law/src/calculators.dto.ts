import { ApiProperty } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  registerDecorator,
} from 'class-validator';
import { IsLegalDay, IsPartialDate } from '@app/platform';
import { IsForum } from './forum';

const MOST_FACTS = 100;
const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'boolean' || Number.isFinite(value) || isShortText(value);
const isShortText = (value: unknown): boolean => typeof value === 'string' && value.length <= 200;

/** Facts by name: texts, numbers, yes or no; null when not known. */
function IsFacts(): PropertyDecorator {
  return (target, property) => {
    ApiProperty({
      type: 'object',
      additionalProperties: {
        oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }],
        nullable: true,
      },
    })(target, property);
    registerDecorator({
      name: 'isFacts',
      target: target.constructor,
      propertyName: String(property),
      options: { message: `$property must be at most ${MOST_FACTS} named texts, numbers or yes and no` },
      validator: {
        validate: (value) =>
          value !== null &&
          typeof value === 'object' &&
          !Array.isArray(value) &&
          Object.keys(value).length <= MOST_FACTS &&
          Object.entries(value).every(([name, fact]) => name.length <= 100 && isScalar(fact)),
      },
    });
  };
}

/** A rule and the facts it runs from; GET /law/rules/{rule} names the facts it asks for. */
export class ComputeDeadline {
  /** Id or alias of a rule. */
  @IsString() @MaxLength(100) rule: string;
  /** Days YYYY-MM-DD, local times YYYY-MM-DDTHH:MM with `time_zone`, yes or no, whole numbers; null: not known. */
  @IsFacts() triggers: Record<string, string | number | boolean | null>;
  /** The forum in words, such as BIA, IJ Honolulu, 9th Cir. */
  @IsOptional() @IsString() @MaxLength(100) jurisdiction?: string | null;
}

const ORDER_KINDS = ['removal', 'deportation', 'exclusion', 'voluntary_departure_alternate'] as const;
const DECISION_FORMS = ['oral', 'written'] as const;
const APPEALS = ['waived', 'taken', 'not_taken', 'not_known'] as const;
const APPEAL_OUTCOMES = ['dismissed', 'sustained', 'remanded', 'rejected'] as const;

/** An order as far as it is known. Dates are YYYY, YYYY-MM or YYYY-MM-DD; null or left out: not known. */
export class AskFinality {
  @ApiProperty({ enum: ORDER_KINDS }) @IsIn(ORDER_KINDS) orderKind: (typeof ORDER_KINDS)[number];
  @IsOptional() @IsPartialDate() decidedOn?: string | null;
  /** When a written decision was mailed or served. */
  @IsOptional() @IsPartialDate() mailedOn?: string | null;
  @ApiProperty({ enum: DECISION_FORMS, required: false, nullable: true })
  @IsOptional()
  @IsIn(DECISION_FORMS)
  decisionForm?: (typeof DECISION_FORMS)[number] | null;
  @ApiProperty({ enum: APPEALS }) @IsIn(APPEALS) appeal: (typeof APPEALS)[number];
  @IsOptional() @IsPartialDate() appealFiledOn?: string | null;
  @ApiProperty({ enum: APPEAL_OUTCOMES, required: false, nullable: true })
  @IsOptional()
  @IsIn(APPEAL_OUTCOMES)
  appealOutcome?: (typeof APPEAL_OUTCOMES)[number] | null;
  @IsOptional() @IsPartialDate() appealDecidedOn?: string | null;
  @IsOptional() @IsBoolean() inAbsentia?: boolean | null;
  /** Whether the judge decided an asylum application. */
  @IsOptional() @IsBoolean() asylumDecided?: boolean | null;
  /** Last day to leave, for kind `voluntary_departure_alternate`. */
  @IsOptional() @IsLegalDay() voluntaryDepartureUntil?: string | null;
}

/** A stretch of at most 800 days, and whose closed days besides the federal ones. */
export class AskCalendar {
  @IsLegalDay() from: string;
  @IsLegalDay() to: string;
  /** USPS code of a state whose own holidays are shown too. */
  @IsOptional() @Matches(/^[A-Z]{2}$/) state?: string | null;
  /** 1 to 11 or DC: shows the holidays of the state where its clerk sits, when no state is named. */
  @IsOptional() @Matches(/^(?:[1-9]|1[01]|DC)$/) circuit?: string | null;
  /** Only the notices of this forum; those of every forum when left out. */
  @IsOptional() @IsForum() forum?: string | null;
}
