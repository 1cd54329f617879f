import { Injectable } from '@nestjs/common';
import { badField, cannot, changed, currentActor, db, newId, notFound, officeToday } from '@app/platform';
import { pardonJurisdictionByCode } from '@app/rules';
import { LawBasis } from './law-basis';
import { changeLaw } from './law-basis.queries';
import type { VerifyJurisdiction, VerifyRule } from './rule.dto';
import { LawVerification } from './verification.entity';
import { subjectOf } from './verification.queries';

/** Records that a version agrees with its official text, and takes that back. */
@Injectable()
export class VerificationsService {
  constructor(private readonly basis: LawBasis) {}

  /**
   * Records a verification by the signed-in attorney; from now on it is part of every trace of that version.
   * @throws Problem 404 for a rule that is not there, 422 for a composite, an unknown version or a day to come
   */
  async verify(idOrAlias: string, input: VerifyRule): Promise<void> {
    const law = this.basis.ruleSet;
    const named = law.versionsOf(idOrAlias);
    if (named.length === 0) {
      if (!law.composites.some(({ id }) => id === idOrAlias)) throw notFound();
      throw cannot('verify_parts', 'Several dates follow under this rule. Verify the rules of its parts.');
    }
    const ruleId = named[0].id;
    if (!named.some(({ id, version }) => id === ruleId && version === input.version))
      throw badField('version', 'unknown_version', 'This rule has no such version.');
    await this.record(ruleId, input.version, input);
  }

  /**
   * Records that the signed-in attorney has compared an authority's record with its live page; from now on it is part
   * of every trace of its calendar.
   * @throws Problem 404, 422 for a day to come
   */
  async verifyJurisdiction(code: string, input: VerifyJurisdiction): Promise<void> {
    const jurisdiction = pardonJurisdictionByCode(code);
    if (!jurisdiction) throw notFound();
    await this.record(subjectOf(jurisdiction.code), null, input);
  }

  /**
   * Takes a rule's verification back: it stays in the record and counts no longer. Returns the rule it was about.
   * @throws Problem 404, 422 when it is withdrawn already
   */
  async withdraw(id: string): Promise<string> {
    return this.takeBack(id, (subject) => (subject.startsWith(subjectOf('')) ? null : subject));
  }

  /** The same for a pardoning authority. Returns its code. @throws Problem 404, 422 when it is withdrawn already */
  async withdrawJurisdiction(id: string): Promise<string> {
    const prefix = subjectOf('');
    return this.takeBack(id, (subject) => (subject.startsWith(prefix) ? subject.slice(prefix.length) : null));
  }

  private async record(ruleId: string, ruleVersion: number | null, input: VerifyJurisdiction): Promise<void> {
    if (input.on > (await officeToday())) throw badField('on', 'in_future', 'This day has not come yet.');
    await changeLaw();
    changed('verified', ruleVersion === null ? ruleId : `${ruleId}@${ruleVersion}`);
    await db().insert(LawVerification, {
      id: newId(),
      ...{ ruleId, ruleVersion, onDate: input.on },
      sourceSeen: input.sourceSeen.trim(),
      note: input.note?.trim() || null,
      byUser: currentActor().userId,
    });
  }

  private async takeBack(id: string, named: (subject: string) => string | null): Promise<string> {
    const row = await db().find(LawVerification, { id });
    const subject = row ? named(row.ruleId) : null;
    if (!row || subject === null) throw notFound();
    const { orgId, userId } = currentActor();
    await changeLaw();
    const withdrawn = await db().one(
      `UPDATE law_verification SET withdrawn_at = clock_timestamp(), withdrawn_by = $3
        WHERE org_id = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING id`,
      [orgId, id, userId],
    );
    if (!withdrawn) throw cannot('withdrawn_already', 'This verification is withdrawn already.');
    changed('withdrawn', row.ruleVersion === null ? row.ruleId : `${row.ruleId}@${row.ruleVersion}`);
    return subject;
  }
}
