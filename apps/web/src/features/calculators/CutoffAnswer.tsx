import { useTranslation } from 'react-i18next';

/** When a last day ends, or whether something submitted was in time. */
export function CutoffAnswer({ due }: { due: unknown }) {
  const { t } = useTranslation();
  if (typeof due !== 'object' || due === null) return null;
  const { timely, last_instant_exclusive_utc: end } = due as Record<string, unknown>;
  const text =
    typeof end === 'string'
      ? t('extraRules.before', { instant: end.slice(0, 16).replace('T', ' ') })
      : typeof timely === 'boolean'
        ? t(timely ? 'extraRules.inTime' : 'extraRules.late')
        : null;
  return (
    <div role="status">
      <span className="v-big" data-word>
        {text}
      </span>
    </div>
  );
}
