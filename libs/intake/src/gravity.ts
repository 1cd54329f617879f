/** Roles on whose side the office stands, or may come to stand. */
const OURS = new Set(['client', 'referral', 'family_member', 'related_person']);
const PERSON = new Set(['client', 'referral']);

export type Gravity = 'adverse' | 'same_person' | 'related';

/**
 * What it would mean if two people were the same, by their roles; null when it would mean nothing: one official or one
 * victim in two matters is no conflict of the office's.
 */
export function gravityOf(role: string, other: string): Gravity | null {
  const ours = [role, other].filter((one) => OURS.has(one)).length;
  if (ours === 0) return null;
  if (ours === 1) return [role, other].includes('former_client') ? 'same_person' : 'adverse';
  return PERSON.has(role) && PERSON.has(other) ? 'same_person' : 'related';
}
