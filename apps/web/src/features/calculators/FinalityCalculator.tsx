import { Accordion, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { appealOutcomes, appealStates, decisionForms, flagValues, orderKinds } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, type Field } from '../../ui/form/field';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Loading } from '../../ui/states';
import { Tag, type Tone } from '../../ui/Tag';
import { English, LawWords } from '../law/LawText';
import { StandingTag } from '../law/RuleTags';
import { CalculatorScreen, Waits } from './CalculatorScreen';
import { Counted, Doubts, Steps } from './Counted';
import { complete, LiveFields, type Texts } from './LiveFields';
import { faultsAt } from './problems';
import { useFinality, type FinalityAnswer } from './queries';
import { Refused } from './Refused';

const EMPTY: Texts = {
  orderKind: 'removal',
  decidedOn: '',
  decisionForm: '',
  mailedOn: '',
  inAbsentia: 'not_known',
  appeal: 'not_known',
  appealFiledOn: '',
  appealOutcome: '',
  appealDecidedOn: '',
  asylumDecided: 'not_known',
  voluntaryDepartureUntil: '',
};
const DATES = ['decidedOn', 'mailedOn', 'appealFiledOn', 'appealDecidedOn', 'voluntaryDepartureUntil'];
const TRUTH: Record<string, boolean | null> = { yes: true, no: false, not_known: null };

function useFields(): Field<Texts>[] {
  const { t } = useTranslation();
  const word = useWords();
  const answers = optionsOf(flagValues, (value) => word('flag', value));
  const taken = ({ appeal }: Texts): boolean => appeal === 'taken';
  return [
    {
      name: 'orderKind',
      kind: 'select',
      required: true,
      label: t('finalityCalculator.orderKind'),
      options: optionsOf(orderKinds, (kind) => word('orderKind', kind)),
    },
    {
      name: 'decidedOn',
      kind: 'partial',
      label: t('finalityCalculator.decidedOn'),
      hint: t('form.partialHint'),
    },
    {
      name: 'inAbsentia',
      kind: 'select',
      required: true,
      label: t('finalityCalculator.inAbsentia'),
      options: answers,
    },
    {
      name: 'decisionForm',
      kind: 'select',
      label: t('finalityCalculator.decisionForm'),
      options: optionsOf(decisionForms, (form) => word('decisionForm', form)),
    },
    { name: 'mailedOn', kind: 'partial', label: t('finalityCalculator.mailedOn') },
    {
      name: 'asylumDecided',
      kind: 'select',
      required: true,
      label: t('finalityCalculator.asylumDecided'),
      options: answers,
    },
    {
      name: 'appeal',
      kind: 'select',
      required: true,
      label: t('finalityCalculator.appeal'),
      options: optionsOf(appealStates, (state) => word('appeal', state)),
    },
    { name: 'appealFiledOn', kind: 'partial', label: t('finalityCalculator.appealFiledOn'), when: taken },
    {
      name: 'appealOutcome',
      kind: 'select',
      label: t('finalityCalculator.appealOutcome'),
      options: optionsOf(appealOutcomes, (outcome) => word('appealOutcome', outcome)),
      when: taken,
    },
    { name: 'appealDecidedOn', kind: 'partial', label: t('finalityCalculator.appealDecidedOn'), when: taken },
    {
      name: 'voluntaryDepartureUntil',
      kind: 'date',
      label: t('finalityCalculator.departUntil'),
      when: ({ orderKind }) => orderKind === 'voluntary_departure_alternate',
    },
  ];
}

/** What is sent: hidden fields are not known, empty ones neither. */
function bodyOf(fields: Field<Texts>[], values: Texts): Parameters<typeof useFinality>[0] {
  const known = fields.map(({ name }) => {
    const text = String(values[name] ?? '').trim();
    if (name === 'inAbsentia' || name === 'asylumDecided') return [name, TRUTH[text] ?? null];
    return [name, text === '' ? null : text];
  });
  return Object.fromEntries(known) as Parameters<typeof useFinality>[0];
}

