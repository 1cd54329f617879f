/** An event that starts a period: how a person calls it, and the fact names under which calculators accept it. */
export interface TriggerDefinition {
  readonly label: string;
  /** Names in the order of preference: when two are given, the first one counts. */
  readonly facts: readonly string[];
}

const define = <Names extends string>(table: Record<Names, TriggerDefinition>) => table;

/** Every event that a rule of the packs runs from. */
export const TRIGGERS = define({
  none: { label: 'nothing: there is no limit', facts: [] },
  decision_served: {
    label: 'the decision (oral), or its mailing or electronic notice (written)',
    facts: ['written_decision_mailed', 'electronic_notice', 'ij_oral_decision', 'ij_decision', 'decision'],
  },
  officer_decision_served: {
    label: "service of the DHS officer's decision",
    facts: [
      'dhs_decision_served',
      'officer_decision_served',
      'dhs_officer_decision',
      'officer_decision',
      'decision_served',
    ],
  },
  bond_decision: {
    label: "the immigration judge's custody decision",
    facts: ['ij_bond_decision', 'ij_custody_decision', 'bond_decision', 'custody_decision'],
  },
  order_date: { label: 'the order', facts: ['absentia_order', 'order', 'order_date', 'removal_order'] },
  final_order: {
    label: 'the final administrative order',
    facts: ['final_order', 'bia_final_order', 'bia_order', 'order_final', 'bia_decision'],
  },
  grant: {
    label: 'the pardon or vacatur',
    facts: ['pardon_or_vacatur', 'pardon', 'pardon_signed', 'pardon_effective', 'vacatur', 'grant'],
  },
  check_in: {
    label: 'the check-in',
    facts: ['checkin', 'check_in', 'checkin_on', 'check_in_on', 'appointment'],
  },
  hearing: { label: 'the hearing', facts: ['hearing', 'individual_hearing', 'master_hearing'] },
  filing_received: {
    label: "receipt of the other side's filing",
    facts: ['filing_received', 'motion_received', 'opposing_filing_received', 'response_to_filing_received'],
  },
  motion_served: {
    label: 'service of the motion',
    facts: ['motion_served', 'service', 'motion_service'],
  },
  briefing_notice: {
    label: 'the briefing notice',
    facts: ['briefing_notice', 'briefing_schedule', 'briefing_notice_date'],
  },
  appeal_filed: {
    label: 'filing of the appeal',
    facts: ['appeal_filed', 'notice_of_appeal_filed', 'bia_appeal_filed'],
  },
  rejection: {
    label: 'the rejection notice',
    facts: [
      'rejection_notice',
      'fee_waiver_rejected',
      'fee_waiver_denied',
      'fee_waiver_rejection',
      'rejection',
      'rejected',
    ],
  },
  last_arrival: { label: 'the last arrival', facts: ['last_arrival', 'arrival', 'last_entry', 'arrived'] },
  address_change: { label: 'the move', facts: ['address_change', 'move', 'moved', 'moved_on'] },
  arrest: {
    label: 'the arrest',
    facts: ['arrested_at', 'arrest', 'warrantless_arrest', 'arrested', 'detained_at'],
  },
  release_due: {
    label: 'the time at which release would have occurred',
    facts: ['release_due_at', 'would_be_released_at', 'release_due', 'release_at', 'otherwise_released_at'],
  },
  court_judgment: {
    label: 'the judgment of the court of appeals, or its denial of rehearing',
    facts: ['denial_of_rehearing', 'rehearing_denied', 'court_of_appeals_judgment', 'judgment'],
  },
  appeal_judgment: {
    label: 'the judgment of the court of appeals',
    facts: ['court_of_appeals_judgment', 'judgment'],
  },
  habeas_judgment: { label: 'the habeas judgment', facts: ['habeas_judgment', 'judgment'] },
  removal_order_238b: {
    label: 'the reinstatement or the order under INA 238(b)',
    facts: ['reinstatement_or_FARO', 'reinstatement', 'faro', 'removal_order_238b', 'order'],
  },
  removal_period: {
    label: 'the start of the removal period',
    facts: ['removal_period_start', 'order_final', 'final_order', 'removal_period', 'removal_period_began'],
  },
  court_final_order: {
    label: "the court's final order",
    facts: ['court_final_order', 'court_final_order_on', 'court_of_appeals_final_order', 'mandate'],
  },
  custody_review: {
    label: 'the last custody review',
    facts: [
      'hq_review',
      'custody_review',
      'last_review',
      'hq_decision',
      'pocr_decision',
      'post_order_review',
    ],
  },
  redetention: {
    label: 'the re-arrest',
    facts: [
      'redetained',
      'rearrest',
      'revocation',
      'detained_on',
      'redetention',
      're_detained',
      'osup_revoked',
      'revoked',
    ],
  },
  notice_mailed: {
    label: 'mailing of the notice',
    facts: ['notice_mailed', 'chhoeun_notice_mailed', 'class_notice_mailed'],
  },
  fear_referral: {
    label: 'the referral to an asylum officer',
    facts: ['rf_referral', 'fear_referral', 'reasonable_fear_referral', 'referral'],
  },
  judge_referral: {
    label: 'the referral to the immigration judge',
    facts: ['ij_referral', 'judge_referral', 'negative_finding_referred'],
  },
  supervisor_approval: {
    label: "the supervisor's approval",
    facts: ['supervisor_approval', 'negative_credible_fear_approved', 'supervisor_approved'],
  },
  intent_served: {
    label: 'service of the notice of intent',
    facts: ['noi_served', 'notice_of_intent_served', 'intent_served', 'notice_of_intent'],
  },
  order_238b: {
    label: 'the order under INA 238(b)',
    facts: ['faro_issued', 'faro', 'order_238b', 'final_administrative_removal_order', 'order'],
  },
  third_country_notice: {
    label: 'service of the third-country notice',
    facts: [
      'served_at',
      'third_country_notice_served_at',
      'third_country_notice',
      'third_country_notice_served',
      'notice_served',
    ],
  },
  fear_voiced: {
    label: 'the moment fear was voiced',
    facts: ['fear_voiced_at', 'fear_stated_at', 'fear_voiced', 'fear_expressed_at', 'fear_expressed'],
  },
  negative_fear: {
    label: 'the negative fear finding',
    facts: ['negative_fear_finding', 'negative_fear', 'negative_screening'],
  },
  release: {
    label: 'the release',
    facts: ['released', 'release', 'released_on', 'released_at', 'release_from_custody'],
  },
  bond_order: {
    label: "the immigration judge's release order",
    facts: ['ij_bond_order', 'bond_order', 'ij_release_order', 'release_order'],
  },
  bond_appeal: {
    label: "filing of DHS's notice of appeal",
    facts: ['notice_of_appeal_filed', 'appeal_filed', 'dhs_appeal_filed', 'eoir26_filed'],
  },
  board_bond_decision: {
    label: "the Board's release decision",
    facts: ['bia_bond_decision', 'board_bond_decision', 'bia_release_decision'],
  },
  departure_order: {
    label: 'the voluntary departure order',
    facts: ['vd_order', 'vd_grant', 'vd_granted', 'voluntary_departure_order', 'departure_order'],
  },
  departure_end: {
    label: 'the end of voluntary departure',
    facts: ['vd_last_day', 'vd_end', 'departure_end', 'vd_overstay', 'vd_until'],
  },
  request_received: {
    label: 'receipt of the request by the right component',
    facts: ['request_received_by_component', 'request_received', 'foia_received', 'request_received_on'],
  },
  initial_due: {
    label: 'the first answer date',
    facts: ['initial_due', 'foia_initial_due', 'foia_response_due'],
  },
  adverse_determination: {
    label: 'the adverse determination',
    facts: ['adverse_determination', 'denial', 'foia_denial', 'adverse_answer'],
  },
  records_appeal_received: {
    label: 'receipt of the appeal',
    facts: ['appeal_received', 'foia_appeal_received', 'records_appeal_received'],
  },
  card_expiry: {
    label: 'expiry of the work permit',
    facts: ['ead_expires', 'card_expires', 'expires', 'card_expiry', 'ead_expiry'],
  },
  application_filed: {
    label: 'filing of the petition',
    facts: ['petition_filed', 'filed', 'pfr_filed', 'petition_for_review_filed'],
  },
  departure: {
    label: 'the removal or departure under the order',
    facts: ['removed', 'removal', 'departed', 'departure', 'departed_under_order'],
  },
  departure_motion: {
    label: 'filing of the motion within voluntary departure',
    facts: ['vd_motion_filed', 'motion_filed', 'filed'],
  },
  custody_decision_served: {
    label: 'service of the custody decision of DHS',
    facts: [
      'dd_custody_decision',
      'dhs_custody_decision',
      'custody_decision_served',
      'dd_decision',
      'dhs_decision_served',
    ],
  },
  first_brief_due: {
    label: 'the day the first brief was due',
    facts: ['first_brief_due', 'opening_brief_due', 'briefs_due', 'initial_briefs_due'],
  },
  withholding_denial: {
    label: "the Board's denial in proceedings about withholding only",
    facts: [
      'withholding_only_bia_denial',
      'withholding_only_denial',
      'bia_withholding_denial',
      'withholding_denial',
    ],
  },
  show_cause_order: {
    label: "the court's order to answer the petition",
    facts: ['order_to_show_cause', 'show_cause_order', 'osc_issued', 'osc', 'return_ordered', 'writ_issued'],
  },
  habeas_return: {
    label: 'the return to the petition',
    facts: ['return_made', 'return_filed', 'habeas_return'],
  },
  state_judgment_final: {
    label: 'the day the state judgment became final',
    facts: ['state_judgment_final', 'conviction_final', 'judgment_final', 'direct_review_ended'],
  },
});
/** The event a rule runs from: a key of `TRIGGERS`. */
export type RuleTrigger = keyof typeof TRIGGERS;
