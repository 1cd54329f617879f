import { deriveDeadlines } from './derive';
import { CONTEXT, fact, orderFacts, pick } from './order-facts.fixture';
import type { DatedFact } from './types';

const OLD_ORDER = orderFacts('2001-03-06', { appeal: 'waived', decisionForm: 'oral' });
const derive = (...facts: DatedFact[]) => deriveDeadlines([...OLD_ORDER, ...facts], CONTEXT);
const rules = (...facts: DatedFact[]) => derive(...facts).map((deadline) => deadline.ruleId);
const held = fact('custody', '2026-11-20', { status: 'detained' });

describe('somebody with an old order who is held again', () => {
  it('counts reviews and the six months from the present detention, and shows the older reading', () => {
    const zadvydas = pick(derive(held), 'zadvydas.6m');
    expect(zadvydas).toMatchObject({ kind: 'status', dueOn: '2027-05-20', taskOn: null });
    expect(zadvydas.alternates).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'from_final_order', on: '2001-09-06', status: 'uncertain' }),
      ]),
    );
    expect(pick(derive(held), 'pocr.day_90').dueOn).toBe('2027-02-18');
  });

  it('sets the target of the interview after the re-arrest, never as a legal due date', () => {
    expect(pick(derive(held), 'osup.redetention.interview_target_2d')).toMatchObject({
      ruleStatus: 'agency_target',
      dueOn: '2026-11-22',
      taskOn: null,
    });
  });

  it('says nothing of reviews before detention and after release', () => {
    const released = fact('custody', '2026-11-21', { status: 'not_detained' });
    expect(rules()).not.toContain('pocr.day_90');
    expect(rules(released, held)).not.toContain('pocr.day_90');
  });

  it('counts from the first day of a detention, wherever the client was moved meanwhile', () => {
    const elsewhere = fact('custody', '2026-12-04', { status: 'detained' });
    const after = pick(derive(held, elsewhere), 'pocr.day_90');
    expect(after.dueOn).toBe('2027-02-18');
    expect(after.triggeredBy.map(({ factId }) => factId)).toContain(held.id);
    const between = fact('custody', '2026-11-27', { status: 'not_detained' });
    expect(pick(derive(held, between, elsewhere), 'pocr.day_90').dueOn).toBe('2027-03-04');
    const corrected = { ...fact('custody', '2026-11-20', { status: 'not_known' }), id: `${held.id}.later` };
    expect(pick(derive(held, corrected, elsewhere), 'pocr.day_90').dueOn).toBe('2027-03-04');
  });

  it('counts nothing from a day that is not known', () => {
    const since = { ...held, on: null };
    expect(pick(derive(since), 'pocr.day_90')).toMatchObject({ kind: 'unknown', dueOn: null });
  });
});

it('gives the removal period of every final order, as a state and not as a filing', () => {
  expect(pick(derive(), 'removal.period.90d')).toMatchObject({
    kind: 'status',
    dueOn: '2001-06-04',
    taskOn: null,
  });
});

describe('a check-in', () => {
  const scheduled = fact('check_in', '2026-12-15', { status: 'scheduled' });

  it('asks for the papers two weeks before, on an open day', () => {
    expect(pick(derive(scheduled), 'internal.checkin.prep.14d_before')).toMatchObject({
      kind: 'internal',
      dueOn: '2026-12-01',
      taskOn: '2026-12-01',
    });
  });

  it('asks for nothing once it is over', () => {
    expect(rules(fact('check_in', '2026-12-15', { status: 'done' }))).not.toContain(
      'internal.checkin.prep.14d_before',
    );
  });
});

describe('a motion that was denied', () => {
  const denied = (forum: string) =>
    fact('motion_decided', '2026-10-20', {
      motionId: 'm-1',
      forum,
      result: 'denied',
      motionKind: 'reconsider',
    });

  it('by the Board, has its own thirty days to the court of appeals', () => {
    const petition = derive(denied('board')).find((deadline) => deadline.key === 'pfr.30d:motion:m-1');
    expect(petition).toMatchObject({ dueOn: '2026-11-19', kind: 'filing' });
  });

  it('by the judge, can be appealed under both texts of 2026', () => {
    const appeal = derive(denied('court')).find((deadline) => deadline.key === 'bia.appeal:motion:m-1');
    expect(appeal?.dueOn).toBe('2026-11-19');
    expect(appeal?.alternates.map(({ name, on }) => [name, on])).toEqual([
      ['codified_text_10d', '2026-10-30'],
    ]);
  });

  it('granted, starts nothing', () => {
    const granted = fact('motion_decided', '2026-10-20', { forum: 'board', result: 'granted' });
    expect(derive(granted).map((deadline) => deadline.key)).toEqual(derive().map((deadline) => deadline.key));
  });
});

describe('a date printed on an order or notice', () => {
  const printed = (on: string) => ({
    ...CONTEXT,
    printed: [{ key: 'motion.reopen.90d:order-1', on, document: 'order', by: 'A. Attorney' }],
  });
  const reopen = (on: string) => pick(deriveDeadlines(OLD_ORDER, printed(on)), 'motion.reopen.90d');

  it('governs, and the counted date stays beside it', () => {
    const deadline = reopen('2001-06-15');
    expect(deadline.dueOn).toBe('2001-06-15');
    expect(deadline.alternates).toEqual([
      expect.objectContaining({ name: 'computed_from_rule', on: '2001-06-04' }),
    ]);
    expect(deadline.trace.map((step) => step.step)).toContain('printed');
  });

  it('never makes the day to act later than the earlier date allows', () => {
    expect(reopen('2001-06-15').taskOn).toBe('2001-05-30');
    expect(reopen('2001-05-21').taskOn).toBe('2001-05-16');
    expect(reopen('2001-06-15').conservativeOn).toBe('2001-06-04');
  });

  it('gives a date to what has none', () => {
    const unknown = orderFacts(null, { appeal: 'waived' });
    const deadline = pick(deriveDeadlines(unknown, printed('2026-12-18')), 'motion.reopen.90d');
    expect(deadline).toMatchObject({ kind: 'filing', dueOn: '2026-12-18', taskOn: '2026-12-15' });
  });
});
