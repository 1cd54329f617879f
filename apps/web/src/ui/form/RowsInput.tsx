import { ActionIcon, Button, Fieldset, Group, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Field, FieldValue, RowValue } from './field';
import { FieldInput } from './FieldInput';

/** A list of small records inside a form: add, edit, remove. */
export function RowsInput<V>(props: {
  field: Field<V>;
  value: RowValue[];
  onChange: (value: FieldValue) => void;
}) {
  const { t } = useTranslation();
  const { field, value, onChange } = props;
  const put = (at: number, name: string, next: FieldValue): void =>
    onChange(value.map((row, index) => (index === at ? { ...row, [name]: next as string } : row)));
  return (
    <Fieldset legend={field.label} variant="unstyled">
      <Stack gap="xs">
        {value.map((row, at) => (
          <Group key={at} align="flex-end" gap="xs" wrap="wrap">
            {field.columns?.map((column) => (
              <div key={column.name} style={{ flex: column.kind === 'switch' ? '0 0 auto' : '1 1 130px' }}>
                <FieldInput
                  field={column}
                  value={row[column.name] ?? ''}
                  onChange={(next) => put(at, column.name, next)}
                  compact
                />
              </div>
            ))}
            <ActionIcon
              size="lg"
              aria-label={t('form.removeRow', { what: field.label, number: at + 1 })}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...value, { ...field.newRow }])}
          >
            {field.addLabel}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}
