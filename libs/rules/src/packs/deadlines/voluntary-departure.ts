import type { CompositeRule } from '../composite-rule';
import { DHS_FILING, STATUS_EVENT, type RuleRecord } from '../rule-record';

const FAMILY = { family: 'voluntary_departure' } as const;
const DEPARTURE = {
  ...DHS_FILING,
  ...FAMILY,
  trigger: 'departure_order',
  periodFact: 'vd_days',
  consequence:
    'The alternate order becomes final, a civil penalty is due and most discretionary relief is barred for ten years, INA 240B(d).',
  cure: 'Only where the failure was not voluntary. Ask DHS for more time inside the period, never beyond the most the law allows.',
  stays: 'None: leaving is the duty.',
} as const;
const EVENT = {
  ...STATUS_EVENT,
  ...FAMILY,
  period: { n: 0, unit: 'day' },
  cure: 'None: it follows by itself from the filing.',
} as const;
const RULE_2008 = 'regulations.justia.com/regulations/fedreg/2008/12/18/E8-30025.html (rule from 2009-01-20)';
const REINSTATED = 'lexology.com: Matter of Gamero and proof of the bond at the Board';

/** Voluntary departure: its last day, its bond, and what ends or pauses it. INA 240B; 8 CFR 1240.26, 1241.1(f). */
export const VOLUNTARY_DEPARTURE_RULES: readonly RuleRecord[] = [
  {
    ...DEPARTURE,
    id: 'vd.pre.120d',
    version: 1,
    title: 'Last day of voluntary departure granted before the end of proceedings',
    period: { n: 120, unit: 'day' },
    roll: 'none',
    outerLayers: [],
    otherReadings: [
      {
        name: 'outer_if_monsalvo_reaches_120d',
        label: 'If the roll of Monsalvo Velazquez reaches this period too: argue it, do not rely on it',
        status: 'outer_bound',
        period: { n: 120, unit: 'day' },
        roll: 'forward',
      },
    ],
    citation: 'INA 240B(a)(2)(A); 8 CFR 1240.26(b), (e)',
    source: ['General knowledge: up to 120 days before or at the master stage'],
    confidence: 'general_knowledge',
    notes: [
      'The days are those of the order, at most 120.',
      'Not rolled: Monsalvo Velazquez decided the 60 days only. Argue the same roll here; advise leaving earlier.',
    ],
  },
  {
    ...DEPARTURE,
    id: 'vd.post.60d',
    version: 1,
    title: 'Last day of voluntary departure granted at the end of proceedings',
    period: { n: 60, unit: 'day' },
    citation: 'INA 240B(b)(2); Monsalvo Velazquez v. Bondi (2025-04-22); 8 CFR 1240.26(c), (e)',
    source: [
      'supreme.justia.com/cases/federal/us/2024/23-929',
      'natlawreview.com/article/do-weekends-count-scotus-decides-they-dont-voluntary-departure-deadline',
    ],
    confidence: 'sourced',
    notes: [
      'The days are those of the order, at most 60. A last day on a weekend or legal holiday moves to the next business day.',
      'Leave before it: carriers, weather and borders do not roll.',
    ],
  },
  {
    ...DHS_FILING,
    ...FAMILY,
    id: 'vd.bond.5bd',
    version: 1,
    title: 'Posting the voluntary departure bond',
    trigger: 'departure_order',
    period: { n: 5, unit: 'business_day' },
    roll: 'none',
    consequence:
      'The order granting voluntary departure is vacated and the alternate order stands. Not posting does not excuse the penalties of overstaying.',
    cure: 'Leave within the period with proof; ask the judge or the Board on a motion.',
    stays: 'None.',
    citation: '8 CFR 1240.26(c)(3)',
    source: ['General knowledge: five business days', RULE_2008],
    confidence: 'general_knowledge',
    notes: [
      'Posted with the ICE field office. If executive closures are not business days the period is longer: outer bound only.',
    ],
  },
  {
    ...EVENT,
    id: 'vd.motion',
    version: 1,
    title: 'Voluntary departure ended by a motion to reopen or reconsider',
    trigger: 'departure_motion',
    consequence:
      'A motion filed within the period ends voluntary departure on that day and the alternate order takes effect. The penalties of overstaying do not apply.',
    stays: 'None: the motion does not stay the alternate order.',
    citation: '8 CFR 1240.26(b)(3)(iii), (e)(1)',
    source: [RULE_2008],
    confidence: 'sourced',
    notes: [
      'Only for a motion filed within the period; a later one changes nothing in the overstay.',
      'Decide before filing: a motion and voluntary departure cannot both be kept.',
    ],
  },
  {
    ...EVENT,
    id: 'vd.pfr',
    version: 1,
    title: 'Voluntary departure ended by a petition for review',
    trigger: 'application_filed',
    otherReadings: [
      {
        name: 'narrow_exception_departure_30d',
        label: 'Departure within 30 days of the petition, with proof (narrow exception)',
        status: 'uncertain',
        period: { n: 30, unit: 'day' },
      },
    ],
    consequence:
      'Filing the petition ends voluntary departure on that day and the alternate order takes effect.',
    stays: 'None: a petition does not stay removal by itself.',
    citation: '8 CFR 1240.26(i)',
    source: [RULE_2008, 'General knowledge: the exception for departure within 30 days with proof'],
    confidence: 'general_knowledge',
    notes: [
      'Narrow exception: who leaves within 30 days of filing and proves it is not treated as removed under the alternate order.',
    ],
  },
  {
    ...EVENT,
    id: 'vd.appeal',
    version: 1,
    title: 'Voluntary departure does not run while an appeal is pending',
    trigger: 'appeal_filed',
    consequence:
      'From a timely appeal the period does not run. The Board may grant it anew in its decision; without that there is none.',
    stays: 'Removal is stayed by the appeal itself, 8 CFR 1003.6.',
    citation: '8 CFR 1003.6(a), 1240.26(c)(3)(ii)',
    source: [REINSTATED, 'General knowledge: 8 CFR 1003.6'],
    confidence: 'general_knowledge',
    notes: [
      'Only for a timely appeal. Proof of the bond must reach the Board within 30 days of the appeal, or it will not reinstate.',
    ],
  },
];

const APPEALED = {
  facts: ['appeal_filed', 'appeal_taken'],
  why: 'An appeal was taken: the period does not run while it is pending, 8 CFR 1003.6(a). The order becomes final with the Board’s decision, or on overstay of what the Board reinstates (general knowledge in part).',
} as const;
const DEPARTED = {
  facts: ['departed', 'departed_in_time', 'departed_on'],
  why: 'The client left: if within the period, the alternate order never took effect and nothing counts from it. Check the day of departure.',
} as const;

/** The end of voluntary departure and what counts from it. */
export const VOLUNTARY_DEPARTURE_COMPOSITES: readonly CompositeRule[] = [
  {
    id: 'vd.alternate_order',
    title: 'Overstay of voluntary departure: the alternate order and the motion counted from it',
    family: 'voluntary_departure',
    citation: '8 CFR 1241.1(f), 1240.26(d); INA 240(c)(7)',
    notes: [
      'The alternate order becomes final on overstay. If a timely appeal was taken it becomes final with the Board’s decision, or on overstay of the period the Board reinstated.',
      'A motion inside the period ends voluntary departure.',
    ],
    parts: [
      { name: 'vd_last_day', rule: 'vd.post.60d', stoppedBy: [APPEALED] },
      {
        name: 'reopen_due_from_overstay',
        rule: 'motion.reopen.90d',
        fromPart: 'vd_last_day',
        stoppedBy: [DEPARTED],
      },
    ],
  },
];
