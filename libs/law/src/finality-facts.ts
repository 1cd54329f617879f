import type { DatedFact, FactKind } from '@app/rules';
import type { AskFinality } from './calculators.dto';

type Attributes = NonNullable<DatedFact['attributes']>;

const ATTRIBUTES = [
  'orderKind',
  'appeal',
  'inAbsentia',
  'decisionForm',
  'asylumDecided',
  'voluntaryDepartureUntil',
] as const satisfies readonly (keyof AskFinality)[];

/** The order as the dated facts that a client's chronology would hold. */
export function factsOf(asked: AskFinality): DatedFact[] {
  const { appeal, decidedOn = null, mailedOn } = asked;
  const known = Object.fromEntries(ATTRIBUTES.map((name) => [name, asked[name] ?? null]));
  const fact = (kind: FactKind, on: string | null, more: Attributes = {}): DatedFact => ({
    ...{ id: `given:${kind}`, kind, on, supplied: 'the facts given' },
    attributes: { orderId: 'order', ...known, ...more },
  });
  return [
    fact('order_decided', decidedOn),
    ...(mailedOn ? [fact('order_decision_mailed', mailedOn)] : []),
    // Appeal is waived before the judge, on the day of the decision.
    ...(appeal === 'waived' ? [fact('appeal_waived', decidedOn)] : []),
    ...(appeal === 'taken' ? appealFacts(asked, fact) : []),
  ];
}

function appealFacts(
  { appealFiledOn = null, appealDecidedOn = null, appealOutcome = null }: AskFinality,
  fact: (kind: FactKind, on: string | null, more: Attributes) => DatedFact,
): DatedFact[] {
  const rejected = appealOutcome === 'rejected';
  const filed = fact('appeal_filed', appealFiledOn, { rejected });
  const isDecided = !rejected && (appealDecidedOn !== null || appealOutcome !== null);
  return isDecided ? [filed, fact('bia_decided', appealDecidedOn, { outcome: appealOutcome })] : [filed];
}
