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

/** Roles that see every client of the office. The database's `sec.sees_office()` holds the same list. */
export const OFFICE_WIDE_ROLES: readonly Role[] = ['director', 'auditor'];