/** When an order became final, and what runs from it. */
export function FinalityCalculator() {
  const { t } = useTranslation();
  const [values, setValues] = useState(EMPTY);
  const fields = useFields().filter((field) => !field.when || field.when(values));
  const dated = DATES.some((name) => fields.some((field) => field.name === name) && values[name] !== '');
  const enough = dated && complete(fields, values);
  const body = JSON.stringify(bodyOf(fields, values));
  const [sent] = useDebouncedValue(body, 250);
  const asked = useFinality(JSON.parse(sent) as Parameters<typeof useFinality>[0], enough && sent === body);
  const problem = asked.error ? Problem.from(asked.error) : null;
  return (
    <CalculatorScreen
      title={t('calculators.finality')}
      lead={t('finalityCalculator.lead')}
      onClear={() => setValues(EMPTY)}
      facts={<LiveFields fields={fields} values={values} faults={faultsAt(problem)} onChange={setValues} />}
      answer={
        problem ? (
          <Refused problem={problem} retry={() => void asked.refetch()} />
        ) : !dated || (!enough && !asked.data) ? (
          <Waits>{t('finalityCalculator.enterFirst')}</Waits>
        ) : asked.data ? (
          <div className="law-answer" aria-busy={sent !== body || asked.isFetching || undefined}>
            <Shown answer={asked.data} />
          </div>
        ) : (
          <Loading lines={6} />
        )
      }
    />
  );
}

const tones: Record<string, Tone> = { final: 'good', uncertain: 'soon', unknown: 'open' };

function Shown({ answer: { finality, deadlines } }: { answer: FinalityAnswer }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Stack gap="md">
      <Panel
        title={t('calculators.finality')}
        actions={
          <Button
            size="xs"
            variant="default"
            className="law-no-print"
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('common.print')}
          </Button>
        }
      >
        <Stack gap="md">
          <div role="status">
            <Group gap="sm" align="baseline">
              <span className="v-big" data-word={finality.operativeOn ? undefined : true}>
                {finality.operativeOn
                  ? format.longDay(finality.operativeOn)
                  : word('finalityState', finality.state)}
              </span>
              <Tag tone={tones[finality.state] ?? 'plain'}>{word('finalityState', finality.state)}</Tag>
            </Group>
            <Text size="sm">
              {word('finalityBasis', finality.basis)} · <LawWords text={finality.citation} />
            </Text>
          </div>
          <Doubts verified={finality.verified} warnings={finality.warnings} />
          {finality.candidates.length > 1 ? (
            <section>
              <Title order={3} mb={2}>
                {t('finalityCalculator.candidates')}
              </Title>
              <ol className="law-dates">
                {[...finality.candidates]
                  .sort((a, b) => a.on.localeCompare(b.on))
                  .map((candidate) => (
                    <li
                      key={candidate.name + candidate.on}
                      data-main={candidate.on === finality.operativeOn || undefined}
                    >
                      <span className="v-num">{format.longDay(candidate.on)}</span>
                      <span>
                        <LawWords text={candidate.label} /> <StandingTag status={candidate.status} />
                      </span>
                    </li>
                  ))}
              </ol>
            </section>
          ) : null}
          <Steps trace={finality.trace} warnings={finality.warnings} />
        </Stack>
      </Panel>
      <Panel flush title={t('finalityCalculator.follows')}>
        {deadlines.length ? (
          <Accordion multiple variant="default" order={3}>
            {deadlines.map((deadline) => (
              <Accordion.Item key={deadline.ruleId + deadline.dueOn} value={deadline.ruleId + deadline.dueOn}>
                <Accordion.Control>
                  <Group justify="space-between" gap="xs" pr="xs">
                    <Text size="sm" fw={600}>
                      <English>{deadline.title}</English>
                    </Text>
                    <Text size="sm" className="v-num">
                      {deadline.dueOn ? format.longDay(deadline.dueOn) : word('deadlineKind', deadline.kind)}
                    </Text>
                  </Group>
                </Accordion.Control>
                <Accordion.Panel>
                  <Counted deadline={deadline} />
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        ) : (
          <Text size="sm" c="dimmed" p="md">
            {t('finalityCalculator.nothingFollows')}
          </Text>
        )}
      </Panel>
    </Stack>
  );
}
