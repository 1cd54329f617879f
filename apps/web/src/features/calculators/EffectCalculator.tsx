import { Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { Panel } from '../../ui/Panel';
import { Loading } from '../../ui/states';
import { Report } from '../clemency/EffectReport';
import { CalculatorScreen, Waits } from './CalculatorScreen';
import {
  newCase,
  newCharge,
  newConviction,
  newPardon,
  questionOf,
  without,
  type MadeUpCase,
} from './effect-facts';
import { complete, LiveFields, type Texts } from './LiveFields';
import { faultsAt } from './problems';
import { usePardonEffect, type EffectAnswer } from './queries';
import { Refused } from './Refused';
import { Rows } from './Rows';
import { useEffectFields } from './useEffectFields';
import { WhatIf } from './WhatIf';

/** What pardons do to the charges of a case that is composed here and stored nowhere. */
export function EffectCalculator() {
  const { t } = useTranslation();
  const [made, setMade] = useState(newCase);
  const named = made.convictions.map((row, at) => ({
    value: String(row.id),
    label:
      [row.offence || row.statute, row.state].filter(Boolean).join(', ') ||
      t('effectCalculator.conviction', { number: at + 1 }),
  }));
  const fields = useEffectFields(named);
  const enough =
    made.charges.some(({ ground }) => ground !== '') &&
    [...made.convictions, ...made.pardons].every((row) =>
      complete([...fields.moreOfConviction, ...fields.pardon], row),
    );
  const body = JSON.stringify(questionOf(made));
  const [sent] = useDebouncedValue(body, 300);
  const asked = usePardonEffect(
    JSON.parse(sent) as Parameters<typeof usePardonEffect>[0],
    enough && sent === body,
  );
  const problem = asked.error ? Problem.from(asked.error) : null;
  return (
    <CalculatorScreen
      stacked
      title={t('calculators.effect')}
      lead={t('effectCalculator.lead')}
      onClear={() => setMade(newCase())}
      facts={
        <LiveFields
          fields={fields.proceeding}
          values={made.proceeding}
          faults={faultsAt(problem)}
          onChange={(proceeding) => setMade({ ...made, proceeding })}
        />
      }
      more={<Parts made={made} onChange={setMade} fields={fields} problem={problem} />}
      answer={
        problem ? (
          <Refused problem={problem} retry={() => void asked.refetch()} />
        ) : made.charges.every(({ ground }) => ground === '') ? (
          <Waits>{t('effectCalculator.enterFirst')}</Waits>
        ) : asked.data ? (
          <div className="law-answer" aria-busy={sent !== body || asked.isFetching || undefined}>
            <Shown answer={asked.data} convictions={made.convictions} />
          </div>
        ) : (
          <Loading lines={6} />
        )
      }
    />
  );
}

/** Convictions, charges and pardons beside each other. */
function Parts(props: {
  made: MadeUpCase;
  onChange: (made: MadeUpCase) => void;
  fields: ReturnType<typeof useEffectFields>;
  problem: Problem | null;
}) {
  const { t } = useTranslation();
  const { made, onChange, fields, problem } = props;
  const ids = made.convictions.map(({ id }) => String(id));
  const faultsOf = (list: string) => (at: number) => ({
    ...faultsAt(problem, `${list}.${at}.`),
    ...faultsAt(problem, `${list}[${at}].`),
  });
  const part = (list: 'convictions' | 'charges' | 'pardons') => ({
    rows: made[list],
    faultsOf: faultsOf(list),
    onChange: (rows: Texts[]) => onChange({ ...made, [list]: rows }),
    onRemove: (row: Texts) => onChange({ ...made, [list]: made[list].filter(({ id }) => id !== row.id) }),
  });
  return (
    <div className="law-parts">
      <Rows
        {...part('convictions')}
        title={t('effectCalculator.convictions')}
        addLabel={t('effectCalculator.addConviction')}
        nameOf={(number) => t('effectCalculator.conviction', { number })}
        fields={() => fields.conviction}
        more={{ label: t('effectCalculator.more'), fields: fields.moreOfConviction }}
        onAdd={() => onChange({ ...made, convictions: [...made.convictions, newConviction()] })}
        onRemove={({ id }) =>
          onChange({
            ...made,
            convictions: made.convictions.filter((row) => row.id !== id),
            charges: without(made.charges, id),
            pardons: without(made.pardons, id),
          })
        }
      />
      <Rows
        {...part('charges')}
        title={t('effectCalculator.charges')}
        addLabel={t('effectCalculator.addCharge')}
        nameOf={(number) => t('effectCalculator.charge', { number })}
        fields={() => fields.charge}
        onAdd={() => onChange({ ...made, charges: [...made.charges, newCharge(ids.slice(0, 1))] })}
      />
      <Rows
        {...part('pardons')}
        title={t('effectCalculator.pardons')}
        empty={t('effectCalculator.noPardon')}
        addLabel={t('effectCalculator.addPardon')}
        nameOf={(number) => t('effectCalculator.pardon', { number })}
        fields={({ instrumentKind }) =>
          fields.pardon.filter(
            ({ name }) =>
              name !== 'conditionsMet' ||
              ['conditional', 'full_with_conditions'].includes(String(instrumentKind)),
          )
        }
        onAdd={() => onChange({ ...made, pardons: [...made.pardons, newPardon(ids)] })}
      />
    </div>
  );
}

function Shown({ answer, convictions }: { answer: EffectAnswer; convictions: Texts[] }) {
  const { t } = useTranslation();
  const named = convictions.map((row) => ({
    id: String(row.id),
    offence: String(row.offence) || null,
    statute: String(row.statute) || null,
    state: String(row.state) || null,
  }));
  return (
    <Stack gap="md">
      <Panel
        flush
        title={t('clemency.effectTitle')}
        note={t('clemency.effectNote', { version: answer.ruleSetVersion })}
      >
        <Report report={answer} convictions={named} />
      </Panel>
      <WhatIf whatIf={answer.whatIf} />
    </Stack>
  );
}
