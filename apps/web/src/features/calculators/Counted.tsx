import { Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { components } from '../../api/schema';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { todayIn, useFormat } from '../../ui/format';
import { Notice, Tag } from '../../ui/Tag';
import { LawText, LawWords } from '../law/LawText';
import { StandingTag } from '../law/RuleTags';
import { urgencyOf } from '../deadlines/urgency';

type S = components['schemas'];
export type CountedDeadline = S['CountedDeadline'];
export type TraceStep = S['LawTraceStep'];
type Instant = S['ComputedInstantView'];

/** One counted date with all it stands on: the other readings, the warnings, the steps, what a miss means. */
export function Counted({ deadline, instant }: { deadline: CountedDeadline; instant?: Instant | null }) {
  return (
    <Stack gap="md">
      <Headline deadline={deadline} instant={instant ?? null} />
      <Doubts verified={deadline.verified} warnings={deadline.warnings} />
      <Dates deadline={deadline} />
      <Steps trace={deadline.trace} warnings={deadline.warnings} />
      <Consequences deadline={deadline} />
    </Stack>
  );
}

function Headline({ deadline, instant }: { deadline: CountedDeadline; instant: Instant | null }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const me = useMe();
  const today = todayIn(me.organisation.timeZone);
  const { dueOn, taskOn } = deadline;
  const filing = deadline.kind === 'filing';
  const local = instant?.local && instant.timeZone;
  return (
    <div role="status">
      <Group gap="sm" align="baseline">
        <span className="v-big" data-word={dueOn ? undefined : true}>
          {dueOn ? format.longDay(dueOn) : word('deadlineKind', deadline.kind)}
        </span>
        {dueOn ? (
          <Countdown on={dueOn} today={today} tone={filing ? urgencyOf : () => 'plain'} overdue={filing} />
        ) : null}
      </Group>
      {local ? (
        <Text size="sm">
          {t('deadlineCalculator.endsAt', {
            local: instant.local?.replace('T', ' '),
            zone: instant.timeZone,
          })}
        </Text>
      ) : instant ? (
        <Text size="sm">
          {t('deadlineCalculator.endsAtUtc', { instant: instant.utc.slice(0, 16).replace('T', ' ') })}
        </Text>
      ) : null}
      {taskOn && taskOn !== dueOn ? (
        <Text size="sm" fw={600} mt={2}>
          {t('deadlineCalculator.act')} {format.longDay(taskOn)}
        </Text>
      ) : null}
    </div>
  );
}

/** What is not settled about an answer: calm, and impossible to miss. */
export function Doubts({ verified, warnings }: { verified: boolean; warnings: readonly string[] }) {
  const { t } = useTranslation();
  if (verified && warnings.length === 0) return null;
  return (
    <Notice tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
      {verified ? null : (
        <Text size="sm">
          <strong>{t('deadlineCalculator.unverifiedTitle')}.</strong> {t('deadlineCalculator.unverified')}
        </Text>
      )}
      {warnings.map((warning) => (
        <LawText key={warning} text={warning} mt={verified ? 0 : 4} />
      ))}
    </Notice>
  );
}

interface Row {
  on: string;
  label: string;
  law?: string;
  status: string | null;
  main?: boolean;
}

/** Every date for the same act in order, so that the later one is never seen without the earlier. */
function rowsOf(
  deadline: CountedDeadline,
  words: Record<'due' | 'task' | 'conservative' | 'outer', string>,
): Row[] {
  const { dueOn, taskOn, conservativeOn, outerOn, alternates } = deadline;
  const known = new Set([dueOn, ...alternates.map(({ on }) => on)]);
  const rows: (Row | null)[] = [
    taskOn ? { on: taskOn, label: words.task, status: null } : null,
    conservativeOn && !known.has(conservativeOn)
      ? { on: conservativeOn, label: words.conservative, status: 'conservative' }
      : null,
    dueOn ? { on: dueOn, label: words.due, status: deadline.ruleStatus, main: true } : null,
    outerOn && !known.has(outerOn) ? { on: outerOn, label: words.outer, status: 'outer_bound' } : null,
    ...alternates.map(({ on, label, status }) => ({ on, label: '', law: label, status })),
  ];
  return rows.filter((row) => row !== null).sort((a, b) => a.on.localeCompare(b.on));
}

function Dates({ deadline }: { deadline: CountedDeadline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = rowsOf(deadline, {
    due: `${t('deadlineCalculator.lastDay')}, ${t('deadlineCalculator.operative')}`,
    task: t('deadlineCalculator.taskRow'),
    conservative: t('deadlines.conservative'),
    outer: t('deadlines.outer'),
  });
  if (rows.length < 2) return null;
  return (
    <section>
      <Title order={3} mb={2}>
        {t('deadlineCalculator.dates')}
      </Title>
      <ol className="law-dates">
        {rows.map((row) => (
          <li key={row.on + row.label + (row.law ?? '')} data-main={row.main || undefined}>
            <span className="v-num">{format.longDay(row.on)}</span>
            <span>
              {row.law ? <LawWords text={row.law} /> : row.label}{' '}
              {row.status ? <StandingTag status={row.status} /> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The reasoning in order. What is already said as a warning is not said twice. */
export function Steps({ trace, warnings }: { trace: readonly TraceStep[]; warnings: readonly string[] }) {
  const { t } = useTranslation();
  const steps = trace.filter(({ text }) => !warnings.includes(text));
  if (!steps.length) return null;
  return (
    <section>
      <Title order={3} mb={4}>
        {t('deadlineCalculator.steps')}
      </Title>
      <ol className="v-steps">
        {steps.map((step, at) => (
          <li key={`${step.step}-${at}`}>
            <LawText text={step.text} maw="84ch" />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Consequences({ deadline }: { deadline: CountedDeadline }) {
  const { t } = useTranslation();
  const parts = [
    [t('deadlines.consequence'), deadline.consequence],
    [t('deadlines.cure'), deadline.cure],
    [t('deadlines.stays'), deadline.stays],
    [t('deadlines.citation'), deadline.citation],
  ] as const;
  return (
    <dl className="law-prose" style={{ marginTop: 0 }}>
      {parts.map(([label, text]) =>
        text ? (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              <LawWords text={text} />
            </dd>
          </Fragment>
        ) : null,
      )}
      <dt>{t('deadlines.rule')}</dt>
      <dd>
        <code>{deadline.ruleId}</code> <Tag>{t('lawRule.version', { version: deadline.ruleVersion })}</Tag>
      </dd>
    </dl>
  );
}
