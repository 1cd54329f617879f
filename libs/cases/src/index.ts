export { CaseChanges } from './case-changes';
export { CaseFactsService, type CaseFacts, type NextDeadline } from './case-facts';
export { CaseListService } from './case-list.service';
export { CASE_STAGES, CASE_TYPES, CUSTODY_STATES, OUTCOMES } from './case.dto';
export { Case } from './case.entity';
export { ColleagueRef, PersonRef } from './case.view';
export { CasesModule } from './cases.module';
export { CasesService } from './cases.service';
export { NoteIndex } from './note-index';
