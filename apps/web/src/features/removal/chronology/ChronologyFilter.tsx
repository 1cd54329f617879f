import { Group, MultiSelect, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../../api/types';
import { useWords } from '../../../i18n/words';

/** What of the chronology is shown. */
export interface Wanted {
  kinds: string[];
  from: string;
  to: string;
  doubtful: boolean;
}
export const everything: Wanted = { kinds: [], from: '', to: '', doubtful: false };

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The facts that are wanted. A year or month counts when any day of it could be meant; undated ones always do. */
export function wantedOf(items: TimelineItem[], { kinds, from, to, doubtful }: Wanted): TimelineItem[] {
  return items.filter(({ kind, on, certainty }) => {
    if (kinds.length > 0 && !kinds.includes(kind)) return false;
    if (doubtful && certainty === 'exact') return false;
    if (on === null) return true;
    const tooEarly = DATE.test(from) && on < from.slice(0, on.length);
    const tooLate = DATE.test(to) && on.slice(0, to.length) > to;
    return !tooEarly && !tooLate;
  });
}

/** Kind, days, and only what is doubtful. */
export function ChronologyFilter(props: {
  items: TimelineItem[];
  shown: number;
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}) {
  const { items, wanted, onChange } = props;
  const { t } = useTranslation();
  const word = useWords();
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return (
    <Group gap="sm" align="flex-end" mb="md">
      <MultiSelect
        size="xs"
        style={{ minWidth: 220, flex: 1 }}
        label={t('chronology.kinds')}
        data={kinds.map((kind) => ({ value: kind, label: word('fact', kind) }))}
        value={wanted.kinds}
        onChange={(next) => onChange({ ...wanted, kinds: next })}
        clearable
        clearButtonProps={{ 'aria-label': t('common.remove') }}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          size="xs"
          w={110}
          label={t(`chronology.${end}`)}
          placeholder={t('form.partialPlaceholder')}
          value={wanted[end]}
          onChange={(event) => onChange({ ...wanted, [end]: event.currentTarget.value })}
        />
      ))}
      <Switch
        size="sm"
        label={t('chronology.onlyDoubtful')}
        checked={wanted.doubtful}
        onChange={(event) => onChange({ ...wanted, doubtful: event.currentTarget.checked })}
      />
      <Text size="xs" c="dimmed">
        {t('chronology.shown', { shown: props.shown, all: items.length })}
      </Text>
    </Group>
  );
}
