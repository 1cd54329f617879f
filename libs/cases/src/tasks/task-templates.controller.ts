import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { CasesService } from '../cases.service';
import { TaskReader } from './task-reader';
import { TaskTemplates } from './task-templates.service';
import { UseTemplate, WriteTemplate } from './task.dto';
import { CaseTasks, TemplateList, TemplateView } from './task.view';

@ApiTags('tasks')
@Controller()
export class TaskTemplatesController {
  constructor(
    private readonly templates: TaskTemplates,
    private readonly cases: CasesService,
    private readonly reader: TaskReader,
  ) {}

  /** The office's task templates. */
  @Get('task-templates')
  @Allow('task.list')
  list(): Promise<TemplateList> {
    return this.templates.list();
  }

  /** Writes a template. It names no client. */
  @Post('task-templates')
  @Allow('task.template')
  add(@Body() body: WriteTemplate): Promise<TemplateView> {
    return this.templates.add(body);
  }

  /** Replaces a template; tasks that were made from it stay as they are. */
  @Put('task-templates/:templateId')
  @Allow('task.template')
  replace(
    @Param('templateId') templateId: string,
    @IfMatch() version: number,
    @Body() body: WriteTemplate,
  ): Promise<TemplateView> {
    return this.templates.replace(templateId, version, body);
  }

  /** Writes the tasks of a template into a case. */
  @Post('cases/:caseId/tasks/from-template')
  @HttpCode(200)
  @Allow('task.edit')
  async use(@Param('caseId') caseId: string, @Body() body: UseTemplate): Promise<CaseTasks> {
    const matter = await this.cases.require(caseId);
    await this.templates.use(matter, body);
    return this.reader.ofCase(matter);
  }
}
