export * from './family/qualifying-relatives';
export {
  STAY_FILING_RISK,
  STAYS_PACK,
  stayById,
  type StayCircuitNote,
  type StayRecord,
} from './packs/stays/stays';
export { heldSince, type CustodyWord } from './deadlines/held-since';
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
export {
  departureBar,
  type Departure,
  type DepartureBarContext,
  type DepartureBarReport,
} from './bars/departure-bar';
export {
  DILIGENCE_GAP_DAYS,
  diligence,
  type DiligenceGap,
  type DiligencePoint,
  type DiligenceRecord,
  type DiligenceReport,
} from './bars/diligence';
export { type BarException } from './bars/exceptions';
export {
  LOZADA_STEPS,
  type LozadaAnswers,
  type LozadaStanding,
  type LozadaStep,
  type LozadaStepId,
} from './bars/lozada';
export {
  motionBars,
  type MotionBar,
  type MotionBarContext,
  type MotionBarReport,
  type MotionHistory,
  type PriorMotion,
  type PriorMotionKind,
  type PriorMotionResult,
} from './bars/motion-bars';
export {
  CHECK_IN_PHASES,
  CHECK_IN_PLAN,
  type CheckInPhaseId,
  type CheckInPlanRecord,
} from './packs/plans/check-in-plan';
export { DETENTION_PLAN, type DetentionPlanRecord, type DetentionTiming } from './packs/plans/detention-plan';
export { PLANS_REVIEW, type PlanAuthority } from './packs/plans/plan-item';
export {
  checkInPlan,
  type CheckInPlan,
  type CheckInPlanInput,
  type CheckInPlanItem,
} from './plans/check-in-plan';
export {
  custodyMilestones,
  type CustodyMilestone,
  type CustodyMilestones,
  type CustodyMilestonesInput,
} from './plans/custody-milestones';
export { detentionPlan } from './plans/detention-plan';
export {
  type DetentionDayItem,
  type DetentionHourItem,
  type DetentionInstant,
  type DetentionPlan,
  type DetentionPlanInput,
} from './plans/detention-types';
export { removalPeriodStart, type RemovalPeriodFacts, type RemovalPeriodStart } from './plans/removal-period';
export type { PlanLaw } from './plans/rule-day';
export { nextLookUpAt, type LookUpResult, type LookUpState } from './plans/look-up-cadence';
