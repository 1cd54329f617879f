import { useTranslation } from 'react-i18next';
import type { CheckInPlan } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { Because, Cautions } from './Because';
import { PlanTick } from './PlanTick';

type Item = CheckInPlan['items'][number];

const TONES = { done: 'good', late: 'urgent', now: 'soon', coming: 'plain' } as const;

function phasesOf(items: Item[]): [string, Item[]][] {
  const phases = new Map<string, Item[]>();
  for (const item of items) phases.set(item.phase, [...(phases.get(item.phase) ?? []), item]);
  return [...phases];
}

/** What the office prepares before the next check-in, with its days. The part that is due stands open. */
export function CheckInPlanPanel({ plan, clientId }: { plan: CheckInPlan; clientId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phases = phasesOf(plan.items);
  const [current] =
    phases.find(([, [first]]) => first.standing === 'now') ??
    phases.findLast(([, [first]]) => first.standing === 'late') ??
    phases[0] ??
    [];
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
        {phases.map(([phase, items]) => (
          <Phase
            key={phase}
            phase={phase}
            items={items}
            open={phase === current}
            checkInId={plan.checkInId}
          />
        ))}
      </div>
      <div className="v-inset">
        <Cautions items={plan.warnings} />
      </div>
    </Panel>
  );
}

function Phase(props: { phase: string; items: Item[]; open: boolean; checkInId: string }) {
  const { phase, items, open, checkInId } = props;
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const [{ fromOn, toOn }] = items;
  const { standing } = items.find((item) => item.standing !== 'done') ?? items[0];
  return (
    <details className="v-phase" open={open}>
      <summary>
        <strong>{word('planPhase', phase)}</strong>{' '}
        <span className="v-num">
          {fromOn === toOn
            ? format.nearDay(fromOn)
            : t('standing.planSpan', { from: format.nearDay(fromOn), to: format.nearDay(toOn) })}
        </span>{' '}
        <Tag tone={TONES[standing]}>{word('planStanding', standing)}</Tag>
      </summary>
      <ul className="v-plain-list">
        {items.map((item) => (
          <li key={item.id}>
            <PlanTick checkInId={checkInId} item={item} />
            <Because why={item.why} trace={item.trace} citation={item.citation} />
          </li>
        ))}
      </ul>
    </details>
  );
}
