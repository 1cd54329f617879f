import { Injectable } from '@nestjs/common';
import { may, type Permission } from '@app/access';
import { ClientsService } from '@app/clients';
import { disputedDates, newestFacts, type ChronologyRow } from './chronology.queries';
import type { Timeline, TimelineItem } from './timeline.view';

const MOST = 500;

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

/** What happened, for people. */
@Injectable()
export class TimelineService {
  constructor(private readonly clients: ClientsService) {}

  /** A client's dated facts, newest first, at most 500. @throws Problem 404 */
  async of(clientId: string): Promise<Timeline> {
    await this.clients.require(clientId);
    const hidden = Object.entries(NEEDS)
      .filter(([, permission]) => !may(permission))
      .map(([sourceKind]) => sourceKind);
    const others = await disputedDates(clientId);
    const rows = await newestFacts(clientId, hidden, MOST);
    return { items: rows.map((row) => itemOf(row, others.get(disputeKey(row)) ?? [])) };
  }
}

const disputeKey = (row: ChronologyRow): string => `${row.source_kind}:${row.source_id}:${row.kind}`;

function certaintyOf(on: string | null, about: boolean, disputed: boolean): TimelineItem['certainty'] {
  if (disputed) return 'disputed';
  if (on === null) return 'not_known';
  if (about) return 'about';
  return on.length === 10 ? 'exact' : on.length === 7 ? 'month' : 'year';
}

function itemOf(row: ChronologyRow, disputed: string[]): TimelineItem {
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
