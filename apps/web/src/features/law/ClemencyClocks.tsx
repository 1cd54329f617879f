import { Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { useWords } from '../../i18n/words';
import { optionsOf, type Field } from '../../ui/form/field';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { complete, LiveFields, type Texts } from '../calculators/LiveFields';
import { faultsAt } from '../calculators/problems';
import { Refused } from '../calculators/Refused';
import { English, LawText, LawWords } from './LawText';
import { useClemencyCalendar } from './queries';
import { ProvenanceTag } from './RuleTags';
import type { ClemencyCalendar, ClemencyDate, PlacePage } from './types';

const LEVELS = [
  'any',
  'felony',
  'misdemeanor',
  'nonviolent',
  'violent_or_sex',
  'sex_offence',
  'violent_or_drug',
  'dui_or_vehicular',
  'deferred_adjudication',
] as const;
const PARTIAL = [
  'sentencedOn',
  'disposedOn',
  'releasedOn',
  'sentenceEndedOn',
  'supervisionFrom',
  'crimeFreeFrom',
] as const;
const DAYS = ['filedOn', 'incompleteNoticeOn', 'hearingOn', 'boardDecidedOn', 'deniedOn'] as const;

function useFields(): Field<Texts>[] {
  const { t } = useTranslation();
  const word = useWords();
  return [
    {
      name: 'level',
      kind: 'select',
      label: t('lawClocks.level'),
      options: optionsOf(LEVELS, (level) => word('waitLevel', level)),
    },
    ...PARTIAL.map((name): Field<Texts> => ({ name, kind: 'partial', label: t(`lawClocks.${name}`) })),
    ...DAYS.map((name): Field<Texts> => ({ name, kind: 'date', label: t(`lawClocks.${name}`) })),
    { name: 'denials', kind: 'number', label: t('lawClocks.denials') },
  ];
}

function questionOf(values: Texts): Parameters<typeof useClemencyCalendar>[1] {
  const given = Object.entries(values).filter(([, text]) => text !== '');
  return Object.fromEntries(
    given.map(([name, text]) => [name, name === 'denials' ? Number(text) : String(text).trim()]),
  );
}

/** What is dated about an application before this authority: as it stands, and on dates that nobody stores. */
export function ClemencyClocks({ place }: { place: PlacePage }) {
  const { t } = useTranslation();
  const fields = useFields();
  const [values, setValues] = useState<Texts>({});
  const body = JSON.stringify(questionOf(values));
  const [sent] = useDebouncedValue(body, 250);
  const wanted = sent !== '{}' && sent === body && complete(fields, values);
  const asked = useClemencyCalendar(
    place.code,
    JSON.parse(sent) as Parameters<typeof useClemencyCalendar>[1],
    wanted,
  );
  const problem = asked.error ? Problem.from(asked.error) : null;
  const calendar = body === '{}' ? place.calendar : (asked.data ?? place.calendar);
  return (
    <Panel flush title={t('lawClocks.title')} note={t('lawClocks.note')}>
      <div style={{ padding: '10px 16px', borderBottom: '1px solid var(--v-line)' }}>
        <details className="law-details">
          <summary>{t('lawClocks.facts')}</summary>
          <LiveFields fields={fields} values={values} faults={faultsAt(problem)} onChange={setValues} />
        </details>
      </div>
      {problem ? <Refused problem={problem} retry={() => void asked.refetch()} /> : null}
      <Clocks calendar={calendar} />
    </Panel>
  );
}

function Clocks({ calendar }: { calendar: ClemencyCalendar }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="v-rows law-days law-clocks">
        {calendar.items.map((item) => (
          <li key={item.key}>
            <When item={item} />
            <div>
              <LawText text={item.title} fw={600} />
              <LawText text={item.why} size="xs" c="dimmed" />
              {item.question ? (
                <Text size="xs" c="var(--v-open)">
                  {t('lawClocks.ask', { question: '' })}
                  <English>{item.question}</English>
                </Text>
              ) : null}
              {item.alternates.map((other) => (
                <Alternate key={other.on + other.label} {...other} />
              ))}
            </div>
            <ProvenanceTag provenance={item.provenance} />
          </li>
        ))}
      </ul>
      {calendar.notes.length ? (
        <ul
          className="v-rows"
          style={{ borderTop: '1px solid var(--v-line)' }}
          aria-label={t('lawClocks.notes')}
        >
          {calendar.notes.map((note) => (
            <li key={note.topic + note.text}>
              <div className="law-stated">
                <Text size="sm">
                  {note.urgent ? <Tag tone="soon">{t('lawClocks.urgent')}</Tag> : null}{' '}
                  <LawWords text={note.text} />
                </Text>
                <ProvenanceTag provenance={note.provenance} />
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Alternate({ on, label }: { on: string; label: string }) {
  const format = useFormat();
  return (
    <Text size="xs">
      <span className="v-num">{format.longDay(on)}</span> · <LawWords text={label} />
    </Text>
  );
}

function When({ item }: { item: ClemencyDate }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  if (!item.on) return <Text size="sm">{word('clemencyState', item.state)}</Text>;
  return (
    <div>
      <Text size="sm" className="v-num" fw={600}>
        {item.approximate ? `${t('lawClocks.about')} ` : ''}
        {item.window
          ? t('lawClocks.window', {
              first: format.day(item.window.first),
              last: format.day(item.window.last),
            })
          : format.longDay(item.on)}
      </Text>
      <Group gap={6}>
        {item.daysLeft !== null && item.daysLeft >= 0 ? (
          <Text size="xs" c="dimmed">
            {t('lawClocks.left', { count: item.daysLeft })}
          </Text>
        ) : null}
        {item.taskOn ? (
          <Text size="xs" fw={600}>
            {t('lawClocks.act', { day: format.longDay(item.taskOn) })}
          </Text>
        ) : null}
      </Group>
    </div>
  );
}
