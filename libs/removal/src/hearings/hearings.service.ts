import { Injectable } from '@nestjs/common';
import { ClientsService } from '@app/clients';
import { DeadlinesService } from '@app/deadlines';
import { badField, cannot, changed, currentActor, db, newId, officeToday, staleVersion } from '@app/platform';
import type { NextHearingInput } from '../proceeding.dto';
import { named, requireRow } from '../removal-rows';
import { Proceeding } from '../removal.entity';
import { appointmentOf, columnsOf, nextOf, readAppointment, type Appointment } from './hearing-facts';
import type { EndHearing, MoveHearing, NewHearing } from './hearing.dto';
import { Hearing } from './hearing.entity';

/** What a proceeding can say of its next hearing in one word. */
interface SaidOfNext {
  nextHearing?: NextHearingInput | null;
  noHearing?: boolean;
}

/** Dates before the court. None is overwritten: a hearing that moves leaves its old date behind. */
@Injectable()
export class HearingsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** @throws Problem 404, 422 */
  async add(proceedingId: string, input: NewHearing): Promise<string> {
    const proceeding = await requireRow(Proceeding, proceedingId);
    const id = await this.write(proceeding, await readAppointment(input));
    changed(...named('hearing', input));
    await this.deadlines.refresh(proceeding.clientId);
    return id;
  }

  /** Puts the hearing on another date, or says that its date is open now. The old one stays. */
  async move(id: string, version: number, input: MoveHearing): Promise<string> {
    const row = await this.require(id, version);
    const box = (await this.clients.key(row.clientId)).box('hearing', id);
    const newer = await this.replace(
      row,
      await readAppointment(input, appointmentOf(row, box)),
      input.reason ?? null,
    );
    changed(...named('hearing', input));
    await this.deadlines.refresh(row.clientId);
    return newer;
  }

  /** Says how it ended, and what follows. @throws Problem 404, 412, 422 */
  async end(id: string, version: number, input: EndHearing): Promise<void> {
    const row = await this.require(id, version);
    await checkEnd(row, input);
    const box = (await this.clients.key(row.clientId)).box('hearing', id);
    const next = input.next ? await readAppointment(input.next, appointmentOf(row, box), 'next.') : null;
    const proceeding = await requireRow(Proceeding, row.proceedingId);
    const nextId = next ? await this.write(proceeding, next) : null;
    await db().update(Hearing, row, version, {
      status: input.status,
      adjournment: adjournmentOf(input),
      result: box.seal('result', input.result?.trim() || null),
      nextId,
    });
    changed(...named('hearing', input));
    await this.deadlines.refresh(row.clientId);
  }

  /** Writes the hearing that takes another's place; both have the same root. Does not count the deadlines. */
  async replace(row: Hearing, appointment: Appointment, reason: string | null): Promise<string> {
    const box = (await this.clients.key(row.clientId)).box('hearing', row.id);
    const newer = await this.write({ id: row.proceedingId, clientId: row.clientId }, appointment, row.rootId);
    await db().update(Hearing, row, row.version, {
      status: 'moved',
      nextId: newer,
      reason: box.seal('reason', reason?.trim() || null),
    });
    return newer;
  }

  /** Writes a hearing. Does not count the deadlines. */
  async write(
    proceeding: Pick<Proceeding, 'id' | 'clientId'>,
    appointment: Appointment,
    rootId?: string,
  ): Promise<string> {
    const id = newId();
    const box = (await this.clients.key(proceeding.clientId)).box('hearing', id);
    await db().insert(Hearing, {
      id,
      clientId: proceeding.clientId,
      proceedingId: proceeding.id,
      rootId: rootId ?? id,
      ...columnsOf(box, appointment),
      createdBy: currentActor().userId,
    });
    return id;
  }

  /** Follows what the form of a proceeding says of its next hearing. Does not count the deadlines. */
  async follow(proceeding: Pick<Proceeding, 'id' | 'clientId'>, said: SaidOfNext): Promise<void> {
    const { nextHearing, noHearing } = said;
    if (nextHearing === undefined && !noHearing) return;
    const rows = await db().findAll(
      Hearing,
      { proceedingId: proceeding.id },
      { createdAt: 'ASC', id: 'ASC' },
    );
    const current = nextOf(rows, await officeToday());
    if (!nextHearing) {
      for (const row of rows.filter(({ status }) => status === 'scheduled'))
        await db().update(Hearing, row, row.version, { status: 'cancelled' });
      return;
    }
    const { date, kind } = nextHearing;
    const time = nextHearing.time ?? null;
    if (!current) {
      await this.write(proceeding, await readAppointment({ dateState: 'known', date, time, kind }));
    } else if (current.onDate !== date || current.atTime !== time || current.kind !== kind) {
      const box = (await this.clients.key(proceeding.clientId)).box('hearing', current.id);
      const before = appointmentOf(current, box);
      await this.replace(current, { ...before, dateState: 'known', date, time, kind }, null);
    }
  }

  /** The hearing, still to be changed. A stale version is told first. @throws Problem 404, 412, 422 */
  private async require(id: string, version: number): Promise<Hearing> {
    const row = await requireRow(Hearing, id);
    if (row.version !== version) throw staleVersion(row.version);
    if (row.status !== 'scheduled')
      throw cannot('hearing_not_open', 'This hearing is over or was moved. Change the one that stands.', {
        status: row.status,
      });
    return row;
  }
}

const adjournmentOf = ({ status, adjournment }: EndHearing): string | null =>
  status === 'adjourned' ? (adjournment ?? 'not_known') : null;

async function checkEnd(row: Hearing, { status, adjournment }: EndHearing): Promise<void> {
  if (adjournment && status !== 'adjourned')
    throw badField('adjournment', 'not_adjourned', 'Only a hearing that was adjourned has such a reason.');
  if (status === 'held' && row.onDate && row.onDate > (await officeToday()))
    throw badField('status', 'day_not_come', 'Its day has not come.');
}
