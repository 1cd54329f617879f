import { deriveDeadlines } from './derive';
import { CONTEXT, fact, orderFacts, pick } from './order-facts.fixture';
import type { DatedFact } from './types';

const derive = (facts: DatedFact[], context = {}) => deriveDeadlines(facts, { ...CONTEXT, ...context });
const NOT_TAKEN = { appeal: 'not_taken', decisionForm: 'oral' } as const;

describe('an order of May 15, 2000, no appeal taken', () => {
  const deadlines = derive(orderFacts('2000-05-15', NOT_TAKEN));

  it('gives every rule once, with a stable key', () => {
    expect(deadlines.map((deadline) => deadline.key)).toEqual([
      'ij.order.final:order-1',
      'bia.appeal:order-1',
      'motion.reconsider.30d:order-1',
      'motion.reopen.90d:order-1',
      'pfr.30d:order-1',
      'removal.period.90d:order-1',
      'motion.reopen.country_conditions:order-1',
      'motion.reopen.joint:order-1',
      'motion.reopen.sua_sponte:order-1',
    ]);
  });

  it('counts from finality, and conservatively from the decision day', () => {
    const reopen = pick(deadlines, 'motion.reopen.90d');
    expect(reopen).toMatchObject({
      kind: 'filing',
      dueOn: '2000-09-12',
      conservativeOn: '2000-08-14',
      taskOn: '2000-08-09',
    });
    expect(reopen.alternates).toEqual([
      {
        name: 'conservative_from_decision',
        on: '2000-08-14',
        label: 'Counted from Mon, May 15, 2000, the decision day',
        status: 'conservative',
      },
    ]);
    expect(pick(deadlines, 'motion.reconsider.30d').dueOn).toBe('2000-07-14');
    expect(pick(deadlines, 'pfr.30d').dueOn).toBe('2000-07-14');
  });

  it('says that a motion without limit has none, instead of a blank', () => {
    expect(pick(deadlines, 'motion.reopen.joint')).toMatchObject({
      kind: 'no_limit',
      dueOn: null,
      taskOn: null,
    });
  });

  it('explains each date from the input to the day to act', () => {
    const steps = pick(deadlines, 'motion.reopen.90d').trace.map((step) => step.step);
    expect(steps).toEqual(
      expect.arrayContaining([
        'input',
        'rule',
        'appeal_period',
        'final',
        'count',
        'operative',
        'alternate',
        'task',
        'cutoff',
        'doubt',
      ]),
    );
  });

  it('never presents an unchecked rule as settled', () => {
    expect(deadlines.every((deadline) => !deadline.verified)).toBe(true);
    expect(
      deadlines.every((deadline) => deadline.warnings.some((text) => text.startsWith('Not verified'))),
    ).toBe(true);
  });
});

describe('the contested appeal period of 2026', () => {
  it('shows both regimes and acts on the earlier', () => {
    const appeal = pick(derive(orderFacts('2026-09-24', NOT_TAKEN)), 'bia.appeal');
    expect(appeal).toMatchObject({
      dueOn: '2026-10-26',
      ruleStatus: 'operative_contested',
      taskOn: '2026-09-30',
    });
    expect(appeal.alternates).toEqual([
      {
        name: 'codified_text_10d',
        on: '2026-10-05',
        label: '10-day appeal period from the decision',
        status: 'vacated',
      },
    ]);
    expect(appeal.warnings.some((text) => text.startsWith('Contested'))).toBe(true);
  });

  it('propagates into the motions', () => {
    const reopen = pick(derive(orderFacts('2026-05-01', NOT_TAKEN)), 'motion.reopen.90d');
    expect(reopen).toMatchObject({ dueOn: '2026-08-31', conservativeOn: '2026-07-30' });
    expect(reopen.alternates.map(({ on, status }) => [on, status])).toEqual([
      ['2026-07-30', 'conservative'],
      ['2026-08-10', 'vacated'],
    ]);
  });

  it('gives no appeal after a waiver, and counts from the decision', () => {
    const deadlines = derive(orderFacts('2026-05-01', { appeal: 'waived' }));
    expect(deadlines.some((deadline) => deadline.ruleId === 'bia.appeal')).toBe(false);
    expect(pick(deadlines, 'motion.reopen.90d').dueOn).toBe('2026-07-30');
    expect(pick(deadlines, 'motion.reconsider.30d').dueOn).toBe('2026-06-01');
  });

  it('turns stale thirty days after it was checked', () => {
    const stale = (today: string) =>
      pick(derive(orderFacts('2026-09-24', NOT_TAKEN), { today }), 'bia.appeal').warnings.some((text) =>
        text.startsWith('Stale'),
      );
    expect([stale('2026-12-22'), stale('2026-12-23')]).toEqual([false, true]);
  });
});

