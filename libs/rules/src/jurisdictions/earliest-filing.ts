import { earliest, inWords, type Day } from '../calendar/day';
import type { WaitLevel, WaitStart, WaitTerm } from '../packs/jurisdictions';
import { boundsOf, counted, factStep, item, ruleStep, type Setting } from './item';
import type { ClemencyDate, ClemencyFacts, OtherReading } from './types';

interface Start {
  readonly field: keyof ClemencyFacts;
  readonly on: string | null;
  readonly what: string;
  readonly question: string;
}

const START: Record<Exclude<WaitStart, 'release_or_sentence'>, Omit<Start, 'on'>> = {
  sentence_end: {
    field: 'sentenceEndedOn',
    what: 'Sentence ended',
    question: 'On what day did the whole sentence end (parole, probation, fines and restitution included)?',
  },
  release: { field: 'releasedOn', what: 'Released', question: 'On what day was the person released?' },
  disposition: {
    field: 'disposedOn',
    what: 'Disposition',
    question: 'What is the date of the disposition (conviction)?',
  },
  parole: {
    field: 'supervisionFrom',
    what: 'Parole without violation since',
    question: 'Since when has the person been on parole without a violation?',
  },
  supervision: {
    field: 'supervisionFrom',
    what: 'Supervision without violation since',
    question: 'Since when has the person been on supervision without a violation?',
  },
  crime_free: {
    field: 'crimeFreeFrom',
    what: 'No offence since',
    question: 'Since when has the person had no offence, with the sentence over?',
  },
};

const LEVEL: Record<WaitLevel, string> = {
  any: '',
  felony: 'felony',
  misdemeanor: 'misdemeanor',
  nonviolent: 'non-violent offence',
  violent_or_sex: 'violent or sex offence',
  sex_offence: 'sex offence',
  violent_or_drug: 'violent or drug offence',
  dui_or_vehicular: 'driving under the influence or vehicular manslaughter',
  deferred_adjudication: 'deferred adjudication',
};

function startOf(term: WaitTerm, facts: ClemencyFacts): Start {
  if (term.from !== 'release_or_sentence') {
    const start = START[term.from];
    return { ...start, on: (facts[start.field] as string | null | undefined) ?? null };
  }
  if (facts.confined === false) {
    return {
      field: 'sentencedOn',
      on: facts.sentencedOn ?? null,
      what: 'Sentenced, without confinement',
      question: 'On what day was the sentence imposed?',
    };
  }
  return {
    ...START.release,
    on: facts.releasedOn ?? null,
    question: 'On what day was the person released, or was there no confinement at all?',
  };
}

const words = (term: WaitTerm) => {
  const level = LEVEL[term.level] ? ` (${LEVEL[term.level]})` : '';
  const many = term.years === 1 ? 'year' : 'years';
  return `${term.approximate ? 'about ' : ''}${term.years} ${many}${level}`;
};

/** First and last day the wait of a term can end; null without its start. */
function endOf(setting: Setting, term: WaitTerm): { first: Day; last: Day } | null {
  const start = startOf(term, setting.facts);
  if (start.on === null) return null;
  const { first, last } = boundsOf(start.on, start.field);
  const end = (day: Day) => counted(setting, { start: day, n: term.years, unit: 'year' }).on;
  return { first: end(first), last: end(last) };
}

const MAIN: ReadonlyArray<WaitTerm['standing']> = ['current', 'policy', 'special_programme'];

function others(setting: Setting, term: WaitTerm): OtherReading[] {
  return setting.practice.wait.terms
    .filter((other) => !MAIN.includes(other.standing) && other.level === term.level)
    .flatMap((other) => {
      const end = endOf(setting, other);
      if (!end) return [];
      const label = other.note ?? words(other);
      return [{ on: end.first, label, standing: other.standing }];
    });
}

function warningsOf(term: WaitTerm): string[] {
  const list: string[] = [];
  if (!term.startStated) {
    list.push('The source gives the years and not what they run from; the event used here was assumed.');
  }
  if (term.approximate) list.push('The source says “about” or “generally”: ask the authority.');
  if (term.standing === 'policy') list.push('Policy, not law: it can change without notice.');
  return list;
}

