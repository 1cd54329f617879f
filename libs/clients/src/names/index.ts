export {
  compareNames,
  matchQuery,
  matchTokens,
  NAME_AGREEMENTS,
  wordKey,
  type MatchKey,
  type NameAgreement,
  type NameComparison,
} from './compare';
export { normalise, words } from './normalise';
export { compareSortKeys, sortBucket, sortKey } from './order';
export { rankNames } from './rank';
export { soundOf } from './sound';
export { nameTokens, queryTokens, type NameToken, type NameTokenKind, type QueryWord } from './tokens';
export { typosOf } from './typos';
