import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import {
  about,
  badField,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  officeToday,
  type SealedBox,
} from '@app/platform';
import type { ClemencyStage } from '@app/rules';
import { ApplicationsService, requireConvictions } from './applications.service';
import type { EditGrant, GrantFacts, RecordGrant } from './clemency.dto';
import { ApplicationConviction, GrantConviction, PardonGrant } from './clemency.entity';
import { requireGrantable } from './clemency.policy';

const PLAIN = [
  'signedOn',
  'effectiveOn',
  'receivedOn',
  'announcedOn',
  'individual',
  'attorneyReading',
  'conditionsMet',
  'fraudAlleged',
] as const;

type Dates = Pick<PardonGrant, 'signedOn' | 'effectiveOn' | 'receivedOn' | 'announcedOn'>;

/** Records what was granted and corrects it later. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly applications: ApplicationsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** Records the grant of an application, whose stage becomes `granted`. @throws Problem 422 */
  async record(applicationId: string, version: number, input: RecordGrant): Promise<void> {
    const application = await this.applications.require(applicationId, version);
    const { clientId } = application;
    const granted = await db().find(PardonGrant, { applicationId });
    requireGrantable(application.stage as ClemencyStage, granted !== null);
    const id = newId();
    const box = (await this.clients.key(clientId)).box('pardon_grant', id);
    const facts = { ...NO_DATES, ...factsOf(box, input) };
    await requireDates(facts);
    const asked = await db().findAll(ApplicationConviction, { applicationId }, { id: 'ASC' });
    const convictionIds = input.convictionIds ?? asked.map((link) => link.convictionId);
    await requireConvictions(clientId, convictionIds);
    await db().insert(PardonGrant, {
      ...facts,
      id,
      clientId,
      applicationId,
      instrumentKind: input.instrumentKind,
      grantor: input.grantor,
      createdBy: currentActor().userId,
    });
    await this.link(id, clientId, convictionIds);
    // Before the caseload's columns are touched: whoever counts deadlines takes the two locks in this order.
    await this.deadlines.refresh(clientId);
    const on = facts.signedOn ?? facts.effectiveOn ?? facts.receivedOn ?? facts.announcedOn;
    await this.applications.reach(application, version, 'granted', on ?? (await officeToday()), input.note);
    changed('grant');
  }

  /** Changes what is given and leaves the rest; null clears. Earlier values stay in the history. Returns its application. */
  async edit(id: string, version: number, input: EditGrant): Promise<string> {
    const grant = await db().find(PardonGrant, { id });
    if (!grant) throw notFound();
    about(grant.clientId);
    const box = (await this.clients.key(grant.clientId)).box('pardon_grant', id);
    const patch = factsOf(box, input);
    await requireDates({ ...grant, ...patch });
    if (input.convictionIds) await requireConvictions(grant.clientId, input.convictionIds);
    await db().update(PardonGrant, grant, version, {
      ...patch,
      ...(input.instrumentKind ? { instrumentKind: input.instrumentKind } : {}),
      ...(input.grantor ? { grantor: input.grantor } : {}),
    });
    if (input.convictionIds) {
      await db().remove(GrantConviction, { grantId: id });
      await this.link(id, grant.clientId, input.convictionIds);
    }
    await this.deadlines.refresh(grant.clientId);
    changed(...Object.keys(input));
    return grant.applicationId;
  }

  private async link(grantId: string, clientId: string, convictionIds: string[]): Promise<void> {
    await db().insertAll(
      GrantConviction,
      convictionIds.map((convictionId) => ({ id: newId(), clientId, grantId, convictionId })),
    );
  }
}

const NO_DATES: Dates = { signedOn: null, effectiveOn: null, receivedOn: null, announcedOn: null };

function factsOf(box: SealedBox, input: GrantFacts): Partial<PardonGrant> {
  const facts: Partial<PardonGrant> = {};
  for (const field of PLAIN) if (input[field] !== undefined) Object.assign(facts, { [field]: input[field] });
  if (input.wording !== undefined) facts.wording = box.seal('wording', input.wording?.trim() || null);
  return facts;
}

/** Only the day it takes effect may lie ahead. @throws Problem 422 about the date that cannot be */
async function requireDates(dates: Dates): Promise<void> {
  const today = await officeToday();
  for (const field of ['signedOn', 'receivedOn', 'announcedOn'] as const) {
    const day = dates[field];
    if (!day) continue;
    if (day > today) throw badField(field, 'in_future', 'This day is still to come.');
    if (dates.signedOn && day < dates.signedOn)
      throw badField(
        field,
        'before_signing',
        'An instrument cannot be received or announced before it was signed.',
      );
  }
}
