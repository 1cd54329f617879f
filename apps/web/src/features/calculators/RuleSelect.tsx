import { Select, Text, type ComboboxItem, type ComboboxParsedItem } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { English, holdsWords } from '../law/LawText';
import type { Askable } from './askable';

/** Any rule by its title, its id or its citation, in the order of the catalogue. */
export function RuleSelect(props: {
  rules: Askable[];
  value: string | null;
  error?: string;
  onChange: (rule: string | null) => void;
}) {
  const { t } = useTranslation();
  const word = useWords();
  const byId = useMemo(() => new Map(props.rules.map((rule) => [rule.id, rule])), [props.rules]);
  const data = useMemo(() => {
    const families = [...new Set(props.rules.map(({ family }) => family))];
    return families.map((family) => ({
      group: word('ruleFamily', family),
      items: props.rules
        .filter((rule) => rule.family === family)
        .map(({ id, title }) => ({ value: id, label: title })),
    }));
  }, [props.rules, word]);
  const holds = (option: ComboboxItem, search: string): boolean => {
    const rule = byId.get(option.value);
    return rule ? holdsWords([rule.id, ...rule.aliases, rule.title, rule.citation].join(' '), search) : false;
  };
  return (
    <Select
      label={t('deadlineCalculator.rule')}
      description={t('deadlineCalculator.ruleHint')}
      error={props.error}
      data={data}
      value={props.value}
      onChange={props.onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.remove') }}
      nothingFoundMessage={t('form.nothingFound')}
      placeholder={t('form.choose')}
      maxDropdownHeight={360}
      filter={({ options, search }) => narrowed(options, (option) => holds(option, search))}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">
            <English>{option.label}</English>
          </Text>
          <code className="law-id">{option.value}</code>
        </div>
      )}
    />
  );
}

function narrowed(
  options: ComboboxParsedItem[],
  holds: (option: ComboboxItem) => boolean,
): ComboboxParsedItem[] {
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return holds(option as ComboboxItem) ? [option] : [];
    const items = option.items.filter((item) => holds(item as ComboboxItem));
    return items.length ? [{ ...option, items }] : [];
  });
}
