import type { components } from '../../api/schema';

type S = components['schemas'];

export type RuleItem = S['LawRuleItem'];
export type Rule = S['LawRuleView'];
export type RuleVersion = S['RuleVersionView'];
export type Verification = S['VerificationView'];
export type LawChange = S['LawChangeView'];
export type Period = S['RulePeriod'];
export type Place = S['JurisdictionView'];
export type PlacePage = S['JurisdictionPage'];
export type ClemencyCalendar = S['ClemencyCalendarView'];
export type ClemencyDate = S['ClemencyDateView'];
export type FormerGround = S['FormerGroundView'];
export type Stated = S['StatedView'];
export type GroundList = S['GroundList'];
export type Ground = S['GroundView'];
export type Notice = S['CalendarNoticeView'];
export type ClosedDay = S['ClosedDayView'];
