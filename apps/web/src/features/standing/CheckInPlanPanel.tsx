import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CheckInPlan } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { Because, Cautions } from './Because';

type Item = CheckInPlan['items'][number];

const TONES = { done: 'good', late: 'urgent', now: 'soon', coming: 'plain' } as const;

function phasesOf(items: Item[]): [string, Item[]][] {
  const phases = new Map<string, Item[]>();
  for (const item of items) phases.set(item.phase, [...(phases.get(item.phase) ?? []), item]);
  return [...phases];
}

/** What the office prepares before the next check-in, with its days. What is behind or now stands open. */
export function CheckInPlanPanel({ plan, clientId }: { plan: CheckInPlan; clientId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel
      flush
      title={t('standing.plan', { day: format.longDay(plan.checkInOn) })}
      note={t('standing.planNote')}
      actions={
        <ClientLink clientId={clientId} tab="check-ins">
          {t('standing.openCheckIns')}
        </ClientLink>
      }
    >
      <div className="v-rows">
        {phasesOf(plan.items).map(([phase, items]) => (
          <Phase key={phase} phase={phase} items={items} />
        ))}
      </div>
      <div className="v-inset">
        <Cautions items={plan.warnings} />
      </div>
    </Panel>
  );
}

function Phase({ phase, items }: { phase: string; items: Item[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const [{ fromOn, toOn, standing }] = items;
  return (
    <details className="v-phase" open={standing === 'late' || standing === 'now'}>
      <summary>
        <Group gap="xs" component="span" display="inline-flex">
          <strong>{word('planPhase', phase)}</strong>
          <span className="v-num">
            {fromOn === toOn
              ? format.nearDay(fromOn)
              : t('standing.planSpan', { from: format.nearDay(fromOn), to: format.nearDay(toOn) })}
          </span>
          <Tag tone={TONES[standing]}>{word('planStanding', standing)}</Tag>
        </Group>
      </summary>
      <ul className="v-plain-list">
        {items.map((item) => (
          <li key={item.id}>
            <Text size="sm" lang="en">
              {item.title}
            </Text>
            <Because why={item.why} trace={item.trace} citation={item.citation} />
          </li>
        ))}
      </ul>
    </details>
  );
}
