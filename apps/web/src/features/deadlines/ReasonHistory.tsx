import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Deadline } from '../../api/types';
import { useWords } from '../../i18n/words';
import { personName, useFormat } from '../../ui/format';

/** Who took the date as the office's own, and everything that moved it since. */
export function ReasonHistory({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {deadline.confirmed ? (
        <Text size="sm">
          <IconCircleCheck size={15} style={{ verticalAlign: -2 }} aria-hidden />{' '}
          {t('deadlines.confirmed', { name: personName(deadline.confirmed.by) })} ·{' '}
          {format.instant(deadline.confirmed.at)}
        </Text>
      ) : deadline.confirmationClearedAt ? (
        <Text size="sm" c="var(--v-soon)">
          {t('deadlines.confirmationLost', { when: format.instant(deadline.confirmationClearedAt) })}
        </Text>
      ) : null}
      {deadline.completed ? (
        <Text size="sm">
          {t('deadlines.completed', {
            day: format.longDay(deadline.completed.on),
            name: personName(deadline.completed.by),
          })}
          {deadline.completed.note ? `. ${deadline.completed.note}` : ''}
        </Text>
      ) : null}
      {deadline.history.length ? (
        <ul className="v-plain-list">
          {deadline.history.map((event) => (
            <li key={event.at + event.reason}>
              <Event event={event} />
            </li>
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed">
          {t('deadlines.noHistory')}
        </Text>
      )}
    </>
  );
}

function Event({ event }: { event: Deadline['history'][number] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const day = (on: string | null): string => format.longDay(on) || t('when.noDate');
  const moved = [
    event.newTaskOn === event.taskOn
      ? null
      : t('deadlines.movedTask', { before: day(event.taskOn), after: day(event.newTaskOn) }),
    event.newDueOn === event.dueOn
      ? null
      : t('deadlines.movedDue', { before: day(event.dueOn), after: day(event.newDueOn) }),
  ].filter(Boolean);
  return (
    <Text size="sm">
      {word('deadlineEvent', event.reason)}
      {moved.length ? `: ${moved.join('; ')}` : ''}
      {event.note ? `. ${event.note}` : ''}{' '}
      <Text span size="xs" c="dimmed">
        {format.instant(event.at)} · {personName(event.by)}
      </Text>
    </Text>
  );
}
