import fc from 'fast-check';
import { replayCount } from '../calendar/count';
import { FEDERAL_CALENDAR, legalCalendar } from '../calendar/legal-calendar';
import { addDays, toDay, toOrdinal } from '../calendar/day';
import { RuleInputError } from '../errors';
import { RULE_SET } from '../packs/rule-set';
import { TRIGGERS } from '../packs/triggers';
import { computeDeadline } from './compute';
import { describeFacts } from './describe-facts';
import type { ComputedResult } from './types';

const context = { today: '2026-11-22' };
const DAYS = fc.integer({ min: toOrdinal('1952-01-01'), max: toOrdinal('2076-12-31') }).map(toDay);

/** Rules counted in days from one event, with the name of their fact. */
const DATED = [...new Set(RULE_SET.rules.map((rule) => rule.id))]
  .map((id) => RULE_SET.versionsOf(id).at(-1)!)
  // Finality is asked for with facts of its own; see the worked examples.
  .filter((rule) => rule.family !== 'finality')
  .filter((rule) => rule.period !== null && !rule.period.unit.startsWith('hour'))
  .map((rule) => ({ rule, fact: TRIGGERS[rule.trigger].facts[0]! }))
  .filter(({ fact }) => fact !== undefined);
const RULES = fc.constantFrom(...DATED);

const ask = (rule: string, triggers: Record<string, unknown>): ComputedResult =>
  computeDeadline({ rule, triggers }, context).results[0]!;
const counted = (rule: string, fact: string, on: string) => ask(rule, { [fact]: on }).deadline;

it('asks for facts under names that it then reads', () => {
  for (const id of [
    ...DATED.map(({ rule }) => rule.id),
    ...RULE_SET.composites.map(({ id: name }) => name),
  ]) {
    const facts = describeFacts(id);
    const triggers = Object.fromEntries(
      facts
        .filter(({ type, required }) => type === 'day' && required)
        .map(({ name }) => [name, '2026-06-01']),
    );
    const { results, trace } = computeDeadline({ rule: id, triggers }, context);
    expect(results.every(({ deadline }) => deadline.dueOn !== null)).toBe(true);
    expect(trace.some(({ step }) => step === 'ignored')).toBe(false);
  }
});

