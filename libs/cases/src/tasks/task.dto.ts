import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';
import { CASE_TYPES } from '../case.dto';

export const TASK_PRIORITIES = ['low', 'normal', 'high'] as const;
export const TASK_STATES = ['open', 'done', 'dropped'] as const;
export const TASK_REPEATS = ['weekly', 'every_two_weeks', 'monthly', 'quarterly', 'yearly'] as const;
export const TASK_LISTS = ['mine', 'team', 'unattended'] as const;
const LISTED = ['open', 'asleep', 'done', 'dropped'] as const;

const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;
const given = (_object: unknown, value: unknown): boolean => value !== undefined;

export class NewTask {
  @IsString() @IsNotBlank() @MaxLength(300) title: string;
  @IsOptional() @IsString() @MaxLength(5000) details?: string | null;
  /** Somebody who can see the client. */
  @IsOptional() @IsUUID() assigneeId?: string | null;
  @IsOptional() @IsLegalDay() dueOn?: string | null;
  @ApiProperty({ enum: TASK_PRIORITIES, required: false })
  @IsOptional()
  @IsIn(TASK_PRIORITIES)
  priority?: (typeof TASK_PRIORITIES)[number];
  /** When it is done, the next one is written by itself. */
  @ApiProperty({ enum: TASK_REPEATS, required: false, nullable: true, type: String })
  @IsOptional()
  @IsIn(TASK_REPEATS)
  repeats?: (typeof TASK_REPEATS)[number] | null;
  /** It stays out of the lists until this day. */
  @IsOptional() @IsLegalDay() asleepUntil?: string | null;
  /** The checklist. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsNotBlank({ each: true })
  @MaxLength(300, { each: true })
  items?: string[];
}

export class EditTask {
  @ValidateIf(given) @IsString() @IsNotBlank() @MaxLength(300) title?: string;
  @IsOptional() @IsString() @MaxLength(5000) details?: string | null;
  @IsOptional() @IsUUID() assigneeId?: string | null;
  @IsOptional() @IsLegalDay() dueOn?: string | null;
  @ApiProperty({ enum: TASK_PRIORITIES, required: false })
  @ValidateIf(given)
  @IsIn(TASK_PRIORITIES)
  priority?: (typeof TASK_PRIORITIES)[number];
  @ApiProperty({ enum: TASK_REPEATS, required: false, nullable: true, type: String })
  @IsOptional()
  @IsIn(TASK_REPEATS)
  repeats?: (typeof TASK_REPEATS)[number] | null;
}

export class TaskReason {
  @IsString() @IsNotBlank() @MaxLength(2000) reason: string;
}

export class PutOffTask {
  /** The day on which it comes back. */
  @IsLegalDay() until: string;
}

export class NewTaskLine {
  @IsString() @IsNotBlank() @MaxLength(300) text: string;
}

/** Filters of the tasks of the caseload. */
export class TaskQuery {
  /** mine, everybody's (team), or what nobody who can see the client looks after (unattended). */
  @ApiProperty({ enum: TASK_LISTS, required: false })
  @IsOptional()
  @IsIn(TASK_LISTS)
  whose?: (typeof TASK_LISTS)[number];
  @ApiProperty({ enum: LISTED, required: false })
  @IsOptional()
  @IsIn(LISTED)
  state?: (typeof LISTED)[number];
  /** true: only those whose day has passed. */
  @IsOptional() @Transform(flag) @IsBoolean() overdue?: boolean;
  @IsOptional() @IsUUID() assigneeId?: string;
  @ApiProperty({ enum: TASK_PRIORITIES, required: false })
  @IsOptional()
  @IsIn(TASK_PRIORITIES)
  priority?: (typeof TASK_PRIORITIES)[number];
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

export class TemplateStepBody {
  @IsString() @IsNotBlank() @MaxLength(300) title: string;
  @IsOptional() @IsString() @MaxLength(2000) details?: string | null;
  @ApiProperty({ enum: TASK_PRIORITIES, required: false })
  @IsOptional()
  @IsIn(TASK_PRIORITIES)
  priority?: (typeof TASK_PRIORITIES)[number];
  /** Days after the day on which the template is used. */
  @IsOptional() @IsInt() @Min(0) @Max(3650) dueAfterDays?: number | null;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsNotBlank({ each: true })
  @MaxLength(300, { each: true })
  items?: string[];
}

/** A whole template: it is written as one, and replaced as one. */
export class WriteTemplate {
  @IsString() @IsNotBlank() @MaxLength(120) name: string;
  /** The kind of case it is meant for; left out, for any. */
  @ApiProperty({ enum: CASE_TYPES, required: false, nullable: true, type: String })
  @IsOptional()
  @IsIn(CASE_TYPES)
  caseType?: (typeof CASE_TYPES)[number] | null;
  @IsOptional() @IsBoolean() active?: boolean;
  @IsNotEmpty()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => TemplateStepBody)
  steps: TemplateStepBody[];
}

export class UseTemplate {
  @IsUUID() templateId: string;
  /** The day its days are counted from; today when left out. */
  @IsOptional() @IsLegalDay() from?: string;
  @IsOptional() @IsUUID() assigneeId?: string | null;
}
