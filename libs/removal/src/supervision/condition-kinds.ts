import type { RecordKind } from '../records/record-kind';
import { Inquiry, SupervisionCondition } from './condition.entity';

export const CONDITION: RecordKind<SupervisionCondition> = {
  entity: SupervisionCondition,
  table: 'supervision_condition',
  name: 'condition',
  sealed: { terms: 'terms', document: 'document', reason: 'reason' },
  codes: ['kind', 'imposedBy', 'status'],
  optional: ['nextId'],
  past: ['fromOn', 'untilOn'],
  inOrder: [['fromOn', 'untilOn']],
};

export const INQUIRY: RecordKind<Inquiry> = {
  entity: Inquiry,
  table: 'inquiry',
  name: 'inquiry',
  sealed: { note: 'note' },
  codes: ['topic', 'answer'],
  past: ['askedOn'],
};
