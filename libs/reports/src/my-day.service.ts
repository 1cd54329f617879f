import { Injectable } from '@nestjs/common';
import { may, PERMISSIONS, ruleOf } from '@app/access';
import { TaskReader } from '@app/cases';
import { CheckInReader } from '@app/checkins';
import { ClientNames } from '@app/clients';
import { DeadlineReader, LawReviews } from '@app/deadlines';
import { cutOnes, officeToday, type FirstOf } from '@app/platform';
import { HearingWatch } from '@app/removal';
import {
  checkInIdsOn,
  comingIds,
  countPast,
  nextCheckInIds,
  overdueIds,
  recentChanges,
} from './my-day.queries';
import type { ChangeView, MyDayView } from './my-day.view';

const CHANGES_OF_DAYS = 7;
const HEARINGS = 10;
const NONE: FirstOf<never> = { shown: [], more: false };

/** What changes a client's record; who merely opened one is not told here but on the page about access. */
const CHANGES = PERMISSIONS.filter((permission) => {
  const { audit, client } = ruleOf(permission);
  return audit === 'change' && client;
});

/** The first page of everybody who works with clients. */
@Injectable()
export class MyDayService {
  constructor(
    private readonly deadlines: DeadlineReader,
    private readonly checkIns: CheckInReader,
    private readonly names: ClientNames,
    private readonly lawReviews: LawReviews,
    private readonly tasks: TaskReader,
    private readonly hearings: HearingWatch,
  ) {}

  /** The day of whoever asks; row security says which clients are theirs. */
  async read(): Promise<MyDayView> {
    const today = await officeToday();
    const lists = may('deadline.list');
    const overdue = lists ? await overdueIds(today) : NONE;
    const coming = lists ? await comingIds(today) : NONE;
    const checkInsToday = await checkInIdsOn(today);
    const tasks = may('task.list') ? await this.tasks.due(today) : NONE;
    const watch = may('hearing.list') ? await this.hearings.counts() : { due: 0, changed: 0 };
    return {
      today,
      cut: cutOnes({ overdue, coming, checkInsToday, tasks }),
      overdue: await this.deadlines.some(overdue.shown),
      coming: await this.deadlines.some(coming.shown),
      pastCount: lists ? await countPast(today) : 0,
      checkInsToday: await this.checkIns.some(checkInsToday.shown),
      nextCheckIns: await this.checkIns.some(await nextCheckInIds(today)),
      hearings: may('hearing.list') ? await this.hearings.ahead(HEARINGS) : [],
      tasks: tasks.shown,
      openLawReviews: await this.lawReviews.countMine(),
      hearingsToLookUp: watch.due,
      hearingsChanged: watch.changed,
      changes: may('client.list') ? await this.changes() : [],
    };
  }

  private async changes(): Promise<ChangeView[]> {
    const rows = await recentChanges(CHANGES, CHANGES_OF_DAYS);
    const names = await this.names.display(rows.map((row) => row.client_id));
    return rows.map((row) => ({
      at: row.at.toISOString(),
      by: { id: row.user_id, name: row.user_name ?? 'Vacatur' },
      clientId: row.client_id,
      caseId: row.case_id,
      name: names.get(row.client_id) ?? '',
      action: row.action,
      fields: row.fields,
      times: row.times,
    }));
  }
}
