import { Inject, Injectable } from '@nestjs/common';
import { LawBasis, type LawMarks } from '@app/law';
import { CONFIG, currentActor, db, Outbox, type Config, type Mail } from '@app/platform';
import type { Change } from './changes';
import { causeOf, lawChangeOf, type LawChange } from './law-change';
import { takeUntold, type Untold } from './law-review.queries';

/** What an office has to be counted for: the marks it will be counted under, and what changed, if anything did. */
export interface Due {
  marks: LawMarks;
  /** The marks are those of the last count. */
  same: boolean;
  change: LawChange | null;
}

/** Knows whether the law of an office is another one than its stored dates were counted under, and tells people. */
@Injectable()
export class LawChanges {
  constructor(
    private readonly law: LawBasis,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The office of this transaction. */
  async due(): Promise<Due> {
    const [marks, counted] = [await this.law.marks(), await this.law.counted()];
    if (counted?.fingerprint === marks.fingerprint) return { marks, same: true, change: null };
    const cause = causeOf(counted, marks, counted ? false : await this.hasOtherRules());
    if (!cause) return { marks, same: false, change: null };
    const notices = counted && cause === 'calendar_changed' ? await this.law.noticesSince(counted.at) : [];
    const since = counted?.ruleSetVersion ?? null;
    return { marks, same: false, change: lawChangeOf(cause, this.law.ruleSet, since, notices) };
  }

  /**
   * The change of law that may have brought these changes about; null when the office was counted since. A change
   * that tells nothing as one of facts is asked for too: a rule that now stands otherwise leaves the date where it was.
   */
  async pending(changes: readonly Change[]): Promise<LawChange | null> {
    if (changes.every(({ kind }) => kind === 'mark')) return null;
    const { change } = await this.due();
    // The check of a rule is told in the reasons; no date or standing follows from it, so it was the facts.
    return change?.cause === 'verification_changed' ? null : change;
  }

  /** Writes to everybody who has dates to look at, and notes under which marks the whole office is counted. */
  async done(marks: LawMarks, whole: boolean): Promise<void> {
    for (const person of await takeUntold()) await this.outbox.mail(mailTo(person, this.config.publicUrl));
    if (whole) await this.law.noteCounted(marks);
  }

  private async hasOtherRules(): Promise<boolean> {
    const rows = await db().query(
      'SELECT 1 FROM deadline WHERE org_id = $1 AND rule_set_version <> $2 LIMIT 1',
      [currentActor().orgId, this.law.ruleSet.version],
    );
    return rows.length > 0;
  }
}

/** Says how many, never whose. */
function mailTo({ email, withoutAttorney, count, clientIds }: Untold, publicUrl: string): Mail {
  const dates = count === 1 ? '1 date' : `${count} dates`;
  const whose = withoutAttorney ? 'of clients without a responsible attorney' : 'of your clients';
  return {
    to: email,
    about: clientIds,
    subject: `The law changed: ${dates} ${whose} moved`,
    text: [
      `The law or the calendar that deadlines are counted by changed, and ${dates} ${whose} moved.`,
      '',
      'Open the review list and say that you have seen each of them:',
      `${publicUrl}/law-reviews`,
      '',
    ].join('\n'),
  };
}
