/** Everybody who can sign in is one of these. `system` is the worker's duties and cannot sign in. */
export const ROLES = [
  'director',
  'attorney',
  'accredited_representative',
  'paralegal',
  'intake',
  'volunteer',
  'auditor',
  'operator',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles an organisation can give; the operator belongs to the installation. */
export const OFFICE_ROLES = ROLES.filter((role) => role !== 'operator');

/** Roles that can be on a case's team. A volunteer sees whom they go along with, and no case. */
export const TEAM_ROLES: readonly Role[] = ROLES.filter(
  (role) => !['operator', 'auditor', 'volunteer'].includes(role),
);

/** Roles that file court papers and whose name stands on them. */
export const FILING_ROLES: readonly Role[] = ['attorney', 'accredited_representative'];

/** Roles that see every client of the office. The database's `sec.sees_office()` holds the same list. */
export const OFFICE_WIDE_ROLES: readonly Role[] = ['director', 'auditor'];
