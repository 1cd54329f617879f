import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { currentActor, db } from '@app/platform';
import { EXECUTIVE_CLOSURES_PACK, type RuleSet, type RuleVerification, type SuppliedDay } from '@app/rules';
import { concerns } from './forum';
import {
  holdLaw,
  lawMoment,
  noticesSince,
  standingNotices,
  standingVerifications,
  type NoticeChange,
  type NoticeRow,
} from './law-basis.queries';
import { CountedUnder } from './law-basis.entity';

/** Token of the rule set that everything is counted under; the shipped one unless an application is started with another. */
export const LAW_RULE_SET = Symbol('LAW_RULE_SET');

/** What an organisation counts under. Spread it into a DeriveContext beside `today`. */
export interface LawContext {
  readonly law: RuleSet;
  readonly verifications: readonly RuleVerification[];
  readonly closures: readonly SuppliedDay[];
  readonly stateHolidays: readonly SuppliedDay[];
  readonly forumNotices: readonly SuppliedDay[];
}

/** Where a date belongs. Without a state no state's holidays count; without a forum the notices of every forum do. */
export interface LawPlace {
  /** Two letters, such as 'MA'. */
  readonly state?: string | null;
  /** As a notice names it, such as 'board', 'BAL' or 'circuit:9'. */
  readonly forum?: string | null;
}

/** Marks of what a derivation stands on besides the facts. Each changes exactly when its part could matter otherwise. */
export type LawMarks = Pick<
  CountedUnder,
  'fingerprint' | 'ruleSetVersion' | 'calendarMark' | 'verificationMark' | 'at'
>;

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const closedDay = ({ on, name, sourceLink }: NoticeRow): SuppliedDay => ({
  on,
  name,
  ...(sourceLink ? { source: sourceLink } : {}),
});

/** The law of the organisation of the current transaction: the rule set, its own calendar, its attorneys' checks. */
@Injectable()
export class LawBasis {
  constructor(@Inject(LAW_RULE_SET) readonly ruleSet: RuleSet) {}

  /** What this organisation counts under now. Two short queries; a batch may keep the answer for its transaction. */
  async context(place: LawPlace = {}): Promise<LawContext> {
    const notices = await standingNotices();
    const of = (layer: string, belongs: (notice: NoticeRow) => boolean = () => true): SuppliedDay[] =>
      notices.filter((notice) => notice.layer === layer && belongs(notice)).map(closedDay);
    return {
      law: this.ruleSet,
      verifications: await standingVerifications(),
      closures: of('executive_closure'),
      stateHolidays: of('state_holiday', ({ state }) => !!place.state && state === place.state),
      forumNotices: of('forum_notice', ({ forum }) => !place.forum || concerns(forum, place.forum)),
    };
  }

  /** Nobody enters a closed day or a verification until this transaction ends. To be called before `context`. */
  hold(): Promise<void> {
    return holdLaw();
  }

  /** Changes exactly when a derivation for this organisation could come out otherwise with the same facts. */
  async fingerprint(): Promise<string> {
    return (await this.marks()).fingerprint;
  }

  /** The fingerprint with its parts, which say what changed: the rules, the calendar or a verification. */
  async marks(): Promise<LawMarks> {
    await holdLaw();
    const at = await lawMoment();
    const parts = {
      ruleSetVersion: this.ruleSet.version,
      calendarMark: hashOf([EXECUTIVE_CLOSURES_PACK.asOf, await standingNotices()]),
      verificationMark: hashOf(await standingVerifications()),
    };
    return { ...parts, fingerprint: hashOf(parts), at };
  }

  /** What the stored dates of this organisation were last counted under; null when nobody has noted it yet. */
  counted(): Promise<CountedUnder | null> {
    return db().find(CountedUnder, { id: currentActor().orgId });
  }

  /** Closed days entered or withdrawn after the marks of this moment were taken, at most fifty. */
  noticesSince(at: Date): Promise<NoticeChange[]> {
    return noticesSince(at);
  }

  /** Notes that all stored dates of this organisation are counted under these marks. */
  async noteCounted(marks: LawMarks): Promise<void> {
    const { fingerprint, ruleSetVersion, calendarMark, verificationMark, at } = marks;
    await db().query(
      `INSERT INTO law_basis (org_id, id, fingerprint, rule_set_version, calendar_mark, verification_mark, at)
       VALUES ($1, $1, $2, $3, $4, $5, $6)
       ON CONFLICT (org_id, id) DO UPDATE SET fingerprint = $2, rule_set_version = $3, calendar_mark = $4,
         verification_mark = $5, at = $6`,
      [currentActor().orgId, fingerprint, ruleSetVersion, calendarMark, verificationMark, at],
    );
  }
}
