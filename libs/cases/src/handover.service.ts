import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ruleOf } from '@app/access';
import { badField, changed, db } from '@app/platform';
import { Departures, StaffUser, type HandedOver, type Held, type WorkHolder } from '@app/staff';
import { CaseTeamService } from './case-team.service';
import { casesHeld, giveCases, giveTasks, tasksHeld, type HeldRow } from './handover.queries';

/**
 * Gives what somebody answers for to a successor when they leave. Never across a wall: what the successor may not see
 * stays as it is, and so on the list of work that nobody attends to.
 */
@Injectable()
export class Handover implements WorkHolder, OnModuleInit {
  constructor(
    private readonly departures: Departures,
    private readonly team: CaseTeamService,
  ) {}

  onModuleInit(): void {
    this.departures.keptBy(this);
  }

  async held(userId: string): Promise<Held> {
    const cases = await casesHeld(userId, null);
    const tasks = await tasksHeld(userId, null);
    return { cases: cases.length, tasks: tasks.length };
  }

  async handOver(userId: string, successorId: string, path: string): Promise<HandedOver> {
    await this.team.requireColleague(path, successorId);
    const cases = parted(await casesHeld(userId, successorId));
    const tasks = parted(await tasksHeld(userId, successorId));
    if (cases.moved.length > 0) await this.requireAnswerable(successorId, path);
    // The team first: who is on it sees the client, and only who sees the client can have its tasks.
    const joined = new Map([...cases.moved, ...tasks.moved].map((row) => [row.caseId, row.clientId]));
    for (const [id, clientId] of joined) await this.team.add({ id, clientId }, successorId);
    await giveCases(idsOf(cases.moved), successorId);
    await giveTasks(idsOf(tasks.moved), successorId);
    changed('handedOver');
    return {
      moved: { cases: cases.moved.length, tasks: tasks.moved.length },
      stayed: { cases: cases.stayed.length, tasks: tasks.stayed.length },
    };
  }

  /** Who answers for a case is told of its law and closes it: whoever may close one. */
  private async requireAnswerable(successorId: string, path: string): Promise<void> {
    const successor = await db().find(StaffUser, { id: successorId });
    if (!successor || !ruleOf('case.close').roles.includes(successor.role))
      throw badField(
        path,
        'cannot_answer',
        'A case needs a director, an attorney or an accredited representative who answers for it.',
      );
  }
}

const parted = (rows: HeldRow[]): { moved: HeldRow[]; stayed: HeldRow[] } => ({
  moved: rows.filter(({ barred }) => !barred),
  stayed: rows.filter(({ barred }) => barred),
});

const idsOf = (rows: HeldRow[]): string[] => rows.map(({ id }) => id);
