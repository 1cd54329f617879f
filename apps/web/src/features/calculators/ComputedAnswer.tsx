import { Divider, Stack, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { AnswerOf } from '../../api/client';
import { todayIn, useFormat } from '../../ui/format';
import { English } from '../law/LawText';
import { Counted, Doubts, Steps } from './Counted';
import { CutoffAnswer } from './CutoffAnswer';

export interface Given {
  label: string;
  text: string;
  flag: boolean;
}

/** What a rule gives on the facts: one date, several that follow together, or when a day ends. */
export function ComputedAnswer(props: {
  answer: AnswerOf<'/law/deadlines/compute', 'post'>;
  given: Given[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const { answer } = props;
  const several = answer.results.length > 1;
  return (
    <Stack gap="md">
      <GivenFacts given={props.given} />
      {answer.results.map(({ name, deadline, instant }, at) => (
        <Fragment key={name}>
          {at > 0 ? <Divider /> : null}
          {several ? (
            <Title order={2} size="h3">
              <English>{deadline.title}</English>
            </Title>
          ) : null}
          <Counted deadline={deadline} instant={instant} />
        </Fragment>
      ))}
      {answer.results.length === 0 ? (
        <>
          <CutoffAnswer due={answer.due} />
          <Doubts verified warnings={answer.warnings} />
          <Steps trace={answer.trace} warnings={answer.warnings} />
        </>
      ) : null}
      <Text size="xs" c="dimmed">
        {t('calculators.countedOn', {
          day: format.day(todayIn(me.organisation.timeZone)),
          version: answer.ruleSetVersion,
        })}
        . {t('calculators.forAttorney')}
      </Text>
    </Stack>
  );
}

/** On paper the fields are gone; what was entered stands above the answer. */
function GivenFacts({ given }: { given: Given[] }) {
  const { t } = useTranslation();
  return (
    <div className="law-only-print">
      <Title order={3}>{t('calculators.printedFacts')}</Title>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {given.map(({ label, text, flag }) => (
          <li key={label}>
            <English>{label}</English>: {flag ? (text === 'yes' ? t('common.yes') : t('common.no')) : text}
          </li>
        ))}
      </ul>
    </div>
  );
}
