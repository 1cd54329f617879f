import { Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowRight, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineItem } from '../../api/types';
import { ClientLink } from '../clients/ClientLink';
import { LawText } from './LawText';
import { WhyThisDate } from './WhyThisDate';
import './reasons.css';

interface Matter {
  clientId: string;
  caseId: string | null;
  clientName: string | null;
  deadlines: DeadlineItem[];
}

/** One client's undated deadlines together: they mostly wait for the same day. */
function matters(deadlines: DeadlineItem[]): Matter[] {
  const found = new Map<string, Matter>();
  for (const deadline of deadlines) {
    const { clientId, caseId, clientName } = deadline;
    const matter = found.get(clientId) ?? { clientId, caseId, clientName, deadlines: [] };
    matter.deadlines.push(deadline);
    found.set(clientId, matter);
  }
  return [...found.values()];
}

/** Deadlines that cannot be counted, by client, with the question and the way to where it is answered. */
export function UndatedList({ deadlines, today }: { deadlines: DeadlineItem[]; today: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<string | null>(null);
  return (
    <>
      <ul className="v-rows">
        {matters(deadlines).map((matter) => (
          <li key={matter.clientId}>
            <Group justify="space-between" align="baseline" gap="xs">
              <ClientLink clientId={matter.clientId} caseId={matter.caseId} tab="deadlines">
                {matter.clientName}
              </ClientLink>
              <Text size="sm">
                {t('deadlines.undatedAsk')}{' '}
                <ClientLink clientId={matter.clientId} caseId={matter.caseId} tab="removal">
                  {t('deadlines.findDate')}
                  <VisuallyHidden>, {matter.clientName}</VisuallyHidden>{' '}
                  <IconArrowRight size={14} style={{ verticalAlign: -2 }} aria-hidden />
                </ClientLink>
              </Text>
            </Group>
            <ul className="v-undated">
              {matter.deadlines.map((deadline) => (
                <li key={deadline.id}>
                  <Undated deadline={deadline} onWhy={() => setShown(deadline.id)} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <WhyThisDate
        deadline={deadlines.find((deadline) => deadline.id === shown) ?? null}
        today={today}
        onClose={() => setShown(null)}
      />
    </>
  );
}

function Undated({ deadline, onWhy }: { deadline: DeadlineItem; onWhy: () => void }) {
  const { t } = useTranslation();
  const [question] = deadline.warnings;
  return (
    <>
      <UnstyledButton
        onClick={onWhy}
        className="v-why"
        aria-label={`${t('deadlines.why')}: ${deadline.title}`}
      >
        <Text size="sm" span lang="en">
          {deadline.title}
        </Text>{' '}
        <IconInfoCircle size={14} stroke={1.6} color="var(--v-quiet)" aria-hidden />
      </UnstyledButton>
      {question ? (
        <Text size="xs" c="dimmed">
          <LawText>{question}</LawText>
        </Text>
      ) : null}
    </>
  );
}
