import fc from 'fast-check';
import {
  canMove,
  canMoveCase,
  canMoveOrder,
  CASE_STAGES,
  CASE_TRANSITIONS,
  CLEMENCY_STAGES,
  CLEMENCY_TRANSITIONS,
  nextCaseStages,
  nextOrderStatuses,
  nextStages,
  ORDER_STATUSES,
  ORDER_TRANSITIONS,
  stageTableFaults,
} from './index';

describe('stage tables', () => {
  it('are connected, with every stage reached from the first', () => {
    expect(stageTableFaults(CLEMENCY_TRANSITIONS, 'intake')).toEqual([]);
    expect(stageTableFaults(CASE_TRANSITIONS, 'intake')).toEqual([]);
    expect(stageTableFaults(ORDER_TRANSITIONS, 'in_force')).toEqual([]);
    expect(Object.keys(CLEMENCY_TRANSITIONS).sort()).toEqual([...CLEMENCY_STAGES].sort());
    expect(Object.keys(CASE_TRANSITIONS).sort()).toEqual([...CASE_STAGES].sort());
    expect(Object.keys(ORDER_TRANSITIONS).sort()).toEqual([...ORDER_STATUSES].sort());
  });

  it('say what is wrong with a broken table', () => {
    const broken = { a: ['a', 'c', 'c'], b: ['d' as 'a'], c: [] } as const;
    expect(stageTableFaults<'a' | 'b' | 'c'>(broken, 'a')).toEqual([
      'a moves to itself',
      'a repeats a move',
      'b moves to d, which is no stage',
      'nothing reaches b',
    ]);
  });

  it('let a governor grant before any hearing, and no grant be handed off unchecked', () => {
    expect(canMove('filed', 'granted')).toBe(true);
    expect(nextStages('granted')).toEqual(['instrument_checked']);
    expect(canMove('granted', 'handed_off')).toBe(false);
    expect(canMove('denied', 'granted')).toBe(false);
    expect(nextStages('lapsed')).toEqual(['intake']);
  });

  it('let every application end, from every stage', () => {
    const ends = ['handed_off', 'denied', 'withdrawn', 'lapsed'];
    for (const stage of CLEMENCY_STAGES) {
      const reached = new Set<(typeof CLEMENCY_STAGES)[number]>([stage]);
      for (const at of reached) nextStages(at).forEach((to) => reached.add(to));
      expect([...reached].some((at) => ends.includes(at))).toBe(true);
    }
  });

  it('let a case closed against the client be opened again, and relief come before a pardon', () => {
    expect(canMoveCase('closed_adverse', 'reopened')).toBe(true);
    expect(canMoveCase('records', 'motion_filed')).toBe(true);
    expect(canMoveCase('terminated', 'clemency_pending')).toBe(false);
    expect(nextCaseStages('reopened')).toContain('terminated');
    expect(canMoveOrder('executed', 'reopened')).toBe(true);
    expect(canMoveOrder('in_force', 'terminated')).toBe(false);
    expect(nextOrderStatuses('stayed')).toContain('vacated');
  });

  it('answers canMove exactly as nextStages lists', () => {
    const stage = fc.constantFrom(...CLEMENCY_STAGES);
    fc.assert(fc.property(stage, stage, (from, to) => canMove(from, to) === nextStages(from).includes(to)));
  });
});
