import type { CompositeRule } from '../composite-rule';
import { EOIR_FILING, type RuleRecord } from '../rule-record';
import { TEN_DAY_RULE_FROM } from './appeals';

const BRIEF = {
  ...EOIR_FILING,
  family: 'briefs',
  trigger: 'briefing_notice',
  keyedOn: 'notice',
  consequence:
    'The Board may refuse the brief and decide on the notice of appeal alone, or dismiss the appeal where a brief was promised.',
  stays: 'A timely appeal of the removal decision stays removal whether or not a brief is filed.',
} as const;
const FORMER = {
  ...BRIEF,
  status: 'historical',
  effectiveTo: '2026-03-08',
  cure: 'A motion to accept the late brief, once, with reasons; one extension of 21 days was usual.',
  conflictsWith: ['bia.brief.simultaneous.20d'],
} as const;

const MANUAL_4_7 = ['justice.gov/eoir/reference-materials/bia/chapter-4/7'];
const NOTICE_WINS = 'The date printed on the briefing notice wins over every count.';
const SWITCH_DOUBT =
  'Not established: whether the change of 2026 follows the date of the briefing notice or of the judge’s decision. The notice date is used.';
const EARLIER_TEXTS =
  'The interim text of January 2021 (simultaneous briefs for all) was enjoined that March; before the reform of 2002 other periods applied. General knowledge, to be verified.';

/** Briefs to the Board of Immigration Appeals. 8 CFR 1003.3(c), before and after the interim final rule of 2026. */
export const BRIEF_RULES: readonly RuleRecord[] = [
  {
    ...FORMER,
    id: 'bia.brief.sequential.21d',
    version: 1,
    title: 'First brief to the Board (not detained, one side after the other)',
    appliesIf: { detained: false },
    period: { n: 21, unit: 'day' },
    citation: '8 CFR 1003.3(c)(1), as it stood before 2026-03-09',
    source: [...MANUAL_4_7, 'cliniclegal.org/resources/updates-immigration-court-and-bia-practice-manuals'],
    confidence: 'sourced',
    notes: [
      NOTICE_WINS,
      'The side that appealed writes first; the other side then has 21 days of its own.',
      SWITCH_DOUBT,
      EARLIER_TEXTS,
    ],
  },
  {
    ...FORMER,
    id: 'bia.brief.sequential.second.21d',
    version: 1,
    title: 'Second brief to the Board (not detained, one side after the other)',
    appliesIf: { detained: false },
    trigger: 'first_brief_due',
    period: { n: 21, unit: 'day' },
    citation: '8 CFR 1003.3(c)(1), as it stood before 2026-03-09',
    source: MANUAL_4_7,
    confidence: 'sourced',
    notes: [
      NOTICE_WINS,
      'Counted from the day the first brief was due; the notice prints both days.',
      SWITCH_DOUBT,
    ],
  },
  {
    ...FORMER,
    id: 'bia.brief.detained.21d',
    version: 1,
    title: 'Brief to the Board (detained, both sides at once)',
    appliesIf: { detained: true },
    period: { n: 21, unit: 'day' },
    citation: '8 CFR 1003.3(c)(1), as it stood before 2026-03-09',
    source: MANUAL_4_7,
    confidence: 'sourced',
    notes: [
      NOTICE_WINS,
      'Both sides have the same 21 days. A reply is possible within 14 days.',
      SWITCH_DOUBT,
      EARLIER_TEXTS,
    ],
  },
  {
    ...FORMER,
    id: 'bia.brief.detained.reply.14d',
    version: 1,
    title: 'Reply brief to the Board (detained)',
    appliesIf: { detained: true },
    trigger: 'first_brief_due',
    period: { n: 14, unit: 'day' },
    consequence: 'The Board need not read the reply.',
    cure: 'A motion to accept it; a reply is by leave of the Board.',
    citation: '8 CFR 1003.3(c)(1), as it stood before 2026-03-09; BIA Practice Manual 4.7',
    source: MANUAL_4_7,
    confidence: 'general_knowledge',
    conflictsWith: [],
    notes: [
      NOTICE_WINS,
      'The fourteen days are sourced; that they run from the day the first briefs were due is general knowledge.',
    ],
  },
  {
    ...BRIEF,
    id: 'bia.brief.simultaneous.20d',
    version: 1,
    title: 'Brief to the Board (both sides at once)',
    effectiveFrom: TEN_DAY_RULE_FROM,
    period: { n: 20, unit: 'day' },
    cure: 'An extension only for exceptional circumstances, asked for before the day; a motion to accept a late brief.',
    citation: '8 CFR 1003.3(c)(1) as amended by the interim final rule effective 2026-03-09',
    source: ['ilrc.org/node/3987: the 20-day simultaneous schedule took effect'],
    nextReview: '2026-12-22',
    confidence: 'sourced',
    conflictsWith: ['bia.brief.sequential.21d', 'bia.brief.detained.21d', 'bia.brief.sequential.second.21d'],
    volatile: true,
    notes: [
      NOTICE_WINS,
      'This part of the 2026 rule was not vacated. Extensions only for exceptional circumstances.',
      SWITCH_DOUBT,
    ],
  },
];

/** The schedule of before March 2026, first and second brief together. */
export const BRIEF_COMPOSITES: readonly CompositeRule[] = [
  {
    id: 'bia.brief.sequential.schedule',
    title: 'Briefs to the Board, one side after the other',
    family: 'briefs',
    citation: '8 CFR 1003.3(c)(1), as it stood before 2026-03-09',
    notes: [NOTICE_WINS],
    parts: [
      { name: 'first_brief', rule: 'bia.brief.sequential.21d' },
      { name: 'second_brief', rule: 'bia.brief.sequential.second.21d', fromPart: 'first_brief' },
    ],
  },
];
