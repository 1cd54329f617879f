import type { CompositeRule } from '../composite-rule';
import { COURT_OF_APPEALS_FILING, type RuleRecord } from '../rule-record';

const PETITION = {
  ...COURT_OF_APPEALS_FILING,
  family: 'federal_courts',
  keyedOn: 'final_order',
  trigger: 'final_order',
  consequence: 'The court of appeals cannot review the order unless the government forgoes the objection.',
  cure: 'None in the statute. The limit is a mandatory claims-processing rule, not jurisdictional (Riley v. Bondi, 2025).',
  stays:
    'No automatic stay, INA 242(b)(3)(B): a stay is asked for under Nken v. Holder. Some circuits stay briefly on filing.',
} as const;

const FRAP = {
  ...COURT_OF_APPEALS_FILING,
  family: 'federal_courts',
  stays: 'None by itself.',
  confidence: 'general_knowledge',
} as const;
const RILEY = [
  'wikimili.com/en/Riley_v._Bondi',
  'Riley v. Bondi (2025), syllabus at nessalc.github.io/idissent/riley-v-bondi/syllabus.html',
];
const RESPONSE = {
  ...FRAP,
  trigger: 'motion_served',
  consequence: 'The court may decide the motion without the response.',
  cure: 'An extension under FRAP 26(b) on good cause; the court may shorten or lengthen the time.',
  source: ['General knowledge: FRAP 27(a)(3)(A) and 26(c)'],
} as const;

/** Courts of appeals and the Supreme Court. INA 242(b)(1); FRAP 26, 27, 40; S. Ct. Rules 13, 30. */
export const FEDERAL_COURT_RULES: readonly RuleRecord[] = [
  {
    ...PETITION,
    id: 'pfr.former_106',
    version: 1,
    title: 'Petition for review: former INA 106',
    status: 'historical',
    effectiveTo: '1996-10-30',
    period: { n: 90, unit: 'day' },
    citation: 'Former INA 106(a)(1): 90 days (30 for aggravated felonies; longer before 1991)',
    source: ['General knowledge: the former judicial review section, repealed by the 1996 Act'],
    confidence: 'general_knowledge',
    conflictsWith: ['pfr.30d'],
    notes: ['An attorney confirms the former period; the 30 days are shown as the earlier date.'],
  },
  {
    ...PETITION,
    id: 'pfr.30d',
    version: 1,
    title: 'Petition for review in the court of appeals',
    effectiveFrom: '1996-10-31',
    period: { n: 30, unit: 'day' },
    citation: 'INA 242(b)(1), 8 USC 1252(b)(1)',
    source: ['Riley v. Bondi (2025), syllabus at nessalc.github.io/idissent/riley-v-bondi/syllabus.html'],
    confidence: 'sourced',
    notes: [
      'A motion to reopen or reconsider neither tolls nor restarts this period (Stone v. INS, general knowledge); its denial has its own 30 days.',
      'An order that became final without an appeal to the Board meets the exhaustion rule of INA 242(d)(1).',
    ],
  },
  {
    ...PETITION,
    id: 'pfr.30d.reinstatement.order',
    version: 1,
    title: 'Petition for review of a reinstated order or an order under INA 238(b)',
    keyedOn: 'order',
    effectiveFrom: '1996-10-31',
    trigger: 'removal_order_238b',
    period: { n: 30, unit: 'day' },
    citation: 'INA 242(b)(1), 8 USC 1252(b)(1); Riley v. Bondi (2025)',
    source: RILEY,
    nextReview: '2026-12-22',
    confidence: 'sourced',
    conflictsWith: ['pfr.30d.reinstatement.denial'],
    volatile: true,
    notes: [
      'A denial in proceedings about withholding only is not the final removal order. The petition is filed early, while those proceedings are pending.',
      'How Riley applies to reinstatement is still being worked out by the circuits.',
    ],
  },
  {
    ...PETITION,
    id: 'pfr.30d.reinstatement.denial',
    version: 1,
    title: 'Petition for review counted from the denial of withholding',
    status: 'operative_contested',
    keyedOn: 'order',
    effectiveFrom: '1996-10-31',
    trigger: 'withholding_denial',
    period: { n: 30, unit: 'day' },
    citation: 'INA 242(b)(1), (4) and (9); Riley v. Bondi (2025)',
    source: [...RILEY, 'General knowledge: practice in the circuits after Riley'],
    nextReview: '2026-12-22',
    confidence: 'general_knowledge',
    conflictsWith: ['pfr.30d.reinstatement.order'],
    volatile: true,
    notes: [
      'Contested: after Riley the thirty days run from the removal order itself, which is the earlier date. This later date is kept beside it and never relied on alone.',
    ],
  },
  {
    ...RESPONSE,
    id: 'coa.motion.response.10d.electronic',
    version: 1,
    title: 'Response to a motion in the court of appeals (served electronically or by hand)',
    appliesIf: { service: 'electronic' },
    period: { n: 10, unit: 'day' },
    citation: 'FRAP 27(a)(3)(A)',
    notes: ['No days are added for electronic service.'],
  },
  {
    ...RESPONSE,
    id: 'coa.motion.response.10d.mail',
    version: 1,
    title: 'Response to a motion in the court of appeals (served by mail)',
    appliesIf: { service: 'mail' },
    period: { n: 13, unit: 'day' },
    citation: 'FRAP 27(a)(3)(A), 26(c)',
    notes: [
      'Ten days and the three that FRAP 26(c) adds for service by mail. They are never added to a petition for review or before EOIR.',
    ],
  },
  {
    ...FRAP,
    id: 'coa.rehearing.45d',
    version: 1,
    title: 'Petition for rehearing in the court of appeals',
    trigger: 'appeal_judgment',
    period: { n: 45, unit: 'day' },
    otherReadings: [
      {
        name: 'conservative_14d',
        label: 'Fourteen days, the period of cases without the United States as a party',
        status: 'conservative',
        period: { n: 14, unit: 'day' },
      },
    ],
    consequence: 'The mandate issues and the judgment stands.',
    cure: 'A motion for more time under FRAP 26(b), or to recall the mandate.',
    stays: 'A timely petition holds the mandate back; it does not by itself stay removal.',
    citation: 'FRAP 40: 45 days in a civil case with the United States as a party, otherwise 14',
    source: ['General knowledge: FRAP 40; circuit rules differ'],
    notes: ['The rules and practice of the circuit are to be confirmed.'],
  },
  {
    ...FRAP,
    id: 'scotus.cert.90d',
    version: 1,
    title: 'Petition for certiorari',
    trigger: 'court_judgment',
    period: { n: 90, unit: 'day' },
    outerLayers: ['inauguration_day', 'executive_closure', 'forum_notice'],
    timeZone: 'America/New_York',
    consequence: 'The Supreme Court cannot take the case.',
    cure: 'Up to 60 more days from a Justice, on an application made at least ten days before the date (Rule 13.5).',
    stays: 'None by itself: a stay of the mandate or of removal is asked for.',
    citation: 'S. Ct. Rules 13, 30; 28 USC 2101(c)',
    source: ['General knowledge: S. Ct. Rules 13 and 30'],
    notes: [
      'Counted from the judgment, or from the denial of a timely petition for rehearing; not from the mandate.',
    ],
  },
];

