/** The words of the contract: every closed list a screen offers, in the order people expect them. */
export const roles = [
  'director',
  'attorney',
  'accredited_representative',
  'paralegal',
  'intake',
  'volunteer',
  'auditor',
  'operator',
] as const;
export type Role = (typeof roles)[number];

export const caseTypes = [
  'removal_defence',
  'clemency_and_reopening',
  'check_in_support',
  'advice_only',
] as const;
export type CaseType = (typeof caseTypes)[number];

export const caseStages = [
  'intake',
  'records',
  'clemency_pending',
  'grant_received',
  'motion_filed',
  'reopened',
  'terminated',
  'closed_adverse',
] as const;
export type CaseStage = (typeof caseStages)[number];

export const caseOutcomes = [
  'order_vacated',
  'proceedings_terminated',
  'withdrawn',
  'removed',
  'other',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

export const custodyStatuses = ['not_detained', 'detained', 'not_known'] as const;
export type CustodyStatus = (typeof custodyStatuses)[number];

export const arrivalManners = [
  'refugee',
  'immigrant',
  'parolee',
  'visa',
  'without_inspection',
  'other',
  'not_known',
] as const;
export type ArrivalManner = (typeof arrivalManners)[number];

export const contactKinds = ['phone', 'email', 'address', 'other'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const proceedingKinds = ['removal', 'deportation', 'exclusion'] as const;
export type ProceedingKind = (typeof proceedingKinds)[number];

export const documentForms = ['osc', 'nta', 'i261', 'i122'] as const;
export type DocumentForm = (typeof documentForms)[number];

export const chargeStatuses = ['charged', 'sustained', 'conceded', 'not_sustained', 'withdrawn'] as const;
export type ChargeStatus = (typeof chargeStatuses)[number];

export const chargeOrigins = ['charged', 'lodged', 'latent'] as const;
export type ChargeOrigin = (typeof chargeOrigins)[number];

export const orderKinds = ['removal', 'deportation', 'exclusion', 'voluntary_departure_alternate'] as const;
export type OrderKind = (typeof orderKinds)[number];

export const decisionForms = ['oral', 'written'] as const;
export type DecisionForm = (typeof decisionForms)[number];

export const appealStates = ['waived', 'taken', 'not_taken', 'not_known'] as const;
export type AppealState = (typeof appealStates)[number];

export const orderStatuses = ['in_force', 'stayed', 'reopened', 'vacated', 'executed', 'terminated'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const convictionLevels = [
  'felony',
  'misdemeanor',
  'violation',
  'federal_felony',
  'federal_misdemeanor',
  'other',
] as const;
export type ConvictionLevel = (typeof convictionLevels)[number];

export const convictionFlags = [
  'drug',
  'firearm',
  'domestic',
  'childVictim',
  'moralTurpitude',
  'aggravatedFelony',
] as const;
export type ConvictionFlag = (typeof convictionFlags)[number];

export const flagValues = ['yes', 'no', 'not_known'] as const;
export type FlagValue = (typeof flagValues)[number];

export const checkInMethods = ['in_person', 'phone', 'app', 'other'] as const;
export type CheckInMethod = (typeof checkInMethods)[number];

export const checkInStatuses = ['scheduled', 'moved', 'done', 'cancelled'] as const;
export type CheckInStatus = (typeof checkInStatuses)[number];

export const checkInOutcomes = ['came_out', 'detained', 'not_known'] as const;
export type CheckInOutcome = (typeof checkInOutcomes)[number];

export const clemencyStages = [
  'intake',
  'records_ordered',
  'effect_analysis',
  'eligibility',
  'drafting',
  'service_on_officials',
  'filed',
  'expedite_requested',
  'deficiency',
  'investigation',
  'hearing',
  'recommendation',
  'granted',
  'instrument_checked',
  'handed_off',
  'denied',
  'withdrawn',
  'lapsed',
] as const;
export type ClemencyStage = (typeof clemencyStages)[number];

export const instrumentKinds = [
  'full_and_unconditional',
  'full_with_conditions',
  'conditional',
  'commutation',
  'restoration_of_rights',
  'expungement',
  'other',
] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

export const grantors = ['president', 'governor', 'board', 'legislature', 'court', 'other'] as const;
export type Grantor = (typeof grantors)[number];

export const effects = ['lifted', 'not_lifted', 'contested', 'needs_facts', 'not_applicable'] as const;
export type Effect = (typeof effects)[number];

export const deadlineKinds = ['filing', 'status', 'internal', 'no_limit', 'unknown'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export const deadlineStatuses = ['open', 'completed', 'superseded'] as const;
export type DeadlineStatus = (typeof deadlineStatuses)[number];

export const printedDocuments = ['order', 'notice', 'briefing_schedule', 'hearing_notice', 'other'] as const;
export type PrintedDocument = (typeof printedDocuments)[number];

export const motionKinds = [
  'reopen',
  'reconsider',
  'reopen_absentia',
  'reopen_vawa',
  'reopen_country_conditions',
  'reopen_joint',
  'sua_sponte',
  'stay',
  'petition_for_review',
  'habeas',
  'i246',
] as const;
export type MotionKind = (typeof motionKinds)[number];

export const motionForums = ['court', 'board', 'court_of_appeals', 'district_court', 'dhs'] as const;
export type MotionForum = (typeof motionForums)[number];

export const motionFilers = ['us', 'prior_counsel', 'notario', 'pro_se', 'dhs', 'not_known'] as const;
export type MotionFiler = (typeof motionFilers)[number];

export const motionResults = ['pending', 'granted', 'denied', 'rejected', 'withdrawn', 'not_known'] as const;
export type MotionResult = (typeof motionResults)[number];

export const diligenceKinds = [
  'obstacle_started',
  'discovered',
  'step',
  'filed',
  'lozada_affidavit',
  'lozada_notice',
  'lozada_complaint',
  'lozada_prejudice',
] as const;
export type DiligenceKind = (typeof diligenceKinds)[number];

export const filingKinds = [
  'motion_cover_page',
  'proposed_order',
  'certificate_of_service',
  'procedural_history',
  'closing_letter',
] as const;
export type FilingKind = (typeof filingKinds)[number];

export const filingStatuses = ['draft', 'signed_off'] as const;
export type FilingStatus = (typeof filingStatuses)[number];

export const attorneyReadings = ['no_condition', 'condition'] as const;
export type AttorneyReading = (typeof attorneyReadings)[number];

export const hearingEnds = ['held', 'adjourned', 'cancelled'] as const;
export const dateStates = ['known', 'not_known_yet', 'control_date'] as const;
export const placeKinds = ['in_person', 'internet', 'video', 'phone', 'not_known'] as const;
export const adjournments = [
  'respondent_asked',
  'government_asked',
  'court',
  'interpreter',
  'no_notice',
  'other',
  'not_known',
] as const;
export const lookUpSources = ['eoir_line', 'eoir_portal', 'court_clerk', 'notice', 'other'] as const;
export const tellingChannels = ['phone', 'in_person', 'text_message', 'email', 'post'] as const;
export const lookUpResults = ['found', 'nothing_found', 'not_reached'] as const;

export const hearingKinds = ['master', 'individual', 'bond', 'other'] as const;
export type HearingKind = (typeof hearingKinds)[number];

export const appealOutcomes = ['dismissed', 'sustained', 'remanded', 'rejected'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

export const noteKinds = ['privileged', 'ordinary', 'volunteer_visible'] as const;
export type NoteKind = (typeof noteKinds)[number];

export const noteTopics = [
  'general',
  'interview',
  'call',
  'strategy',
  'evidence',
  'court',
  'check_in',
  'family',
  'money',
] as const;
export type NoteTopic = (typeof noteTopics)[number];

export const taskPriorities = ['low', 'normal', 'high'] as const;
export type TaskPriority = (typeof taskPriorities)[number];

export const taskRepeats = ['weekly', 'every_two_weeks', 'monthly', 'quarterly', 'yearly'] as const;
export type TaskRepeats = (typeof taskRepeats)[number];

export const proofWays = ['electronic', 'courier', 'mail', 'in_person', 'not_filed'] as const;
export type ProofWay = (typeof proofWays)[number];

export const documentCategories = [
  'order',
  'charging_document',
  'criminal_record',
  'identity',
  'correspondence',
  'receipt',
  'evidence',
  'court_filing',
  'medical',
  'other',
] as const;
export type DocumentCategory = (typeof documentCategories)[number];

export const activities = [
  'meeting',
  'call',
  'research',
  'drafting',
  'filing',
  'court',
  'check_in',
  'travel',
  'records',
  'administration',
  'other',
] as const;
export type Activity = (typeof activities)[number];

export const reviewSubjects = ['draft_document', 'decision', 'closing', 'note', 'other'] as const;
export type ReviewSubject = (typeof reviewSubjects)[number];

export const reviewStates = ['waiting', 'approved', 'changes_wanted', 'withdrawn'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewDecisions = ['approved', 'changes_wanted'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];
