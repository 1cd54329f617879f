import { computeDeadline } from './compute';
import { LAW_VECTORS } from './vectors.fixture';

const context = { today: '2026-11-22' };

describe('every worked example of the catalogue', () => {
  it.each(LAW_VECTORS.map((vector) => [vector.id, vector.rule, vector] as const))(
    '%s %s',
    (_id, _rule, vector) => {
      const { rule, triggers, jurisdiction } = vector;
      const answer = computeDeadline({ rule, triggers, jurisdiction }, context);
      expect(answer.due).toEqual(vector.due);
      const dates = Object.entries(answer.alternates).map(([name, { date }]) => [name, date]);
      expect(Object.fromEntries(dates)).toMatchObject(vector.alternates ?? {});
    },
  );
});

describe('what the worked examples do not show', () => {
  const due = (rule: string, triggers: Record<string, unknown>, jurisdiction?: string) =>
    computeDeadline({ rule, triggers, ...(jurisdiction ? { jurisdiction } : {}) }, context);

  it('hours of closed days do not count towards a detainer', () => {
    const facts = { release_due_at: '2026-11-25T15:00', time_zone: 'America/New_York' };
    expect(due('detainer.48h_excl', facts).due).toEqual({
      local: '2026-11-30T15:00',
      utc: '2026-11-30T20:00:00Z',
    });
  });

  it('a notice of 24 hours is shown with the shorter ones, and asks to act at once', () => {
    const answer = due('third_country.notice.24h', {
      served_at: '2026-10-31T22:00',
      time_zone: 'America/New_York',
    });
    expect(answer.due).toEqual({ local: '2026-11-01T21:00', utc: '2026-11-02T02:00:00Z' });
    expect(Object.keys(answer.alternates)).toHaveLength(2);
    expect(answer.trace.find(({ step }) => step === 'task')?.text).toMatch(/^Act at once/);
  });

  it('a court that sets the date is asked for it while somebody is detained', () => {
    const facts = { hearing: '2026-12-21', detained: true };
    const answer = due('ij.filing.individual.30d_before', facts);
    expect(answer.due).toBeNull();
    expect(answer.warnings.join(' ')).toContain('Set by the court');
    const ordered = due('ij.filing.individual.30d_before', { ...facts, printed_due: '2026-12-10' });
    expect(ordered.due).toBe('2026-12-10');
  });

  it('a start under another name is taken when it is the only date, and said', () => {
    const answer = due('removal.238b.response', { paper_handed_over: '2026-11-12' });
    expect(answer.due).toEqual({ personal_service_10d: '2026-11-23', mail_service_13d: '2026-11-25' });
    expect(answer.warnings.join(' ')).toContain('paper_handed_over was taken');
    expect(due('motion.reopen.90d', { one: '2026-11-12', two: '2026-11-13' }).due).toBeNull();
  });

  it('days of voluntary departure come from the order, never more than the law allows', () => {
    expect(due('vd.post.60d', { vd_order: '2026-04-21', vd_days: 30 }).due).toBe('2026-05-21');
    expect(() => due('vd.post.60d', { vd_order: '2026-04-21', vd_days: 90 })).toThrow(
      expect.objectContaining({ code: 'malformed_fact', path: 'triggers.vd_days' }),
    );
  });

  it('finality carries both dates of a contested appeal period on', () => {
    const answer = due('ij.order.final+pfr.30d', { ij_oral_decision: '2026-09-24', appeal_filed: false });
    expect(answer.due).toMatchObject({ order_final: '2026-10-26', pfr_due: '2026-11-25' });
    expect(answer.alternates['order_final.codified_text_10d']?.date).toBe('2026-10-05');
    expect(answer.alternates['pfr_due.codified_text_10d']?.date).toBe('2026-11-04');
  });

  it('an order made in absentia is final at once, one the Board decided on that day', () => {
    expect(due('ij.order.final', { absentia_order: '2026-05-01' }).due).toBe('2026-05-01');
    expect(due('ij.order.final.board', { bia_decision: '2026-08-24' }).due).toMatchObject({
      reopen_due: '2026-11-23',
    });
  });

  it('the clock of a court or clerk is known by its name', () => {
    expect(due('cutoff.frap.e_filing', { due_date: '2026-07-06' }, '9th Cir.').due).toEqual({
      last_instant_exclusive_utc: '2026-07-07T07:00:00Z',
    });
    expect(due('cutoff.ecas.court', { due_date: '2026-07-06' }, 'IJ Honolulu').due).toEqual({
      last_instant_exclusive_utc: '2026-07-07T10:00:00Z',
    });
  });
});
