import type { Day } from '../calendar/day';

/** One entry of the packs' change log: what a new rule set changed, in words for an attorney. */
export interface PackChange {
  /** The rule set that brought the change. */
  readonly version: string;
  readonly on: Day;
  /** Rule ids that were added or followed by a new record; empty for a calendar or a text. */
  readonly rules: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** Newest last. A rule set is never changed without an entry here; the checks of the build compare them. */
export const CHANGE_LOG: readonly PackChange[] = [
  {
    version: '2026-11-22.1',
    on: '2026-11-22',
    rules: ['bia.appeal.10d', 'bia.appeal.30d', 'motion.reopen.90d', 'motion.reconsider.30d', 'pfr.30d'],
    what: 'First set: finality, appeals, motions, orders of before 1997, petitions for review and the office’s own clock.',
    why: 'The rules an old removal order meets first. The ten-day appeal text of 2026 is kept as vacated beside the thirty days.',
  },
  {
    version: '2026-11-22.2',
    on: '2026-11-22',
    rules: [
      'removal.period.90d',
      'removal.period.90d.after_court_stay',
      'pocr.notice_day_60',
      'pocr.day_90',
      'pocr.day_180',
      'pocr.annual',
      'zadvydas.6m',
      'custody.determination.48h',
      'detainer.48h_excl',
      'pocr.milestones',
      'osup.redetention.interview_target_2d',
      'osup.redetention.review.3m',
      'osup.report',
      'isap.report',
      'chhoeun.notice.14d',
      'absence.bar.removal.5y',
      'absence.bar.removal.10y',
      'absence.bar.removal.20y',
      'absence.bar.absentia.10y',
      'absence.bar.vd_overstay.10y',
      'fear.rf_interview.10d',
      'fear.rf_ij_review.10d',
      'fear.cf_ij_review.7d',
      'removal.238b.response.personal_10d',
      'removal.238b.response.mail_13d',
      'removal.238b.no_execution.14d',
      'reinstatement.statement',
      'third_country.notice.24h',
      'third_country.notice.6h',
      'third_country.notice.none',
      'third_country.screen',
      'dvd.raise_fear_10d',
      'dvd.move_to_reopen_15d',
      'removal.238b.response',
      'dvd.injunction_2025',
      'bond.request_after_release.7d',
      'bond.again',
      'bond.eoir43.1bd',
      'bond.autostay.noa.10bd',
      'bond.autostay.lapse.90d',
      'bond.ag_referral.5bd',
      'vd.pre.120d',
      'vd.post.60d',
      'vd.bond.5bd',
      'vd.motion',
      'vd.pfr',
      'vd.appeal',
      'vd.alternate_order',
      'foia.response.20wd',
      'foia.extension.10wd',
      'foia.appeal.90d',
      'foia.appeal.decision',
      'ead.c18.renewal_window.180d',
      'i246.as_stated',
      'internal.checkin.prep.60d_before',
      'internal.checkin.prep.30d_before',
      'internal.checkin.prep.14d_before',
      'internal.checkin.prep.7d_before',
      'checkin.day_of',
    ],
    what: 'Custody, supervision, fear screening, third countries, bond, voluntary departure, records, permits and check-in preparation.',
    why: 'The clocks of detention and supervision under an old order. Third-country and bond rules are moving law and are looked at again within a month.',
  },
];
