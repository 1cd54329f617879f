import type { RecordKind } from '../records/record-kind';
import { CountryConcern, TravelDocument, Departure } from './supervision.entity';

export const COUNTRY_CONCERN: RecordKind<CountryConcern> = {
  entity: CountryConcern,
  table: 'country_concern',
  name: 'country',
  sealed: { reason: 'reason' },
  codes: ['kind', 'country'],
  past: ['saidOn'],
  told: { field: 'kind', column: 'kind', on: 'said_on' },
};

export const TRAVEL_DOCUMENT: RecordKind<TravelDocument> = {
  entity: TravelDocument,
  table: 'travel_document',
  name: 'travelDocument',
  sealed: { consulate: 'consulate', document: 'document', note: 'note' },
  codes: ['requestedBy', 'result', 'country'],
  past: ['requestedOn', 'answeredOn'],
  told: { field: 'result', column: 'result', on: 'answered_on' },
  inOrder: [['requestedOn', 'answeredOn']],
};

export const DEPARTURE: RecordKind<Departure> = {
  entity: Departure,
  table: 'departure',
  name: 'departure',
  sealed: { note: 'note' },
  codes: ['how'],
  past: ['leftOn', 'returnedOn'],
  told: { field: 'how', column: 'how', on: 'left_on' },
  inOrder: [['leftOn', 'returnedOn']],
};
