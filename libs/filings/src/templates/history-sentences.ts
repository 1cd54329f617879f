import type { HistoryFact } from './facts';

type Say = string | ((code: (name: string) => string) => string);

const HEARINGS: Readonly<Record<string, string>> = {
  master: 'a master',
  individual: 'an individual',
  bond: 'a bond',
};
const RELIEF: Readonly<Record<string, string>> = {
  asylum: 'asylum',
  withholding: 'withholding of removal',
  cat: 'protection under the Convention Against Torture',
  cancellation_42a: 'cancellation of removal for a permanent resident',
  cancellation_42b: 'cancellation of removal',
  relief_212c: 'relief under former section 212(c)',
  adjustment: 'adjustment of status',
  nacara: 'relief under NACARA',
  vawa: 'relief under VAWA',
  u_visa: 'U nonimmigrant status',
  t_visa: 'T nonimmigrant status',
  sij: 'special immigrant juvenile status',
};
const plain = (code: string): string => code.replaceAll('_', ' ');
const hearing = (code: (name: string) => string): string => `${HEARINGS[code('hearingKind')] ?? 'a'} hearing`;

/** One clause for each kind of fact that belongs into the history of a case; the date comes before it. */
const SENTENCES: Readonly<Record<string, Say>> = {
  admitted: 'the respondent was admitted to the United States',
  became_resident: 'the respondent became a lawful permanent resident',
  offence_committed: 'the offence behind the conviction was committed',
  plea_entered: 'a plea was entered in the criminal case',
  verdict_given: 'a verdict was given in the criminal case',
  conviction_sentenced: 'the respondent was sentenced',
  conviction_cleared: 'the conviction was vacated or cleared',
  proceeding_started: (code) => `${code('proceedingKind') || 'removal'} proceedings began`,
  nta_served: 'the charging document was served',
  charges_added: 'additional charges were lodged',
  hearing_held: (code) => `${hearing(code)} was held`,
  hearing_adjourned: (code) => `${hearing(code)} was adjourned`,
  hearing: (code) => `${hearing(code)} is set`,
  relief_filed: (code) => `the respondent applied for ${RELIEF[code('reliefKind')] ?? 'relief'}`,
  relief_decided: (code) =>
    `the application for ${RELIEF[code('reliefKind')] ?? 'relief'} was ${plain(code('status'))}`,
  order_decided: (code) =>
    `an order of ${code('orderKind') === 'voluntary_departure_alternate' ? 'voluntary departure with an alternate order of removal' : code('orderKind') || 'removal'} was entered`,
  order_decision_mailed: 'the decision was mailed',
  appeal_waived: 'appeal was waived',
  appeal_filed: 'an appeal to the Board of Immigration Appeals was filed',
  bia_decided: (code) =>
    `the Board of Immigration Appeals decided the appeal${code('outcome') ? ` (${plain(code('outcome'))})` : ''}`,
  appeal_lodged: 'an appeal was filed',
  appeal_ruled: (code) => `the appeal was decided (${plain(code('result'))})`,
  motion_filed: (code) => `a motion (${plain(code('motionKind')) || 'kind not known'}) was filed`,
  motion_decided: (code) =>
    `the motion (${plain(code('motionKind')) || 'kind not known'}) was decided: ${plain(code('result'))}`,
  motion_rejected: 'a motion was sent back by the clerk',
  motion_filed_by_dhs: 'the Department of Homeland Security filed a motion',
  motion_by_dhs_decided: 'the motion of the Department of Homeland Security was decided',
  petition_filed: 'a petition for review was filed',
  petition_decided: (code) => `the petition for review was decided (${plain(code('result'))})`,
  habeas_filed: 'a petition for a writ of habeas corpus was filed',
  habeas_decided: (code) => `the habeas petition was decided (${plain(code('result'))})`,
  stay_requested: 'a stay of removal was asked for',
  stay_decided: (code) => `the request for a stay was decided (${plain(code('result'))})`,
  i246_filed: 'a stay was asked of ICE on Form I-246',
  i246_decided: (code) => `ICE decided on the stay (${plain(code('result'))})`,
  order_status: (code) => `the order came to stand as ${plain(code('status'))}`,
  order_vacated: 'the order was vacated',
  order_reinstated: 'the order was reinstated',
  departed: 'the respondent left the United States',
  returned: 'the respondent came back to the United States',
  custody: (code) =>
    code('status') === 'detained' ? 'the respondent was detained' : 'the respondent was not detained',
  supervision_started: (code) => `a condition of supervision began (${plain(code('conditionKind'))})`,
  supervision_ended: (code) => `a condition of supervision ended (${plain(code('conditionKind'))})`,
  pardon_signed: 'a pardon was signed',
  pardon_effective: 'the pardon took effect',
};

/** Kinds of facts that a procedural history tells; everything else is the office's own business. */
export const HISTORY_KINDS: readonly string[] = Object.keys(SENTENCES);

/** What happened, as a clause without its date. */
export function historySentence({ kind, codes }: HistoryFact): string {
  const say = SENTENCES[kind] ?? plain(kind);
  return typeof say === 'string' ? say : say((name) => codes[name] ?? '');
}
