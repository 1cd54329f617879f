import type { ConvictionFlags, Known } from './types';

export type Flag = keyof ConvictionFlags;

export interface LatentRule {
  groundId: string;
  flags: readonly Flag[];
  question: string;
}

/** Grounds a conviction may fit although nobody charged them: DHS may lodge them after reopening (8 CFR 1003.30). */
export const OUTSIDE_THE_WAIVER: readonly LatentRule[] = [
  { groundId: '237a2Bi', flags: ['drug'], question: 'Is it a controlled-substance offence?' },
  {
    groundId: '237a2C',
    flags: ['firearm'],
    question:
      'Is a firearm or destructive device an element of the offence, or was there a weapon count beside it?',
  },
  {
    groundId: '237a2Ei',
    flags: ['domestic', 'childVictim'],
    question: 'Was the victim a spouse, partner, family member or child, or is it stalking?',
  },
];

export const INSIDE_THE_WAIVER: readonly LatentRule[] = [
  {
    groundId: '237a2Aiii',
    flags: ['aggravatedFelony'],
    question: 'Is it an aggravated felony under INA 101(a)(43)?',
  },
  { groundId: '237a2Aii', flags: ['moralTurpitude'], question: 'Is it a crime involving moral turpitude?' },
  { groundId: '237a2Ai', flags: ['moralTurpitude'], question: 'Is it a crime involving moral turpitude?' },
];

/** What is known of the features a ground turns on. */
export function anyOf(flags: ConvictionFlags, wanted: readonly Flag[]): Known {
  const values = wanted.map((flag) => flags[flag]);
  return values.includes('yes') ? 'yes' : values.includes('not_known') ? 'not_known' : 'no';
}

/** The rule of a ground; undefined for grounds no recorded feature tells anything about. */
export function latentRuleOf(groundId: string): LatentRule | undefined {
  return [...OUTSIDE_THE_WAIVER, ...INSIDE_THE_WAIVER].find((rule) => rule.groundId === groundId);
}
