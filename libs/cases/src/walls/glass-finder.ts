import { Injectable } from '@nestjs/common';
import { ClientIdentity, ClientSearch, words } from '@app/clients';
import { currentActor, db } from '@app/platform';
import { parseANumber } from '@app/rules';
import type { BreakGlass } from './wall.dto';

const MOST_NAMESAKES = 100;

/** Finds the one record that somebody means who breaks the glass. */
@Injectable()
export class GlassFinder {
  constructor(
    private readonly search: ClientSearch,
    private readonly identities: ClientIdentity,
  ) {}

  /** The client, unless an ethical wall keeps this person out: that one nothing opens. */
  async openable(input: BreakGlass, userId: string): Promise<string | null> {
    const clientId = await this.find(input);
    if (!clientId) return null;
    const screened = await db().one(
      `SELECT 1 FROM client_wall w JOIN client_wall_person p ON p.org_id = w.org_id AND p.wall_id = w.id
        WHERE w.org_id = $1 AND w.client_id = $2 AND w.kind = 'ethical' AND w.lifted_at IS NULL
          AND p.user_id = $3 AND p.ended_at IS NULL`,
      [currentActor().orgId, clientId, userId],
    );
    return screened ? null : clientId;
  }

  /** The one client these words mean, among those that whoever acts now sees. */
  async find(input: BreakGlass): Promise<string | null> {
    if (input.aNumber) {
      const number = parseANumber(input.aNumber);
      const holders = number.ok ? await this.search.byANumber(number.value) : [];
      return holders.length === 1 ? holders[0] : null;
    }
    const wanted = sorted(input.name ?? '');
    const found = (await this.search.find(input.name ?? '')).slice(0, MOST_NAMESAKES);
    const known = await this.identities.of(found.map((hit) => hit.clientId));
    const matches = [...known].filter(([, who]) => who.birth === input.birth && sorted(who.name) === wanted);
    return matches.length === 1 ? matches[0][0] : null;
  }
}

/** The words of a name in one order, whichever of them is written first. */
function sorted(name: string): string {
  return words(name).sort().join(' ');
}
