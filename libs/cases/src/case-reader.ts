import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames } from '@app/clients';
import { about, currentActor, db, Keyring, notFound, type ClientKey } from '@app/platform';
import { maskANumber, nextCaseStages, type CaseStage } from '@app/rules';
import { standingOf } from './case-standing';
import { readCase, type CaseRow } from './case.queries';
import { nextHearings } from './next-hearings.queries';
import { wallsAround } from './walls/walls.queries';
import { Case } from './case.entity';
import type { CaseCan, CaseView, ClientCases, StageEntry, TeamMember } from './case.view';

/** Puts together what a case page shows. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly keyring: Keyring,
    private readonly names: ClientNames,
  ) {}

  /** @throws Problem 404 when this person does not see the case */
  async view(caseId: string): Promise<CaseView> {
    const row = await readCase(caseId);
    if (!row) throw notFound();
    about(row.client_id, row.id);
    const key = await this.keyring.clientKey(currentActor().orgId, row.client_id);
    const name = (await this.names.open([{ ...row, id: row.client_id }])).get(row.client_id);
    const aNumber =
      key.erased || !may('client.identifiers')
        ? null
        : key.box('client', row.client_id).open('a_number', row.a_number);
    return {
      id: row.id,
      version: row.version,
      client: {
        id: row.client_id,
        name: name?.full ?? '',
        aNumberMasked: aNumber ? maskANumber(aNumber) : null,
        citizenship: row.citizenship,
      },
      type: row.type,
      stage: row.stage,
      nextStages: [...nextCaseStages(row.stage as CaseStage)],
      status: row.status,
      responsible: row.responsible_id ? { id: row.responsible_id, name: row.responsible_name ?? '' } : null,
      team: teamOf(row),
      openedOn: row.opened_on,
      closedOn: row.closed_on,
      outcome: row.outcome,
      custody: row.custody,
      ...standingOf(row),
      nextHearing: (await nextHearings([row.client_id])).get(row.client_id) ?? null,
      ...(await wallsAround(row.client_id)),
      stages: stagesOf(row, key),
      can: canOf(row.status),
      updatedAt: row.updated_at.toISOString(),
    };
  }

  /** All cases of a client, newest first. */
  async ofClient(clientId: string): Promise<ClientCases> {
    const rows = await db().findAll(Case, { clientId }, { openedOn: 'DESC', id: 'DESC' });
    return {
      items: rows.map(({ id, type, stage, status, openedOn }) => ({ id, type, stage, status, openedOn })),
    };
  }
}

/** Members as a view shows them. */
export function teamOf(row: Pick<CaseRow, 'team'>): TeamMember[] {
  return (row.team ?? []).map(({ id, name, role, since }) => ({
    user: { id, name, role },
    since: new Date(since).toISOString(),
  }));
}

function stagesOf(row: CaseRow, key: ClientKey): StageEntry[] {
  return (row.stages ?? []).map((entry) => ({
    id: entry.id,
    stage: entry.stage,
    on: entry.on,
    note:
      may('note.read') && entry.note && !key.erased
        ? key.box('case_stage', entry.id).open('note', Buffer.from(entry.note, 'base64'))
        : null,
    by: { id: entry.by_id, name: entry.by_name },
    at: new Date(entry.at).toISOString(),
  }));
}

function canOf(status: string): CaseCan {
  const open = status === 'open';
  return {
    edit: open && may('case.edit'),
    changeStage: open && may('case.edit'),
    close: open && may('case.close'),
    reopen: !open && may('case.close'),
    manageTeam: may('case.team'),
    writeNotes: may('note.write'),
    seeAccess: may('case.access'),
  };
}
