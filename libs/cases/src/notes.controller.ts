import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseAccessService } from './case-access.service';
import { WriteNote } from './case.dto';
import { CaseAccess, NoteList } from './case.view';
import { CasesService } from './cases.service';
import { NotesService } from './notes.service';

class PageQuery {
  @IsOptional() @IsString() @MaxLength(300) cursor?: string;
}

@ApiTags('cases')
@Controller('cases/:caseId')
export class NotesController {
  constructor(
    private readonly cases: CasesService,
    private readonly notes: NotesService,
    private readonly access: CaseAccessService,
  ) {}

  /** The notes of a case, newest first. */
  @Get('notes')
  @Allow('note.read')
  async list(@Param('caseId') caseId: string): Promise<NoteList> {
    return this.notes.of(await this.cases.require(caseId));
  }

  /** Writes a note; notes are not edited afterwards. */
  @Post('notes')
  @Allow('note.write')
  async write(@Param('caseId') caseId: string, @Body() body: WriteNote): Promise<NoteList> {
    const matter = await this.cases.require(caseId);
    await this.notes.write(matter, body);
    return this.notes.of(matter);
  }

  /** Who is on the case, who sees it by role, and who opened or changed what. */
  @Get('access')
  @Allow('case.access')
  async accessed(@Param('caseId') caseId: string, @Query() query: PageQuery): Promise<CaseAccess> {
    return this.access.of(await this.cases.require(caseId), query.cursor);
  }
}
