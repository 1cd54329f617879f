import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { CasesService } from '../cases.service';
import { TaskReader } from './task-reader';
import { TaskSteps } from './task-steps.service';
import { EditTask, NewTask, NewTaskLine, PutOffTask, TaskQuery, TaskReason } from './task.dto';
import { CaseTasks, TaskList, TaskView } from './task.view';
import { TasksService } from './tasks.service';

@ApiTags('tasks')
@Controller()
export class TasksController {
  constructor(
    private readonly cases: CasesService,
    private readonly tasks: TasksService,
    private readonly steps: TaskSteps,
    private readonly reader: TaskReader,
  ) {}

  /** Tasks of the caseload, the earliest day first. */
  @Get('tasks')
  @Allow('task.list')
  list(@Query() query: TaskQuery): Promise<TaskList> {
    return this.reader.list(query);
  }

  /** The tasks of a case, open ones first, and who can be given one. */
  @Get('cases/:caseId/tasks')
  @Allow('task.read')
  async ofCase(@Param('caseId') caseId: string): Promise<CaseTasks> {
    return this.reader.ofCase(await this.cases.require(caseId));
  }

  /** Writes a task. */
  @Post('cases/:caseId/tasks')
  @Allow('task.edit')
  async write(@Param('caseId') caseId: string, @Body() body: NewTask): Promise<TaskView> {
    return this.reader.view(await this.tasks.write(await this.cases.require(caseId), body));
  }

  /** One task. */
  @Get('tasks/:taskId')
  @Allow('task.read')
  read(@Param('taskId') taskId: string): Promise<TaskView> {
    return this.reader.view(taskId);
  }

  /** Changes what a task says, its day, or who has it. */
  @Patch('tasks/:taskId')
  @Allow('task.edit')
  async edit(
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() body: EditTask,
  ): Promise<TaskView> {
    await this.tasks.edit(taskId, version, body);
    return this.reader.view(taskId);
  }

  /** Done; a task that repeats leaves the next one behind. */
  @Post('tasks/:taskId/done')
  @HttpCode(200)
  @Allow('task.edit')
  async done(@Param('taskId') taskId: string, @IfMatch() version: number): Promise<TaskView> {
    await this.steps.done(taskId, version);
    return this.reader.view(taskId);
  }

  /** Dropped, with the reason. */
  @Post('tasks/:taskId/drop')
  @HttpCode(200)
  @Allow('task.edit')
  async drop(
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() body: TaskReason,
  ): Promise<TaskView> {
    await this.steps.drop(taskId, version, body.reason);
    return this.reader.view(taskId);
  }

  /** Open again, with the reason. */
  @Post('tasks/:taskId/reopen')
  @HttpCode(200)
  @Allow('task.edit')
  async reopen(
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() body: TaskReason,
  ): Promise<TaskView> {
    await this.steps.reopen(taskId, version, body.reason);
    return this.reader.view(taskId);
  }

  /** Out of the lists until a day. */
  @Post('tasks/:taskId/put-off')
  @HttpCode(200)
  @Allow('task.edit')
  async putOff(
    @Param('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() body: PutOffTask,
  ): Promise<TaskView> {
    await this.steps.putOff(taskId, version, body);
    return this.reader.view(taskId);
  }

  /** Adds a line to the checklist. */
  @Post('tasks/:taskId/items')
  @Allow('task.edit')
  async addLine(@Param('taskId') taskId: string, @Body() body: NewTaskLine): Promise<TaskView> {
    await this.steps.addLine(taskId, body.text);
    return this.reader.view(taskId);
  }

  /** Ticks a line of the checklist. */
  @Put('tasks/:taskId/items/:itemId/tick')
  @Allow('task.edit')
  async tick(@Param('taskId') taskId: string, @Param('itemId') itemId: string): Promise<TaskView> {
    await this.steps.tick(taskId, itemId, true);
    return this.reader.view(taskId);
  }

  /** Takes the tick back. */
  @Delete('tasks/:taskId/items/:itemId/tick')
  @Allow('task.edit')
  async untick(@Param('taskId') taskId: string, @Param('itemId') itemId: string): Promise<TaskView> {
    await this.steps.tick(taskId, itemId, false);
    return this.reader.view(taskId);
  }
}
