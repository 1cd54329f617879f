import { Injectable } from '@nestjs/common';
import { badField, cannot, changed, currentActor, db, newId, notFound, officeToday } from '@app/platform';
import { LawBasis } from './law-basis';
import type { VerifyRule } from './rule.dto';
import { LawVerification } from './verification.entity';

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
    if (input.on > (await officeToday())) throw badField('on', 'in_future', 'This day has not come yet.');
    changed('verified', `${ruleId}@${input.version}`);
    await db().insert(LawVerification, {
      id: newId(),
      ruleId,
      ruleVersion: input.version,
      onDate: input.on,
      sourceSeen: input.sourceSeen.trim(),
      note: input.note?.trim() || null,
      byUser: currentActor().userId,
    });
  }

  /**
   * Takes a verification back: it stays in the record and counts no longer. Returns the rule it was about.
   * @throws Problem 404, 422 when it is withdrawn already
   */
  async withdraw(id: string): Promise<string> {
    const row = await db().find(LawVerification, { id });
    if (!row) throw notFound();
    const { orgId, userId } = currentActor();
    const withdrawn = await db().one(
      `UPDATE law_verification SET withdrawn_at = clock_timestamp(), withdrawn_by = $3
        WHERE org_id = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING id`,
      [orgId, id, userId],
    );
    if (!withdrawn) throw cannot('withdrawn_already', 'This verification is withdrawn already.');
    changed('withdrawn', `${row.ruleId}@${row.ruleVersion}`);
    return row.ruleId;
  }
}
