import { IconDoorExit, IconHelp, IconLock } from '@tabler/icons-react';
import type { CheckInOutcome } from '../../api/values';
import { useWords } from '../../i18n/words';
import { Tag } from '../../ui/Tag';

const looks = {
  came_out: { tone: 'good', icon: IconDoorExit },
  detained: { tone: 'urgent', icon: IconLock },
  not_known: { tone: 'soon', icon: IconHelp },
} as const;

/** How a check-in ended. */
export function OutcomeTag({ outcome }: { outcome: CheckInOutcome }) {
  const word = useWords();
  const { tone, icon: Icon } = looks[outcome] ?? looks.not_known;
  return (
    <Tag tone={tone} icon={<Icon size={13} aria-hidden />}>
      {word('checkInOutcome', outcome)}
    </Tag>
  );
}
