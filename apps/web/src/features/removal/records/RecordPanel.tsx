import { Group, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormButton } from '../../../ui/form/FormButton';
import { personName, useFormat } from '../../../ui/format';
import { Panel } from '../../../ui/Panel';
import { Empty } from '../../../ui/states';
import { Tag, type Tone } from '../../../ui/Tag';
import { EnteredInError } from '../in-error/EnteredInError';
import type { EntryKind } from '../in-error/kinds';
import { WithdrawButton } from '../in-error/WithdrawButton';

/** What every record of the removal file has. */
export interface AnyRecord {
  id: string;
  by: { id: string; name: string };
  at: string;
  earlier: {
    value: string;
    on: string | null;
    replacedBy: { id: string; name: string };
    replacedAt: string;
  }[];
  can: { edit: boolean };
}

/** How one record reads. */
export interface RecordLine {
  head: ReactNode;
  tag?: string;
  tone?: Tone;
  details?: (string | null | undefined)[];
  text?: (string | null | undefined)[];
  /** Words for an earlier value. */
  earlier?: (value: string) => string;
}

interface Props<T extends AnyRecord> {
  clientId: string;
  /** As what a record of this list is withdrawn when it was entered in error. */
  kind: EntryKind;
  title: string;
  note?: string;
  empty: string;
  items: T[];
  line: (item: T) => RecordLine;
  addLabel?: string;
  editTitle?: string;
  /** The form for a new record, or for one that is there. */
  form?: (item: T | undefined, close: () => void) => ReactNode;
  mayAdd?: boolean;
  actions?: (item: T) => ReactNode;
  /** Above the list. */
  before?: ReactNode;
}

/** A list of records of one kind, each with who wrote it down and what was recorded before. */
export function RecordPanel<T extends AnyRecord>(props: Props<T>) {
  const { title, note, empty, items, form, addLabel, before } = props;
  return (
    <Panel
      flush
      title={title}
      note={note}
      actions={
        form && addLabel && props.mayAdd ? (
          <FormButton label={addLabel} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => form(undefined, close)}
          </FormButton>
        ) : null
      }
    >
      {before}
      {items.length ? null : <Empty>{empty}</Empty>}
      <ul className="v-rows">
        {items.map((item) => (
          <li key={item.id}>
            <One item={item} panel={props} />
          </li>
        ))}
      </ul>
      <EnteredInError clientId={props.clientId} kinds={[props.kind]} />
    </Panel>
  );
}

function One<T extends AnyRecord>({ item, panel }: { item: T; panel: Props<T> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { head, tag, tone, details = [], text = [], earlier } = panel.line(item);
  const { form } = panel;
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ minWidth: 0, flex: '1 1 240px' }}>
        <Group gap="xs">
          <Text fw={600}>{head}</Text>
          {tag ? <Tag tone={tone}>{tag}</Tag> : null}
        </Group>
        <Text size="sm">{details.filter(Boolean).join(' · ')}</Text>
        {text.filter(Boolean).map((each) => (
          <Text key={each} size="sm">
            {each}
          </Text>
        ))}
        {item.earlier.map((each) => (
          <Text key={each.replacedAt} size="xs" c="dimmed">
            {t('records.earlier', {
              value: earlier ? earlier(each.value) : each.value,
              on: format.day(each.on),
              name: personName(each.replacedBy),
              at: format.instant(each.replacedAt),
            })}
          </Text>
        ))}
        <Text size="xs" c="dimmed">
          {t('records.recordedBy', { name: personName(item.by), at: format.instant(item.at) })}
        </Text>
      </div>
      <Group gap="xs">
        {panel.actions?.(item)}
        {form && panel.editTitle && item.can.edit ? (
          <FormButton
            label={t('common.edit')}
            title={panel.editTitle}
            icon={<IconPencil size={14} aria-hidden />}
            variant="subtle"
          >
            {(close) => form(item, close)}
          </FormButton>
        ) : null}
        <WithdrawButton clientId={panel.clientId} kind={panel.kind} recordId={item.id} />
      </Group>
    </Group>
  );
}
