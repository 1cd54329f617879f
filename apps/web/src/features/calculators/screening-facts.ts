import type { BodyOf } from '../../api/client';
import type { Texts } from './LiveFields';

export type ScreeningQuestion = BodyOf<'/law/screening', 'post'>;

export const DATES = [
  'firstEnteredOn',
  'lastEnteredOn',
  'aggravatedFelonyOn',
  'pardonOn',
  'noticeMailedOn',
  'naturalisationFilingOn',
] as const;
export const FLAGS = [
  'bornInCamp',
  'inUnitedStates',
  'continuousResidence',
  'residentRecord',
  'goodMoralCharacter',
  'criminallyInadmissible',
  'aggravatedFelony',
  'finalOrder',
  'releasedAfterOrder',
  'laterViolation',
  'spouseOfCitizen',
] as const;

export const NOTHING_KNOWN: Texts = {
  citizenships: [],
  birthCountry: '',
  includeBills: false,
  ...Object.fromEntries(DATES.map((name) => [name, ''])),
  ...Object.fromEntries(FLAGS.map((name) => [name, 'not_known'])),
};

/** What only follows from another answer: without it the question makes no sense and is not asked. */
const FOLLOWS: Record<string, (values: Texts) => boolean> = {
  aggravatedFelonyOn: ({ aggravatedFelony }) => aggravatedFelony === 'yes',
  releasedAfterOrder: ({ finalOrder }) => finalOrder !== 'no',
  laterViolation: ({ finalOrder, releasedAfterOrder }) => finalOrder !== 'no' && releasedAfterOrder !== 'no',
  noticeMailedOn: ({ finalOrder }) => finalOrder !== 'no',
};
export const isAsked = (name: string, values: Texts): boolean => FOLLOWS[name]?.(values) ?? true;

const TRUTH: Record<string, boolean> = { yes: true, no: false };

/** What is sent: hidden fields are not known, empty ones neither. */
export function questionOf(values: Texts): ScreeningQuestion {
  const asked = (name: string): boolean => isAsked(name, values);
  const flags = FLAGS.map((name) => [name, asked(name) ? (TRUTH[String(values[name])] ?? null) : null]);
  const dates = DATES.map((name) => [name, asked(name) ? String(values[name]).trim() || null : null]);
  return {
    citizenships: values.citizenships as string[],
    birthCountry: String(values.birthCountry) || null,
    ...Object.fromEntries([...flags, ...dates]),
    includeBills: values.includeBills === true,
  };
}
