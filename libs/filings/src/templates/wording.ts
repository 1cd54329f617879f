import { formatANumber, formatPartialDate, parseANumber } from '@app/rules';
import type { Inline } from '../document/model';
import { blank, nobreak } from '../document/write';
import type { CaptionFacts, LegalDay, MotionKind } from './facts';

/** Titles as the court's pages give them; stay titles say "removal" whatever the old proceeding was called. */
const titles: Record<MotionKind, string> = {
  reopen: 'MOTION TO REOPEN',
  reopen_and_terminate: 'MOTION TO REOPEN AND TERMINATE PROCEEDINGS',
  joint_reopen: 'JOINT MOTION TO REOPEN',
  reconsider: 'MOTION TO RECONSIDER',
  stay: 'MOTION TO STAY REMOVAL',
  emergency_stay: 'EMERGENCY MOTION TO STAY REMOVAL',
  terminate: 'MOTION TO TERMINATE PROCEEDINGS',
};

/** The motion's title as it stands on the cover page, in capitals. */
export const motionTitle = (kind: MotionKind): string => titles[kind];

/** The day itself, checked: a wrong date must not reach a court paper. */
export function legalDay(day: LegalDay): LegalDay {
  dayInWords(day);
  return day;
}

/** '2026-07-01' as "July 1, 2026"; throws RangeError for anything that is not a calendar day. */
export function dayInWords(day: LegalDay): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError('A legal day must be a YYYY-MM-DD date.');
  return formatPartialDate(day);
}

/** '13:30' as "1:30 p.m."; throws RangeError for anything that is not a time of day. */
export function timeInWords(time: string): string {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(time);
  if (!match) throw new RangeError('A time of day must be HH:MM.');
  const hour = Number(match[1]);
  return `${hour % 12 || 12}:${match[2]} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/**
 * An A-number as the court writes it, 'A012-345-678', from any usual spelling.
 * Throws RangeError, without repeating the value, if it is none.
 */
export function aNumberInWords(value: string): string {
  const parsed = parseANumber(value);
  if (!parsed.ok) throw new RangeError('An A-number has 8 or 9 digits.');
  return formatANumber(parsed.value);
}

/** The fact if the office has it, otherwise its blank. Empty text counts as missing. */
export function known(value: string | null | undefined, field: string, label: string, where: string): Inline {
  const text = value?.trim();
  return text ? text : blank(field, label, where);
}

export function knownDay(day: LegalDay | null, field: string, label: string, where: string): Inline {
  return day ? nobreak(dayInWords(day)) : blank(field, label, where);
}

/** Exclusion proceedings have an applicant, the other two a respondent. */
export function partyWord(caption: CaptionFacts): string {
  const word = caption.proceeding === 'exclusion' ? 'Applicant' : 'Respondent';
  return caption.respondents.length > 1 ? `${word}s` : word;
}

/** "Respondent's" or "Respondents'". */
export function partyPossessive(caption: CaptionFacts): string {
  const word = partyWord(caption);
  return word.endsWith('s') ? `${word}’` : `${word}’s`;
}

/** The footer's file number; a family's papers show the first one. */
export function footerNumber(caption: CaptionFacts): string {
  const [first, ...others] = caption.respondents;
  if (!first?.aNumber) return '';
  return aNumberInWords(first.aNumber) + (others.length ? ' et al.' : '');
}
