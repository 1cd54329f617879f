import { ApiProperty } from '@nestjs/swagger';
import { may } from '@app/access';
import { NOTICE_LAYERS } from './calendar-notice.dto';
import type { NoticeWithNames } from './calendar-notice.queries';
import { LawPerson, Withdrawal } from './rule.view';

export class NoticeCan {
  withdraw: boolean;
}

/** A closed day entered by hand. */
export class CalendarNoticeView {
  id: string;
  version: number;
  @ApiProperty({ enum: NOTICE_LAYERS }) layer: string;
  on: string;
  name: string;
  /** null: every forum. */
  forum: string | null;
  state: string | null;
  sourceLink: string | null;
  by: LawPerson;
  createdAt: string;
  @ApiProperty({ type: Withdrawal, nullable: true }) withdrawn: Withdrawal | null;
  can: NoticeCan;

  static of(row: NoticeWithNames): CalendarNoticeView {
    const { id, version, layer, on, name, forum, state, sourceLink, withdrawnAt, withdrawnBy } = row;
    return {
      ...{ id, version, layer, on, name, forum, state, sourceLink },
      by: { id: row.byUser, name: row.byName },
      createdAt: row.createdAt.toISOString(),
      withdrawn:
        withdrawnAt && withdrawnBy
          ? { at: withdrawnAt.toISOString(), by: { id: withdrawnBy, name: row.withdrawnByName ?? '' } }
          : null,
      can: { withdraw: withdrawnAt === null && may('law.calendar') },
    };
  }
}

export class CalendarNotices {
  items: CalendarNoticeView[];
  nextCursor: string | null;
}
