import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPrinter, IconScale } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deadline, DeadlineItem } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { Sheet } from '../../ui/form/FormButton';
import { personName, useFormat } from '../../ui/format';
import { Answer } from '../../ui/states';
import { Notice, Tag } from '../../ui/Tag';
import { CompleteDeadline, ConfirmDeadline } from './DeadlineForms';
import { useDeadline } from './queries';
import { isDue, urgencyOf } from './urgency';

function Part(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} mb={4}>
        {props.title}
      </Title>
      {props.children}
    </section>
  );
}

/** Every reason behind one date: what it was counted from, each step, the other readings, what if it is missed. */
export function WhyThisDate(props: { deadline: DeadlineItem | null; today: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet opened={props.deadline !== null} onClose={props.onClose} title={t('deadlines.why')} wide>
      {props.deadline ? <Fetched id={props.deadline.id} today={props.today} /> : null}
    </Sheet>
  );
}

function Fetched({ id, today }: { id: string; today: string }) {
  const deadline = useDeadline(id);
  return <Answer query={deadline}>{(found) => <Reasons deadline={found} today={today} />}</Answer>;
}

function Reasons({ deadline, today }: { deadline: Deadline; today: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Stack gap="lg" className="v-print">
      <div>
        <Title order={2}>{deadline.title}</Title>
        <Text size="sm" c="dimmed">
          {deadline.clientName}
        </Text>
        <Group gap="sm" mt="xs" align="baseline">
          <span className="v-big">
            {deadline.dueOn ? format.longDay(deadline.dueOn) : word('deadlineKind', deadline.kind)}
          </span>
          {deadline.status === 'open' && isDue(deadline) && !deadline.overBeforeRecorded ? (
            <Countdown on={deadline.dueOn} today={today} tone={urgencyOf} />
          ) : null}
        </Group>
        {deadline.confirmed ? (
          <Text size="sm" mt={4}>
            <IconCircleCheck size={15} style={{ verticalAlign: -2 }} aria-hidden />{' '}
            {t('deadlines.confirmed', { name: personName(deadline.confirmed.by) })} ·{' '}
            {format.instant(deadline.confirmed.at)}
          </Text>
        ) : null}
      </div>
      {deadline.verified ? null : (
        <Notice tone="soon" icon={<IconScale size={18} aria-hidden />}>
          <Text size="sm" fw={600}>
            {t('deadlines.unverifiedTitle')}
          </Text>
          <Text size="sm">{t('deadlines.unverified')}</Text>
        </Notice>
      )}
      {deadline.warnings.map((warning) => (
        <Notice key={warning} tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
          <Text size="sm">{warning}</Text>
        </Notice>
      ))}
      <Part title={t('deadlines.dates')}>
        <Dates deadline={deadline} />
      </Part>
      <Part title={t('deadlines.triggered')}>
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {deadline.triggeredBy.map((trigger) => (
            <li key={trigger.fact}>
              <Text size="sm">
                {word('fact', trigger.fact)}: {format.longDay(trigger.on) || t('cases.unknownDate')}
              </Text>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('deadlines.trace')}>
        <ol className="v-steps">
          {deadline.trace.map((step, at) => (
            <li key={`${step.step}-${at}`}>
              <Text size="sm">
                {step.text}
                {step.on && !step.text.includes(step.on) && !step.text.includes(format.longDay(step.on)) ? (
                  <>
                    {' '}
                    <strong className="v-num">{format.longDay(step.on)}</strong>
                  </>
                ) : null}
              </Text>
            </li>
          ))}
        </ol>
        <Text size="xs" c="dimmed">
          {t('deadlines.rule')}: <code>{deadline.ruleId}</code>
          {deadline.citation ? ` · ${t('deadlines.citation')}: ${deadline.citation}` : ''}
        </Text>
      </Part>
      {(
        [
          ['consequence', deadline.consequence],
          ['cure', deadline.cure],
          ['stays', deadline.stays],
        ] as const
      ).map(([name, text]) =>
        text ? (
          <Part key={name} title={t(`deadlines.${name}`)}>
            <Text size="sm">{text}</Text>
          </Part>
        ) : null,
      )}
      <Part title={t('deadlines.history')}>
        {deadline.history.length ? (
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {deadline.history.map((old) => (
              <li key={old.at + old.reason}>
                <Text size="sm">
                  {word('deadlineEvent', old.reason)}
                  {old.newDueOn !== old.dueOn
                    ? `: ${format.longDay(old.dueOn) || t('when.noDate')} → ${format.longDay(old.newDueOn) || t('when.noDate')}`
                    : ''}
                  {old.note ? `. ${old.note}` : ''}{' '}
                  <Text span size="xs" c="dimmed">
                    {format.instant(old.at)} {personName(old.by)}
                  </Text>
                </Text>
              </li>
            ))}
          </ul>
        ) : (
          <Text size="sm" c="dimmed">
            {t('deadlines.noHistory')}
          </Text>
        )}
      </Part>
      <Group gap="xs" className="v-no-print">
        <ConfirmDeadline deadline={deadline} />
        <CompleteDeadline deadline={deadline} today={today} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('common.print')}
        </Button>
      </Group>
    </Stack>
  );
}

function Dates({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const rows: [string, string | null, string | null | undefined][] = [
    [t('deadlines.task'), deadline.taskOn, null],
    [t('deadlines.conservative'), deadline.conservativeOn, null],
    [t('deadlines.due'), deadline.dueOn, null],
    [t('deadlines.outer'), deadline.outerOn, null],
    ...deadline.alternates.map((a): [string, string | null, string | null | undefined] => [
      a.label,
      a.on,
      a.status,
    ]),
  ];
  const known = rows.filter(([, on]) => on);
  if (!known.length) return <Text size="sm">{word('deadlineKind', deadline.kind)}</Text>;
  return (
    <Table verticalSpacing={5} horizontalSpacing={0}>
      <Table.Tbody>
        {known.map(([label, on, status]) => (
          <Table.Tr key={label + String(on)}>
            <Table.Td>
              {label} {status ? <Tag tone="soon">{status.replaceAll('_', ' ')}</Tag> : null}
            </Table.Td>
            <Table.Td ta="right" className="v-num" style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
              {format.longDay(on)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
