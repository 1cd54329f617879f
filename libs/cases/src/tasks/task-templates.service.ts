import { Injectable } from '@nestjs/common';
import { changed, currentActor, db, newId, notFound, officeToday, badField } from '@app/platform';
import { addDays } from '@app/rules';
import type { Case } from '../case.entity';
import type { UseTemplate, WriteTemplate } from './task.dto';
import { TaskTemplate, type TemplateStep } from './task.entity';
import { TasksService } from './tasks.service';
import type { TemplateList, TemplateView } from './task.view';

/** Tasks that a kind of case always needs, written once by the office. */
@Injectable()
export class TaskTemplates {
  constructor(private readonly tasks: TasksService) {}

  async list(): Promise<TemplateList> {
    const rows = await db().findAll(TaskTemplate, {}, { name: 'ASC', id: 'ASC' });
    return { items: rows.map(viewOf) };
  }

  async add(input: WriteTemplate): Promise<TemplateView> {
    const id = newId();
    await db().insert(TaskTemplate, { id, ...valuesOf(input), createdBy: currentActor().userId });
    changed('template');
    return this.view(id);
  }

  async replace(id: string, version: number, input: WriteTemplate): Promise<TemplateView> {
    await db().update(TaskTemplate, await this.require(id), version, valuesOf(input));
    changed('template');
    return this.view(id);
  }

  /** Writes the tasks of a template into a case, each with its day. */
  async use(matter: Case, input: UseTemplate): Promise<void> {
    const template = await db().find(TaskTemplate, { id: input.templateId, active: true });
    if (!template) throw badField('templateId', 'unknown_template', 'There is no such template in use.');
    const from = input.from ?? (await officeToday());
    for (const step of template.steps)
      await this.tasks.write(matter, {
        title: step.title,
        details: step.details,
        priority: step.priority as 'normal',
        dueOn: step.dueAfterDays === null ? null : addDays(from, step.dueAfterDays),
        items: step.items,
        assigneeId: input.assigneeId ?? null,
      });
  }

  private async require(id: string): Promise<TaskTemplate> {
    const row = await db().find(TaskTemplate, { id });
    if (!row) throw notFound();
    return row;
  }

  private async view(id: string): Promise<TemplateView> {
    return viewOf(await this.require(id));
  }
}

function valuesOf(input: WriteTemplate): Pick<TaskTemplate, 'name' | 'caseType' | 'steps' | 'active'> {
  const steps: TemplateStep[] = input.steps.map((step) => ({
    title: step.title.trim(),
    details: step.details?.trim() || null,
    priority: step.priority ?? 'normal',
    dueAfterDays: step.dueAfterDays ?? null,
    items: (step.items ?? []).map((item) => item.trim()),
  }));
  return { name: input.name.trim(), caseType: input.caseType ?? null, active: input.active ?? true, steps };
}

function viewOf({ id, version, name, caseType, active, steps }: TaskTemplate): TemplateView {
  return { id, version, name, caseType, active, steps };
}
