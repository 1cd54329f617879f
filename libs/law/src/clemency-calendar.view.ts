import { ApiProperty } from '@nestjs/swagger';
import type {
  ClemencyCalendar,
  ClemencyDate,
  ClemencyDateKind,
  ClemencyDateState,
  ClemencyNote,
} from '@app/rules';
import { LawTraceStep } from './calculators.view';
import { LawCan, VerifiedView } from './rule.view';
import { JurisdictionSource, JurisdictionView } from './jurisdiction.view';

const KINDS = [
  'earliest_filing',
  'file_by',
  'cure_by',
  'notice_by',
  'expected',
  'not_before',
  'lapses',
  'reapply_from',
  'next_session',
  'term_ends',
  'effective',
] as const satisfies readonly ClemencyDateKind[];
const STATES = [
  'dated',
  'window',
  'none_fixed',
  'not_known',
  'needs_facts',
] as const satisfies readonly ClemencyDateState[];
const PROVENANCE = ['sourced', 'general_knowledge'] as const;

export class DayWindow {
  first: string;
  last: string;
}

/** Another reading of the same date, shown beside the operative one. */
export class ClemencyReading {
  on: string;
  label: string;
  standing: string;
}

/** One dated thing about an application for clemency. */
export class ClemencyDateView {
  /** Stable within one jurisdiction. */
  key: string;
  @ApiProperty({ enum: KINDS }) kind: string;
  title: string;
  @ApiProperty({ enum: STATES }) state: string;
  /** In a window, the earliest day. */
  on: string | null;
  /** Day by which the office acts. */
  taskOn: string | null;
  @ApiProperty({ type: DayWindow, nullable: true }) window: DayWindow | null;
  alternates: ClemencyReading[];
  /** Calendar days from today; negative when past. */
  daysLeft: number | null;
  approximate: boolean;
  why: string;
  /** What is asked for where a fact is missing. */
  question: string | null;
  @ApiProperty({ enum: PROVENANCE }) provenance: string;
  sources: JurisdictionSource[];
  warnings: string[];
  trace: LawTraceStep[];

  static of(date: ClemencyDate): ClemencyDateView {
    return {
      ...date,
      window: date.window ? { ...date.window } : null,
      alternates: date.alternates.map((reading) => ({ ...reading })),
      sources: date.sources.map((source) => ({ ...source })),
      warnings: [...date.warnings],
      trace: date.trace.map((step) => LawTraceStep.of(step)),
    };
  }
}

/** Something to know that has no date. */
export class ClemencyNoteView {
  /** second_body, records, service, expedite, tenure, eligibility, particular */
  topic: string;
  text: string;
  urgent: boolean;
  @ApiProperty({ enum: PROVENANCE }) provenance: string;
  sources: JurisdictionSource[];

  static of({ topic, text, urgent, provenance, sources }: ClemencyNote): ClemencyNoteView {
    return { topic, text, urgent, provenance, sources: sources.map((source) => ({ ...source })) };
  }
}

/** What is dated about an application before one authority. Nothing of the question is stored. */
export class ClemencyCalendarView {
  jurisdiction: string;
  name: string;
  asOf: string;
  lastVerified: string | null;
  items: ClemencyDateView[];
  notes: ClemencyNoteView[];
  questions: string[];

  static of({ jurisdiction, name, asOf, lastVerified, ...lists }: ClemencyCalendar): ClemencyCalendarView {
    return {
      ...{ jurisdiction, name, asOf, lastVerified },
      items: lists.items.map((item) => ClemencyDateView.of(item)),
      notes: lists.notes.map((note) => ClemencyNoteView.of(note)),
      questions: [...lists.questions],
    };
  }
}

/** A pardoning authority with its clocks as they are today, before any fact of an application. */
export class JurisdictionPage extends JurisdictionView {
  calendar: ClemencyCalendarView;
  /** What attorneys of the office have compared with the live page, newest first. */
  verifications: VerifiedView[];
  can: LawCan;
}
