import type {
  Basis,
  ClemencyClock,
  ClemencyPractice,
  EligibilityWait,
  ExpediteRoute,
  RecordsEffect,
  SecondBody,
  ServiceDuty,
  WaitLevel,
  WaitStart,
  WaitTerm,
} from './practice-types';

type Extra<T> = Partial<T>;

/** A wait of so many years; details that differ from the usual are given. */
export const after = (years: number, from: WaitStart, extra: Extra<WaitTerm> = {}): WaitTerm => ({
  years,
  from,
  level: 'any' as WaitLevel,
  approximate: false,
  startStated: true,
  standing: 'current',
  note: null,
  ...extra,
});

/** "About" so many years after the sentence. */
export const about = (years: number, extra: Extra<WaitTerm> = {}): WaitTerm =>
  after(years, 'sentence_end', { approximate: true, ...extra });

/** So many years from an event that the source does not name. */
export const startNotStated = (years: number, extra: Extra<WaitTerm> = {}): WaitTerm =>
  about(years, { startStated: false, ...extra });

export const wait = (
  rule: EligibilityWait['rule'],
  terms: readonly WaitTerm[] = [],
  extra: Extra<EligibilityWait> = {},
): EligibilityWait => ({ rule, terms, waiver: null, conditions: [], basis: 'waitingPeriod', ...extra });

export const duty = (on: string, by: ServiceDuty['by'], how: string, extra: Extra<ServiceDuty> = {}) => ({
  on,
  by,
  how,
  daysBefore: null,
  consequence: null,
  basis: 'application' as Basis,
  ...extra,
});

export const expedite = (
  standing: ExpediteRoute['standing'],
  extra: Extra<ExpediteRoute> = {},
): ExpediteRoute => ({
  standing,
  authority: null,
  inForceFrom: null,
  immigration: 'not_named',
  limits: [],
  basis: 'immigrationExpedite',
  ...extra,
});

export const expected = (
  id: string,
  title: string,
  n: number,
  unit: ClemencyClock['unit'],
  extra: Extra<ClemencyClock> = {},
): ClemencyClock => ({
  id,
  title,
  kind: 'expected',
  n,
  unit,
  from: 'filed',
  standing: 'reported',
  note: 'An average or a report: nothing happens by itself on this day.',
  basis: 'cadence',
  ...extra,
});

/** The grant proceeds only on the board's recommendation. */
export const boardFirst = (body: string, basis: Basis = { keys: ['ccrcModels'] }): SecondBody => ({
  body,
  rule: 'cannot_act_without',
  effect:
    'The governor cannot act without the board’s favourable vote, so a date set by ICE cannot be met by a call to the governor alone.',
  basis,
});

export const recordsStay: RecordsEffect = {
  effect: 'not_stated',
  certifyFirst: false,
  note: 'The record names no sealing or erasure. Several states seal or erase after a pardon: collect certified conviction records before the grant anyway.',
  basis: 'general_knowledge',
};

export const recordsGo = (
  effect: RecordsEffect['effect'],
  note: string,
  basis: Basis = 'watchFor',
): RecordsEffect => ({ effect, certifyFirst: true, note, basis });

type Given = { code: string; wait: EligibilityWait } & Extra<ClemencyPractice>;

export const practice = (given: Given): ClemencyPractice => ({
  cutoffs: [],
  clocks: [],
  reapply: [],
  service: [],
  expedite: expedite('none_found'),
  second: null,
  records: recordsStay,
  sessions: null,
  tenure: null,
  executiveChangeOn: null,
  particulars: [],
  ...given,
});
