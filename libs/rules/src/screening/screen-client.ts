import { toOrdinal } from '../calendar/day';
import { SCREENING_NEXT_REVIEW } from '../packs/screening';
import { relation } from './build';
import { screenChhoeunClass } from './chhoeun';
import { screenNaturalisation } from './naturalisation';
import { screenRegistry, screenRegistryBills } from './registry';
import {
  screenCambodiaReturn,
  screenCitizenship,
  screenLaosReturn,
  screenVietnamReturn,
} from './repatriation';
import type { ScreeningContext, ScreeningFacts, ScreeningResult } from './types';

const BY_COUNTRY = [
  ['VN', screenVietnamReturn],
  ['KH', screenCambodiaReturn],
  ['KH', screenChhoeunClass],
  ['LA', screenLaosReturn],
] as const;

/**
 * Every screening that can concern one person, in a fixed order: citizenship, returns and classes of the countries that
 * may be theirs, registry, introduced bills (only with `includeBills`, each marked `introduced_bill_not_law`),
 * naturalisation. Missing facts become questions. Issue-spotting for an attorney, never advice; the authority of each
 * answer is with it. Throws RuleInputError `malformed_day` for a date that is none, and for `today`.
 */
export function screenClient(facts: ScreeningFacts, context: ScreeningContext): ScreeningResult[] {
  toOrdinal(context.today, 'today');
  const byCountry = BY_COUNTRY.filter(([country]) => relation(facts, country) !== 'no');
  const results = [
    screenCitizenship(facts),
    ...byCountry.map(([, screen]) => screen(facts)),
    screenRegistry(facts),
    ...(context.includeBills === true ? screenRegistryBills(facts, context) : []),
    screenNaturalisation(facts),
  ];
  return context.today > SCREENING_NEXT_REVIEW ? results.map(stale) : results;
}

const stale = (result: ScreeningResult): ScreeningResult => ({
  ...result,
  warnings: [...result.warnings, 'Stale: the pack was due for review. Check the law before relying on this.'],
});
