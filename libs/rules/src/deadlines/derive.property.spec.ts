import fc from 'fast-check';
import { toDay, toOrdinal } from '../calendar/day';
import { FEDERAL_CALENDAR } from '../calendar/legal-calendar';
import { deriveDeadlines } from './derive';
import { CONTEXT } from './order-facts.fixture';
import type { DatedFact, DerivedDeadline } from './types';

const day = fc.integer({ min: toOrdinal('1980-01-01'), max: toOrdinal('2035-12-31') }).map(toDay);
const maybe = fc.option(day, { nil: null });
const attributes = fc.record({
  orderId: fc.constant('order-1'),
  orderKind: fc.constantFrom('removal', 'deportation', 'exclusion', null),
  inAbsentia: fc.constantFrom(true, false, null),
  appeal: fc.constantFrom('waived', 'taken', 'not_taken', 'not_known'),
  decisionForm: fc.constantFrom('oral', 'written', null),
  asylumDecided: fc.constantFrom(true, false, null),
});
const kinds = fc.constantFrom(
  'order_decision_mailed' as const,
  'bia_decided' as const,
  'appeal_filed' as const,
  'pardon_signed' as const,
  'motion_filed' as const,
);
const extra = fc.array(fc.record({ kind: kinds, on: maybe }), { maxLength: 3 });
const chronology = fc
  .record({ on: maybe, attributes, extra })
  .map(({ on, attributes: own, extra: more }): DatedFact[] => [
    { id: 'f0', kind: 'order_decided', on, attributes: own },
    ...more.map((each, index) => ({
      ...each,
      id: `f${index + 1}`,
      attributes: { orderId: 'order-1', motionKind: 'reopen' },
    })),
  ]);

const isOpen = (on: string) => FEDERAL_CALENDAR.closed(toOrdinal(on)) === null;
const earliestOf = (each: DerivedDeadline) =>
  [each.dueOn!, ...each.alternates.map(({ on }) => on)].sort()[0]!;

const undatedHolds = ({ conservativeOn, taskOn, alternates, kind }: DerivedDeadline): boolean =>
  conservativeOn === null && taskOn === null && alternates.length === 0 && kind !== 'filing';

const datedHolds = (each: DerivedDeadline): boolean => {
  const { dueOn, conservativeOn, outerOn, taskOn } = each;
  const inOrder = conservativeOn! <= dueOn! && dueOn! <= outerOn!;
  if (each.kind === 'status') return inOrder && taskOn === null;
  return inOrder && taskOn !== null && taskOn <= earliestOf(each) && isOpen(dueOn!) && isOpen(taskOn);
};

const holds = (each: DerivedDeadline): boolean =>
  each.dueOn === null ? undatedHolds(each) : datedHolds(each);

describe('whatever the facts', () => {
  it('conservative <= operative <= outer, the task is before every reading, a filing day is open', () => {
    fc.assert(
      fc.property(chronology, (facts) => deriveDeadlines(facts, CONTEXT).every(holds)),
      { numRuns: 2_000 },
    );
  });

  it('the order in which facts arrive changes nothing', () => {
    fc.assert(
      fc.property(chronology, (facts) => {
        const first = JSON.stringify(deriveDeadlines(facts, CONTEXT));
        return first === JSON.stringify(deriveDeadlines([...facts].reverse(), CONTEXT));
      }),
      { numRuns: 500 },
    );
  });

  it('keys are unique', () => {
    fc.assert(
      fc.property(chronology, (facts) => {
        const keys = deriveDeadlines(facts, CONTEXT).map((each) => each.key);
        return new Set(keys).size === keys.length;
      }),
      { numRuns: 500 },
    );
  });
});
