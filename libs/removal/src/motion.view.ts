import { ApiProperty } from '@nestjs/swagger';
import { MOTION_FILERS, MOTION_FORUMS, MOTION_KINDS, MOTION_RESULTS } from './motion.dto';
import { RemovalCan } from './removal.view';

/** A motion, petition or stay request, whoever filed it. */
export class MotionView {
  id: string;
  version: number;
  orderId: string | null;
  @ApiProperty({ enum: MOTION_KINDS }) kind: string;
  @ApiProperty({ enum: MOTION_FORUMS }) forum: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as much as is known. */
  filedOn: string | null;
  @ApiProperty({ enum: MOTION_FILERS }) filedBy: string;
  @ApiProperty({ enum: MOTION_RESULTS }) result: string;
  resultOn: string | null;
  stayUntil: string | null;
  counsel: string | null;
  note: string | null;
  can: RemovalCan;
}

export class ClientMotions {
  /** Oldest first; those without any date last. */
  items: MotionView[];
  can: RemovalCan;
}
