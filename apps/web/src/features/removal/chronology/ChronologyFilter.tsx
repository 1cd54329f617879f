import { Group, MultiSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../../api/types';
import { useWords } from '../../../i18n/words';
import { isPartialDate } from '../../../ui/form/field';

/** What of the chronology is shown. The server looks it up, so that it holds for every page and for what is exported. */
export interface Wanted {
  kinds: string[];
  sources: string[];
  certainty: string[];
  from: string;
  to: string;
}
export const everything: Wanted = { kinds: [], sources: [], certainty: [], from: '', to: '' };

const certainties = ['exact', 'month', 'year', 'about', 'not_known', 'disputed'] as const;

/** The filter as the contract takes it. What is half typed asks for nothing yet. */
export function filterOf({ from, to, ...lists }: Wanted) {
  const said = Object.entries(lists).filter(([, list]) => list.length > 0);
  const days = Object.entries({ from, to }).filter(([, day]) => isPartialDate(day));
  return Object.fromEntries([...said, ...days]) as {
    kinds?: string[];
    sources?: string[];
    certainty?: string[];
    from?: string;
    to?: string;
  };
}

/** The same as it stands in an address: several of one thing with commas. */
export function queryOf(wanted: Wanted): Record<string, string> {
  return Object.fromEntries(Object.entries(filterOf(wanted)).map(([name, value]) => [name, String(value)]));
}

/** Kind, record, certainty and days. */
export function ChronologyFilter(props: {
  facets: Timeline['facets'];
  total: number;
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}) {
  const { facets, wanted, onChange } = props;
  const { t } = useTranslation();
  const word = useWords();
  const kinds = [...new Set(facets.map(({ kind }) => kind))];
  const sources = [...new Set(facets.map(({ sourceKind }) => sourceKind))];
  const all = facets.reduce((sum, { count }) => sum + count, 0);
  const lists = [
    ['kinds', kinds.map((kind) => ({ value: kind, label: word('fact', kind) }))],
    ['sources', sources.map((kind) => ({ value: kind, label: word('factSource', kind) }))],
    ['certainty', certainties.map((one) => ({ value: one, label: word('certainty', one) }))],
  ] as const;
  return (
    <Group gap="sm" align="flex-end" mb="md">
      {lists.map(([name, data]) => (
        <MultiSelect
          key={name}
          size="xs"
          style={{ minWidth: 180, flex: 1 }}
          label={t(`chronology.${name}`)}
          data={[...data]}
          value={wanted[name]}
          onChange={(next) => onChange({ ...wanted, [name]: next })}
          clearable
          clearButtonProps={{ 'aria-label': t('common.remove') }}
        />
      ))}
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
      <Text size="xs" c="dimmed" role="status">
        {t('chronology.shown', { shown: props.total, all })}
      </Text>
    </Group>
  );
}
