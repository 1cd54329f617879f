import { Injectable } from '@nestjs/common';
import { CaseFactsService } from '@app/cases';
import { ClientsService } from '@app/clients';
import {
  about,
  badField,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  officeToday,
  staleVersion,
} from '@app/platform';
import { CLEMENCY_STAGES, pardonJurisdictionByCode, type ClemencyStage } from '@app/rules';
import type { EditPardonApplication, MoveClemencyStage, NewPardonApplication } from './clemency.dto';
import { ApplicationConviction, ApplicationStage, PardonApplication } from './clemency.entity';
import { requireMove, requireStart } from './clemency.policy';
import { readConvictionIds } from './clemency.queries';

const CLOSED: readonly string[] = ['denied', 'withdrawn', 'lapsed'];

/** Opens pardon applications and moves them along. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly caseFacts: CaseFactsService,
  ) {}

  /** @throws Problem 422 for an unknown jurisdiction or a conviction that is not this client's */
  async open(clientId: string, input: NewPardonApplication): Promise<string> {
    await this.clients.require(clientId);
    const record = pardonJurisdictionByCode(input.jurisdiction);
    if (!record)
      throw badField(
        'jurisdiction',
        'unknown_jurisdiction',
        'This is not the code of a pardoning authority in our list.',
      );
    const stage = input.stage ?? 'intake';
    requireStart(stage);
    await requireConvictions(clientId, input.convictionIds);
    const id = newId();
    await db().insert(PardonApplication, {
      id,
      clientId,
      jurisdiction: record.code,
      onBehalf: input.onBehalf ?? true,
      stage,
      createdBy: currentActor().userId,
    });
    await this.link({ id, clientId }, input.convictionIds);
    await this.keepStage({ id, clientId }, stage, input.on ?? (await officeToday()));
    changed('pardonApplications');
    return id;
  }

  async edit(id: string, version: number, input: EditPardonApplication): Promise<void> {
    const application = await this.require(id, version);
    if (input.convictionIds) await requireConvictions(application.clientId, input.convictionIds);
    await db().update(
      PardonApplication,
      application,
      version,
      input.onBehalf === undefined ? {} : { onBehalf: input.onBehalf },
    );
    if (input.convictionIds) {
      await db().remove(ApplicationConviction, { applicationId: id });
      await this.link(application, input.convictionIds);
    }
    changed(...Object.keys(input));
  }

  /** Moves along the stage table; the stage, its day, who and when are kept. @throws Problem 422 with the next stages */
  async moveStage(id: string, version: number, input: MoveClemencyStage): Promise<void> {
    const application = await this.require(id, version);
    requireMove(application.stage as ClemencyStage, input.stage);
    await this.reach(application, version, input.stage, input.on, input.note);
  }

  /** Writes that a stage was reached. The caller has asked whether it may be. */
  async reach(
    application: PardonApplication,
    version: number,
    stage: ClemencyStage,
    on: string,
    note?: string,
  ): Promise<void> {
    await db().update(PardonApplication, application, version, { stage });
    await this.keepStage(application, stage, on, note);
    changed('stage');
  }

  /** The application as the person saw it. @throws Problem 404, 412 */
  async require(id: string, version: number): Promise<PardonApplication> {
    const application = await db().find(PardonApplication, { id });
    if (!application) throw notFound();
    about(application.clientId);
    if (application.version !== version) throw staleVersion(application.version);
    return application;
  }

  private async link(application: Pick<PardonApplication, 'id' | 'clientId'>, ids: string[]): Promise<void> {
    await db().insertAll(
      ApplicationConviction,
      ids.map((convictionId) => ({
        id: newId(),
        clientId: application.clientId,
        applicationId: application.id,
        convictionId,
      })),
    );
  }

  private async keepStage(
    application: Pick<PardonApplication, 'id' | 'clientId'>,
    stage: ClemencyStage,
    onDate: string,
    note?: string,
  ): Promise<void> {
    const { clientId } = application;
    const id = newId();
    const box = (await this.clients.key(clientId)).box('application_stage', id);
    await db().insert(ApplicationStage, {
      id,
      clientId,
      applicationId: application.id,
      stage,
      onDate,
      note: box.seal('note', note?.trim() || null),
      byUser: currentActor().userId,
    });
    await this.caseFacts.hold(clientId);
    const all = await db().findAll(PardonApplication, { clientId });
    await this.caseFacts.note(clientId, { clemencyStage: furthest(all.map((each) => each.stage)) });
  }
}

/** With several applications the caseload shows the one that is furthest; a closed one only when there is no other. */
function furthest(stages: string[]): string | null {
  const rank = (stage: string): number =>
    CLOSED.includes(stage) ? -1 : CLEMENCY_STAGES.indexOf(stage as ClemencyStage);
  return stages.reduce<string | null>(
    (best, stage) => (best === null || rank(stage) > rank(best) ? stage : best),
    null,
  );
}

/** @throws Problem 422 when one of them is not recorded for this client */
export async function requireConvictions(clientId: string, ids: readonly string[]): Promise<void> {
  const known = new Set(await readConvictionIds(clientId, ids));
  const missing = ids.findIndex((id) => !known.has(id.toLowerCase()));
  if (missing >= 0)
    throw badField(
      `convictionIds[${missing}]`,
      'unknown_conviction',
      'This conviction is not recorded for this client.',
    );
}
