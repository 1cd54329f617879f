import { IconAlertTriangle, IconCircleCheck, IconClockExclamation, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { Tag, type Tone } from '../../ui/Tag';
import type { Period } from './types';

const tones: Record<string, Tone> = {
  operative: 'plain',
  operative_contested: 'soon',
  stayed: 'soon',
  uncertain: 'soon',
  conservative: 'open',
};

/** Where a rule or a reading stands in law. */
export function StandingTag({ status }: { status: string }) {
  const word = useWords();
  return (
    <Tag
      tone={tones[status] ?? 'plain'}
      icon={status === 'operative_contested' ? <IconScale size={13} aria-hidden /> : undefined}
    >
      {word('ruleStatus', status)}
    </Tag>
  );
}

/** Whether an attorney of this office has compared it with the official text. */
export function VerifiedTag({ verified }: { verified: boolean }) {
  const { t } = useTranslation();
  return verified ? (
    <Tag tone="good" icon={<IconCircleCheck size={13} aria-hidden />}>
      {t('lawRules.verifiedTag')}
    </Tag>
  ) : (
    <Tag>{t('lawRules.unverifiedTag')}</Tag>
  );
}

/** Only when somebody has to look at it again. */
export function AgeTag({ age }: { age: string }) {
  const word = useWords();
  if (age === 'fresh') return null;
  const Icon = age === 'stale' ? IconAlertTriangle : IconClockExclamation;
  return (
    <Tag tone="soon" icon={<Icon size={13} aria-hidden />}>
      {word('ruleAge', age)}
    </Tag>
  );
}

/** Sourced, or what everybody says and nobody has looked up. */
export function ProvenanceTag({ provenance }: { provenance: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const general = provenance === 'general_knowledge';
  return (
    <Tag tone={general ? 'soon' : 'plain'} title={general ? t('law.whyGeneral') : undefined}>
      {word('provenance', provenance)}
    </Tag>
  );
}

/** A period in words: 30 days, at once, no limit. */
export function usePeriod(): (period: Period | null, composite?: boolean) => string {
  const { t } = useTranslation();
  return (period, composite = false) => {
    if (composite) return t('lawRules.several');
    if (!period) return t('lawRules.noLimit');
    if (period.n === 0) return t('lawRules.atOnce');
    return t(`lawRules.${period.unit}` as 'lawRules.day', { count: period.n });
  };
}

/** How well a grant fits the words of the statute; never better than a rating. */
export function FitTag({ fit }: { fit: string }) {
  const word = useWords();
  return (
    <span className="law-fit">
      <Tag tone={fit.startsWith('likely') ? 'good' : 'soon'}>{word('fit', fit)}</Tag>
    </span>
  );
}

const waivedTones: Record<string, Tone> = { yes: 'good', contested: 'soon' };

/** Whether a full and unconditional pardon lifts a ground. */
export function WaivedTag({ waived }: { waived: string }) {
  const word = useWords();
  return <Tag tone={waivedTones[waived] ?? 'plain'}>{word('waived', waived)}</Tag>;
}
