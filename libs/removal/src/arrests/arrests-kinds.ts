import type { RecordKind } from '../records/record-kind';
import { ConvictionRecord } from '../removal.entity';
import { Admission, Arrest } from './arrests.entity';

export const ARREST: RecordKind<Arrest> = {
  entity: Arrest,
  table: 'arrest',
  name: 'arrest',
  sealed: { agency: 'agency', charges: 'charges', note: 'note' },
  codes: ['outcome'],
  optional: ['convictionId'],
  refs: { convictionId: ConvictionRecord },
  past: ['arrestedOn', 'outcomeOn'],
  told: { field: 'outcome', column: 'outcome', on: 'outcome_on' },
  inOrder: [['arrestedOn', 'outcomeOn']],
};

export const ADMISSION: RecordKind<Admission> = {
  entity: Admission,
  table: 'admission',
  name: 'admission',
  sealed: { note: 'note' },
  codes: ['asRefugee'],
  past: ['admittedOn', 'adjustedOn'],
  inOrder: [['admittedOn', 'adjustedOn']],
};
