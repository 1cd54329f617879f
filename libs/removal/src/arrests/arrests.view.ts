import { ApiProperty } from '@nestjs/swagger';
import { RecordView } from '../records/record.view';
import { ARREST_OUTCOMES, AS_REFUGEE } from './arrests.dto';

/** An arrest, whatever came of it. */
export class ArrestView extends RecordView {
  @ApiProperty({ enum: ARREST_OUTCOMES }) outcome: string;
  convictionId: string | null;
  arrestedOn: string | null;
  outcomeOn: string | null;
  agency: string | null;
  charges: string | null;
  note: string | null;
}

/** How the client came to the country, and when status followed. */
export class AdmissionView extends RecordView {
  @ApiProperty({ enum: AS_REFUGEE }) asRefugee: string;
  admittedOn: string | null;
  adjustedOn: string | null;
  note: string | null;
}
