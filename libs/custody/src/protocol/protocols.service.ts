import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { CaseFactsService } from '@app/cases';
import { ClientsService } from '@app/clients';
import {
  about,
  cannot,
  changed,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  staleVersion,
} from '@app/platform';
import { addHours, DETENTION_PLAN } from '@app/rules';
import { colleaguesOf, detentionStart, type DetentionStart } from '../custody-queries';
import { CustodyService } from '../custody.service';
import { officeClock, readMoment, wholeHours, type OfficeClock } from '../office-clock';
import { PlanSteps, untouched } from './plan-steps.service';
import type { EndProtocol, SettleStep, StartProtocol } from './protocol.dto';
import { DetainedProtocol } from './protocol.entity';
import type { ProtocolStepView, ProtocolView, StepView } from './protocol.view';

/** Ids of the acts that have their hours; what is done daily is the look-up log. */
export const PROTOCOL_STEPS = DETENTION_PLAN.filter(({ timing }) => timing.kind === 'hours').map(
  ({ id }) => id,
);

/** The protocol for a detained client: one button starts it, its clock runs from the detention, and it ends explicitly. */
@Injectable()
export class ProtocolsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    private readonly caseFacts: CaseFactsService,
    private readonly custody: CustodyService,
    private readonly steps: PlanSteps,
  ) {}

  /**
   * Starts the protocol. Its clock runs from the hour given, else from the detention as recorded, else from now; and a
   * client who is not recorded as held is from now on somebody whose custody is not known.
   * @throws Problem 404, 422 when one runs already
   */
  async start(clientId: string, input: StartProtocol): Promise<void> {
    await this.clients.require(clientId);
    await this.caseFacts.hold(clientId);
    if (await this.running(clientId))
      throw cannot('protocol_running', 'The protocol runs already for this client.');
    const clock = await officeClock();
    const recorded = await detentionStart(clientId, clock);
    const from = countedFrom(input, recorded, clock);
    await db().insert(DetainedProtocol, { id: newId(), clientId, ...from, startedBy: currentActor().userId });
    changed('protocol.started');
    const { current } = await this.custody.of(clientId);
    if (recorded || current?.status === 'not_known') return;
    await this.custody.append(clientId, { status: 'not_known', since: clock.today });
  }

  /** Takes, ticks off or skips a step of a protocol that runs. @throws Problem 404, 422 */
  async settle(id: string, step: string, input: SettleStep): Promise<string> {
    const row = await this.require(id);
    if (row.endedAt) throw cannot('protocol_ended', 'This protocol has ended.');
    const plan = { clientId: row.clientId, protocolId: row.id, items: PROTOCOL_STEPS };
    await this.steps.settle(plan, step, input);
    return row.clientId;
  }

  /** Ends it; what is open stays open in the record. After a false alarm the client counts as free again. */
  async end(id: string, version: number, input: EndProtocol): Promise<string> {
    const row = await this.require(id);
    if (row.version !== version) throw staleVersion(row.version);
    if (row.endedAt) throw cannot('protocol_ended', 'This protocol has ended.');
    const box = (await this.clients.key(row.clientId)).box('detained_protocol', id);
    await db().update(DetainedProtocol, row, version, {
      endedAt: new Date(),
      endedBy: currentActor().userId,
      endedHow: input.how,
      note: box.seal('note', input.note?.trim() || null),
    });
    changed('protocol.ended');
    if (input.how === 'false_alarm') await this.freeAgain(row.clientId);
    return row.clientId;
  }

  /** The running protocol, or the last one that ended; null when none ever ran. */
  async of(clientId: string, clock: OfficeClock): Promise<ProtocolView | null> {
    const [row] = await db().findAll(DetainedProtocol, { clientId }, { startedAt: 'DESC' });
    if (!row) return null;
    const done = await this.steps.of({ clientId, protocolId: row.id });
    const names = await colleaguesOf([row.startedBy, row.endedBy]);
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const person = (who: string) => ({ id: who, name: names.get(who) ?? 'Vacatur' });
    return {
      ...{ id: row.id, version: row.version, basis: row.basis, endedHow: row.endedHow },
      countedFrom: row.countedFrom.toISOString(),
      hoursPassed: wholeHours(row.countedFrom, row.endedAt?.toISOString() ?? clock.now),
      startedBy: person(row.startedBy),
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      endedBy: row.endedBy ? person(row.endedBy) : null,
      note:
        !key.erased && may('client.names')
          ? key.box('detained_protocol', row.id).open('note', row.note)
          : null,
      steps: stepsOf(row, done, clock),
      can: { settle: row.endedAt === null && may('custody.protocol') },
    };
  }

  private async running(clientId: string): Promise<boolean> {
    const rows = await db().findAll(DetainedProtocol, { clientId });
    return rows.some(({ endedAt }) => endedAt === null);
  }

  private async freeAgain(clientId: string): Promise<void> {
    const { current } = await this.custody.of(clientId);
    if (current?.status !== 'not_known') return;
    await this.custody.append(clientId, { status: 'not_detained', since: current.since });
  }

  private async require(id: string): Promise<DetainedProtocol> {
    const row = await db().find(DetainedProtocol, { id });
    if (!row) throw notFound();
    about(row.clientId);
    return row;
  }
}

function countedFrom(
  input: StartProtocol,
  recorded: DetentionStart | null,
  clock: OfficeClock,
): Pick<DetainedProtocol, 'countedFrom' | 'basis'> {
  if (input.on || input.time) return { countedFrom: readMoment(input, clock), basis: 'given' };
  return recorded
    ? { countedFrom: recorded.at, basis: recorded.basis }
    : { countedFrom: new Date(clock.now), basis: 'started' };
}

function stepsOf(row: DetainedProtocol, done: Map<string, StepView>, clock: OfficeClock): ProtocolStepView[] {
  const from = row.countedFrom.toISOString();
  const now = row.endedAt?.toISOString() ?? clock.now;
  return DETENTION_PLAN.flatMap(({ timing, id, title, why, citation }) => {
    if (timing.kind !== 'hours') return [];
    const dueAt = addHours(from, timing.to);
    const step = done.get(id) ?? untouched(id);
    const late = step.state === 'open' && new Date(dueAt) < new Date(now);
    return [{ ...step, title, why, citation, fromHour: timing.from, toHour: timing.to, dueAt, late }];
  });
}
