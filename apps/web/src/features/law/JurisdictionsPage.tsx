import { Group, Table, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { useFormat } from '../../ui/format';
import { Answer, Loading } from '../../ui/states';
import { LawScreen } from './LawScreen';
import { LawResults } from './LawResults';
import { LawSearch, moveByArrows } from './LawSearch';
import { English, holdsWords } from './LawText';
import { usePlaces } from './queries';
import { FitTag } from './RuleTags';
import type { Place } from './types';

const textOf = (place: Place): string =>
  [
    place.code,
    place.name,
    ...[place.whoDecides, place.body, place.application, place.waitingPeriod, place.hearing].map(
      ({ text }) => text,
    ),
    place.watchFor.text,
  ].join(' ');

/** The 53 pardoning authorities. */
export function JurisdictionsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const places = usePlaces();
  return (
    <LawScreen
      title={t('law.jurisdictions')}
      lead={
        <>
          {t('lawPlaces.lead')} {places.data ? t('law.asOf', { day: format.day(places.data.asOf) }) : null}
        </>
      }
    >
      <Answer query={places} loading={<Loading lines={12} />}>
        {(data) => <Places items={data.items} />}
      </Answer>
    </LawScreen>
  );
}

function Places({ items }: { items: Place[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const navigate = useNavigate();
  const { fit } = useSearch({ from: '/shell/law/jurisdictions' });
  const [text, setText] = useState('');
  const words = useDeferredValue(text);
  const found = useMemo(
    () => items.filter((place) => (!fit || place.fit.text === fit) && holdsWords(textOf(place), words)),
    [items, fit, words],
  );
  const fits = [...new Set(items.map((place) => place.fit.text))];
  const narrow = (next: { fit?: string }): void =>
    void navigate({ to: '/law/jurisdictions', search: next, replace: true });
  return (
    <>
      <LawSearch
        label={t('lawPlaces.search')}
        text={text}
        onText={setText}
        filters={[
          {
            name: 'fit',
            label: t('lawPlaces.fit'),
            value: fit,
            options: optionsOf(fits, (value) => word('fit', value)),
          },
        ]}
        onFilter={(_name, value) => narrow({ fit: value })}
        onClear={() => narrow({})}
      />
      <LawResults
        found={found}
        none={t('lawPlaces.none')}
        table={PlaceTable}
        cards={PlaceCards}
        count={t('lawPlaces.count', { count: found.length })}
        foot={t('lawPlaces.unchecked')}
      />
    </>
  );
}

const PlaceTable = memo(function PlaceTable({ items }: { items: Place[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <div className="v-scroll">
      <Table highlightOnHover verticalSpacing={4} miw={760} className="law-table" onKeyDown={moveByArrows}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lawPlaces.name')}</Table.Th>
            <Table.Th>{t('lawPlaces.model')}</Table.Th>
            <Table.Th>{t('lawPlaces.fit')}</Table.Th>
            <Table.Th>{t('lawPlaces.executive')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((place) => (
            <Table.Tr key={place.code} data-law-row>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <PlaceLink place={place} /> <code className="law-id">{place.code}</code>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{word('decisionModel', place.decisionModel.text)}</Text>
              </Table.Td>
              <Table.Td>
                <FitTag fit={place.fit.text} />
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }} className="v-num">
                {format.day(place.executiveChange)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
});

const PlaceCards = memo(function PlaceCards({ items }: { items: Place[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <ul className="v-rows" onKeyDown={moveByArrows}>
      {items.map((place) => (
        <li key={place.code} data-law-row>
          <PlaceLink place={place} /> <code className="law-id">{place.code}</code>
          <Text size="xs" c="dimmed">
            {word('decisionModel', place.decisionModel.text)}
            {place.executiveChange
              ? ` · ${t('lawPlaces.executive')}: ${format.day(place.executiveChange)}`
              : ''}
          </Text>
          <Group mt={4}>
            <FitTag fit={place.fit.text} />
          </Group>
        </li>
      ))}
    </ul>
  );
});

function PlaceLink({ place }: { place: Place }) {
  return (
    <Link className="v-row-link" to="/law/jurisdictions/$code" params={{ code: place.code }}>
      <English>{place.name}</English>
    </Link>
  );
}
