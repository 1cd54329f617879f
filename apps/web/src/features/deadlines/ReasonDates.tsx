import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Deadline } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { readDates, type ReadDate } from './dates';
import { isDue, urgencyOf } from './urgency';

/** The two days that matter, large: by when to act, and the last day. Never the later one alone. */
export function Figures({ deadline, today }: { deadline: Deadline; today: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const [first] = readDates(deadline).filter(({ role }) => role !== 'task');
  const figures = [
    deadline.taskOn ? ([t('deadlines.actBy'), deadline.taskOn] as const) : null,
    first && deadline.dueOn && first.on < deadline.dueOn
      ? ([t('deadlines.earliest'), first.on] as const)
      : null,
    deadline.dueOn
      ? ([deadline.kind === 'status' ? t('common.on') : t('deadlines.lastDay'), deadline.dueOn] as const)
      : null,
  ].filter((figure) => figure !== null);
  if (figures.length === 0)
    return (
      <span className="v-big" data-word>
        {word('deadlineKind', deadline.kind)}
      </span>
    );
  const live = deadline.status === 'open' && isDue(deadline) && !deadline.overBeforeRecorded;
  return (
    <dl className="v-figures">
      {figures.map(([label, on], at) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="v-big" data-word={at === 0 ? undefined : ''}>
              {format.longDay(on)}
            </span>
            {at === 0 && live ? <Countdown on={on} today={today} tone={urgencyOf} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Every date in the order of the calendar with the standing of its reading. */
export function DateList({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dates = readDates(deadline);
  if (!dates.length) return <Text size="sm">{t('deadlines.noDay')}</Text>;
  return (
    <ol className="v-dates">
      {dates.map((date) => (
        <li key={`${date.role}-${date.on}-${date.label ?? ''}`} data-role={date.role} data-later={date.later}>
          <span className="v-num">{format.longDay(date.on)}</span>
          <DateLine date={date} deadline={deadline} />
        </li>
      ))}
    </ol>
  );
}

function DateLine({ date, deadline }: { date: ReadDate; deadline: Deadline }) {
  const { t } = useTranslation();
  const word = useWords();
  const label = {
    task: t('deadlines.actBy'),
    due: t('deadlines.operative'),
    printed: t('deadlines.printedOn', { document: word('printedDocument', deadline.printed?.document) }),
    conservative: t('deadlines.conservative'),
    outer: t('deadlines.outer'),
    alternate: '',
  }[date.role];
  return (
    <span>
      {date.label ? <span lang="en">{date.label}</span> : label}{' '}
      {date.status ? (
        <Tag tone={date.status === 'operative' ? 'plain' : 'soon'}>{word('readingStatus', date.status)}</Tag>
      ) : null}{' '}
      {date.later ? <Tag tone="urgent">{t('deadlines.dontRely')}</Tag> : null}
    </span>
  );
}
