import { CONTEXT, fact, orderFacts } from '../deadlines/order-facts.fixture';
import type { DatedFact } from '../deadlines/types';
import { computeFinalities, computeFinality } from './finality';

const of = (facts: DatedFact[]) => computeFinality(facts, CONTEXT)!;
const NOT_TAKEN = { appeal: 'not_taken', decisionForm: 'oral' } as const;

describe('when an order becomes final, 8 CFR 1241.1', () => {
  it('is the decision day when appeal was waived', () => {
    const finality = of(orderFacts('2026-05-01', { appeal: 'waived' }));
    expect(finality).toMatchObject({ state: 'final', basis: 'appeal_waived', operativeOn: '2026-05-01' });
    expect(finality.citation).toContain('1241.1(b)');
  });

  it('is immediate for an order made in absentia', () => {
    const finality = of(orderFacts('2023-09-05', { inAbsentia: true, appeal: 'not_taken' }));
    expect(finality).toMatchObject({
      basis: 'in_absentia',
      operativeOn: '2023-09-05',
      conservativeOn: '2023-09-05',
    });
  });

  it("is the day of the Board's decision, whatever the judge's day was", () => {
    const facts = [...orderFacts('1999-02-01', { appeal: 'taken' }), fact('bia_decided', '2000-08-24')];
    expect(of(facts)).toMatchObject({ basis: 'board_decision', operativeOn: '2000-08-24' });
  });

  it('is the end of the appeal period when none was taken, and both regimes are carried when it is contested', () => {
    const finality = of(orderFacts('2026-05-01', NOT_TAKEN));
    expect(finality.operativeOn).toBe('2026-06-01');
    expect(finality.conservativeOn).toBe('2026-05-01');
    expect(finality.candidates.map(({ on, status }) => [on, status])).toEqual([
      ['2026-06-01', 'operative_contested'],
      ['2026-05-11', 'vacated'],
      ['2026-05-01', 'conservative'],
    ]);
  });

  it('carries no ten-day date before the 2026 rule, nor where asylum was decided', () => {
    expect(of(orderFacts('2000-05-15', NOT_TAKEN)).candidates.map(({ on }) => on)).toEqual([
      '2000-06-14',
      '2000-05-15',
    ]);
    expect(of(orderFacts('2026-05-01', { ...NOT_TAKEN, asylumDecided: true })).candidates).toHaveLength(2);
  });

  it('takes the earliest reading when nobody knows whether an appeal was waived', () => {
    const finality = of(orderFacts('2026-05-01', { appeal: 'not_known', decisionForm: 'oral' }));
    expect(finality).toMatchObject({
      state: 'uncertain',
      operativeOn: '2026-05-01',
      conservativeOn: '2026-05-01',
    });
    expect(finality.candidates.map(({ on }) => on)).toEqual(['2026-05-01', '2026-06-01', '2026-05-11']);
  });

  it('counts from the mailing of a written decision', () => {
    const facts = [
      ...orderFacts('2026-10-09', { appeal: 'not_taken', decisionForm: 'written', asylumDecided: true }),
      fact('order_decision_mailed', '2026-10-14'),
    ];
    expect(of(facts).operativeOn).toBe('2026-11-13');
  });

  it('is not known while an appeal is recorded without a decision, and warns of a late one', () => {
    const facts = [...orderFacts('2000-05-15', { decisionForm: 'oral' }), fact('appeal_filed', '2000-06-20')];
    const finality = of(facts);
    expect(finality).toMatchObject({ state: 'unknown', basis: 'appeal_pending', operativeOn: null });
    expect(finality.warnings.join(' ')).toContain('after the last day, Wed, Jun 14, 2000');
  });

  it('treats a rejected appeal as none', () => {
    const facts = [
      ...orderFacts('2000-05-15', NOT_TAKEN),
      fact('appeal_filed', '2000-06-20', { rejected: true }),
    ];
    expect(of(facts)).toMatchObject({ basis: 'appeal_period_ended', operativeOn: '2000-06-14' });
  });

  it('is not reached when the Board sends the case back', () => {
    const facts = [...orderFacts('1999-02-01'), fact('bia_decided', '2000-08-24', { outcome: 'remanded' })];
    expect(of(facts)).toMatchObject({ state: 'not_final', operativeOn: null });
  });

  it('is the overstay of voluntary departure for an alternate order', () => {
    const vd = { orderKind: 'voluntary_departure_alternate', appeal: 'not_taken' } as const;
    expect(of(orderFacts('2026-04-21', { ...vd, voluntaryDepartureUntil: '2026-06-22' })).operativeOn).toBe(
      '2026-06-22',
    );
    expect(of(orderFacts('2026-04-21', vd)).state).toBe('unknown');
  });

  it('stops at a vacatur, dated or not, and resumes when the order is back in force', () => {
    const order = orderFacts('2000-05-15', NOT_TAKEN);
    expect(of([...order, fact('order_vacated', null)]).state).toBe('stopped');
    expect(of([...order, fact('order_status', '2025-07-20', { status: 'reopened' })]).state).toBe('stopped');
    expect(
      of([...order, fact('order_status', null, { status: 'in_force' }), fact('order_vacated', '2025-08-01')])
        .state,
    ).toBe('stopped');
    const back = [
      fact('order_vacated', '2025-08-01'),
      fact('order_status', '2025-09-01', { status: 'in_force' }),
    ];
    expect(of([...order, ...back]).state).toBe('final');
  });

  it('warns of facts that contradict each other', () => {
    const facts = [
      ...orderFacts('2000-05-15'),
      fact('appeal_waived', '2000-05-15'),
      fact('bia_decided', '2001-03-01'),
    ];
    expect(of(facts).warnings.join(' ')).toContain('check the record');
  });

  it('invents nothing when the date is not known', () => {
    for (const on of [null, '2000', '2000-05', '1201-01-01']) {
      expect(of(orderFacts(on, NOT_TAKEN))).toMatchObject({
        state: 'unknown',
        operativeOn: null,
        candidates: [],
      });
    }
  });

  it('answers for each order by name', () => {
    const facts = [
      ...orderFacts('2000-05-15', { appeal: 'waived' }),
      {
        ...orderFacts('1994-02-01', { appeal: 'waived' })[0]!,
        id: 'fact-other',
        attributes: { orderId: 'order-0', appeal: 'waived' },
      },
    ];
    expect(computeFinalities(facts, CONTEXT).map((finality) => finality.orderId)).toEqual([
      'order-0',
      'order-1',
    ]);
    expect(computeFinality(facts, CONTEXT, 'order-1')?.operativeOn).toBe('2000-05-15');
    expect(computeFinality([], CONTEXT)).toBeNull();
  });
});
