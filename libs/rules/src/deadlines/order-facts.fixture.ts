import type { DatedFact, DerivedDeadline } from './types';

export const CONTEXT = { today: '2026-11-22' } as const;

/** The facts of one order, as a case file would hold them. */
export const orderFacts = (on: string | null, attributes: DatedFact['attributes'] = {}): DatedFact[] => [
  {
    id: 'fact-order',
    kind: 'order_decided',
    on,
    supplied: 'the order',
    attributes: { orderId: 'order-1', ...attributes },
  },
];

export const fact = (
  kind: DatedFact['kind'],
  on: string | null,
  attributes: DatedFact['attributes'] = {},
): DatedFact => ({
  id: `fact-${kind}-${on}`,
  kind,
  on,
  attributes: { orderId: 'order-1', ...attributes },
});

export const pick = (deadlines: readonly DerivedDeadline[], ruleId: string): DerivedDeadline => {
  const found = deadlines.find((deadline) => deadline.ruleId === ruleId);
  if (!found) throw new Error(`${ruleId} was not derived`);
  return found;
};
