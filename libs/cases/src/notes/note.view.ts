import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '../case.view';
import { NOTE_KINDS, NOTE_TOPICS } from './note.dto';

export class NoteView {
  id: string;
  text: string;
  @ApiProperty({ enum: NOTE_KINDS }) kind: string;
  @ApiProperty({ enum: NOTE_TOPICS }) topic: string;
  pinned: boolean;
  /** The note that this one puts right. */
  correctsId: string | null;
  by: PersonRef;
  at: string;
}

export class NoteList {
  /** Those kept on top come before the first page. */
  items: NoteView[];
  nextCursor: string | null;
}
