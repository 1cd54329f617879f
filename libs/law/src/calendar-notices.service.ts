import { Injectable } from '@nestjs/common';
import {
  badField,
  cannot,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  staleVersion,
  writeCursor,
} from '@app/platform';
import { stateByCode } from '@app/rules';
import type { EnterNotice, NoticeQuery } from './calendar-notice.dto';
import { CalendarNotice } from './calendar-notice.entity';
import { countOfNotices, noticesOf, oneNotice } from './calendar-notice.queries';
import { changeLaw } from './law-basis.queries';
import { CalendarNoticeView, type CalendarNotices } from './calendar-notice.view';

const PAGE = 100;
/** What the rules can count with, and more than anybody types. */
const FIRST_DAY = '1950-01-01';
const LAST_DAY = '2100-12-31';
const MOST = 1000;

/** Closed days entered by hand. The dates of clients follow when the worker has seen the change. */
@Injectable()
export class CalendarNoticesService {
  async list(query: NoticeQuery): Promise<CalendarNotices> {
    const limit = query.limit ?? PAGE;
    const rows = await noticesOf(query, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => CalendarNoticeView.of(row)),
      nextCursor: rows.length > limit && last ? writeCursor({ value: last.on, id: last.id }) : null,
    };
  }

  /** @throws Problem 422 for a place that does not fit the layer, 409 when the same day is entered already */
  async enter(input: EnterNotice): Promise<CalendarNoticeView> {
    const { layer, on, forum = null, state = null, sourceLink = null } = input;
    checkPlace(layer, forum, state);
    if (on < FIRST_DAY || on > LAST_DAY)
      throw badField('on', 'day_out_of_range', 'The rules count from 1950 to 2100.');
    await changeLaw();
    if ((await countOfNotices()) >= MOST)
      throw cannot('too_many', 'There are too many closed days. Withdraw old ones first.', { most: MOST });
    changed('layer', 'on');
    const id = newId();
    await db().insert(CalendarNotice, {
      id,
      ...{ layer, forum, state, sourceLink },
      onDate: on,
      name: input.name.trim(),
      byUser: currentActor().userId,
    });
    return this.view(id);
  }

  /** Takes a closed day back; it stays in the record. @throws Problem 404, 412, 422 when it is withdrawn already */
  async withdraw(id: string, version: number): Promise<CalendarNoticeView> {
    const row = await db().find(CalendarNotice, { id });
    if (!row) throw notFound();
    if (row.version !== version) throw staleVersion(row.version);
    if (row.withdrawnAt) throw cannot('withdrawn_already', 'This closed day is withdrawn already.');
    changed('withdrawn');
    await changeLaw();
    await db().update(CalendarNotice, row, version, {
      withdrawnAt: new Date(),
      withdrawnBy: currentActor().userId,
    });
    return this.view(id);
  }

  private async view(id: string): Promise<CalendarNoticeView> {
    const row = await oneNotice(id);
    if (!row) throw notFound();
    return CalendarNoticeView.of(row);
  }
}

function checkPlace(layer: string, forum: string | null, state: string | null): void {
  if (forum !== null && layer !== 'forum_notice')
    throw badField('forum', 'not_with_layer', 'Only the notice of a forum names a forum.');
  if (state !== null && layer !== 'state_holiday')
    throw badField('state', 'not_with_layer', "Only a state's holiday names a state.");
  if (layer === 'state_holiday' && (state === null || !stateByCode(state)))
    throw badField('state', 'unknown_state', 'Name the state by its two letters, such as MA.');
}
