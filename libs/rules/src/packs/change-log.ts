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
      'bia.appeal.10d',
      'bia.appeal.dhs_officer',
      'bia.appeal.bond',
      'bia.appeal.bond.10d',
      'bia.appeal.dd_custody.10d',
      'fee.cure.15d',
      'vd.bia_bond_proof.30d',
      'bia.brief.sequential.21d',
      'bia.brief.sequential.second.21d',
      'bia.brief.detained.21d',
      'bia.brief.detained.reply.14d',
      'bia.brief.simultaneous.20d',
      'bia.brief.sequential.schedule',
      'motion.reopen.vawa.1y',
      'motion.reopen.vawa.legacy',
      'bia.motion.response.13d',
      'ij.filing.individual.30d_before',
      'ij.filing.master.15d_before',
      'ij.response.10d',
      'ij.filing.detained.court_set',
      'asylum.1y',
      'eoir33.court.5d',
      'eoir33.bia.5wd',
      'ar11.10d',
      'pfr.30d.reinstatement',
      'pfr.30d.reinstatement.order',
      'pfr.30d.reinstatement.denial',
      'pfr.30d.no_tolling',
      'coa.motion.response.10d',
      'coa.motion.response.10d.electronic',
      'coa.motion.response.10d.mail',
      'coa.rehearing.45d',
      'scotus.cert.90d',
      'habeas.petition.no_limit',
      'habeas.return.2243',
      'habeas.return.2243.3d',
      'habeas.return.2243.cause.20d',
      'habeas.hearing.2243.5d',
      'habeas.appeal.60d',
      'postconviction.2254.1y',
    ],
    what: 'Appeals of bond and officer decisions, briefs, responses, filings before a hearing, addresses, and the federal courts. The ten-day appeal text of 2026 got the name its date has among the alternates; its law is unchanged.',
    why: 'The rest of the office’s deadlines in proceedings and in the courts, each reading of a contested period beside the other.',
  },
];
