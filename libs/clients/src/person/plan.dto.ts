import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLegalDay, IsNotBlank } from '@app/platform';
import { PLAN_SECTIONS, type PlanSection } from './plan-items';
import { PersonCan } from './relative.dto';

export const PLAN_STATES = ['open', 'done', 'not_needed'] as const;
const KEPT_STATES = [...PLAN_STATES, 'withdrawn'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export class WritePlanItem {
  @ApiProperty({ enum: PLAN_STATES }) @IsIn(PLAN_STATES) state: PlanState;
  /** What was agreed: who, where, which numbers. */
  @IsOptional() @IsString() @MaxLength(4000) text?: string | null;
  /** When it was done; today when left out. */
  @IsOptional() @IsLegalDay() doneOn?: string | null;
}

export class NewPlanItem extends WritePlanItem {
  @ApiProperty({ enum: PLAN_SECTIONS }) @IsIn(PLAN_SECTIONS) section: PlanSection;
  @IsString() @IsNotBlank() @MaxLength(240) title: string;
}

export class FamilyPlanItem {
  /** A code that the screens have words for, or the id of an item that the office added. */
  item: string;
  /** How often it was saved; 0 for never. */
  version: number;
  @ApiProperty({ enum: PLAN_SECTIONS }) section: string;
  /** Null for items that every family is asked. */
  title: string | null;
  text: string | null;
  @ApiProperty({ enum: PLAN_STATES }) state: string;
  doneOn: string | null;
  by: string | null;
  at: string | null;
}

export class FamilyPlanSection {
  @ApiProperty({ enum: PLAN_SECTIONS }) section: string;
  done: number;
  /** Items that somebody still has to see to, done ones included. */
  needed: number;
  items: FamilyPlanItem[];
}

export class FamilyPlan {
  sections: FamilyPlanSection[];
  done: number;
  needed: number;
  /** When anything of it was last saved. */
  savedAt: string | null;
  can: PersonCan;
}

export class FamilyPlanItemWas {
  version: number;
  text: string | null;
  @ApiProperty({ enum: KEPT_STATES }) state: string;
  doneOn: string | null;
  by: string | null;
  at: string;
}

export class FamilyPlanItemHistory {
  /** Latest first. */
  items: FamilyPlanItemWas[];
}