function headOf(setting: Setting, term: WaitTerm, at: number) {
  const { wait } = setting.practice;
  const level = LEVEL[term.level];
  return {
    key: `earliest_filing.${term.level}.${at}`,
    kind: 'earliest_filing' as const,
    title: level ? `Earliest filing day, ${level}` : 'Earliest filing day',
    approximate: term.approximate,
    basis: wait.basis,
    warnings: [...warningsOf(term), ...(wait.rule === 'varies' ? ['Longer for some offences.'] : [])],
  };
}

function termItem(setting: Setting, term: WaitTerm, at: number): ClemencyDate {
  const { wait } = setting.practice;
  const start = startOf(term, setting.facts);
  const end = endOf(setting, term);
  const rule = ruleStep(setting, `wait of ${words(term)}. ${term.note ?? ''}`.trim(), wait.basis);
  const shared = headOf(setting, term, at);
  if (end === null || start.on === null) {
    const why = `The wait is ${words(term)}; the event it runs from is not recorded.`;
    return item(setting, { ...shared, state: 'needs_facts', why, question: start.question, trace: [rule] });
  }
  const alternates = others(setting, term);
  const exact = end.first === end.last;
  const wide = exact ? inWords(end.first) : `between ${inWords(end.first)} and ${inWords(end.last)}`;
  const last = { step: 'count', text: `${words(term)} later: ${wide}.`, on: end.first };
  return item(setting, {
    ...shared,
    state: exact ? 'dated' : 'window',
    on: end.first,
    window: exact ? null : end,
    taskOn: earliest([end.first, ...alternates.map((reading) => reading.on)]),
    alternates,
    why: `${words(term)} from: ${start.what.toLowerCase()}.${wait.waiver ? ` ${wait.waiver}` : ''}`,
    question: exact ? null : `${start.question} Only part of the date is recorded.`,
    trace: [factStep(start.what, start.on), rule, last],
  });
}

const NO_NUMBER = {
  none: ['none_fixed', 'The authority has no waiting period.'],
  none_fixed: ['none_fixed', 'No waiting period is fixed by law; practice may still expect time to pass.'],
  varies: ['not_known', 'The wait depends on the offence and the record has no number for it.'],
  not_known: ['not_known', 'The waiting period was not checked.'],
  fixed: ['not_known', 'The record has no wait for this kind of conviction.'],
} as const;

function ruleItem(setting: Setting): ClemencyDate {
  const { wait } = setting.practice;
  const [state, why] = NO_NUMBER[wait.rule];
  const older = wait.terms.filter((term) => term.standing === 'other_published');
  return item(setting, {
    key: 'earliest_filing',
    kind: 'earliest_filing',
    title: 'Earliest filing day',
    state,
    why,
    question:
      state === 'not_known' ? `What wait does ${setting.record.name} apply to this conviction?` : null,
    basis: wait.basis,
    alternates: older.flatMap((term) => {
      const end = endOf(setting, term);
      return end
        ? [{ on: end.first, label: `${words(term)}. ${term.note ?? ''}`, standing: term.standing }]
        : [];
    }),
    trace: [ruleStep(setting, why, wait.basis)],
  });
}

/**
 * The first day on which an application can be filed, one item per wait that can apply. Waits are counted in whole
 * years from the recorded event without any roll. A partly known event gives a window. Where a shorter published
 * reading or a waiver exists it is an alternate, and `taskOn` is the earliest of them all: the day to look at it.
 */
export function earliestFiling(setting: Setting): ClemencyDate[] {
  const { wait } = setting.practice;
  const level = setting.facts.level ?? null;
  const main = wait.terms.filter((term) => MAIN.includes(term.standing));
  const fitting = main.filter((term) => level === null || term.level === 'any' || term.level === level);
  const named = fitting.some((term) => term.level === level)
    ? fitting.filter((t) => t.level === level)
    : fitting;
  const items = named.map((term, at) => termItem(setting, term, at));
  const bare = wait.rule !== 'fixed' || items.length === 0;
  return bare ? [ruleItem(setting), ...items] : items;
}
