import { ApiProperty } from '@nestjs/swagger';
import { CASE_TYPES } from '../case.dto';
import { PersonRef } from '../case.view';
import { TASK_PRIORITIES, TASK_REPEATS, TASK_STATES } from './task.dto';

export class TaskLineView {
  id: string;
  text: string;
  /** Who ticked it; null while it is open. */
  @ApiProperty({ type: PersonRef, nullable: true }) tickedBy: PersonRef | null;
  tickedAt: string | null;
}

export class TaskCan {
  edit: boolean;
  finish: boolean;
  reopen: boolean;
}

export class TaskView {
  id: string;
  version: number;
  clientId: string;
  caseId: string;
  /** A code for roles that do not see names. */
  clientName: string;
  @ApiProperty({ enum: ['task', 'aftercare'] }) kind: string;
  title: string;
  details: string | null;
  @ApiProperty({ type: PersonRef, nullable: true }) assignee: PersonRef | null;
  /** False when the person it is given to cannot see the client, or has left: nobody works on it. */
  attended: boolean;
  dueOn: string | null;
  @ApiProperty({ enum: TASK_PRIORITIES }) priority: string;
  @ApiProperty({ enum: TASK_STATES }) status: string;
  /** Why it was dropped, or opened again. */
  reason: string | null;
  asleepUntil: string | null;
  @ApiProperty({ enum: TASK_REPEATS, nullable: true, type: String }) repeats: string | null;
  items: TaskLineView[];
  @ApiProperty({ type: PersonRef, nullable: true }) endedBy: PersonRef | null;
  endedAt: string | null;
  createdBy: PersonRef;
  createdAt: string;
  can: TaskCan;
}

export class CaseTasks {
  /** Open ones first, by their day. */
  items: TaskView[];
  /** Colleagues who can see the client and may be given a task. */
  assignable: PersonRef[];
}

export class TaskList {
  items: TaskView[];
  nextCursor: string | null;
}

export class TemplateStepView {
  title: string;
  details: string | null;
  @ApiProperty({ enum: TASK_PRIORITIES }) priority: string;
  dueAfterDays: number | null;
  items: string[];
}

export class TemplateView {
  id: string;
  version: number;
  name: string;
  @ApiProperty({ enum: CASE_TYPES, nullable: true, type: String }) caseType: string | null;
  active: boolean;
  steps: TemplateStepView[];
}

export class TemplateList {
  items: TemplateView[];
}
