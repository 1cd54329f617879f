import { Injectable } from '@nestjs/common';
import { badField, currentScope, db } from '@app/platform';
import type { Role } from '@app/access';

/** What other libraries show of a colleague. */
export interface Colleague {
  id: string;
  name: string;
  role: Role;
}

interface ColleagueRow extends Colleague {
  status: string;
}

const known = new WeakMap<object, Map<string, ColleagueRow>>();

/** Names of colleagues for other libraries; each is read once a request. */
@Injectable()
export class StaffDirectory {
  /** Colleagues by id. Ids that are nobody's here (the system's, another office's) have no entry. */
  async names(ids: Iterable<string | null | undefined>): Promise<Map<string, Colleague>> {
    const wanted = new Set([...ids].filter((id): id is string => !!id));
    const seen = this.seen();
    const missing = [...wanted].filter((id) => !seen.has(id));
    if (missing.length > 0) {
      const rows = await db().query<ColleagueRow>(
        'SELECT id, name, role, status FROM staff_user WHERE org_id = $1 AND id = ANY ($2::uuid[])',
        [db().context.orgId, missing],
      );
      for (const row of rows) seen.set(row.id, row);
    }
    const result = new Map<string, Colleague>();
    for (const id of wanted) {
      const row = seen.get(id);
      if (row) result.set(id, { id: row.id, name: row.name, role: row.role });
    }
    return result;
  }

  /** One colleague, or null. */
  async name(id: string | null | undefined): Promise<Colleague | null> {
    return id ? ((await this.names([id])).get(id) ?? null) : null;
  }

  /**
   * The colleague, who must be active, for work that is given to them.
   * @param path the field of the request that named them
   * @throws Problem 422 naming the field
   */
  async requireActive(userId: string, path = 'userId'): Promise<Colleague> {
    const colleague = (await this.names([userId])).get(userId);
    if (!colleague || this.seen().get(userId)?.status !== 'active') {
      throw badField(
        path,
        'unknown_colleague',
        'Nobody with an active account in your organisation has this id.',
      );
    }
    return colleague;
  }

  private seen(): Map<string, ColleagueRow> {
    const scope = currentScope();
    let map = known.get(scope);
    if (!map) known.set(scope, (map = new Map()));
    return map;
  }
}
