import { Global, Module } from '@nestjs/common';
import { CaseAccessService } from './case-access.service';
import { CaseAccessController } from './case-access.controller';
import { CaseChanges } from './case-changes';
import { CaseFactsService } from './case-facts';
import { CaseListService } from './case-list.service';
import { CaseReader } from './case-reader';
import { CaseTeamService } from './case-team.service';
import { CaseloadController, CasesController } from './cases.controller';
import { CasesService } from './cases.service';
import { NoteIndex } from './note-index';
import { NoteSearch } from './notes/note-search';
import { NotesController } from './notes/notes.controller';
import { NotesService } from './notes/notes.service';
import { TaskReader } from './tasks/task-reader';
import { TaskSteps } from './tasks/task-steps.service';
import { TaskTemplatesController } from './tasks/task-templates.controller';
import { TaskTemplates } from './tasks/task-templates.service';
import { TasksController } from './tasks/tasks.controller';
import { TasksService } from './tasks/tasks.service';
import { WallsModule } from './walls/walls.module';

@Global()
@Module({
  imports: [WallsModule],
  controllers: [
    CaseAccessController,
    CaseloadController,
    CasesController,
    NotesController,
    TasksController,
    TaskTemplatesController,
  ],
  providers: [
    CaseAccessService,
    CaseChanges,
    CaseFactsService,
    CaseListService,
    CaseReader,
    CaseTeamService,
    CasesService,
    NoteIndex,
    NoteSearch,
    NotesService,
    TaskReader,
    TaskSteps,
    TaskTemplates,
    TasksService,
  ],
  exports: [CaseChanges, CaseFactsService, CaseListService, CasesService, NoteIndex, NoteSearch, TaskReader],
})
export class CasesModule {}
