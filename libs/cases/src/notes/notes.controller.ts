import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { CasesService } from '../cases.service';
import { NoteQuery, WriteNote } from './note.dto';
import { NoteList } from './note.view';
import { NotesService } from './notes.service';

@ApiTags('cases')
@Controller()
export class NotesController {
  constructor(
    private readonly cases: CasesService,
    private readonly notes: NotesService,
  ) {}

  /** The notes of a case: those kept on top first, then the newest. */
  @Get('cases/:caseId/notes')
  @Allow('note.read')
  async list(@Param('caseId') caseId: string, @Query() query: NoteQuery): Promise<NoteList> {
    return this.notes.of(await this.cases.require(caseId), query);
  }

  /** The notes of a case that volunteers may read. */
  @Get('cases/:caseId/notes/shared')
  @Allow('note.volunteer')
  async shared(@Param('caseId') caseId: string, @Query() query: NoteQuery): Promise<NoteList> {
    return this.notes.sharedOf(await this.cases.require(caseId), query);
  }

  /** Writes a note; notes are not edited afterwards, a correction is another note. */
  @Post('cases/:caseId/notes')
  @Allow('note.write')
  async write(@Param('caseId') caseId: string, @Body() body: WriteNote): Promise<NoteList> {
    const matter = await this.cases.require(caseId);
    await this.notes.write(matter, body);
    return this.notes.of(matter);
  }

  /** Keeps a note on top. */
  @Put('notes/:noteId/pin')
  @HttpCode(204)
  @Allow('note.write')
  async pin(@Param('noteId') noteId: string): Promise<void> {
    await this.notes.pin(noteId, true);
  }

  /** Lets a note go from the top. */
  @Delete('notes/:noteId/pin')
  @HttpCode(204)
  @Allow('note.write')
  async unpin(@Param('noteId') noteId: string): Promise<void> {
    await this.notes.pin(noteId, false);
  }
}
