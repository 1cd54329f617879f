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

/** Petitions for review. INA 242(b)(1); FRAP 26(a). */
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
      'A motion to reopen or reconsider neither tolls nor restarts this period (Stone v. INS); its denial has its own 30 days.',
      'An order that became final without an appeal to the Board meets the exhaustion rule of INA 242(d)(1).',
    ],
  },
];
