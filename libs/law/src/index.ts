export { CalendarNotice } from './calendar-notice.entity';
export { GroundView } from './ground.view';
export { JurisdictionView, StatedView } from './jurisdiction.view';
export { LAW_RULE_SET, LawBasis, type LawContext, type LawMarks, type LawPlace } from './law-basis';
export type { NoticeChange } from './law-basis.queries';
export { CountedUnder } from './law-basis.entity';
export { LawModule } from './law.module';
export { PardonEffectView } from './pardon-effect.view';
export { LawVerification } from './verification.entity';
