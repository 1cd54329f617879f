import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import { JurisdictionView } from '@app/law';
import { notFound, type ClientKey } from '@app/platform';
import { pardonJurisdictionByCode } from '@app/rules';
import { applicationCan, stagesAhead } from './clemency.policy';
import {
  readApplication,
  readApplications,
  readGrantHistory,
  readGrants,
  type ApplicationRow,
  type GrantRow,
  type GrantWas,
} from './clemency.queries';
import type {
  ApplicationView,
  ClemencyStageEntry,
  ClemencyView,
  GrantChange,
  GrantView,
} from './clemency.view';

/** Opens applications and grants for people who may see them. */
@Injectable()
export class ClemencyReader {
  constructor(private readonly clients: ClientsService) {}

  /** Everything about a client's clemency. */
  async of(clientId: string): Promise<ClemencyView> {
    return {
      applications: await this.views(clientId, await readApplications(clientId)),
      can: { apply: may('clemency.edit') },
    };
  }

  /** @throws Problem 404 */
  async one(id: string): Promise<ApplicationView> {
    const row = await readApplication(id);
    if (!row) throw notFound();
    return (await this.views(row.client_id, [row]))[0];
  }

  /** The grant of an application. @throws Problem 404 */
  async grantOf(applicationId: string): Promise<GrantView> {
    const { grant } = await this.one(applicationId);
    if (!grant) throw notFound();
    return grant;
  }

  private async views(clientId: string, rows: ApplicationRow[]): Promise<ApplicationView[]> {
    if (rows.length === 0) return [];
    const key = await this.clients.key(clientId);
    const grants = await readGrants(clientId);
    const history = grants.length > 0 ? await readGrantHistory(grants.map(({ id }) => id)) : [];
    return rows.map((row) => {
      const grant = grants.find(({ application_id }) => application_id === row.id);
      return {
        id: row.id,
        version: row.version,
        clientId,
        jurisdiction: jurisdictionOf(row.jurisdiction),
        convictionIds: row.conviction_ids,
        onBehalf: row.on_behalf,
        stage: row.stage,
        stages: stagesOf(row, key),
        nextStages: stagesAhead(row.stage),
        grant: grant ? grantOf(grant, key, history) : null,
        can: applicationCan(row.stage, Boolean(grant)),
      };
    });
  }
}

function jurisdictionOf(code: string): JurisdictionView {
  const record = pardonJurisdictionByCode(code);
  if (!record) throw new Error('An application names a jurisdiction that the pack no longer has.');
  return JurisdictionView.of(record);
}

/** Free text about a person goes to roles that see who the person is. */
function stagesOf(row: ApplicationRow, key: ClientKey): ClemencyStageEntry[] {
  const open = (id: string, note: string | null): string | null =>
    note && may('client.names')
      ? key.box('application_stage', id).open('note', Buffer.from(note, 'base64'))
      : null;
  return row.stages.map((entry) => ({
    id: entry.id,
    stage: entry.stage,
    on: entry.on,
    note: open(entry.id, entry.note),
    by: { id: entry.by_id, name: entry.by_name ?? 'Vacatur' },
    at: new Date(entry.at).toISOString(),
  }));
}

function grantOf(row: GrantRow, key: ClientKey, history: GrantWas[]): GrantView {
  const box = key.box('pardon_grant', row.id);
  const words = (sealed: Buffer | null): string | null =>
    may('client.names') ? box.open('wording', sealed) : null;
  return {
    id: row.id,
    version: row.version,
    applicationId: row.application_id,
    signedOn: row.signed_on,
    effectiveOn: row.effective_on,
    receivedOn: row.received_on,
    announcedOn: row.announced_on,
    instrumentKind: row.instrument_kind,
    grantor: row.grantor,
    wording: words(row.wording),
    individual: row.individual,
    attorneyReading: row.attorney_reading,
    conditionsMet: row.conditions_met,
    fraudAlleged: row.fraud_alleged,
    convictionIds: row.conviction_ids,
    history: history.filter((each) => each.row_id === row.id).map((each) => changeOf(each, words)),
    can: { edit: may('clemency.grant') },
  };
}

function changeOf(entry: GrantWas, words: (sealed: Buffer | null) => string | null): GrantChange {
  const { was } = entry;
  return {
    at: entry.replaced_at.toISOString(),
    by: { id: entry.replaced_by, name: entry.replaced_by_name ?? 'Vacatur' },
    version: was.version,
    signedOn: was.signed_on,
    effectiveOn: was.effective_on,
    receivedOn: was.received_on,
    announcedOn: was.announced_on,
    instrumentKind: was.instrument_kind,
    grantor: was.grantor,
    wording: words(was.wording ? Buffer.from(was.wording.slice(2), 'hex') : null),
  };
}
