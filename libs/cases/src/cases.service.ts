import { Injectable } from '@nestjs/common';
import { seesOffice } from '@app/access';
import { ClientsService } from '@app/clients';
import {
  about,
  badField,
  cannot,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  officeToday,
  staleVersion,
} from '@app/platform';
import { nextCaseStages, type CaseStage as Stage } from '@app/rules';
import { CaseChanges } from './case-changes';
import { ClosingService } from './closing/closing.service';
import { CaseTeamService } from './case-team.service';
import type { CloseCase, EditCase, MoveStage, NewCase, NewClientWithCase, ReopenCase } from './case.dto';
import { Case, CaseStage } from './case.entity';

/** Opens, changes, closes cases. */
@Injectable()
export class CasesService {
  constructor(
    private readonly clients: ClientsService,
    private readonly team: CaseTeamService,
    private readonly keyring: Keyring,
    private readonly changes: CaseChanges,
    private readonly closing: ClosingService,
  ) {}

  /** The case, when this person sees it. @throws Problem 404 otherwise */
  async require(caseId: string): Promise<Case> {
    const matter = await db().find(Case, { id: caseId });
    if (!matter) throw notFound();
    about(matter.clientId, matter.id);
    return matter;
  }

  /**
   * The case as the person saw it. Asked before what its state allows: who acts on an old state is told so, and not
   * that the new one does not allow it.
   * @throws Problem 404, 412
   */
  private async requireAt(caseId: string, version: number): Promise<Case> {
    const matter = await this.require(caseId);
    if (matter.version !== version) throw staleVersion(matter.version);
    return matter;
  }

  /** A new client with the first case, whose team is whoever adds them and the responsible attorney. */
  async intake(input: NewClientWithCase): Promise<string> {
    const clientId = await this.clients.create(input);
    const caseId = await this.write(clientId, input.case, 'case.');
    await this.clients.complete(clientId, input);
    about(clientId, caseId);
    return clientId;
  }

  /** Another case for a client. */
  async open(clientId: string, input: NewCase): Promise<string> {
    await this.clients.require(clientId);
    const caseId = await this.write(clientId, input, '');
    about(clientId, caseId);
    return caseId;
  }

  async edit(caseId: string, version: number, input: EditCase): Promise<void> {
    const matter = await this.requireAt(caseId, version);
    if (matter.status === 'closed')
      throw cannot('case_closed', 'This case is closed. Open it again before changing it.');
    const patch: Partial<Case> = {};
    if (input.type) patch.type = input.type;
    if (input.responsibleId !== undefined) {
      if (input.responsibleId) await this.team.requireColleague('responsibleId', input.responsibleId);
      patch.responsibleId = input.responsibleId;
    }
    await db().update(Case, matter, version, patch);
    if (input.responsibleId) await this.team.add(matter, input.responsibleId);
    if (input.type) await this.changes.tell(matter.clientId);
    changed(...Object.keys(input));
  }

  /** Moves the case along the stage table; the stage, its day, who and when are kept. */
  async moveStage(caseId: string, version: number, input: MoveStage): Promise<void> {
    const matter = await this.requireAt(caseId, version);
    if (matter.status === 'closed')
      throw cannot('case_closed', 'This case is closed. Open it again before moving it.');
    if (!nextCaseStages(matter.stage as Stage).includes(input.stage)) {
      throw cannot('stage_not_next', 'This case cannot go to that stage from where it is.', {
        stage: matter.stage,
        next: nextCaseStages(matter.stage as Stage),
      });
    }
    await requireReached(input.on);
    await db().update(Case, matter, version, { stage: input.stage });
    await this.keepStage(matter, input.stage, input.on, input.note);
    await this.changes.tell(matter.clientId);
    changed('stage');
  }

  async close(caseId: string, version: number, input: CloseCase): Promise<void> {
    const matter = await this.requireAt(caseId, version);
    if (matter.status === 'closed') throw cannot('case_closed', 'This case is closed already.');
    if (input.on < matter.openedOn)
      throw badField('on', 'before_opening', 'A case cannot close before the day it was opened.');
    await requireReached(input.on);
    const left = await this.closing.requireTied(matter, input.looseEnds ?? []);
    await db().update(Case, matter, version, {
      status: 'closed',
      closedOn: input.on,
      outcome: input.outcome,
    });
    await this.keepStage(matter, matter.stage, input.on, input.note ?? `Closed: ${input.outcome}`);
    await this.closing.keep(matter, input, left);
    changed('status', 'closedOn', 'outcome');
  }

  async reopen(caseId: string, version: number, input: ReopenCase): Promise<void> {
    const matter = await this.requireAt(caseId, version);
    if (matter.status === 'open') throw cannot('case_open', 'This case is open already.');
    if (matter.closedOn && input.on < matter.closedOn)
      throw badField('on', 'before_closing', 'A case cannot be opened again before the day it was closed.');
    await requireReached(input.on);
    await db().update(Case, matter, version, { status: 'open', closedOn: null, outcome: null });
    await this.keepStage(matter, matter.stage, input.on, input.note ?? 'Opened again');
    changed('status', 'closedOn', 'outcome');
  }

  private async write(clientId: string, input: NewCase, path: '' | 'case.'): Promise<string> {
    const today = await officeToday();
    const openedOn = input.openedOn ?? today;
    if (openedOn > today)
      throw badField(`${path}openedOn`, 'in_future', 'A case cannot be opened on a day still to come.');
    if (input.responsibleId) await this.team.requireColleague(`${path}responsibleId`, input.responsibleId);
    const matter = { id: newId(), clientId };
    const { userId } = currentActor();
    await db().insert(Case, {
      ...matter,
      type: input.type,
      stage: 'intake',
      status: 'open',
      responsibleId: input.responsibleId ?? null,
      openedOn,
      createdBy: userId,
      ...(await this.standing(clientId)),
    });
    // Who sees the whole office need not join; everybody else would lose the client with the end of this request.
    if (!seesOffice()) await this.team.add(matter, userId);
    if (input.responsibleId) await this.team.add(matter, input.responsibleId);
    await this.keepStage(matter, 'intake', openedOn);
    return matter.id;
  }

  /** What other cases of the client already say of custody, check-ins, deadlines and clemency. */
  private async standing(clientId: string): Promise<Partial<Case>> {
    const other = (await db().findAll(Case, { clientId }, { createdAt: 'DESC' }))[0];
    if (!other) return {};
    const { nextDeadlineOn, nextDeadlineRule, nextCheckInOn, nextCheckInTime, custody, clemencyStage } =
      other;
    return { nextDeadlineOn, nextDeadlineRule, nextCheckInOn, nextCheckInTime, custody, clemencyStage };
  }

  private async keepStage(
    matter: Pick<Case, 'id' | 'clientId'>,
    stage: string,
    onDate: string,
    note?: string,
  ): Promise<void> {
    const id = newId();
    const box = (await this.keyring.clientKey(currentActor().orgId, matter.clientId)).box('case_stage', id);
    await db().insert(CaseStage, {
      id,
      caseId: matter.id,
      clientId: matter.clientId,
      stage,
      onDate,
      note: box.seal('note', note?.trim() || null),
      byUser: currentActor().userId,
    });
  }
}

/** What is recorded of a case has happened. @throws Problem 422 */
async function requireReached(day: string): Promise<void> {
  if (day > (await officeToday())) throw badField('on', 'in_future', 'This day is still to come.');
}
