import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ComponentType, ReactNode } from 'react';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';

interface Rows<Item> {
  items: Item[];
}

/** What a search of the law found: a table, cards on a phone, or the words that nothing fits. `count` is read out. */
export function LawResults<Item>(props: {
  found: Item[];
  none: string;
  table: ComponentType<Rows<Item>>;
  cards: ComponentType<Rows<Item>>;
  count: string;
  foot?: ReactNode;
}) {
  const { found, table: Table, cards: Cards } = props;
  const phone = useMediaQuery('(max-width: 56em)', undefined, { getInitialValueInEffect: false });
  const List = phone ? Cards : Table;
  return (
    <Panel flush>
      {found.length === 0 ? <Empty>{props.none}</Empty> : <List items={found} />}
      <Text size="xs" c="dimmed" className="law-foot">
        <span role="status">{props.count}</span> {props.foot}
      </Text>
    </Panel>
  );
}