describe('orders made in absentia', () => {
  it('give 180 days from the order, no limit for lack of notice, and no appeal', () => {
    const deadlines = derive(orderFacts('2023-09-05', { inAbsentia: true }));
    expect(pick(deadlines, 'motion.reopen.absentia.exceptional.180d').dueOn).toBe('2024-03-04');
    expect(pick(deadlines, 'motion.reopen.absentia.no_notice').kind).toBe('no_limit');
    expect(deadlines.some((deadline) => deadline.ruleId === 'bia.appeal')).toBe(false);
  });

  it.each([
    ['1991-03-04', null, 'no_limit'],
    ['1995-05-01', '1995-10-30', 'filing'],
  ])('of %s fall under the former law', (on, dueOn, kind) => {
    const deadlines = derive(orderFacts(on, { inAbsentia: true, orderKind: 'deportation' }));
    expect(pick(deadlines, 'absentia.legacy')).toMatchObject({ dueOn, kind });
    expect(pick(deadlines, 'absentia.legacy.no_notice').kind).toBe('no_limit');
  });
});

describe('orders final before July 1996', () => {
  it('take the later of the count and the fixed dates', () => {
    const deadlines = derive(orderFacts('1988-05-02', { appeal: 'waived' }));
    expect(pick(deadlines, 'motion.reopen.legacy_1996').dueOn).toBe('1996-09-30');
    expect(pick(deadlines, 'motion.reconsider.legacy_1996').dueOn).toBe('1996-07-31');
    expect(pick(deadlines, 'motion.reopen.legacy_1996').warnings.join(' ')).toContain('General knowledge');
  });

  it('show the former appeal and review periods beside the present ones', () => {
    const deadlines = derive(orderFacts('1988-05-02', NOT_TAKEN));
    expect(pick(deadlines, 'bia.appeal').alternates.map(({ on }) => on)).toEqual(['1988-05-12']);
    expect(pick(deadlines, 'pfr.former_106').conservativeOn).toBe('1988-06-01');
  });
});

describe('the public case: order about 2000, pardon signed July 1, 2025, check-in the next day', () => {
  const facts: DatedFact[] = [
    ...orderFacts('2000', { appeal: 'not_known' }),
    { id: 'signed', kind: 'pardon_signed', on: '2025-07-01', attributes: { grantId: 'grant-1' } },
    { id: 'received', kind: 'pardon_received', on: null, attributes: { grantId: 'grant-1' } },
    { id: 'check-in', kind: 'check_in', on: '2025-07-02' },
  ];
  const deadlines = derive(facts, { today: '2025-07-01' });

  it('invents no date for the order and assumes its periods running', () => {
    for (const ruleId of [
      'ij.order.final',
      'bia.appeal',
      'motion.reopen.90d',
      'motion.reconsider.30d',
      'pfr.30d',
    ]) {
      const deadline = pick(deadlines, ruleId);
      expect(deadline).toMatchObject({
        kind: 'unknown',
        dueOn: null,
        taskOn: null,
        conservativeOn: null,
        alternates: [],
      });
      expect(deadline.warnings.join(' ')).toContain('assume');
    }
  });

  it('says between which days the period must have ended', () => {
    expect(pick(deadlines, 'motion.reopen.90d').warnings[0]).toContain(
      'between Fri, Mar 31, 2000 and Mon, Apr 2, 2001',
    );
  });

  it('reads the version of the law of that year, not the newest', () => {
    const appeal = pick(deadlines, 'bia.appeal');
    expect(appeal.trace.map(({ text }) => text).join(' ')).not.toContain('2026-03-09');
    expect(appeal.dueOn).toBeNull();
  });

  it('says that an approximate year may be wrong', () => {
    const about = facts.map((each) =>
      each.kind === 'order_decided' ? { ...each, attributes: { ...each.attributes, about: true } } : each,
    );
    const [warning] = pick(derive(about, { today: '2025-07-01' }), 'motion.reopen.90d').warnings;
    expect(warning).toContain('only approximate');
    expect(warning).toContain('may lie outside');
  });

  it("runs the office's own clock from the signature, as policy", () => {
    const clock = pick(deadlines, 'internal.diligence_after_grant.30d');
    expect(clock).toMatchObject({
      kind: 'internal',
      ruleStatus: 'policy_only',
      dueOn: '2025-07-31',
      taskOn: '2025-07-31',
    });
    expect(clock.key).toBe('internal.diligence_after_grant.30d:grant-1');
  });

  it('is answered by a motion, and ends with the order', () => {
    const filed = fact('motion_filed', '2025-07-10', { motionKind: 'reopen' });
    expect(pick(derive([...facts, filed]), 'internal.diligence_after_grant.30d').answeredBy?.on).toBe(
      '2025-07-10',
    );
    expect(derive([...facts, fact('order_vacated', null)])).toEqual([]);
  });
});

