import { IconLock, IconQuestionMark } from '@tabler/icons-react';
import type { CaseStage, CustodyStatus } from '../../api/values';
import { useWords } from '../../i18n/words';
import { Tag, type Tone } from '../../ui/Tag';

const stageTone: Partial<Record<CaseStage, Tone>> = {
  grant_received: 'accent',
  motion_filed: 'open',
  reopened: 'open',
  terminated: 'good',
};

/** Where the case stands. */
export function StageTag({ stage }: { stage: CaseStage }) {
  const word = useWords();
  return <Tag tone={stageTone[stage]}>{word('caseStage', stage)}</Tag>;
}

/** Custody: only detention is alarming, and it says so in words. */
export function CustodyTag({ status }: { status: CustodyStatus }) {
  const word = useWords();
  if (status === 'detained') {
    return (
      <Tag tone="urgent" icon={<IconLock size={13} aria-hidden />}>
        {word('custody', status)}
      </Tag>
    );
  }
  return (
    <Tag icon={status === 'not_known' ? <IconQuestionMark size={13} aria-hidden /> : undefined}>
      {word('custody', status)}
    </Tag>
  );
}
