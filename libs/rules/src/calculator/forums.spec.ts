import { computeDeadline } from './compute';
import { checkDeadlines } from './interchange';

const context = { today: '2026-11-22' };
const of = (rule: string, triggers: Record<string, unknown>, jurisdiction = '') =>
  computeDeadline({ rule, triggers, jurisdiction }, context);
const endsAt = (utc: string) => ({ last_instant_exclusive_utc: utc });

describe('what a forum says of itself', () => {
  it.each([
    ['IJ Atlanta', '2026-10-31T04:00:00Z'],
    ['IJ Los Angeles', '2026-10-31T07:00:00Z'],
    ['IJ El Paso', '2026-10-31T06:00:00Z'],
    ['Immigration Court, Miami', '2026-10-31T04:00:00Z'],
    ['Seattle Immigration Court', '2026-10-31T07:00:00Z'],
    ['IJ Chicago (detained)', '2026-10-31T05:00:00Z'],
  ])('%s has the clock of its city', (forum, utc) => {
    expect(of('cutoff.ecas.court', { due_date: '2026-10-30' }, forum).due).toEqual(endsAt(utc));
  });

  it.each([
    ['9th Cir.', '2026-10-31T07:00:00Z'],
    ['Fifth Circuit', '2026-10-31T05:00:00Z'],
    ['CA10', '2026-10-31T06:00:00Z'],
    ['D.C. Cir.', '2026-10-31T04:00:00Z'],
  ])('%s has the clock of its clerk', (forum, utc) => {
    expect(of('cutoff.frap.e_filing', { due_date: '2026-10-30' }, forum).due).toEqual(endsAt(utc));
  });

  it.each(['', 'IJ', 'IJ non-detained', 'IJ Atlantis'])('%p names no clock', (forum) => {
    expect(() => of('cutoff.ecas.court', { due_date: '2026-10-30' }, forum)).toThrow(
      expect.objectContaining({ code: 'malformed_fact', path: 'triggers.time_zone' }),
    );
  });

  it('a detained docket has its dates from the court, and the facts win over the forum', () => {
    const rule = 'ij.filing.individual.30d_before';
    expect(of(rule, { hearing: '2027-03-03' }, 'IJ detained').due).toBeNull();
    expect(of(rule, { hearing: '2027-03-03' }, 'IJ non-detained').due).toBe('2027-02-01');
    expect(of(rule, { hearing: '2027-03-03', detained: false }, 'IJ detained').due).toBe('2027-02-01');
  });
});

describe('facts under the names people write', () => {
  it('a date printed on the notice governs by any of its names', () => {
    const facts = { briefing_notice: '2026-06-29', date_printed_on_notice: '2026-07-24' };
    expect(of('bia.brief.simultaneous.20d', facts).due).toBe('2026-07-24');
  });

  it('the days of voluntary departure are those granted', () => {
    expect(of('vd.post.60d', { vd_order: '2026-04-21', days_granted: 30 }).due).toBe('2026-05-21');
  });

  it('a period of 120 days that ends on a closed day shows the later day as an outer bound only', () => {
    const answer = of('vd.pre.120d', { vd_order: '2026-04-10', vd_days: 120 });
    expect(answer.due).toBe('2026-08-08');
    expect(answer.alternates['outer_if_monsalvo_reaches_120d']).toMatchObject({
      date: '2026-08-10',
      status: 'outer_bound',
    });
  });

  it('the removal period starts with the latest of its three days', () => {
    const facts = { order_final: '2026-05-01', released_from_criminal_custody: '2026-08-15' };
    expect(of('removal.period.90d', facts).due).toBe('2026-11-13');
    const court = { order_final: '2026-05-01', court_final_order: '2026-07-10' };
    expect(of('removal.period.90d', { ...court, court_stayed_removal: true }).due).toBe('2026-10-08');
    const unsaid = of('removal.period.90d', court);
    expect(unsaid.due).toBe('2026-07-30');
    expect(unsaid.warnings.join(' ')).toContain('Whether a court stayed removal is not known');
  });

  it('an id is read with or without what the catalogue sets beside it', () => {
    expect(of('ij.response.10d (motions)', { motion_received: '2026-11-16' }).due).toBe('2026-11-27');
  });

  it('a rule that runs from another event says nothing about this one', () => {
    const { alternates } = of('bia.brief.simultaneous.20d', { briefing_notice: '2026-03-06' });
    expect(Object.keys(alternates)).toEqual(['rule_bia_brief_sequential_21d']);
  });
});

describe('facts that change what a date means', () => {
  const order = { vd_order: '2026-04-21', vd_days: 60 };

  it('nothing counts from an alternate order that never took effect', () => {
    const left = of('vd.alternate_order', { ...order, departed: true });
    expect(left.due).toEqual({ vd_last_day: '2026-06-22', reopen_due_from_overstay: null });
    expect(left.warnings.join(' ')).toContain('never took effect');
  });

  it('voluntary departure does not run during an appeal', () => {
    const appealed = of('vd.alternate_order', { ...order, appeal_filed: '2026-05-01' });
    expect(appealed.due).toEqual({ vd_last_day: null, reopen_due_from_overstay: null });
    expect(appealed.trace.map(({ text }) => text).join(' ')).toContain('the period does not run');
  });

  it('an order with voluntary departure is final on overstay', () => {
    const answer = of('ij.order.final.voluntary_departure', { ...order, appeal_filed: false });
    expect(answer.due).toMatchObject({ reopen_due: '2026-09-21' });
    expect(answer.results[0]?.deadline.dueOn).toBe('2026-06-22');
  });

  it('an appeal from an order in absentia is warned about', () => {
    const [answer] = checkDeadlines(
      [{ id: 1, rule: 'bia.appeal', triggers: { ij_oral_decision: '2026-06-08', in_absentia: true } }],
      context,
    );
    expect(JSON.stringify(answer)).toContain('No appeal lies');
  });

  it('a hearing of the years of fifteen days shows thirty beside them', () => {
    const { due, alternates } = of('ij.filing.individual.30d_before', { hearing: '2024-06-03' });
    expect(due).toBe('2024-05-20');
    expect(alternates.conservative_30d?.date).toBe('2024-05-06');
  });

  it.each(['ij.order.final.toString', 'ij.order.final.guessed+pfr.30d'])('%s is no rule', (rule) => {
    expect(() => of(rule, { ij_oral_decision: '2026-04-01' })).toThrow(
      expect.objectContaining({ code: 'unknown_rule' }),
    );
  });

  it.each(['2026-01-01T25:00', '2026-01-01T99:99:99Z'])('%s is no day', (final_order) => {
    expect(() => of('pfr.30d', { final_order })).toThrow(expect.objectContaining({ code: 'malformed_day' }));
  });
});

describe('an id that is no id', () => {
  it('is not written out again, however deep it is', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    const answers = checkDeadlines(
      [
        { id: deep, rule: 'x' },
        { id: 'a', rule: 'x', triggers: deep },
      ],
      context,
    );
    expect(JSON.stringify(answers)).toContain('unknown_rule');
    expect(answers[0]).toMatchObject({ id: null });
  });
});
