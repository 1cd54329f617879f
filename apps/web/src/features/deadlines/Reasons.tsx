import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deadline } from '../../api/types';
import { useWords } from '../../i18n/words';
import { personName, useFormat } from '../../ui/format';
import { Notice, Tag } from '../../ui/Tag';
import { LawText } from './LawText';
import { PrintedFacts } from './PrintedDate';
import { DateList, Figures } from './ReasonDates';
import { ReasonHistory } from './ReasonHistory';
import { ownWarnings } from './trace';
import { TraceSteps } from './TraceSteps';
import './reasons.css';

function Part(props: { title: string; children: ReactNode }) {
  return (
    <section className="v-part">
      <h3>{props.title}</h3>
      <div>{props.children}</div>
    </section>
  );
}

/** Everything behind one date, in the order in which a lawyer would ask. */
export function Reasons({ deadline, today }: { deadline: Deadline; today: string }) {
  const { t } = useTranslation();
  const rest = [
    ['consequence', deadline.consequence],
    ['cure', deadline.cure],
    ['stays', deadline.stays],
  ] as const;
  return (
    <div className="v-reasons">
      <Head deadline={deadline} today={today} />
      <Warnings deadline={deadline} />
      <Part title={t('deadlines.triggered')}>
        <Facts deadline={deadline} />
      </Part>
      <Part title={t('deadlines.trace')}>
        <TraceSteps trace={deadline.trace} />
        <Text size="xs" c="dimmed" mt={4}>
          <Link to="/law/rules/$rule" params={{ rule: deadline.ruleId }} style={{ color: 'inherit' }}>
            <code>{deadline.ruleId}</code>
          </Link>{' '}
          · {deadline.ruleSetVersion} · <span lang="en">{deadline.citation}</span>
        </Text>
      </Part>
      <Part title={t('deadlines.dates')}>
        <DateList deadline={deadline} />
      </Part>
      {rest.map(([name, text]) =>
        text ? (
          <Part key={name} title={t(`deadlines.${name}`)}>
            <Text size="sm">
              <LawText>{text}</LawText>
            </Text>
          </Part>
        ) : null,
      )}
      {deadline.printed ? (
        <Part title={t('deadlines.printedTitle')}>
          <PrintedFacts printed={deadline.printed} />
        </Part>
      ) : null}
      <Part title={t('deadlines.confirmations')}>
        <ReasonHistory deadline={deadline} />
      </Part>
    </div>
  );
}

function Head({ deadline, today }: { deadline: Deadline; today: string }) {
  const word = useWords();
  return (
    <header className="v-reasons-head">
      <h2 lang="en">{deadline.title}</h2>
      <Group gap={6}>
        <Text size="sm">{deadline.clientName}</Text>
        {deadline.status === 'open' ? null : <Tag>{word('deadlineStatus', deadline.status)}</Tag>}
        {deadline.kind === 'filing' ? null : <Tag>{word('deadlineKind', deadline.kind)}</Tag>}
      </Group>
      <Figures deadline={deadline} today={today} />
    </header>
  );
}

/** What must be seen before the date is used. */
function Warnings({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const warnings = ownWarnings(deadline);
  if (deadline.verified && warnings.length === 0) return null;
  return (
    <div className="v-reasons-warnings">
      {deadline.verified ? null : (
        <Notice tone="soon" icon={<IconScale size={18} aria-hidden />}>
          <Text size="sm">
            <strong>{t('deadlines.unverifiedTitle')}.</strong> {t('deadlines.unverified')}
          </Text>
        </Notice>
      )}
      {warnings.map((warning) => (
        <Notice key={warning} tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
          <Text size="sm">
            <LawText>{warning}</LawText>
          </Text>
        </Notice>
      ))}
    </div>
  );
}

/** What the date stands on, and who wrote each of it down. */
function Facts({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  return (
    <ul className="v-plain-list">
      {deadline.triggeredBy.map((trigger) => (
        <li key={trigger.fact + trigger.sourceId}>
          <Fact trigger={trigger} />
        </li>
      ))}
      {deadline.answeredBy ? (
        <li>
          <Fact trigger={deadline.answeredBy} before={t('deadlines.answered')} />
        </li>
      ) : null}
    </ul>
  );
}

function Fact({ trigger, before }: { trigger: Deadline['triggeredBy'][number]; before?: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const { fact, on, recordedBy, recordedAt } = trigger;
  return (
    <Text size="sm">
      {before} {word('fact', fact)}: {format.longDay(on) || t('cases.unknownDate')}
      {recordedBy ? (
        <Text span size="xs" c="dimmed">
          {' '}
          · {t('deadlines.suppliedBy', { name: personName(recordedBy), when: format.instant(recordedAt) })}
        </Text>
      ) : null}
    </Text>
  );
}
