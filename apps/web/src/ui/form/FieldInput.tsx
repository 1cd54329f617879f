import {
  MultiSelect,
  PasswordInput,
  Select,
  Switch,
  Textarea,
  TextInput,
  type ComboboxItem,
  type OptionsFilter,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { Field, FieldValue, RowValue } from './field';
import { RowsInput } from './RowsInput';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds "jose" in "José" and every word in any order. */
const byWords: OptionsFilter = ({ options, search }) => {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return options.filter((option) => {
    const text = fold(`${(option as ComboboxItem).label} ${(option as ComboboxItem).value}`);
    return words.every((word) => text.includes(word));
  });
};

interface InputProps<V> {
  field: Field<V>;
  value: FieldValue;
  error?: string;
  onChange: (value: FieldValue) => void;
  compact?: boolean;
}

function common<V>({ field, error, compact }: InputProps<V>) {
  return {
    label: field.label,
    description: compact ? undefined : field.hint,
    error,
    withAsterisk: field.required,
    required: field.required,
    name: field.name,
    size: 'sm' as const,
  };
}
const textOf = (value: FieldValue): string => (typeof value === 'string' ? value : '');

/** One field of a form by its kind. Dates are typed as YYYY-MM-DD or picked. */
export function FieldInput<V>(props: InputProps<V>) {
  const { field, value, onChange } = props;
  const typed = (event: { currentTarget: { value: string } }): void => onChange(event.currentTarget.value);
  switch (field.kind) {
    case 'textarea':
      return (
        <Textarea
          {...common(props)}
          autosize
          minRows={3}
          maxRows={14}
          value={textOf(value)}
          onChange={typed}
        />
      );
    case 'password':
      return (
        <PasswordInput
          {...common(props)}
          value={textOf(value)}
          onChange={typed}
          autoComplete={field.autoComplete}
        />
      );
    case 'date':
      return <DayInput {...props} />;
    case 'select':
      return <ChoiceInput {...props} />;
    case 'multi':
      return <ChoicesInput {...props} />;
    case 'switch':
      return (
        <Switch
          label={field.label}
          description={field.hint}
          name={field.name}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'rows':
      return (
        <RowsInput
          field={field}
          value={Array.isArray(value) ? (value as RowValue[]) : []}
          onChange={onChange}
        />
      );
    default:
      return <LineInput {...props} />;
  }
}

function LineInput<V>(props: InputProps<V>) {
  const { t } = useTranslation();
  const { kind, autoComplete } = props.field;
  return (
    <TextInput
      {...common(props)}
      type={kind === 'time' || kind === 'email' ? kind : 'text'}
      inputMode={kind === 'number' ? 'numeric' : undefined}
      placeholder={kind === 'partial' ? t('form.partialPlaceholder') : undefined}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      autoComplete={autoComplete ?? 'off'}
    />
  );
}

function DayInput<V>(props: InputProps<V>) {
  const { t } = useTranslation();
  return (
    <DateInput
      {...common(props)}
      value={textOf(props.value) || null}
      valueFormat="YYYY-MM-DD"
      placeholder={t('form.datePlaceholder')}
      onChange={(day) => props.onChange(day ?? '')}
      clearable={!props.field.required}
      clearButtonProps={{ 'aria-label': t('common.remove') }}
      popoverProps={{ withinPortal: true }}
    />
  );
}

function ChoiceInput<V>(props: InputProps<V>) {
  const { t } = useTranslation();
  const { field } = props;
  return (
    <Select
      {...common(props)}
      data={field.options ?? []}
      value={textOf(props.value) || null}
      onChange={(chosen) => props.onChange(chosen ?? '')}
      searchable={(field.options?.length ?? 0) > 8}
      filter={byWords}
      limit={80}
      clearable={!field.required}
      clearButtonProps={{ 'aria-label': t('common.remove') }}
      allowDeselect={!field.required}
      nothingFoundMessage={t('form.nothingFound')}
      placeholder={field.required ? t('form.choose') : undefined}
    />
  );
}

function ChoicesInput<V>(props: InputProps<V>) {
  const { t } = useTranslation();
  return (
    <MultiSelect
      {...common(props)}
      data={props.field.options ?? []}
      value={Array.isArray(props.value) ? (props.value as string[]) : []}
      onChange={props.onChange}
      searchable
      filter={byWords}
      limit={80}
      nothingFoundMessage={t('form.nothingFound')}
    />
  );
}
