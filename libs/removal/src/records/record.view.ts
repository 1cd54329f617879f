import { PersonRef } from '@app/cases';

export class RecordCan {
  edit: boolean;
}

/** What was recorded before, and who replaced it. */
export class EarlierValue {
  value: string;
  /** The day that went with it. */
  on: string | null;
  replacedBy: PersonRef;
  replacedAt: string;
}

/** What every record has. */
export class RecordView {
  id: string;
  version: number;
  by: PersonRef;
  at: string;
  /** Oldest first. */
  earlier: EarlierValue[];
  can: RecordCan;
}
