import { ApiProperty } from '@nestjs/swagger';
import { Colleague } from '../retention.view';

export const ALERT_KINDS = ['reveals_refused', 'many_clients', 'audit_broken'] as const;

export class AnchorView {
  at: string;
  seq: number;
  /** 64 hex digits; write them down or compare them with a printed page. */
  hash: string;
  /** False when the entry of this number has another hash now, or is gone. */
  fits: boolean;
}

export class AuditCheckView {
  at: string;
  entries: number;
  headSeq: number;
  hash: string;
  /** Numbers of entries that do not fit the chain: edited, inserted, out of order, after a gap, or cut off. */
  breaks: number[];
  /** Numbers that were anchored outside and are other or gone now: the end was cut off, or the whole chain rewritten. */
  anchorBreaks: number[];
  anchors: number;
}

export class AlertView {
  @ApiProperty({ enum: ALERT_KINDS }) kind: (typeof ALERT_KINDS)[number];
  by: Colleague | null;
  count: number;
  at: string;
}

/** Somebody was refused for lack of a right. */
export class RefusalView {
  by: Colleague | null;
  at: string;
  /** Method and template of the route, such as "POST /api/v1/staff/invitations"; null stands for many within a minute. */
  route: string | null;
  /** The permission that was missing. */
  permission: string | null;
  /** Kind of device and network, such as "Firefox on Windows, 203.0.113.0/24". */
  origin: string | null;
}

export class AuditView {
  last: AuditCheckView | null;
  /** The newest first, at most 48. */
  anchors: AnchorView[];
  /** False when lines of the anchor file were changed or taken out. */
  anchorFileWhole: boolean;
  alerts: AlertView[];
  /** The newest first, at most 100. */
  refusals: RefusalView[];
}
