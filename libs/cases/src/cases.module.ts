import { Global, Module } from '@nestjs/common';
import { DeparturesModule } from '@app/staff';
import { CaseAccessService } from './case-access.service';
import { CaseAccessController } from './case-access.controller';
import { CaseChanges } from './case-changes';
import { CaseFactsService } from './case-facts';
import { CaseListService } from './case-list.service';
import { CaseReader } from './case-reader';
import { CaseTeamService } from './case-team.service';
import { CaseloadController, CasesController } from './cases.controller';
import { CasesService } from './cases.service';
import { ClosingController } from './closing/closing.controller';
import { ClosingService } from './closing/closing.service';
import { Handover } from './handover.service';
import { NoteIndex } from './note-index';
import { NoteSearch } from './notes/note-search';
import { NotesController } from './notes/notes.controller';
import { NotesService } from './notes/notes.service';
import { WallsModule } from './walls/walls.module';
import { WorkModule } from './work.module';

@Global()
@Module({
  imports: [DeparturesModule, WorkModule, WallsModule],
  controllers: [
    CaseAccessController,
    CaseloadController,
    CasesController,
    ClosingController,
    NotesController,
  ],
  providers: [
    CaseAccessService,
    CaseChanges,
    CaseFactsService,
    CaseListService,
    CaseReader,
    CaseTeamService,
    CasesService,
    ClosingService,
    Handover,
    NoteIndex,
    NoteSearch,
    NotesService,
  ],
  exports: [
    CaseChanges,
    CaseFactsService,
    CaseListService,
    CasesService,
    NoteIndex,
    NoteSearch,
    NotesService,
    WorkModule,
  ],
})
export class CasesModule {}
