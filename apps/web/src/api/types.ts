import type { components } from './schema';

type S = components['schemas'];

/** The contract's views under the names screens use. Legal days are 'YYYY-MM-DD', instants ISO 8601 UTC. */
export type Person = S['PersonRef'];
export type Me = S['MeView'];
export type Permission = S['Permission'];
export type Session = S['SessionView'];
export type Factor = S['FactorView'];
export type ApiToken = S['TokenView'];
export type StaffMember = S['StaffView'];
export type Invitation = S['InvitationView'];
export type Organisation = S['OrganisationSummaryView'];

export type Client = S['ClientView'];
export type Contact = S['ContactView'];
export type CustodyPeriod = S['CustodyPeriodView'];
export type TimelineItem = S['TimelineItem'];
export type SearchHit = S['SearchHit'];
export type TextHit = S['TextHit'];
export type Document = S['DocumentView'];
export type DocumentItem = S['DocumentItem'];
export type DocumentVersion = S['DocumentVersionView'];
export type CaseRow = S['CaseListItem'];
export type CaseFile = S['CaseView'];
export type Note = S['NoteView'];
export type Task = S['TaskView'];
export type TimeEntry = S['TimeEntryView'];
export type TimeTotal = S['TimeTotal'];
export type Funding = S['FundingView'];
export type Review = S['ReviewView'];
export type TaskTemplate = S['TemplateView'];
export type AccessEntry = S['AccessEntry'];
export type ClientAccess = S['ClientAccess'];
export type Wall = S['WallView'];
export type PersonSight = S['PersonSight'];
export type SightReason = S['SightReason'];
export type GlassBreak = S['GlassBreakView'];
export type Accompaniment = S['AccompanimentView'];

export type Removal = S['RemovalView'];
export type Proceeding = S['ProceedingView'];
export type Charge = S['ChargeView'];
export type Order = S['OrderView'];
export type Conviction = S['ConvictionView'];
export type Hearing = S['HearingView'];
export type HearingLookUp = S['HearingLookUpView'];
export type ClientHearings = S['ClientHearings'];
export type Judge = S['JudgeView'];
export type CheckIn = S['CalendarCheckIn'];
export type CheckInHistory = S['CheckInView'];
export type DeadlineItem = S['DeadlineItem'];
export type Deadline = S['DeadlineView'];
export type LawReview = S['LawReviewItem'];
export type Standing = S['StandingView'];
export type OrderStay = S['OrderStayView'];
export type StayItem = S['StayView'];
export type Motion = S['MotionView'];
export type DiligenceEntry = S['DiligenceStepView'];
export type CheckInPlan = S['CheckInPlanView'];
export type CustodyPlan = S['CustodyPlanView'];
export type CustodyFile = S['CustodyFileView'];
export type Episode = S['EpisodeView'];
export type DetainedItem = S['DetainedItem'];
export type PlaceOfDetention = S['PlaceView'];
export type Facility = S['ReferenceFacility'];
export type Filing = S['FilingView'];
export type Blank = S['BlankView'];

export type Court = S['ReferenceCourt'];
export type IceOffice = S['ReferenceIceOffice'];
export type ChargeCode = S['ReferenceCharge'];
export type Jurisdiction = S['JurisdictionView'];

export type Application = S['ApplicationView'];
export type Grant = S['GrantView'];
export type PardonEffect = S['PardonEffectView'];
export type ChargeEffect = S['ChargeEffectView'];
export type PardonRequest = S['PardonRequestView'];

export type FilingReadiness = S['BlanksView'];
export type MyDay = S['MyDayView'];
export type DirectorReport = S['DirectorView'];

export type ConflictHit = S['HitView'];
export type ClientConflicts = S['ClientConflicts'];
export type Referral = S['ReferralView'];
export type ReferralRow = S['ReferralItem'];
