import { IconAlertTriangle, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { daysBetween, useFormat } from './format';
import { Tag, type Tone } from './Tag';

/** How far a day is, in words; an icon and words carry the urgency beside the colour. */
export function Countdown(props: {
  on: string | null | undefined;
  today: string;
  tone: (days: number | null) => Tone;
  overdue?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!props.on) return <Tag>{t('when.noDate')}</Tag>;
  const days = daysBetween(props.today, props.on);
  const tone = props.tone(days);
  const Icon = tone === 'urgent' ? IconAlertTriangle : IconClockHour4;
  const late = days < 0 && props.overdue !== false;
  return (
    <Tag tone={tone} icon={tone === 'plain' ? undefined : <Icon size={13} aria-hidden />}>
      {late ? t('when.overdue', { days: t('common.days', { count: -days }) }) : format.distance(days)}
    </Tag>
  );
}
