import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { cannot, staleVersion } from '@app/platform';
import { RecordKeeper } from '../records/record-keeper';
import { requireRow } from '../removal-rows';
import { CONDITION } from './condition-kinds';
import type { ChangeCondition, EndCondition, NewCondition } from './condition.dto';
import { SupervisionCondition } from './condition.entity';
import type { ClientSupervision, ConditionView } from './condition.view';

/** Conditions of supervision. A change ends the old one and adds another, so that what was asked when stays known. */
@Injectable()
export class ConditionsService {
  constructor(private readonly keeper: RecordKeeper) {}

  /** @throws Problem 404 */
  async of(clientId: string): Promise<ClientSupervision> {
    const items = await this.keeper.of<SupervisionCondition, ConditionView>(CONDITION, clientId);
    const now = items.filter(({ status }) => status === 'in_force');
    const before = items.filter(({ status }) => status !== 'in_force').reverse();
    return { items: [...now, ...before], can: { edit: may('removal.edit') } };
  }

  add(clientId: string, input: NewCondition): Promise<string> {
    return this.keeper.add(CONDITION, clientId, { ...input, status: 'in_force' });
  }

  /** @throws Problem 404, 412, 422 when it is over already */
  async change(id: string, version: number, input: ChangeCondition): Promise<string> {
    const row = await this.require(id, version);
    const { reason, ...terms } = input;
    const next = await this.add(row.clientId, terms);
    const over = { status: 'changed', untilOn: input.fromOn ?? null, nextId: next, reason: reason ?? null };
    await this.keeper.edit(CONDITION, id, version, over);
    return next;
  }

  /** @throws Problem 404, 412, 422 when it is over already */
  async end(id: string, version: number, input: EndCondition): Promise<void> {
    await this.require(id, version);
    await this.keeper.edit(CONDITION, id, version, { status: 'ended', ...input });
  }

  private async require(id: string, version: number): Promise<SupervisionCondition> {
    const row = await requireRow(SupervisionCondition, id);
    if (row.version !== version) throw staleVersion(row.version);
    if (row.status !== 'in_force')
      throw cannot('condition_over', 'This condition is over. Change the one that is in force.');
    return row;
  }
}
