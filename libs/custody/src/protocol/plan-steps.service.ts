import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import { PlanProgress, type Progress } from '@app/deadlines';
import { badField, changed, currentActor, db, Keyring, newId, notFound } from '@app/platform';
import { colleaguesOf } from '../custody-queries';
import type { SettleStep } from './protocol.dto';
import { DetainedProtocol, PlanStep } from './protocol.entity';
import type { StepView } from './protocol.view';

/** What a step belongs to: a protocol, or the preparation of a check-in. */
export interface Plan {
  clientId: string;
  protocolId?: string;
  checkInId?: string;
  /** Ids of the items of the plan. */
  items: readonly string[];
}

/** Who does, has done, or has skipped the items of a plan. */
@Injectable()
export class PlanSteps implements OnModuleInit {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    private readonly progress: PlanProgress,
  ) {}

  onModuleInit(): void {
    this.progress.learn((clientId) => progressOf(clientId));
  }

  /** Takes, ticks off or skips an item; old values stay in the history. @throws Problem 404 for no item, 422 */
  async settle(plan: Plan, step: string, input: SettleStep): Promise<void> {
    if (!plan.items.includes(step)) throw notFound();
    const reason = await readReason(input);
    await this.alone(plan, step);
    const row = await db().find(PlanStep, { ...whereOf(plan), step });
    const id = row?.id ?? newId();
    const box = (await this.clients.key(plan.clientId)).box('plan_step', id);
    const values = { ...settled(input), reason: box.seal('reason', reason) };
    if (row) await db().update(PlanStep, row, row.version, values);
    else await db().insert(PlanStep, { id, ...whereOf(plan), step, ...values });
    changed('step');
  }

  /** What was done of a plan, by item. */
  async of(plan: Omit<Plan, 'items'>): Promise<Map<string, StepView>> {
    const rows = await db().findAll(PlanStep, whereOf(plan));
    const key = await this.keyring.clientKey(currentActor().orgId, plan.clientId);
    const names = await colleaguesOf(rows.flatMap(({ assignedTo, settledBy }) => [assignedTo, settledBy]));
    const person = (id: string | null) => (id ? { id, name: names.get(id) ?? 'Vacatur' } : null);
    const shown = !key.erased && may('client.names');
    return new Map(
      rows.map((row) => [
        row.step,
        {
          ...{
            step: row.step,
            state: row.state,
            assignedTo: person(row.assignedTo),
            by: person(row.settledBy),
          },
          at: row.settledAt?.toISOString() ?? null,
          reason: shown ? key.box('plan_step', row.id).open('reason', row.reason) : null,
        },
      ]),
    );
  }

  /** Two people who tick the same item at once come one after the other. */
  private async alone(plan: Plan, step: string): Promise<void> {
    const name = `plan_step|${plan.protocolId ?? plan.checkInId}|${step}`;
    await db().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }
}

async function readReason(input: SettleStep): Promise<string | null> {
  const reason = input.reason?.trim() || null;
  if (input.state === 'skipped' && !reason)
    throw badField('reason', 'reason_missing', 'Say why this step is not done.');
  if (input.assignedTo && !(await colleaguesOf([input.assignedTo])).has(input.assignedTo))
    throw badField('assignedTo', 'unknown_colleague', 'Nobody of this office has this id.');
  return reason;
}

function settled({ state, assignedTo }: SettleStep): Partial<PlanStep> {
  const over = state !== 'open';
  return {
    state,
    settledAt: over ? new Date() : null,
    settledBy: over ? currentActor().userId : null,
    ...(assignedTo === undefined ? {} : { assignedTo }),
  };
}

/** An item nobody has touched. */
export const untouched = (step: string): StepView => ({
  ...{ step, state: 'open', assignedTo: null, at: null, by: null, reason: null },
});

const whereOf = ({ clientId, protocolId, checkInId }: Omit<Plan, 'items'>) => ({
  clientId,
  ...(protocolId ? { protocolId } : {}),
  ...(checkInId ? { checkInId } : {}),
});

async function progressOf(clientId: string): Promise<Progress> {
  const protocols = await db().findAll(DetainedProtocol, { clientId });
  const running = protocols.find(({ endedAt }) => endedAt === null);
  const rows = (await db().findAll(PlanStep, { clientId })).filter(({ state }) => state !== 'open');
  const checkIns = new Map<string, string[]>();
  for (const { checkInId, step } of rows)
    if (checkInId) checkIns.set(checkInId, [...(checkIns.get(checkInId) ?? []), step]);
  return {
    detainedAt: running?.countedFrom ?? null,
    detained: rows.filter(({ protocolId }) => running && protocolId === running.id).map(({ step }) => step),
    checkIns,
  };
}
