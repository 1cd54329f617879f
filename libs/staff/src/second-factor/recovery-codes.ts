import { createHash, randomBytes } from 'node:crypto';
import { currentActor, db, newId } from '@app/platform';
import { RecoveryCode } from './second-factor.entity';

export const RECOVERY_CODES = 10;
/** Crockford's base 32: no letters that look like digits. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eighty random bits in four groups of four: too many to guess, few enough to write on paper. */
function newCode(): string {
  const digits = [...randomBytes(16)].map((byte) => DIGITS[byte % 32]);
  return [0, 4, 8, 12].map((at) => digits.slice(at, at + 4).join('')).join('-');
}

/** Typed by hand: spaces, hyphens, case and the usual confusions do not matter. */
function hashOf(userId: string, code: string): Buffer {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(`${userId}|${plain}`).digest();
}

/** Makes ten new codes for whoever acts, in place of the old ones. They are shown once and kept as hashes. */
export async function renewRecoveryCodes(): Promise<string[]> {
  const { userId } = currentActor();
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await db().remove(RecoveryCode, { userId });
  await db().insertAll(
    RecoveryCode,
    codes.map((code) => ({ id: newId(), userId, codeHash: hashOf(userId, code) })),
  );
  return codes;
}

/** Uses one of the codes of whoever acts up. @returns false when it is none of them, or was used before */
export async function spendRecoveryCode(code: string): Promise<boolean> {
  const { orgId, userId } = currentActor();
  const used = await db().query(
    `UPDATE recovery_code SET used_at = clock_timestamp()
      WHERE org_id = $1 AND user_id = $2 AND code_hash = $3 AND used_at IS NULL RETURNING id`,
    [orgId, userId, hashOf(userId, code)],
  );
  return used.length === 1;
}

/** How many of the codes of whoever acts were not used yet. */
export async function recoveryCodesLeft(): Promise<number> {
  const { orgId, userId } = currentActor();
  const row = await db().one<{ left: number }>(
    'SELECT count(*)::int AS left FROM recovery_code WHERE org_id = $1 AND user_id = $2 AND used_at IS NULL',
    [orgId, userId],
  );
  return row?.left ?? 0;
}
