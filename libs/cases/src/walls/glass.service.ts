import { Inject, Injectable } from '@nestjs/common';
import { usePermission } from '@app/access';
import { ClientNames } from '@app/clients';
import {
  about,
  badField,
  cannot,
  changed,
  CONFIG,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  Outbox,
  Problem,
  UnitOfWork,
  type Config,
} from '@app/platform';
import { parseANumber } from '@app/rules';
import { GlassFinder } from './glass-finder';
import type { BreakGlass, ReviewGlass } from './wall.dto';
import { GlassBreak } from './wall.entity';
import { breaksOf, type GlassRow } from './glass.queries';
import type { BrokenGlass, GlassBreakList } from './wall.view';

const A_DAY = 5;
const MINUTES = 60;

/**
 * Opens a record to somebody who does not see it, for a stated reason and a short time. Directors are told in the same
 * transaction, and each use waits for their review. An ethical wall is not opened by it, and what is not opened is
 * answered like what is not there.
 */
@Injectable()
export class GlassService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly finder: GlassFinder,
    private readonly names: ClientNames,
    private readonly keyring: Keyring,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Not inside a transaction: opens three of its own. The audit entry is committed before anything opens.
   * @throws Problem 404 when nothing was opened, 422 malformed or seen already, 429 after five in a day
   */
  async break(input: BreakGlass): Promise<BrokenGlass> {
    const { orgId, userId } = currentActor();
    requireWhom(input);
    await this.work.run({ action: 'access.break_glass', rule: 'none', aboutClient: false }, async () => {
      await this.requireFew(userId);
      if (await this.finder.find(input))
        throw cannot('sees_already', 'You see this client already: open the record.');
    });
    const clientId = await this.work.asSystem(orgId, 'glass.find', () => this.finder.openable(input, userId));
    await this.work.run(usePermission('access.break_glass'), async () => {
      if (clientId) about(clientId);
      changed('glass');
    });
    const opened = await this.work.asSystem(orgId, 'glass.open', () => this.open(input, userId, clientId));
    if (!opened) throw notFound();
    return opened;
  }

  /** All breakings of the glass, those without a finding first. */
  async list(): Promise<GlassBreakList> {
    const rows = await breaksOf();
    const key = await this.keyring.orgKey(currentActor().orgId);
    const seen = rows.map((row) => row.client_id).filter((id): id is string => id !== null);
    const names = await this.names.display(seen);
    return {
      items: rows.map((row) => {
        const box = key.box('glass_break', row.id);
        return {
          ...viewOf(row, names),
          reason: box.open('reason', row.reason),
          note: box.open('finding_note', row.finding_note),
        };
      }),
    };
  }

  /** What a director finds about one use. Nobody reviews their own. @throws Problem 404, 412, 422 */
  async review(id: string, version: number, input: ReviewGlass): Promise<GlassBreakList> {
    const row = await db().find(GlassBreak, { id });
    if (!row) throw notFound();
    const { orgId, userId } = currentActor();
    if (row.userId === userId)
      throw cannot('own_use', 'Another director must review this: it was you who broke the glass.');
    const box = (await this.keyring.orgKey(orgId)).box('glass_break', id);
    await db().update(GlassBreak, row, version, {
      reviewedBy: userId,
      reviewedAt: new Date(),
      finding: input.finding,
      findingNote: box.seal('finding_note', input.note?.trim() || null),
    });
    changed('finding');
    return this.list();
  }

  private async requireFew(userId: string): Promise<void> {
    const row = await db().one<{ n: number }>(
      `SELECT count(*)::int AS n FROM glass_break WHERE org_id = $1 AND user_id = $2 AND at > now() - interval '1 day'`,
      [currentActor().orgId, userId],
    );
    if ((row?.n ?? 0) >= A_DAY)
      throw new Problem(
        429,
        'too_many_attempts',
        `The glass can be broken ${A_DAY} times a day. Ask a director for access.`,
      );
  }

  private async open(
    input: BreakGlass,
    userId: string,
    clientId: string | null,
  ): Promise<BrokenGlass | null> {
    const { orgId } = currentActor();
    const id = newId();
    const box = (await this.keyring.orgKey(orgId)).box('glass_break', id);
    await db().insert(GlassBreak, {
      id,
      userId,
      reason: box.seal('reason', input.reason.trim()),
      opened: clientId !== null,
    });
    await this.tellDirectors();
    if (!clientId) return null;
    const row = await db().one<{ until: Date }>(
      `INSERT INTO access_grant (org_id, id, client_id, user_id, kind, glass_break_id, granted_by, until)
       VALUES ($1, $2, $3, $4, 'break_glass', $5, $4, now() + make_interval(mins => $6)) RETURNING until`,
      [orgId, newId(), clientId, userId, id, input.minutes ?? MINUTES],
    );
    return { clientId, until: row!.until.toISOString() };
  }

  private async tellDirectors(): Promise<void> {
    const directors = await db().query<{ email: string }>(
      `SELECT email FROM staff_user WHERE org_id = $1 AND role = 'director' AND status = 'active' ORDER BY id`,
      [currentActor().orgId],
    );
    for (const { email } of directors) await this.outbox.mail(glassMail(email, this.config.publicUrl));
  }
}

/** @throws Problem 422 unless an A-number, or a name with a date of birth, is given */
function requireWhom(input: BreakGlass): void {
  if (input.aNumber) {
    if (!parseANumber(input.aNumber).ok)
      throw badField('aNumber', 'malformed', 'An A-number has eight or nine digits.');
    return;
  }
  if (!input.name)
    throw badField('aNumber', 'required', 'Give the A-number, or the name and the date of birth.');
  if (!input.birth)
    throw badField('birth', 'required', 'A name alone could mean several people: add the date of birth.');
}

function viewOf(row: GlassRow, names: Map<string, string>) {
  return {
    id: row.id,
    version: row.version,
    by: { id: row.user_id, name: row.user_name, role: row.user_role },
    at: row.at.toISOString(),
    opened: row.opened,
    client: row.client_id ? { id: row.client_id, name: names.get(row.client_id) ?? '' } : null,
    until: row.until?.toISOString() ?? null,
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    reviewedBy: row.reviewed_by ? { id: row.reviewed_by, name: row.reviewer_name ?? 'Vacatur' } : null,
    finding: row.finding,
  };
}

/** Neutral: no client and no reason. Both are behind the sign-in. */
function glassMail(to: string, publicUrl: string) {
  return {
    to,
    subject: 'Vacatur: somebody broke the glass',
    text: [
      'A colleague used emergency access on Vacatur just now.',
      '',
      'Sign in to read who and why, and to record your review:',
      `${publicUrl}/emergency-access`,
      '',
    ].join('\n'),
  };
}
