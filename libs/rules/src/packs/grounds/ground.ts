import type { AuthorityKey } from './authorities';

export type Waived =
  | 'yes'
  | 'no'
  | 'contested'
  | 'no_in_removal_yes_at_consulate'
  /** The paragraph is a waiver and not a ground of removal. */
  | 'not_a_ground';

export type GroundBasis = 'conviction' | 'conduct' | 'status' | 'waiver';

/** One ground of INA 212 or 237 and whether the pardon waiver reaches it, INA 237(a)(2)(A)(vi). */
export interface PardonGround {
  /** Citation without brackets: '237a2Aiii'. */
  id: string;
  ina: string;
  usc: string;
  name: string;
  basis: GroundBasis;
  waived: Waived;
  note: string;
  authorities: readonly AuthorityKey[];
  /** Ways out when the pardon does not lift the ground. General knowledge, all of them. */
  otherRoutes: readonly string[];
}

/** One ground as it is written down in this folder. */
export type Row = [
  ina: string,
  name: string,
  basis: GroundBasis,
  waived: Waived,
  note: string,
  authorities: AuthorityKey[],
  routes?: string[],
];

export const NOT_CONVICTION = 'Does not rest on a conviction, so a pardon does not touch it.';
