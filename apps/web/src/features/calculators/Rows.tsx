import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../ui/form/field';
import { Panel } from '../../ui/Panel';
import { LiveFields, type Texts } from './LiveFields';

/** Records of one kind, added and removed by keyboard: the focus goes into the new one. */
export function Rows(props: {
  title: string;
  empty?: string;
  addLabel: string;
  nameOf: (number: number) => string;
  rows: Texts[];
  fields: (row: Texts) => Field<Texts>[];
  /** Fields that most questions do not need. */
  more?: { label: string; fields: Field<Texts>[] };
  faultsOf: (at: number) => Record<string, string>;
  onAdd: () => void;
  onChange: (rows: Texts[]) => void;
  onRemove: (row: Texts) => void;
}) {
  const { t } = useTranslation();
  const { rows } = props;
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(rows.length);
  useEffect(() => {
    if (rows.length > before.current)
      list.current
        ?.querySelector<HTMLElement>('[data-row]:last-of-type :is(input:not([type=hidden]), textarea)')
        ?.focus();
    before.current = rows.length;
  }, [rows.length]);
  const put = (row: Texts): void => props.onChange(rows.map((old) => (old.id === row.id ? row : old)));
  return (
    <Panel
      title={props.title}
      actions={
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={props.onAdd}
        >
          {props.addLabel}
        </Button>
      }
    >
      <Stack gap="md" ref={list}>
        {rows.length === 0 && props.empty ? (
          <Text size="sm" c="dimmed">
            {props.empty}
          </Text>
        ) : null}
        {rows.map((row, at) => (
          <div
            key={String(row.id)}
            role="group"
            aria-label={props.nameOf(at + 1)}
            data-row
            className="law-row"
          >
            <Group justify="space-between" mb={4}>
              <Text size="sm" fw={600}>
                {props.nameOf(at + 1)}
              </Text>
              <ActionIcon
                size="sm"
                aria-label={t('effectCalculator.remove', { what: props.nameOf(at + 1) })}
                onClick={() => props.onRemove(row)}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </Group>
            <LiveFields fields={props.fields(row)} values={row} faults={props.faultsOf(at)} onChange={put} />
            {props.more ? (
              <details className="law-details">
                <summary>{props.more.label}</summary>
                <LiveFields
                  fields={props.more.fields}
                  values={row}
                  faults={props.faultsOf(at)}
                  onChange={put}
                />
              </details>
            ) : null}
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
