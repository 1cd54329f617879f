import { ApiProperty } from '@nestjs/swagger';
import { RecordView } from '../records/record.view';
import { CONCERN_KINDS, DEPARTURE_WAYS, REQUESTERS, TRAVEL_RESULTS } from './supervision.dto';

/** A country somebody fears, or that was named as a place to be sent to. */
export class CountryConcernView extends RecordView {
  @ApiProperty({ enum: CONCERN_KINDS }) kind: string;
  country: string;
  saidOn: string | null;
  reason: string | null;
}

/** An attempt to get a travel document. */
export class TravelDocumentView extends RecordView {
  @ApiProperty({ enum: REQUESTERS }) requestedBy: string;
  @ApiProperty({ enum: TRAVEL_RESULTS }) result: string;
  country: string;
  requestedOn: string | null;
  answeredOn: string | null;
  consulate: string | null;
  document: string | null;
  note: string | null;
}

/** A time the client left the United States. */
export class DepartureView extends RecordView {
  @ApiProperty({ enum: DEPARTURE_WAYS }) how: string;
  leftOn: string | null;
  returnedOn: string | null;
  note: string | null;
}
