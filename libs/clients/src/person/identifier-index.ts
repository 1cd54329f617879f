import { blindIndex, type OrgKey } from '@app/platform';

/** The index of a number of any kind but A-numbers, which have their own: equal numbers meet. */
export function identifierIndex(key: OrgKey, plain: string): Buffer {
  return blindIndex(key, 'identifier', plain);
}
