import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../states';
import { Notice } from '../Tag';
import type { Field, FieldValue } from './field';
import { FieldInput } from './FieldInput';
import { StaleNotice } from './StaleNotice';
import { useRecordForm, type RecordFormOptions } from './useRecordForm';

export interface RecordFormProps<V> extends RecordFormOptions<V> {
  submitLabel?: string;
  onCancel?: () => void;
  /** Above the fields: what this does, or what the values so far would mean. */
  intro?: ReactNode | ((values: V) => ReactNode);
  danger?: boolean;
}

/** Fields in rows of two where both are `half`. */
function inRows<V>(fields: Field<V>[]): Field<V>[][] {
  const rows: Field<V>[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.half && !field.section && last?.length === 1 && last[0].half) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** A complete form: fields, problems at their field, draft, and what to do when the record changed underneath. */
export function RecordForm<V extends object>(props: RecordFormProps<V>) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const form = useRecordForm<V>(props);
  const body = useRef<HTMLFormElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const { stale, problem } = form;
  useEffect(() => {
    if (stale || problem) foot.current?.scrollIntoView({ block: 'end' });
  }, [stale, problem]);
  const faulty = Object.keys(form.errors).join(' ');
  useEffect(() => {
    if (faulty) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faulty]);
  const intro = typeof props.intro === 'function' ? props.intro(form.values) : props.intro;
  return (
    <form
      ref={body}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <Stack gap="md">
        {form.restored ? (
          <Notice icon={<IconHistory size={18} aria-hidden />} role="status">
            <Group justify="space-between" gap="xs">
              <Text size="sm">{t('form.restored')}</Text>
              <Button size="compact-xs" variant="default" onClick={form.discard}>
                {t('form.discard')}
              </Button>
            </Group>
          </Notice>
        ) : null}
        {intro}
        {inRows(form.visible).map((row) => (
          <div key={row[0].name}>
            {row[0].section ? (
              <Title order={2} size="h3" mb="xs" mt="xs">
                {row[0].section}
              </Title>
            ) : null}
            <SimpleGrid cols={{ base: 1, xs: row.length }} spacing="md">
              {row.map((field) => (
                <FieldInput
                  key={field.name}
                  field={field}
                  value={form.values[field.name] as FieldValue}
                  error={form.errors[field.name]}
                  onChange={(value) => form.set(field.name, value)}
                />
              ))}
            </SimpleGrid>
          </div>
        ))}
        {form.stale ? (
          <StaleNotice
            conflicts={form.conflicts}
            fields={props.fields}
            onMine={() => form.settle(true)}
            onTheirs={() => form.settle(false)}
          />
        ) : null}
        {form.problem && form.problem.status !== 412 ? (
          <Notice tone="urgent" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />}>
            <Text size="sm">{problemText(form.problem)}</Text>
            {form.problem.requestId ? (
              <Text size="xs" ff="monospace">
                {t('state.requestId', { id: form.problem.requestId })}
              </Text>
            ) : null}
          </Notice>
        ) : null}
        <Group justify="flex-end" gap="xs" ref={foot}>
          {props.onCancel ? (
            <Button variant="default" onClick={props.onCancel}>
              {t('common.close')}
            </Button>
          ) : null}
          <Button
            type="submit"
            loading={form.busy}
            disabled={form.stale}
            color={props.danger ? 'red.8' : undefined}
          >
            {props.submitLabel ?? t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
