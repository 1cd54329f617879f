import fc from 'fast-check';
import { toDay, toOrdinal } from '../calendar/day';
import { stays } from './stays';
import { STAY_FACT_KINDS, type StayFact } from './types';

const TODAY = '2026-11-22';
const day = fc.integer({ min: toOrdinal('2026-06-01'), max: toOrdinal('2026-12-31') }).map(toDay);
const maybe = fc.constantFrom(true, false, null);
const attributes = fc.record({
  inAbsentia: maybe,
  asylumDecided: maybe,
  accepted: maybe,
  rejected: maybe,
  qualifies: maybe,
  confirmed: maybe,
  final: maybe,
  appeal: fc.constantFrom('waived', 'taken', 'not_taken', 'reserved', 'not_known', null),
  motionKind: fc.constantFrom('reopen', 'reconsider', 'absentia', 'vawa', 'joint', 'sua_sponte', null),
  forum: fc.constantFrom('judge', 'board', 'court_of_appeals', 'district_court', 'dhs', null),
  until: fc.oneof(day, fc.constant(null)),
});
const fact = fc.record({
  kind: fc.constantFrom(...STAY_FACT_KINDS),
  on: fc.oneof(day, fc.constantFrom(null, '2026', '2026-10')),
  attributes,
});
const facts = fc
  .array(fact, { maxLength: 8 })
  .map((list): StayFact[] => list.map((each, index) => ({ id: `f${index}`, ...each })));
const circuit = fc.constantFrom('2', '5', '9', null);
const RUNS = { numRuns: 1500 };

describe('whether removal is stayed, for any facts', () => {
  it('is yes only while a stay runs today', () => {
    fc.assert(
      fc.property(facts, circuit, (list, at) => {
        const answer = stays(list, { today: TODAY, circuit: at });
        const running = answer.stays.filter(({ standing }) => standing === 'in_force');
        return (
          (answer.removalStayed === 'yes') === running.length > 0 &&
          running.every(
            ({ from, until, untilEvent }) =>
              (from === null || from <= TODAY) && (until === null ? untilEvent !== null : until >= TODAY),
          )
        );
      }),
      RUNS,
    );
  });

  it('never becomes yes because a date is forgotten', () => {
    fc.assert(
      fc.property(facts, circuit, fc.nat(7), (list, at, index) => {
        const context = { today: TODAY, circuit: at };
        const before = stays(list, context).removalStayed;
        const forgotten = list.map((each, position) => (position === index ? { ...each, on: null } : each));
        return before === 'yes' || stays(forgotten, context).removalStayed !== 'yes';
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which facts are given', () => {
    fc.assert(
      fc.property(facts, circuit, (list, at) => {
        const context = { today: TODAY, circuit: at };
        const [one, other] = [stays(list, context), stays([...list].reverse(), context)];
        expect(other).toEqual(one);
      }),
      RUNS,
    );
  });

  it('does not look at what is still to come', () => {
    fc.assert(
      fc.property(facts, circuit, (list, at) => {
        const context = { today: TODAY, circuit: at };
        const happened = list.filter((each) => each.on === null || each.on.length < 10 || each.on <= TODAY);
        expect(stays(happened, context)).toEqual(stays(list, context));
      }),
      RUNS,
    );
  });
});
