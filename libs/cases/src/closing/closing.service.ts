import { Injectable } from '@nestjs/common';
import { badField, cannot, changed, currentActor, db, Keyring, newId, officeToday } from '@app/platform';
import type { Case } from '../case.entity';
import { TasksService } from '../tasks/tasks.service';
import { canSee } from '../walls/who-sees';
import { AFTERCARE } from './aftercare';
import { CaseClosing, ClosingEnd } from './closing.entity';
import type { ClosingWishes, LeaveOpen } from './closing.dto';
import type { ClosingView } from './closing.view';
import { closingsOf, looseEndsOf, type LooseEndRow } from './loose-ends.queries';

/** A loose end that somebody looked at and leaves open for a reason. */
type LeftOpen = LooseEndRow & { reason: string };

/** What a case leaves behind when it closes: loose ends with the reason for each, and the care afterwards. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly keyring: Keyring,
    private readonly tasks: TasksService,
  ) {}

  async view(matter: Case): Promise<ClosingView> {
    const key = await this.keyring.clientKey(currentActor().orgId, matter.clientId);
    const open = (table: string, id: string, column: string, sealed: Buffer | null): string | null =>
      sealed && !key.erased ? key.box(table, id).open(column, sealed) : null;
    const ends = matter.status === 'open' ? await looseEndsOf(matter, await officeToday()) : [];
    return {
      looseEnds: ends.map(({ kind, id, onDate, what, taskTitle }) => ({
        ...{ kind, id, on: onDate, what },
        title: open('task', id, 'title', taskTitle),
      })),
      closings: (await closingsOf(matter.id)).map(({ id, on, outcome, byId, byName, at, ends: left }) => ({
        ...{ id, on, outcome, at: at.toISOString(), by: { id: byId, name: byName ?? 'Vacatur' } },
        leftOpen: (left ?? []).map((end) => ({
          ...{ id: end.id, kind: end.kind, on: end.on },
          reason: open('case_closing_end', end.id, 'reason', Buffer.from(end.reason, 'base64')),
        })),
      })),
    };
  }

  /**
   * Every loose end has to be resolved or left open with a reason. What is said to be left open has to be open: a
   * reason for something that was resolved meanwhile, or was never of this case, would be a false record.
   * @throws Problem 422 naming each loose end
   */
  async requireTied(matter: Case, left: readonly LeaveOpen[]): Promise<LeftOpen[]> {
    const ends = await looseEndsOf(matter, await officeToday());
    const same = (one: LooseEndRow, other: LeaveOpen): boolean =>
      one.kind === other.kind && one.id === other.id;
    const strange = left.findIndex((each) => !ends.some((end) => same(end, each)));
    if (strange >= 0)
      throw badField(
        `looseEnds.${strange}.id`,
        'not_open',
        'This is not open, or not any more. Look at the list again.',
      );
    const reasonOf = (end: LooseEndRow): string | undefined => left.find((each) => same(end, each))?.reason;
    const untied = ends.filter((end) => !reasonOf(end));
    if (untied.length > 0)
      throw cannot(
        'loose_ends',
        'Some things are still open. Resolve each, or say why it stays open.',
        { count: untied.length },
        untied.map(({ kind, id }) => ({
          path: `looseEnds.${id}.reason`,
          code: `open_${kind}`,
          message: 'This is still open. Resolve it, or say why it stays open.',
        })),
      );
    return ends.map((end) => ({ ...end, reason: reasonOf(end)! }));
  }

  /** Keeps that the case was closed, why what was left open, and writes the aftercare as tasks. */
  async keep(
    matter: Case,
    input: { on: string; outcome: string } & ClosingWishes,
    left: LeftOpen[],
  ): Promise<void> {
    const { orgId, userId } = currentActor();
    const closing = { id: newId(), clientId: matter.clientId };
    await db().insert(CaseClosing, {
      ...closing,
      ...{ caseId: matter.id, onDate: input.on, outcome: input.outcome, byUser: userId },
    });
    const key = await this.keyring.clientKey(orgId, matter.clientId);
    await db().insertAll(
      ClosingEnd,
      left.map(({ kind, id: subjectId, onDate, reason }) => {
        const id = newId();
        const sealed = key.box('case_closing_end', id).seal('reason', reason.trim());
        return {
          ...{ id, clientId: matter.clientId, closingId: closing.id, kind, subjectId, onDate },
          reason: sealed,
        };
      }),
    );
    if (left.length > 0) changed('looseEnds');
    await this.writeAftercare(matter, input);
  }

  private async writeAftercare(matter: Case, input: { on: string } & ClosingWishes): Promise<void> {
    const { responsibleId, clientId } = matter;
    const assigneeId = responsibleId && (await canSee(responsibleId, clientId)) ? responsibleId : null;
    for (const [at, { item, dueOn }] of (input.aftercare ?? []).entries()) {
      if (dueOn < input.on)
        throw badField(
          `aftercare.${at}.dueOn`,
          'before_closing',
          'Choose a day on or after the day the case closes.',
        );
      const title = AFTERCARE[input.language ?? 'en'][item];
      await this.tasks.write(matter, { kind: 'aftercare', title, dueOn, assigneeId });
    }
  }
}
