export { RuleInputError } from './errors';
export { Temporal } from './temporal';
export { addDays, inWords, isDay, type Day } from './calendar/day';
export {
  federalHolidays,
  inaugurationDay,
  inLieuDays,
  type FederalHoliday,
  type InLieuDay,
} from './calendar/federal-holidays';
export {
  FEDERAL_CALENDAR,
  legalCalendar,
  type CalendarInputs,
  type CalendarLayer,
  type ClosedDay,
  type LegalCalendar,
  type SuppliedDay,
} from './calendar/legal-calendar';
export {
  businessDaysBefore,
  count,
  type CountMethod,
  type CountResult,
  type CountUnit,
  type Direction,
  type Roll,
  type TraceStep,
} from './calendar/count';
export { addHours, endOfDay, instantAt, isTimely, localAt } from './calendar/hours';
export { computeDeadline } from './calculator/compute';
export { checkDeadlines, eachEntry, type CheckedDeadline, type EntryError } from './calculator/interchange';
export { describeFacts, type FactDescription } from './calculator/describe-facts';
export type {
  ComputedAlternate,
  ComputedDeadline,
  ComputedInstant,
  ComputedResult,
  ComputeRequest,
  DueValue,
} from './calculator/types';
export { replayCount } from './calendar/count';
export { businessDaysAfter, closedOn, openDayAfter, openDayBefore } from './calendar/count';
export { addOpenHours, MOST_HOURS, rollHours, type OpenHours } from './calendar/hours';
export { methodCount, type MethodAnswer, type MethodDue, type MethodOptions } from './calendar/method';
export {
  clerkStateOf,
  stateHolidays,
  stateHolidaysAround,
  statesWithHolidays,
  type StateHoliday,
} from './calendar/state-holidays';
export { noticesFor, type ForumNotice } from './calendar/forum-notices';
export {
  describeCalendar,
  LONGEST_DESCRIPTION,
  type CalendarDay,
  type CalendarQuestion,
  type ClosedReason,
} from './calendar/describe-calendar';
export { deriveDeadlines } from './deadlines/derive';
export { ageOf, doubtsAbout, isVerified, type RuleAge } from './deadlines/standing';
export {
  DEFAULT_BUFFER_BUSINESS_DAYS,
  FACT_KINDS,
  type AlternateDate,
  type DatedFact,
  type DeadlineKind,
  type DerivedDeadline,
  type DeriveContext,
  type FactKind,
  type Finality,
  type FinalityBasis,
  type FinalityState,
  type ReadingStatus,
  type PrintedDate,
  type RuleVerification,
  type TriggerFact,
} from './deadlines/types';
export { computeFinalities, computeFinality } from './finality/finality';
export { describeRule, listRules } from './packs/describe';
export type {
  Cutoff,
  RuleConditions,
  RuleFamily,
  RuleKind,
  RuleRecord,
  RuleStatus,
  RuleTrigger,
  VersionKey,
} from './packs/rule-record';
export type { CompositePart, CompositeRule } from './packs/composite-rule';
export { EXECUTIVE_CLOSURES_PACK } from './packs/calendar/executive-closures';
export { CHANGE_LOG, type PackChange } from './packs/change-log';
export { RULE_SET, RULE_SET_VERSION } from './packs/rule-set';
export { ruleSetOf, type RuleSet, type SelectionFacts } from './packs/select';
export { TRIGGERS, type TriggerDefinition } from './packs/triggers';
export { validatePacks, type PackFault } from './packs/validate';
