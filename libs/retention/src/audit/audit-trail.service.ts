import { Inject, Injectable } from '@nestjs/common';
import { REFUSED, REFUSED_MORE } from '@app/access';
import { CONFIG, currentActor, db, newId, type Config } from '@app/platform';
import { dropAnchor, readAnchors, type Anchor } from './anchors';
import { AuditCheck } from './audit.entity';
import type { AlertView, AnchorView, AuditCheckView, AuditView, RefusalView } from './audit.view';

interface Head {
  seq: number;
  hash: Buffer;
}

const SHOWN = 48;

/** Reads the audit trail of the current organisation, and compares it with what was noted outside the database. */
@Injectable()
export class AuditTrail {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Reads every entry and every anchor, and notes the result. */
  async verify(): Promise<AuditCheckView> {
    const { orgId } = currentActor();
    const head = await this.head();
    const breaks = await db().query<{ seq: number }>('SELECT sec.audit_breaks() AS seq');
    const [{ n }] = await db().query<{ n: number }>(
      'SELECT count(*)::bigint AS n FROM audit_entry WHERE org_id = $1',
      [orgId],
    );
    const { anchors, whole } = readAnchors(this.config.home, orgId);
    const compared = await this.compare(anchors);
    const lost = whole ? await this.anchorsLost(anchors.length) : [0];
    const check = {
      id: newId(),
      at: new Date(),
      entries: n,
      headSeq: head.seq,
      hash: head.hash,
      anchors: anchors.length,
      breaks: breaks.map((row) => row.seq),
      anchorBreaks: [...lost, ...compared.filter((anchor) => !anchor.fits).map((anchor) => anchor.seq)],
    };
    await db().insert(AuditCheck, check);
    return viewOf(check);
  }

  /** Notes the end of the trail outside the database, unless it is noted already. */
  async anchor(): Promise<void> {
    const { orgId } = currentActor();
    const head = await this.head();
    const last = readAnchors(this.config.home, orgId).anchors.at(-1);
    const hash = head.hash.toString('hex');
    if (last?.seq === head.seq && last.hash === hash) return;
    dropAnchor(this.config.home, orgId, { at: new Date().toISOString(), seq: head.seq, hash });
  }

  async view(): Promise<AuditView> {
    const { orgId } = currentActor();
    const last = await db().findAll(AuditCheck, {}, { at: 'DESC' });
    const { anchors, whole } = readAnchors(this.config.home, orgId);
    const compared = await this.compare(anchors.slice(-SHOWN));
    return {
      last: last[0] ? viewOf(last[0]) : null,
      anchors: compared.reverse(),
      anchorFileWhole: whole,
      alerts: await this.alerts(),
      refusals: await this.refusals(),
    };
  }

  private async head(): Promise<Head> {
    const head = await db().one<Head>('SELECT seq, hash FROM audit_head WHERE org_id = $1', [
      currentActor().orgId,
    ]);
    return head ?? { seq: 0, hash: Buffer.alloc(0) };
  }

  /** The file only grows: fewer lines than at an earlier check means that somebody cut it. */
  private async anchorsLost(now: number): Promise<number[]> {
    const row = await db().one<{ most: number | null }>(
      'SELECT max(anchors) AS most FROM audit_check WHERE org_id = $1',
      [currentActor().orgId],
    );
    return (row?.most ?? 0) > now ? [0] : [];
  }

  private async compare(anchors: readonly Anchor[]): Promise<AnchorView[]> {
    const rows = await db().query<{ seq: number; hash: Buffer }>(
      'SELECT seq, hash FROM audit_entry WHERE org_id = $1 AND seq = ANY ($2::bigint[])',
      [currentActor().orgId, anchors.map((anchor) => anchor.seq)],
    );
    const stored = new Map(rows.map((row) => [row.seq, row.hash.toString('hex')]));
    return anchors.map((anchor) => ({
      ...anchor,
      fits: anchor.seq === 0 || stored.get(anchor.seq) === anchor.hash,
    }));
  }

  private async alerts(): Promise<AlertView[]> {
    const rows = await db().query<{
      kind: AlertView['kind'];
      count: number;
      at: Date;
      by: AlertView['by'];
    }>(
      `SELECT a.kind, a.count, a.at,
              CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS by
         FROM access_alert a LEFT JOIN staff_user u ON u.org_id = a.org_id AND u.id = a.user_id
        WHERE a.org_id = $1 ORDER BY a.at DESC LIMIT 100`,
      [currentActor().orgId],
    );
    return rows.map((row) => ({ kind: row.kind, by: row.by, count: row.count, at: row.at.toISOString() }));
  }

  private async refusals(): Promise<RefusalView[]> {
    const rows = await db().query<{
      at: Date;
      fields: string[];
      by: RefusalView['by'];
      origin: string | null;
    }>(
      `SELECT e.at, e.fields, e.origin,
              CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS by
         FROM audit_entry e LEFT JOIN staff_user u ON u.org_id = e.org_id AND u.id = e.user_id
        WHERE e.org_id = $1 AND e.action IN ('${REFUSED}', '${REFUSED_MORE}') ORDER BY e.seq DESC LIMIT 100`,
      [currentActor().orgId],
    );
    return rows.map(({ at, by, origin, fields }) => {
      // Fields of an entry are sorted: a method is in capitals and comes before the permission.
      const [route = null, permission = null] = fields;
      return { by, at: at.toISOString(), route, permission, origin };
    });
  }
}

function viewOf(check: Omit<AuditCheck, 'orgId'>): AuditCheckView {
  return {
    at: check.at.toISOString(),
    entries: Number(check.entries),
    headSeq: Number(check.headSeq),
    hash: check.hash.toString('hex'),
    breaks: check.breaks.map(Number),
    anchorBreaks: check.anchorBreaks.map(Number),
    anchors: check.anchors,
  };
}
