export type AuthorityKind =
  'statute' | 'scotus' | 'bia' | 'attorney_general' | 'circuit' | 'agency' | 'treatise' | 'secondary';

export interface KnownAuthority {
  cite: string;
  kind: AuthorityKind;
  /** Circuit that decided, for kind 'circuit'. */
  circuit?: string;
  /** What the page at the address supports, and no more. */
  note: string;
  provenance: 'sourced' | 'general_knowledge';
  address: string | null;
}

export const known = <Key extends string>(table: Record<Key, KnownAuthority>): Record<Key, KnownAuthority> =>
  table;
