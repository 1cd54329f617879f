import { Injectable } from '@nestjs/common';
import { currentActor, db, notSignedIn } from '@app/platform';
import { actorMay, permissionsOf, type Role } from '@app/access';
import type { FactorKind } from '../second-factor/second-factor.entity';
import type { MeView } from './me.view';

interface MeRow {
  name: string;
  email: string;
  organisation: string;
  slug: string;
  time_zone: string;
  expires_at: Date;
  kinds: FactorKind[];
  required_from: string | null;
  required: boolean | null;
}

const PROOFS = { session: 'session', token: 'api_token' } as const;

/** The signed-in person as the web app needs them. */
@Injectable()
export class Me {
  async view(): Promise<MeView> {
    const actor = currentActor();
    const { orgId, userId, proofId, kind, role, standing } = actor;
    if (kind === 'system') throw notSignedIn();
    const row = await db().one<MeRow>(
      `SELECT u.name, u.email, o.name AS organisation, o.slug, o.time_zone, p.expires_at, s.required_from,
              s.required_from <= (now() AT TIME ZONE o.time_zone)::date AS required,
              ARRAY(SELECT DISTINCT f.kind FROM second_factor f
                     WHERE f.org_id = $1 AND f.user_id = $2 AND f.status = 'active' ORDER BY 1) AS kinds
         FROM staff_user u
         JOIN organisation o ON o.org_id = u.org_id
         LEFT JOIN security_policy s ON s.org_id = u.org_id AND u.role = ANY (s.roles)
         JOIN ${PROOFS[kind]} p ON p.org_id = u.org_id AND p.user_id = u.id AND p.id = $3
        WHERE u.org_id = $1 AND u.id = $2`,
      [orgId, userId, proofId],
    );
    if (!row || !proofId) throw notSignedIn();
    return {
      user: { id: userId, name: row.name, email: row.email, role: role as Role },
      organisation: { id: orgId, name: row.organisation, slug: row.slug, timeZone: row.time_zone },
      permissions: permissionsOf(role).filter((permission) => actorMay(actor, permission)),
      session: {
        ...{ id: proofId, kind, expiresAt: row.expires_at.toISOString() },
        covered: standing?.covered ?? false,
        mustEnrol: kind === 'session' && !!row.required && row.kinds.length === 0,
      },
      secondFactor: { kinds: row.kinds, requiredFrom: row.required_from },
    };
  }
}