describe('for every rule counted in days, on any day', () => {
  it('conservative is never after operative, operative never after the outer bound', () => {
    fc.assert(
      fc.property(RULES, DAYS, ({ rule, fact }, on) => {
        const { dueOn, conservativeOn, outerOn } = counted(rule.id, fact, on);
        expect(conservativeOn! <= dueOn!).toBe(true);
        expect(dueOn! <= outerOn!).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('the day to act is never after any date that is shown', () => {
    fc.assert(
      fc.property(RULES, DAYS, ({ rule, fact }, on) => {
        const { taskOn, dueOn, alternates } = counted(rule.id, fact, on);
        const shown = [dueOn!, ...alternates.map((date) => date.on)];
        if (taskOn !== null) expect(shown.every((day) => taskOn <= day)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('a date that was rolled falls on an open day', () => {
    fc.assert(
      fc.property(RULES, DAYS, ({ rule, fact }, on) => {
        const { dueOn, trace } = counted(rule.id, fact, on);
        if (trace.some(({ step }) => step === 'roll'))
          expect(FEDERAL_CALENDAR.closed(toOrdinal(dueOn!))).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('the trace counts to the same day when somebody counts it again', () => {
    fc.assert(
      fc.property(RULES, DAYS, ({ rule, fact }, on) => {
        const { dueOn, trace } = counted(rule.id, fact, on);
        expect(replayCount(trace, legalCalendar(rule.calendarLayers))).toBe(dueOn);
      }),
      { numRuns: 3000 },
    );
  });

  it('a later event never gives an earlier date under the same version', () => {
    fc.assert(
      fc.property(RULES, DAYS, fc.integer({ min: 1, max: 400 }), ({ rule, fact }, on, later) => {
        const [a, b] = [counted(rule.id, fact, on), counted(rule.id, fact, addDays(on, later))];
        if (a.ruleVersion === b.ruleVersion) expect(a.dueOn! <= b.dueOn!).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('says under which record and why, and what nobody has verified', () => {
    fc.assert(
      fc.property(RULES, DAYS, ({ rule, fact }, on) => {
        const { trace, warnings, verified, citation, kind } = counted(rule.id, fact, on);
        if (kind === 'no_limit') return;
        expect(trace.map(({ step }) => step)).toEqual(
          expect.arrayContaining(['input', 'rule', 'count', 'operative']),
        );
        expect(citation.length).toBeGreaterThan(3);
        expect(verified).toBe(false);
        expect(warnings.some((text) => text.startsWith('Not verified'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a date printed on the notice', () => {
  it('governs, and never hides an earlier counted one', () => {
    fc.assert(
      fc.property(RULES, DAYS, DAYS, ({ rule, fact }, on, printed) => {
        const plain = counted(rule.id, fact, on);
        const { deadline } = ask(rule.id, { [fact]: on, printed_due: printed });
        expect(deadline.dueOn).toBe(printed);
        const shown = [deadline.dueOn, ...deadline.alternates.map((date) => date.on)];
        if (plain.kind === 'no_limit') return;
        expect(shown).toContain(plain.dueOn);
        expect(deadline.conservativeOn! <= plain.conservativeOn!).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('hostile facts', () => {
  const NAMES = fc.constantFrom(
    ...DATED.map(({ fact }) => fact),
    '__proto__',
    'constructor',
    'time_zone',
    'vd_days',
    'asylum_merits',
    'detained',
    'printed_due',
    '',
  );
  const VALUES = fc.oneof(
    fc.anything(),
    fc.string({ maxLength: 300 }),
    DAYS,
    fc.constantFrom(
      '2026-02-30',
      '0000-01-01',
      '99999-01-01',
      '2026-11-22T25:00',
      '-000001-01-01',
      '2026-6-1',
      'Infinity',
    ),
  );
  const ANY_RULE = fc.oneof(
    fc.constantFrom(...RULE_SET.rules.map((rule) => rule.id), ...RULE_SET.composites.map(({ id }) => id)),
    fc.constantFrom(
      'ij.order.final',
      'ij.order.final+pfr.30d',
      'ij.order.final+',
      'cutoff.ecas.court',
      'toString',
      '__proto__',
    ),
    fc.string(),
  );

  it('get an answer or a clear error with a path, never anything else', () => {
    fc.assert(
      fc.property(
        ANY_RULE,
        fc.dictionary(NAMES, VALUES, { maxKeys: 6 }),
        VALUES,
        (rule, triggers, jurisdiction) => {
          try {
            computeDeadline({ rule, triggers, jurisdiction: jurisdiction as string }, context);
          } catch (error) {
            expect(error).toBeInstanceOf(RuleInputError);
            expect((error as RuleInputError).message.length).toBeGreaterThan(5);
          }
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it.each([
    ['a day that does not exist', { final_order: '2026-02-30' }, 'malformed_day', 'triggers.final_order'],
    ['an absurd year', { final_order: '9999-01-01' }, 'day_out_of_range', 'triggers.final_order'],
    ['a number for a day', { final_order: 20260824 }, 'malformed_fact', 'triggers.final_order'],
    ['a list of facts', [], 'malformed_fact', 'triggers'],
  ])('refuse %s', (_what, triggers, code, path) => {
    const request = { rule: 'motion.reopen.90d', triggers: triggers as Record<string, unknown> };
    expect(() => computeDeadline(request, context)).toThrow(expect.objectContaining({ code, path }));
  });

  it('refuse facts that cannot both be true', () => {
    const triggers = { ij_oral_decision: '2026-05-01', appeal_waived: true, appeal_filed: '2026-05-10' };
    expect(() => computeDeadline({ rule: 'ij.order.final', triggers }, context)).toThrow(
      expect.objectContaining({ code: 'contradictory_facts' }),
    );
  });

  it('are counted as running when the start is missing, never as blank', () => {
    const { due, warnings } = computeDeadline({ rule: 'motion.reopen.90d', triggers: {} }, context);
    expect(due).toBeNull();
    expect(warnings.some((text) => text.includes('assume that it is running'))).toBe(true);
  });
});
