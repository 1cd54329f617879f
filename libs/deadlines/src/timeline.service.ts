import { Injectable } from '@nestjs/common';
import { may, type Permission } from '@app/access';
import { ClientsService } from '@app/clients';
import { csvOf } from '@app/platform';
import type { TimelineFilter, TimelineQuery } from './timeline.dto';
import { countFacts, facetsOf, pageOfFacts, type FactRow } from './timeline.queries';
import type { Timeline, TimelineItem } from './timeline.view';

/** Sources that need a right of their own: a volunteer who comes along to a check-in does not read convictions. */
const NEEDS: Record<string, Permission> = {
  proceeding: 'removal.read',
  charging_document: 'removal.read',
  conviction: 'removal.read',
  removal_order: 'removal.read',
  order_status: 'removal.read',
  motion: 'removal.read',
  hearing: 'removal.read',
  relief_application: 'removal.read',
  appeal: 'removal.read',
  reinstatement: 'removal.read',
  travel_document: 'removal.read',
  supervision_condition: 'removal.read',
  arrest: 'removal.read',
  admission: 'removal.read',
  departure: 'removal.read',
  inquiry: 'removal.read',
  check_in: 'checkin.read',
  custody: 'client.read',
  custody_episode: 'custody.read',
  custody_stay: 'custody.read',
  bond: 'custody.read',
  record_event: 'record_request.read',
  pardon_application: 'clemency.read',
  pardon_stage: 'clemency.read',
  pardon_grant: 'clemency.read',
};

/** The attribute that makes one kind of fact several sentences. */
const VARIANTS: Record<string, string> = {
  case_stage: 'stage',
  case_closed: 'outcome',
  order_status: 'status',
  bia_decided: 'outcome',
  motion_decided: 'result',
  petition_decided: 'result',
  habeas_decided: 'result',
  stay_decided: 'result',
  i246_decided: 'result',
  motion_by_dhs_decided: 'result',
  nta_served: 'form',
  custody: 'status',
  detention_ended: 'how',
  bond_decided: 'decision',
  bond_appeal_decided: 'outcome',
  bond_stay_ended: 'how',
  record_request_answered: 'outcome',
  check_in: 'outcome',
  hearing: 'hearingKind',
  pardon_stage: 'stage',
};

const PAGE = 500;

/** What happened, for people. */
@Injectable()
export class TimelineService {
  constructor(private readonly clients: ClientsService) {}

  /** A page of a client's dated facts, newest first; without a limit at most 500. @throws Problem 400, 404 */
  async of(clientId: string, { cursor, limit = PAGE, ...filter }: TimelineQuery = {}): Promise<Timeline> {
    await this.clients.require(clientId);
    const hidden = hiddenSources();
    const wanted = { clientId, hidden, filter };
    const { rows, nextCursor } = await pageOfFacts(wanted, limit, cursor);
    const facets = await facetsOf(clientId, hidden);
    return {
      items: rows.map(itemOf),
      nextCursor,
      total: await countFacts(wanted),
      facets: facets.map(({ kind, source_kind: sourceKind, count }) => ({ kind, sourceKind, count })),
    };
  }

  /** Every fact that fits, however many: what leaves on paper is what the filter says. @throws Problem 404 */
  async every(clientId: string, filter: TimelineFilter = {}): Promise<TimelineItem[]> {
    await this.clients.require(clientId);
    const wanted = { clientId, hidden: hiddenSources(), filter };
    const items: TimelineItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await pageOfFacts(wanted, PAGE, cursor);
      items.push(...page.rows.map(itemOf));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return items;
  }

  /** The same as a file for a spreadsheet, in the order of the list. @throws Problem 404 */
  async spreadsheet(clientId: string, filter: TimelineFilter): Promise<string> {
    const items = await this.every(clientId, filter);
    const rows = items.map(({ on, certainty, disputed, title, sourceKind }) => [
      ...[on, certainty, disputed.join(' '), title, sourceKind],
    ]);
    return csvOf([['Date', 'Certainty', 'Dates of other sources', 'Fact', 'Record'], ...rows]);
  }
}

function hiddenSources(): string[] {
  return Object.entries(NEEDS)
    .filter(([, permission]) => !may(permission))
    .map(([sourceKind]) => sourceKind);
}

function certaintyOf(on: string | null, about: boolean, disputed: boolean): TimelineItem['certainty'] {
  if (disputed) return 'disputed';
  if (on === null) return 'not_known';
  if (about) return 'about';
  return on.length === 10 ? 'exact' : on.length === 7 ? 'month' : 'year';
}

function itemOf(row: FactRow): TimelineItem {
  const { disputed } = row;
  const on = row.on_date ?? row.on_text;
  const about = row.attributes.about === true;
  const variant = row.attributes[VARIANTS[row.kind] ?? ''];
  return {
    ...{ on, about, disputed },
    certainty: certaintyOf(on, about, disputed.length > 0),
    kind: row.kind,
    title: typeof variant === 'string' ? `${row.kind}.${variant}` : row.kind,
    parameters: row.attributes,
    sourceKind: row.source_kind,
    sourceId: row.source_id,
    caseId: row.case_id,
    recordedAt: row.recorded_at.toISOString(),
  };
}
