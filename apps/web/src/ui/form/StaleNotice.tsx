import { Button, Group, Table, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../Tag';
import type { Field, FieldValue } from './field';
import type { Conflict } from './useRecordForm';

/** Someone else saved this record meanwhile: what it says now beside what this person typed. */
export function StaleNotice<V>(props: {
  conflicts: Conflict[];
  fields: Field<V>[];
  onMine: () => void;
  onTheirs: () => void;
}) {
  const { t } = useTranslation();
  const show = (label: string, value: FieldValue): string => {
    const field = props.fields.find((f) => f.label === label);
    const name = (one: string): string => field?.options?.find((o) => o.value === one)?.label ?? one;
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
    if (typeof value === 'string') return name(value) || t('common.nothing');
    return value
      .map((one) => (typeof one === 'string' ? name(one) : Object.values(one).join(' ')))
      .join('; ');
  };
  return (
    <Notice tone="soon" role="alert" icon={<IconUsers size={18} aria-hidden />}>
      <Text fw={600} size="sm">
        {t('form.staleTitle')}
      </Text>
      <Text size="sm">{props.conflicts.length ? t('form.staleBoth') : t('form.staleOther')}</Text>
      {props.conflicts.length ? (
        <Table mt="xs" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('form.staleField')}</Table.Th>
              <Table.Th>{t('form.staleNow')}</Table.Th>
              <Table.Th>{t('form.staleYours')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.conflicts.map((c) => (
              <Table.Tr key={c.label}>
                <Table.Td>{c.label}</Table.Td>
                <Table.Td>{show(c.label, c.theirs)}</Table.Td>
                <Table.Td>{show(c.label, c.mine)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={props.onMine}>
          {t('form.keepMine')}
        </Button>
        {props.conflicts.length ? (
          <Button size="xs" variant="default" onClick={props.onTheirs}>
            {t('form.takeTheirs')}
          </Button>
        ) : null}
      </Group>
    </Notice>
  );
}
