import { blindIndex, blindIndexes, type OrgKey } from '@app/platform';

/** The index of a number of any kind but A-numbers, which have their own: equal numbers meet. */
export function identifierIndex(key: OrgKey, plain: string): Buffer {
  return blindIndex(key, 'identifier', plain);
}

/** What to look such a number up by: during a rotation of the organisation's key there are two. */
export function identifierIndexes(key: OrgKey, plain: string): Buffer[] {
  return blindIndexes(key, 'identifier', plain);
}
