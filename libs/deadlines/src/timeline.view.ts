import { ApiProperty } from '@nestjs/swagger';

import { CERTAINTIES } from './timeline.dto';

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

/** How many facts of a kind there are from one kind of record. */
export class TimelineFacet {
  kind: string;
  sourceKind: string;
  count: number;
}

export class Timeline {
  items: TimelineItem[];
  nextCursor: string | null;
  /** Facts that fit what was asked for, on every page. */
  total: number;
  /** What there is to ask for, whatever was asked. */
  facets: TimelineFacet[];
}
