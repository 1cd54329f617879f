import { ApiProperty } from '@nestjs/swagger';

export const CERTAINTIES = ['exact', 'month', 'year', 'about', 'not_known', 'disputed'] as const;

/** One dated fact. The screen makes the sentence: `title` names it, `parameters` fill it in. */
export class TimelineItem {
  /** YYYY, YYYY-MM or YYYY-MM-DD, as much as is known; null when nothing is. */
  on: string | null;
  /** True when even that is approximate. */
  about: boolean;
  /** How sure the date is. `disputed`: sources give several. */
  @ApiProperty({ enum: CERTAINTIES }) certainty: (typeof CERTAINTIES)[number];
  /** The dates that other sources give. */
  disputed: string[];
  kind: string;
  /** Stable code of the sentence, such as `order_status.stayed`. */
  title: string;
  parameters: Record<string, string | boolean | null>;
  sourceKind: string;
  sourceId: string;
  caseId: string | null;
  recordedAt: string;
}

export class Timeline {
  items: TimelineItem[];
}
