import { Group, Table, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { useFormat } from '../../ui/format';
import { Answer, Loading } from '../../ui/states';
import { LawScreen } from './LawScreen';
import { LawResults } from './LawResults';
import { LawSearch, moveByArrows } from './LawSearch';
import { English, holdsWords } from './LawText';
import { FormerGrounds } from './FormerGrounds';
import { useGrounds } from './queries';
import { WaivedTag } from './RuleTags';
import type { FormerGround, Ground, GroundList } from './types';

/** The grounds of removal. */
export function GroundsPage() {
  const { t } = useTranslation();
  const grounds = useGrounds();
  return (
    <LawScreen title={t('law.grounds')} lead={t('lawGrounds.lead')}>
      <Answer query={grounds} loading={<Loading lines={12} />}>
        {(data) => <Grounds list={data} />}
      </Answer>
    </LawScreen>
  );
}

function Grounds({ list }: { list: GroundList }) {
  const { items, former, note, asOf } = list;
  const { t } = useTranslation();
  const word = useWords();
  const navigate = useNavigate();
  const format = useFormat();
  const { waived } = useSearch({ from: '/shell/law/grounds' });
  const [text, setText] = useState('');
  const words = useDeferredValue(text);
  const fits = useCallback(
    (ground: Ground | FormerGround): boolean =>
      (!waived || ground.waived === waived) &&
      holdsWords([ground.id, ground.ina, ground.usc, ground.name, ground.note].join(' '), words),
    [waived, words],
  );
  const found = useMemo(() => items.filter(fits), [items, fits]);
  const foundFormer = useMemo(() => former.filter(fits), [former, fits]);
  const values = [...new Set(items.map((ground) => ground.waived))];
  const narrow = (next: { waived?: string }): void =>
    void navigate({ to: '/law/grounds', search: next, replace: true });
  return (
    <>
      <LawSearch
        label={t('lawGrounds.search')}
        text={text}
        onText={setText}
        filters={[
          {
            name: 'waived',
            label: t('lawGrounds.waivedLabel'),
            value: waived,
            options: optionsOf(values, (value) => word('waived', value)),
          },
        ]}
        onFilter={(_name, value) => narrow({ waived: value })}
        onClear={() => narrow({})}
      />
      <LawResults
        found={found}
        none={t('lawGrounds.none')}
        table={GroundTable}
        cards={GroundCards}
        count={t('lawGrounds.count', { count: found.length })}
        foot={
          <>
            {t('law.asOf', { day: format.day(asOf) })}. <English>{note}</English>
          </>
        }
      />
      {foundFormer.length ? <FormerGrounds items={foundFormer} present={items} /> : null}
    </>
  );
}

const GroundTable = memo(function GroundTable({ items }: { items: Ground[] }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <div className="v-scroll">
      <Table highlightOnHover verticalSpacing={4} miw={760} className="law-table" onKeyDown={moveByArrows}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lawGrounds.ground')}</Table.Th>
            <Table.Th>{t('lawGrounds.name')}</Table.Th>
            <Table.Th>{t('lawGrounds.basis')}</Table.Th>
            <Table.Th>{t('lawGrounds.waived')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((ground) => (
            <Table.Tr key={ground.id} data-law-row>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <GroundLink ground={ground} />
              </Table.Td>
              <Table.Td>
                <Text size="sm">
                  <English>{ground.name}</English>
                </Text>
                <Text size="xs" c="dimmed">
                  <English>{ground.usc}</English>
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{word('groundBasis', ground.basis)}</Text>
              </Table.Td>
              <Table.Td>
                <WaivedTag waived={ground.waived} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
});

const GroundCards = memo(function GroundCards({ items }: { items: Ground[] }) {
  return (
    <ul className="v-rows" onKeyDown={moveByArrows}>
      {items.map((ground) => (
        <li key={ground.id} data-law-row>
          <GroundLink ground={ground} />
          <Text size="sm">
            <English>{ground.name}</English>
          </Text>
          <Group mt={4}>
            <WaivedTag waived={ground.waived} />
          </Group>
        </li>
      ))}
    </ul>
  );
});

function GroundLink({ ground }: { ground: Ground }) {
  return (
    <Link className="v-row-link v-num" to="/law/grounds/$ground" params={{ ground: ground.id }}>
      INA {ground.ina}
    </Link>
  );
}
