import { ApiProperty } from '@nestjs/swagger';
import { MOTION_FILERS } from '../motion.dto';
import { RecordView } from '../records/record.view';
import {
  APPEAL_FEES,
  APPEAL_FORUMS,
  APPEAL_RESULTS,
  CONTESTED,
  RELIEF_FORUMS,
  RELIEF_KINDS,
  RELIEF_STATUSES,
} from './relief.dto';

/** An application for relief from removal, wherever it was filed. */
export class ReliefApplicationView extends RecordView {
  @ApiProperty({ enum: RELIEF_KINDS }) kind: string;
  @ApiProperty({ enum: RELIEF_FORUMS }) forum: string;
  @ApiProperty({ enum: RELIEF_STATUSES }) status: string;
  filedOn: string | null;
  statusOn: string | null;
  receipt: string | null;
  note: string | null;
}

/** An appeal or petition to a higher forum. */
export class AppealView extends RecordView {
  @ApiProperty({ enum: APPEAL_FORUMS }) forum: string;
  @ApiProperty({ enum: MOTION_FILERS }) filedBy: string;
  @ApiProperty({ enum: APPEAL_FEES }) fee: string;
  @ApiProperty({ enum: APPEAL_RESULTS }) result: string;
  orderId: string | null;
  filedOn: string | null;
  briefedOn: string | null;
  decidedOn: string | null;
  briefDueOn: string | null;
  receipt: string | null;
  counsel: string | null;
  note: string | null;
}

/** A prior order put into effect again after a return, INA 241(a)(5). */
export class ReinstatementView extends RecordView {
  @ApiProperty({ enum: CONTESTED }) contested: string;
  orderId: string;
  reinstatedOn: string | null;
  servedOn: string | null;
  note: string | null;
}
