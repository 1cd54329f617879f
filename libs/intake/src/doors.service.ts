import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { changed, CONFIG, currentActor, db, newId, type Config } from '@app/platform';
import { IsNull } from 'typeorm';
import { IntakeLink, IntakeSetting } from './referral.entity';
import type { IntakeLinkView, OpenedLink } from './referral.view';

const SECRET_BYTES = 32;

/** What is stored of the public link. 256 random bits need no salt. */
export function hashOfLink(token: string): Buffer {
  return createHash('sha256').update(`intake ${token}`).digest();
}

/** The doors that a director opens: the public form, and referrals from other organisations. */
@Injectable()
export class IntakeDoors {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async state(): Promise<IntakeLinkView> {
    const link = await db().find(IntakeLink, { closedAt: IsNull() });
    const setting = await db().find(IntakeSetting, { id: currentActor().orgId });
    return {
      open: link !== null,
      openedAt: link?.openedAt.toISOString() ?? null,
      acceptsReferrals: setting?.acceptsReferrals ?? false,
    };
  }

  /** Opens the form under a new address; the old one is dead from this moment. */
  async open(): Promise<OpenedLink> {
    await this.close();
    const token = randomBytes(SECRET_BYTES).toString('base64url');
    const openedAt = new Date();
    await db().insert(IntakeLink, {
      id: newId(),
      tokenHash: hashOfLink(token),
      openedBy: currentActor().userId,
      openedAt,
    });
    changed('intakeLink');
    return { url: `${this.config.publicUrl}/intake/${token}`, openedAt: openedAt.toISOString() };
  }

  async close(): Promise<void> {
    await db().query('UPDATE intake_link SET closed_at = now() WHERE org_id = $1 AND closed_at IS NULL', [
      currentActor().orgId,
    ]);
    changed('intakeLink');
  }

  /** Whether other organisations of the installation may send people here. */
  async accept(acceptsReferrals: boolean): Promise<void> {
    await db().query(
      `INSERT INTO intake_setting (org_id, id, accepts_referrals) VALUES ($1, $1, $2)
       ON CONFLICT (org_id, id) DO UPDATE SET accepts_referrals = $2, version = intake_setting.version + 1, updated_at = now()`,
      [currentActor().orgId, acceptsReferrals],
    );
    changed('acceptsReferrals');
  }
}
