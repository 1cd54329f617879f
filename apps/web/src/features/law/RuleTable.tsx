import { Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { moveByArrows } from './LawSearch';
import { English } from './LawText';
import { AgeTag, StandingTag, usePeriod, VerifiedTag } from './RuleTags';
import type { RuleItem } from './types';

/** The rules as a dense table; arrows move from row to row. */
export const RuleTable = memo(function RuleTable({ items }: { items: RuleItem[] }) {
  const { t } = useTranslation();
  return (
    <div className="v-scroll">
      <Table highlightOnHover verticalSpacing={4} miw={900} className="law-table" onKeyDown={moveByArrows}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lawRules.ruleTitle')}</Table.Th>
            <Table.Th>{t('lawRules.rule')}</Table.Th>
            <Table.Th>{t('lawRules.period')}</Table.Th>
            <Table.Th>{t('lawRules.standing')}</Table.Th>
            <Table.Th>{t('lawRules.verification')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
});

const Row = memo(function Row({ item }: { item: RuleItem }) {
  const period = usePeriod();
  return (
    <Table.Tr data-law-row>
      <Table.Td>
        <RuleLink id={item.id} title={item.title} />
      </Table.Td>
      <Table.Td w={200}>
        <RuleId id={item.id} />
      </Table.Td>
      <Table.Td className="v-num" style={{ whiteSpace: 'nowrap' }}>
        {period(item.period, item.composite)}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {item.status ? <StandingTag status={item.status} /> : null}
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <VerifiedTag verified={item.verified} />
          <AgeTag age={item.age} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
});

/** The rules on a phone. */
export const RuleCards = memo(function RuleCards({ items }: { items: RuleItem[] }) {
  const period = usePeriod();
  const word = useWords();
  return (
    <ul className="v-rows" onKeyDown={moveByArrows}>
      {items.map((item) => (
        <li key={item.id} data-law-row>
          <RuleLink id={item.id} title={item.title} />
          <Text size="xs" c="dimmed">
            <code className="law-id">{item.id}</code> · {period(item.period, item.composite)} ·{' '}
            {word('ruleFamily', item.family)}
          </Text>
          <Group gap={4} mt={4}>
            {item.status ? <StandingTag status={item.status} /> : null}
            <VerifiedTag verified={item.verified} />
            <AgeTag age={item.age} />
          </Group>
        </li>
      ))}
    </ul>
  );
});

/** An id that breaks after its dots and underscores, never inside a word. */
function RuleId({ id }: { id: string }) {
  return (
    <code className="law-id">
      {id.split(/(?<=[._])/).map((part, at) => (
        <Fragment key={at}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}

export function RuleLink({ id, title }: { id: string; title: string }) {
  return (
    <Link className="v-row-link" to="/law/rules/$rule" params={{ rule: id }}>
      <English>{title}</English>
    </Link>
  );
}
