import { Autocomplete, Button, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPrinter, IconScale } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { Panel } from '../../ui/Panel';
import { Answer, Loading } from '../../ui/states';
import { CIRCUITS, circuitName } from '../law/places';
import { useRules } from '../law/queries';
import { useAskable, useExtraRules } from './askable';
import { CalculatorScreen, Waits } from './CalculatorScreen';
import { ComputedAnswer, type Given } from './ComputedAnswer';
import { FactInput } from './FactInput';
import { isReady, triggersOf, type Entries, type FactField } from './facts';
import { faultsAt } from './problems';
import { Refused } from './Refused';
import { useComputed } from './queries';
import { RuleSelect } from './RuleSelect';

const FORUMS = ['BIA', ...CIRCUITS.map((circuit) => `${circuitName(circuit)} Cir.`)];

/** One rule on facts that nobody stores. The address says which rule, and nothing of the facts. */
export function DeadlineCalculator() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { rule: id } = useSearch({ from: '/shell/calculators' });
  const rules = useRules();
  const extras = useExtraRules();
  const askable = useAskable(id);
  const { fields } = askable;
  const [entries, setEntries] = useState<Entries>({});
  const [forum, setForum] = useState('');
  const asked = useAsked(id, fields, entries, forum);
  const clear = (): void => {
    setEntries({});
    setForum('');
  };
  return (
    <CalculatorScreen
      title={t('calculators.deadline')}
      lead={t('deadlineCalculator.lead')}
      onClear={clear}
      facts={
        <Answer query={rules} loading={<Loading lines={3} />}>
          {({ items }) => (
            <Stack gap="sm">
              <RuleSelect
                rules={[...items, ...extras]}
                value={id ?? null}
                error={asked.faults.rule}
                onChange={(next) =>
                  void navigate({ to: '/calculators', search: { rule: next ?? undefined }, replace: true })
                }
              />
              {fields.map((field) => {
                const [name] = field.names;
                const entry = entries[name] ?? { text: '', name };
                return (
                  <FactInput
                    key={`${id} ${name}`}
                    field={field}
                    entry={entry}
                    error={asked.faults[`triggers.${entry.name}`]}
                    onChange={(next) => setEntries({ ...entries, [name]: next })}
                  />
                );
              })}
              {fields.length ? (
                <Autocomplete
                  label={t('deadlineCalculator.forum')}
                  description={t('deadlineCalculator.forumHint')}
                  data={FORUMS}
                  value={forum}
                  onChange={setForum}
                  error={asked.faults.jurisdiction}
                  autoComplete="off"
                />
              ) : null}
            </Stack>
          )}
        </Answer>
      }
      answer={
        <Shown asked={asked} rule={askable.ready ? id : undefined} askable={askable} entries={entries} />
      }
    />
  );
}

/** Asks the server a moment after the last key, once what was typed can be a fact at all. */
function useAsked(id: string | undefined, fields: FactField[], entries: Entries, forum: string) {
  const triggers = triggersOf(fields, entries);
  const ready = fields.every((field) => isReady(field, entries[field.names[0]]?.text ?? ''));
  const limited = fields.some(({ required }) => required);
  const enough = fields.length > 0 && ready && (!limited || Object.keys(triggers).length > 0);
  const body = JSON.stringify({ rule: id ?? '', triggers, jurisdiction: forum.trim() || null });
  const [sent] = useDebouncedValue(body, 250);
  const wanted = enough && sent === body;
  const query = useComputed(JSON.parse(sent) as Parameters<typeof useComputed>[0], wanted);
  const problem = query.error ? Problem.from(query.error) : null;
  return {
    ...query,
    enough,
    busy: enough && (sent !== body || query.isFetching),
    problem,
    faults: faultsAt(problem),
  };
}
type Asked = ReturnType<typeof useAsked>;

function Shown(props: {
  asked: Asked;
  rule: string | undefined;
  askable: ReturnType<typeof useAskable>;
  entries: Entries;
}) {
  const { t } = useTranslation();
  const { asked, rule, entries } = props;
  const { fields, record, title } = props.askable;
  if (!rule) return <Waits>{t('deadlineCalculator.chooseFirst')}</Waits>;
  const [first] = fields.filter(({ required }) => required);
  if (asked.problem) return <Refused problem={asked.problem} retry={() => void asked.refetch()} />;
  if (!asked.enough || !asked.data || asked.data.rule !== rule)
    return asked.busy ? (
      <Loading lines={6} />
    ) : (
      <Waits>{t('deadlineCalculator.enterFirst', { what: first?.label ?? '' })}</Waits>
    );
  const given: Given[] = fields.flatMap((field) => {
    const text = entries[field.names[0]]?.text.trim();
    return text ? [{ label: field.label, text, flag: field.type === 'flag' }] : [];
  });
  return (
    <div className="law-answer" aria-busy={asked.busy || undefined}>
      <Panel title={title ?? asked.data.title} actions={<Actions record={record} />}>
        <ComputedAnswer answer={asked.data} given={given} />
      </Panel>
    </div>
  );
}

function Actions({ record }: { record: string | null }) {
  const { t } = useTranslation();
  return (
    <span className="law-no-print" style={{ display: 'contents' }}>
      {record ? (
        <Button
          renderRoot={(props) => <Link to="/law/rules/$rule" params={{ rule: record }} {...props} />}
          size="xs"
          variant="default"
          leftSection={<IconScale size={14} aria-hidden />}
        >
          {t('deadlineCalculator.ruleRecord')}
        </Button>
      ) : null}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPrinter size={14} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('common.print')}
      </Button>
    </span>
  );
}
