import fc from 'fast-check';
import { toDay, toOrdinal } from '../calendar/day';
import { FEDERAL_CALENDAR } from '../calendar/legal-calendar';
import { CHECK_IN_PHASES, CHECK_IN_PLAN } from '../packs/plans/check-in-plan';
import { checkInPlan, type CheckInPlanInput } from './check-in-plan';

const plan = (more: Partial<CheckInPlanInput> = {}) =>
  checkInPlan({ checkInOn: '2026-12-15', today: '2026-11-22', ...more });
const item = (id: string, more: Partial<CheckInPlanInput> = {}) =>
  plan(more).items.find((each) => each.id === id)!;

describe('the preparation plan of a check-in', () => {
  it.each([
    ['checkin.foia', '2026-10-16', '2026-11-13', 'late'],
    ['checkin.habeas_draft', '2026-11-13', '2026-12-01', 'now'],
    ['checkin.papers_ready', '2026-12-01', '2026-12-01', 'coming'],
    ['checkin.attorney_decides', '2026-12-08', '2026-12-08', 'coming'],
    ['checkin.safe_call', '2026-12-15', '2026-12-15', 'coming'],
    ['checkin.record', '2026-12-15', '2026-12-16', 'coming'],
  ])('%s belongs between %s and %s and is %s', (id, fromOn, toOn, standing) => {
    const found = item(id);
    expect([found.fromOn, found.toOn, found.standing]).toEqual([fromOn, toOn, standing]);
    expect(found.late).toBe(standing === 'late');
    expect(found.trace.length).toBeGreaterThan(0);
  });

  it('is not late on the last day, and is the day after', () => {
    expect(item('checkin.habeas_draft', { today: '2026-12-01' }).standing).toBe('now');
    expect(item('checkin.habeas_draft', { today: '2026-12-02' }).standing).toBe('late');
    expect(
      item('checkin.habeas_draft', { today: '2026-12-02', doneIds: ['checkin.habeas_draft'] }).standing,
    ).toBe('done');
  });

  it('leaves the day of the check-in where it is, holiday or not', () => {
    expect(item('checkin.safe_call', { checkInOn: '2026-12-25' }).toOn).toBe('2026-12-25');
    expect(item('checkin.record', { checkInOn: '2026-12-25' }).toOn).toBe('2026-12-28');
  });

  it('says how little time is left, what is late, and that it is policy', () => {
    const said = (more: Partial<CheckInPlanInput>) => plan(more).warnings.join(' ');
    expect(said({ checkInOn: '2027-02-22', today: '2026-11-22' })).not.toMatch(/left of the sixty|late/);
    expect(said({ checkInOn: '2026-11-23' })).toMatch(/1 day is left of the sixty.*16 items are late/);
    expect(said({ checkInOn: '2026-11-20', today: '2026-11-22' })).toMatch(
      /The check-in was on Fri, Nov 20, 2026/,
    );
    expect(said({})).toMatch(/not a legal due date/);
    expect(said({})).not.toMatch(/Review due/);
    expect(said({ checkInOn: '2027-01-15', today: '2026-12-23' })).toMatch(/Review due/);
  });

  it('refuses days that do not exist', () => {
    expect(() => plan({ checkInOn: '2026-11-31' })).toThrow('A day is written');
  });

  it('has items for every phase, each with a reason and an authority, and unique ids', () => {
    expect(CHECK_IN_PHASES.filter(({ id }) => !CHECK_IN_PLAN.some((each) => each.phase === id))).toEqual([]);
    expect(CHECK_IN_PLAN.filter((each) => !each.why || !each.citation || each.source.length === 0)).toEqual(
      [],
    );
    expect(new Set(CHECK_IN_PLAN.map(({ id }) => id)).size).toBe(CHECK_IN_PLAN.length);
    expect(CHECK_IN_PLAN.every((each) => Object.isFrozen(each))).toBe(true);
  });

  it('ends every preparation on an open day before the check-in, in the order of the phases', () => {
    const day = fc.integer({ min: toOrdinal('2026-01-01'), max: toOrdinal('2040-12-31') }).map(toDay);
    fc.assert(
      fc.property(day, day, (checkInOn, today) => {
        const { items } = checkInPlan({ checkInOn, today });
        return items.every((each, index) => {
          const before = each.phase !== 'day_of' && each.phase !== 'after';
          return (
            each.fromOn <= each.toOn &&
            (index === 0 || items[index - 1]!.toOn <= each.toOn) &&
            (!before || (each.toOn < checkInOn && FEDERAL_CALENDAR.closed(toOrdinal(each.toOn)) === null)) &&
            each.late === today > each.toOn
          );
        });
      }),
      { numRuns: 400 },
    );
  });
});
