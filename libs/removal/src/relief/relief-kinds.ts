import type { RecordKind } from '../records/record-kind';
import { RemovalOrder } from '../removal.entity';
import { ReliefApplication, Appeal, Reinstatement } from './relief.entity';

export const RELIEF_APPLICATION: RecordKind<ReliefApplication> = {
  entity: ReliefApplication,
  table: 'relief_application',
  name: 'relief',
  sealed: { receipt: 'receipt', note: 'note' },
  codes: ['kind', 'forum', 'status'],
  past: ['filedOn', 'statusOn'],
  told: { field: 'status', column: 'status', on: 'status_on' },
  inOrder: [['filedOn', 'statusOn']],
};

export const APPEAL: RecordKind<Appeal> = {
  entity: Appeal,
  table: 'appeal',
  name: 'appeal',
  sealed: { receipt: 'receipt', counsel: 'counsel', note: 'note' },
  codes: ['forum', 'filedBy', 'fee', 'result'],
  optional: ['orderId'],
  refs: { orderId: RemovalOrder },
  past: ['filedOn', 'briefedOn', 'decidedOn'],
  days: ['briefDueOn'],
  told: { field: 'result', column: 'result', on: 'decided_on' },
  inOrder: [
    ['filedOn', 'decidedOn'],
    ['filedOn', 'briefedOn'],
  ],
};

export const REINSTATEMENT: RecordKind<Reinstatement> = {
  entity: Reinstatement,
  table: 'reinstatement',
  name: 'reinstatement',
  sealed: { note: 'note' },
  codes: ['contested', 'orderId'],
  refs: { orderId: RemovalOrder },
  past: ['reinstatedOn', 'servedOn'],
  told: { field: 'contested', column: 'contested', on: null },
  inOrder: [['reinstatedOn', 'servedOn']],
};
