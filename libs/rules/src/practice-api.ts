export {
  STAY_FILING_RISK,
  STAYS_PACK,
  stayById,
  type StayCircuitNote,
  type StayRecord,
} from './packs/stays/stays';
export { stays } from './stays/stays';
export {
  STAY_FACT_KINDS,
  type Stay,
  type StayAnswer,
  type StayContext,
  type StayFact,
  type StayFactKind,
  type StayFacts,
  type StayStanding,
} from './stays/types';
