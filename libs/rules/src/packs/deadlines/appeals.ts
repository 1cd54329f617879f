import { EOIR_FILING, type RuleRecord } from '../rule-record';

/** First decision day of the 2026 interim final rule that cut most appeals to ten days. */
export const TEN_DAY_RULE_FROM = '2026-03-09';
/** The appeal period was ten days before the rule of 61 FR 18900 (general knowledge, to be verified). */
export const THIRTY_DAY_RULE_FROM = '1996-07-01';

const BOARD_APPEAL = {
  ...EOIR_FILING,
  family: 'appeals',
  trigger: 'decision_served',
  keyedOn: 'decision',
  appliesIf: { inAbsentia: false },
  consequence:
    'The appeal is dismissed as untimely and the order becomes administratively final. Later motions start from an earlier day.',
  cure: 'None as of right. The Board may certify the case to itself in exceptional circumstances; some circuits allow tolling.',
  stays:
    'Removal is stayed automatically during the appeal period and while a timely appeal is pending, unless appeal was waived.',
} as const;

const CIRCULATED_2026 = [
  'EOIR interim final rule published 2026-02-06, effective 2026-03-09 (Federal Register 2026-02326), read second-hand',
  'Reports of the vacatur of 2026-03-08 by the D.D.C. in the Amica Center case (commondreams.org, townhall.com, 2026-03-10)',
  'ilrc.org/node/3987: appeals stay due in 30 days',
  'Second-hand reading of eCFR 2026-09-30 (still printing 10 days) and of the Form EOIR-26 instructions, Rev. Mar. 2026 (30 days)',
];
const BOARD_MANUAL = [
  'legalfix.com/CFR/2019/title-8/chapter-v/part-1003/section-1003.38 (2019 text)',
  'justice.gov/eoir/reference-materials/bia/chapter-4/5',
];

/** Appeals from an immigration judge to the Board of Immigration Appeals. 8 CFR 1003.38(b), 1240.15. */
export const APPEAL_RULES: readonly RuleRecord[] = [
  {
    ...BOARD_APPEAL,
    id: 'bia.appeal.before_1996',
    alternateName: 'former_rules_10d',
    version: 1,
    title: 'Appeal to the Board: ten days of the former rules',
    status: 'historical',
    effectiveTo: '1996-06-30',
    period: { n: 10, unit: 'day' },
    citation: 'Former 8 CFR 3.38(b), 242.21 (before July 1, 1996)',
    source: [
      'General knowledge: 10 days from the decision, 13 when it was mailed, until 61 FR 18900 took effect',
    ],
    confidence: 'general_knowledge',
    conflictsWith: ['bia.appeal.30d'],
    notes: [
      'Thirteen days when the decision was mailed. An attorney confirms the period of each order before July 1996.',
    ],
  },
  {
    ...BOARD_APPEAL,
    id: 'bia.appeal.30d',
    version: 1,
    title: 'Appeal to the Board of Immigration Appeals',
    status: 'operative_contested',
    effectiveTo: '1996-06-30',
    period: { n: 30, unit: 'day' },
    citation: '8 CFR 1003.38(b), read back to decisions before July 1, 1996',
    source: ['General knowledge: whether the present thirty days reach decisions before July 1996'],
    confidence: 'general_knowledge',
    conflictsWith: ['bia.appeal.before_1996'],
    notes: [
      'For decisions before July 1996 the former rules are believed to have given ten days; both dates are shown.',
    ],
  },
  {
    ...BOARD_APPEAL,
    id: 'bia.appeal.30d',
    version: 2,
    title: 'Appeal to the Board of Immigration Appeals',
    effectiveFrom: THIRTY_DAY_RULE_FROM,
    effectiveTo: '2026-03-08',
    period: { n: 30, unit: 'day' },
    citation: '8 CFR 1003.38(b), 1240.15',
    source: BOARD_MANUAL,
    confidence: 'sourced',
    notes: ['Counted to receipt by the Board: no mailbox rule and no added days for mail.'],
  },
  {
    ...BOARD_APPEAL,
    id: 'bia.appeal.30d',
    version: 3,
    title: 'Appeal to the Board of Immigration Appeals',
    status: 'operative_contested',
    effectiveFrom: TEN_DAY_RULE_FROM,
    appliesIf: { inAbsentia: false, asylumDecided: 'false_or_unknown' },
    period: { n: 30, unit: 'day' },
    citation: '8 CFR 1003.38(b), 1240.15, as it stands after the vacatur of 2026-03-08 (D.D.C.)',
    source: [...BOARD_MANUAL, ...CIRCULATED_2026],
    confidence: 'sourced',
    conflictsWith: ['bia.appeal.10d'],
    volatile: true,
    notes: [
      'Contested: the ten-day text may still be printed in the Code. Act on the earlier date; an attorney confirms the operative reading per case.',
      'Not established: whether the vacatur was appealed or stayed, or a final rule followed.',
    ],
  },
  {
    ...BOARD_APPEAL,
    id: 'bia.appeal.30d',
    version: 4,
    title: 'Appeal to the Board of Immigration Appeals',
    effectiveFrom: TEN_DAY_RULE_FROM,
    appliesIf: { inAbsentia: false, asylumDecided: true },
    period: { n: 30, unit: 'day' },
    citation: '8 CFR 1003.38(b), 1240.15: 30 days under the 2026 text too when asylum was adjudicated',
    source: [...BOARD_MANUAL, ...CIRCULATED_2026],
    confidence: 'sourced',
    volatile: true,
    notes: ['Holds only where asylum was adjudicated and not denied under INA 208(a)(2)(A) to (C).'],
  },
  {
    ...BOARD_APPEAL,
    id: 'bia.appeal.10d',
    alternateName: 'codified_text_10d',
    version: 1,
    title: 'Appeal to the Board: ten-day text of 2026',
    status: 'vacated',
    effectiveFrom: TEN_DAY_RULE_FROM,
    appliesIf: { inAbsentia: false, asylumDecided: 'false_or_unknown' },
    period: { n: 10, unit: 'day' },
    citation:
      '8 CFR 1003.38(b) as amended by the interim final rule effective 2026-03-09; vacated 2026-03-08 (D.D.C.)',
    source: CIRCULATED_2026,
    confidence: 'sourced',
    conflictsWith: ['bia.appeal.30d'],
    volatile: true,
    notes: [
      'Vacated before it took effect. Shown because the text may still be printed and the vacatur may be reviewed.',
    ],
  },
];