describe('what else a lawyer must see', () => {
  it('a day in lieu: both cautious dates, acting on the open day before', () => {
    const appeal = pick(derive(orderFacts('2021-05-19', NOT_TAKEN)), 'bia.appeal');
    expect(appeal).toMatchObject({ dueOn: '2021-06-21', conservativeOn: '2021-06-17' });
    expect(appeal.alternates.map(({ on }) => on)).toEqual(['2021-06-17', '2021-06-18']);
    expect(appeal.warnings.join(' ')).toContain('day in lieu');
  });

  it('closures that do not roll: an outer bound and no later due date', () => {
    const deadlines = derive(orderFacts('2026-06-15', { appeal: 'waived' }), {
      closures: [{ on: '2026-07-15', name: 'Closed by executive order' }],
    });
    expect(pick(deadlines, 'motion.reconsider.30d')).toMatchObject({
      dueOn: '2026-07-15',
      outerOn: '2026-07-16',
    });
  });

  it('a motion already filed uses up the only one', () => {
    const facts = [
      ...orderFacts('2000-05-15', NOT_TAKEN),
      fact('motion_filed', '2003-02-01', { motionKind: 'reopen' }),
    ];
    const reopen = pick(derive(facts), 'motion.reopen.90d');
    expect(reopen.warnings.join(' ')).toContain('already recorded (2003-02-01)');
    expect(reopen.answeredBy).toBeNull();
  });

  it("an attorney's verification, by name, in the trace", () => {
    const verifications = ['motion.reconsider.30d', 'ij.order.final.waived'].map((ruleId) => ({
      ruleId,
      version: 1,
      by: 'A. Lawyer',
      on: '2026-11-23',
      sourceSeen: 'eCFR',
    }));
    const deadlines = derive(orderFacts('2026-05-01', { appeal: 'waived' }), { verifications });
    const reconsider = pick(deadlines, 'motion.reconsider.30d');
    expect(reconsider.verified).toBe(true);
    expect(reconsider.trace.some((step) => step.text.includes('Verified by A. Lawyer'))).toBe(true);
    expect(pick(deadlines, 'motion.reopen.90d').verified).toBe(false);
  });

  it('a margin the office chooses', () => {
    const task = (bufferBusinessDays: number) =>
      pick(
        derive(orderFacts('2026-05-01', { appeal: 'waived' }), { bufferBusinessDays }),
        'motion.reopen.90d',
      ).taskOn;
    expect([task(0), task(5)]).toEqual(['2026-07-30', '2026-07-23']);
  });

  it('a date in the future', () => {
    const [deadline] = derive(orderFacts('2026-12-24', { appeal: 'waived' }));
    expect(deadline?.warnings[0]).toContain('lies in the future');
  });

  it('text that is no date is refused by field', () => {
    expect(() => derive(orderFacts('2026-02-30'))).toThrow(
      expect.objectContaining({ path: 'facts.fact-order.on' }),
    );
    expect(() => deriveDeadlines([], { today: 'today' })).toThrow(expect.objectContaining({ path: 'today' }));
  });
});

describe('hearings', () => {
  const hearing = (on: string, hearingKind: string, id = 'h1'): DatedFact => ({
    id: `hearing:${id}:${on}`,
    kind: 'hearing',
    on,
    attributes: { hearingId: id, hearingKind },
  });
  const at = (...facts: DatedFact[]) => deriveDeadlines(facts, { today: '2026-11-22' });

  it('ask for papers thirty days before an individual hearing and fifteen before a master one', () => {
    expect(at(hearing('2027-06-30', 'individual'))[0]).toMatchObject({
      key: 'ij.filing.individual.30d_before:hearing:h1',
      dueOn: '2027-06-01',
      conservativeOn: '2027-05-28',
    });
    expect(at(hearing('2027-06-30', 'master'))[0]).toMatchObject({ dueOn: '2027-06-15' });
    expect(at(hearing('2027-06-30', 'bond'))).toEqual([]);
  });

  it('count by the edition of the manual that governs the day of the hearing', () => {
    expect(at(hearing('2024-06-28', 'individual'))[0]).toMatchObject({ ruleVersion: 3, dueOn: '2024-06-13' });
  });

  it('keep the key of a hearing that was moved', () => {
    const keys = ['2027-06-30', '2027-09-30'].map((on) => at(hearing(on, 'individual'))[0].key);
    expect(new Set(keys).size).toBe(1);
  });

  it('leave the period to the court while the client is held', () => {
    const held: DatedFact = {
      id: 'c',
      kind: 'custody',
      on: '2026-11-20',
      attributes: { status: 'detained' },
    };
    expect(at(hearing('2027-06-30', 'individual'), held)[0]).toMatchObject({
      ruleId: 'ij.filing.detained.court_set',
      kind: 'unknown',
      dueOn: null,
    });
  });
});