/** Ids under which several federal dates stand side by side. */
export const FEDERAL_COURT_COMPOSITES: readonly CompositeRule[] = [
  {
    id: 'pfr.30d.reinstatement',
    title: 'Petition for review: reinstatement or order under INA 238(b), with withholding only',
    family: 'federal_courts',
    citation: 'INA 242(b)(1); Riley v. Bondi (2025)',
    notes: ['The date from the removal order governs; the later one is only kept beside it.'],
    parts: [
      { name: 'pfr_conservative_from_removal_order', rule: 'pfr.30d.reinstatement.order' },
      { name: 'pfr_from_withholding_denial', rule: 'pfr.30d.reinstatement.denial' },
    ],
  },
  {
    id: 'pfr.30d.no_tolling',
    title: 'Petitions for review of an order and of the denial of a later motion',
    family: 'federal_courts',
    citation: 'INA 242(b)(1), (6); Stone v. INS (1995)',
    notes: ['A motion to reconsider or reopen neither suspends nor restarts the first thirty days.'],
    parts: [
      {
        name: 'pfr_of_original',
        rule: 'pfr.30d',
        from: ['bia_order', 'bia_final_order', 'final_order', 'original_order', 'order'],
      },
      {
        name: 'pfr_of_denial',
        rule: 'pfr.30d',
        from: ['reconsider_denied', 'reopen_denied', 'motion_denied', 'denial_of_motion'],
      },
    ],
  },
  {
    id: 'coa.motion.response.10d',
    title: 'Response to a motion in the court of appeals',
    family: 'federal_courts',
    citation: 'FRAP 27(a)(3)(A), 26(c)',
    notes: ['The manner of service decides; the earlier date is the one without added days.'],
    parts: [
      { name: 'served_electronically', rule: 'coa.motion.response.10d.electronic' },
      { name: 'served_by_mail_plus_3', rule: 'coa.motion.response.10d.mail' },
    ],
  },
];
