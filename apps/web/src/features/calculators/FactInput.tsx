import { Autocomplete, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { English } from '../law/LawText';
import { DayField } from './DayField';
import { isReady, type Entry, type FactField } from './facts';

const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
];
const SERVICE = ['personal', 'electronic', 'mail'];
const SUGGESTIONS: Record<string, string[]> = {
  time_zone: ZONES,
  submitter_time_zone: ZONES,
  service_method: SERVICE,
};
const LONGEST: Partial<Record<FactField['type'], number>> = { day: 10, instant: 16 };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Label = ({ field }: { field: FactField }) =>
  field.translated ? field.label : <English>{capital(field.label)}</English>;

interface Props {
  field: FactField;
  entry: Entry;
  error?: string;
  onChange: (entry: Entry) => void;
}

/** One fact of a rule by its type, and for an event under which of its names it is known. */
export function FactInput(props: Props) {
  const { t } = useTranslation();
  const { field, entry, onChange } = props;
  return (
    <Stack gap={6}>
      <Value {...props} />
      {field.names.length > 1 && entry.text ? (
        <Select
          size="xs"
          label={t('deadlineCalculator.event')}
          data={field.names.map((name) => ({ value: name, label: capital(name.replaceAll('_', ' ')) }))}
          value={entry.name}
          onChange={(name) => onChange({ ...entry, name: name ?? field.names[0] })}
          allowDeselect={false}
          lang="en"
        />
      ) : null}
    </Stack>
  );
}

function Value({ field, entry, error, onChange }: Props) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(false);
  const set = (text: string): void => onChange({ ...entry, text });
  const unready = !isReady(field, entry.text);
  const complete = left || entry.text.length >= (LONGEST[field.type] ?? Infinity);
  const fault = unready && complete ? t(faultOf(field)) : unready ? undefined : error;
  const common = { label: <Label field={field} />, error: fault, name: field.names[0] };
  const required = { withAsterisk: field.required, required: field.required };
  if (field.type === 'flag') return <Flag field={field} entry={entry} error={fault} onChange={onChange} />;
  if (field.type === 'day')
    return (
      <DayField
        {...common}
        plainLabel={capital(field.label)}
        required={field.required}
        value={entry.text}
        onChange={set}
        onBlur={() => setLeft(true)}
      />
    );
  if (field.type === 'text')
    return (
      <Autocomplete
        {...common}
        {...required}
        data={SUGGESTIONS[field.names[0]] ?? []}
        value={entry.text}
        onChange={set}
        autoComplete="off"
      />
    );
  return (
    <TextInput
      {...common}
      {...required}
      inputMode="numeric"
      autoComplete="off"
      placeholder={field.type === 'instant' ? t('calculators.dayAndTime') : undefined}
      value={entry.text}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={() => setLeft(true)}
    />
  );
}

const faultOf = ({ type }: FactField) =>
  type === 'day'
    ? ('form.fault.date' as const)
    : type === 'instant'
      ? ('calculators.dayAndTimeFault' as const)
      : ('form.fault.number' as const);

/** Yes, no, or not known, which is never read as no. */
function Flag({ field, entry, error, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Text size="sm" fw={600} id={id} mb={3}>
        <Label field={field} />
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        value={entry.text || 'not_known'}
        onChange={(value) => onChange({ ...entry, text: value === 'not_known' ? '' : value })}
        data={[
          { value: 'not_known', label: t('calculators.notKnown') },
          { value: 'yes', label: t('common.yes') },
          { value: 'no', label: t('common.no') },
        ]}
      />
      {error ? (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      ) : null}
    </div>
  );
}
