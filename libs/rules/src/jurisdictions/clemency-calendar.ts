import { RuleInputError } from '../errors';
import { addDays, toOrdinal } from '../calendar/day';
import {
  CLEMENCY_NEXT_REVIEW,
  CLEMENCY_PACK_VERSION,
  clemencyPractice,
  pardonJurisdictionByCode,
  pardonJurisdictions,
} from '../packs/jurisdictions';
import { effectiveDay, reapplication } from './after-decision';
import { earliestFiling } from './earliest-filing';
import { clocks, filingCutoffs, notices } from './filing-clocks';
import { calendarOf, lastVerified, type Setting } from './item';
import { notes } from './notes';
import { executiveTerm, nextSession } from './term';
import type { ClemencyCalendar, ClemencyFacts } from './types';

const DAY_FIELDS = [
  'today',
  'filedOn',
  'incompleteNoticeOn',
  'hearingOn',
  'boardDecidedOn',
  'deniedOn',
] as const;
const MOST_BUFFER = 60;
const GRANT_FIELDS = ['signedOn', 'secondBodyOn', 'votedOn', 'announcedOn'] as const;

function checkDays(facts: ClemencyFacts): void {
  toOrdinal(facts.today, 'today');
  if (facts.verification) toOrdinal(facts.verification.on, 'verification.on');
  for (const field of DAY_FIELDS) {
    const day = facts[field];
    if (day !== null && day !== undefined) toOrdinal(day, field);
  }
  for (const field of GRANT_FIELDS) {
    const day = facts.grantDates?.[field];
    if (day !== null && day !== undefined) toOrdinal(day, `grantDates.${field}`);
  }
}

function checkBuffer(days: number | undefined): void {
  if (days === undefined || (Number.isInteger(days) && days >= 0 && days <= MOST_BUFFER)) return;
  throw new RuleInputError(
    'malformed_number',
    `The margin is a whole number of business days from 0 to ${MOST_BUFFER}.`,
    'bufferBusinessDays',
  );
}

function settingOf(facts: ClemencyFacts): Setting {
  const practice = clemencyPractice(facts.jurisdiction);
  const record = pardonJurisdictionByCode(facts.jurisdiction);
  if (!practice || !record) {
    throw new RuleInputError(
      'unknown_rule',
      'A pardoning authority is named by its USPS code, or FED for the federal power.',
      'jurisdiction',
    );
  }
  checkDays(facts);
  checkBuffer(facts.bufferBusinessDays);
  return { facts, practice, record, calendar: calendarOf(facts) };
}

/** A comparison by the office is good for three months. */
const FRESH_DAYS = 92;

function isStale({ today, verification }: ClemencyFacts): boolean {
  const looked = verification ? addDays(verification.on, FRESH_DAYS) : CLEMENCY_NEXT_REVIEW;
  return today > looked;
}

/**
 * Everything dated about one application for clemency: first filing day, cut-off of a docket, cure and lapse, usual
 * times, when to ask again, next session, days left in the executive's term, effective day of a grant. Each item has
 * its provenance and a trace; a missing fact is a question, never a supposed date. Where readings differ the later one
 * is never shown alone and the task is the earlier. Authority: the texts and pages named by each record of the pack
 * (state law and practice; 28 CFR 1.2 for the federal power); none has been verified on a live page.
 *
 * Throws RuleInputError: `unknown_rule` (jurisdiction), `malformed_day` (path of the field), `day_out_of_range`
 * (1950 to 2100), `malformed_number` (bufferBusinessDays).
 */
export function clemencyCalendar(facts: ClemencyFacts): ClemencyCalendar {
  const setting = settingOf(facts);
  const items = [
    ...earliestFiling(setting),
    ...filingCutoffs(setting),
    ...notices(setting),
    ...clocks(setting),
    ...nextSession(setting),
    ...executiveTerm(setting),
    ...reapplication(setting),
    ...effectiveDay(setting),
  ];
  const questions = items.flatMap(({ question }) => (question === null ? [] : [question]));
  return {
    jurisdiction: setting.record.code,
    name: setting.record.name,
    asOf: pardonJurisdictions().asOf,
    lastVerified: lastVerified(setting),
    packVersion: CLEMENCY_PACK_VERSION,
    stale: isStale(facts),
    items,
    notes: notes(setting),
    questions: [...new Set(questions)],
  };
}
