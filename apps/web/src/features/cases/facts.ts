import type { Words } from '../../i18n/en';

type Family = keyof Words['enums'];

/** Which of a fact's parameters a person reads, and the words for its codes; null: the value as it is. */
const said: Record<string, Record<string, Family | null>> = {
  case_opened: { type: 'caseType' },
  case_closed: { outcome: 'caseOutcome' },
  case_stage: { stage: 'caseStage' },
  proceeding_started: { proceedingKind: 'proceedingKind', courtCode: null },
  charges_added: { form: 'documentForm' },
  nta_served: { form: 'documentForm' },
  offence_committed: { level: 'convictionLevel', state: null },
  plea_entered: { level: 'convictionLevel', state: null },
  conviction_sentenced: { level: 'convictionLevel', state: null },
  order_decided: { orderKind: 'orderKind', decisionForm: 'decisionForm' },
  order_decision_mailed: { orderKind: 'orderKind' },
  appeal_waived: { orderKind: 'orderKind' },
  appeal_filed: { orderKind: 'orderKind' },
  bia_decided: { outcome: 'appealOutcome' },
  order_status: { status: 'orderStatus' },
  relief_filed: { reliefKind: 'reliefKind', forum: 'reliefForum' },
  relief_decided: { reliefKind: 'reliefKind', status: 'reliefStatus' },
  appeal_lodged: { forum: 'appealForum' },
  appeal_ruled: { forum: 'appealForum', result: 'appealResult' },
  travel_document_asked: { country: null, requestedBy: 'requester' },
  travel_document_answered: { country: null, result: 'travelResult' },
  supervision_started: { conditionKind: 'conditionKind' },
  supervision_ended: { conditionKind: 'conditionKind' },
  arrested: { outcome: 'arrestOutcome' },
  departed: { how: 'departureWay' },
  asked_about: { topic: 'inquiryTopic', answer: 'inquiryAnswer' },
  verdict_given: { level: 'convictionLevel', state: null },
  conviction_cleared: { clearedBy: 'clearedBy' },
  hearing: { hearingKind: 'hearingKind' },
  hearing_control_date: { hearingKind: 'hearingKind' },
  hearing_moved: { hearingKind: 'hearingKind' },
  hearing_held: { hearingKind: 'hearingKind' },
  hearing_adjourned: { hearingKind: 'hearingKind', adjournment: 'adjournment' },
  hearing_cancelled: { hearingKind: 'hearingKind' },
  custody: { status: 'custody' },
  detention_began: { arrestedBy: 'arrestedBy', arrestedWhere: 'arrestedWhere' },
  detention_ended: { how: 'episodeEnd' },
  custody_moved: { source: 'staySource' },
  bond_decided: { setBy: 'bondSetter', decision: 'bondStatus' },
  bond_appealed: { appealBy: 'bondAppellant' },
  bond_appeal_decided: { outcome: 'bondAppealOutcome' },
  bond_stay_ended: { how: 'stayEnd' },
  record_request_sent: { agency: 'agency' },
  record_request_reached: { agency: 'agency' },
  record_request_answered: { agency: 'agency', outcome: 'requestOutcome' },
  check_in: { outcome: 'checkInOutcome', method: 'checkInMethod' },
  check_in_moved: { method: 'checkInMethod' },
  check_in_cancelled: { method: 'checkInMethod' },
  pardon_stage: { stage: 'clemencyStage', jurisdiction: null },
  pardon_signed: { instrumentKind: 'instrumentKind', grantor: 'grantor', jurisdiction: null },
  pardon_effective: { instrumentKind: 'instrumentKind' },
  pardon_received: { instrumentKind: 'instrumentKind' },
  pardon_announced: { instrumentKind: 'instrumentKind' },
};

/** The details of a dated fact as words. */
export function detailsOf(
  kind: string,
  parameters: Record<string, unknown>,
  word: (family: Family, value: string) => string,
): string {
  return Object.entries(said[kind] ?? {})
    .map(([name, family]) => {
      const value = parameters[name];
      if (typeof value !== 'string' || value === '') return '';
      return family ? word(family, value) : value;
    })
    .filter(Boolean)
    .join(', ');
}
