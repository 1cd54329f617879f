import fc from 'fast-check';
import { addHours } from '../calendar/hours';
import { DETENTION_PLAN } from '../packs/plans/detention-plan';
import { detentionPlan } from './detention-plan';
import type { DetentionPlanInput } from './detention-types';

const LOS_ANGELES = 'America/Los_Angeles';
const plan = (more: Partial<DetentionPlanInput> = {}) =>
  detentionPlan({
    detainedAt: '2026-11-20T18:00:00Z',
    now: '2026-11-20T23:30:00Z',
    timeZone: LOS_ANGELES,
    ...more,
  });
const hour = (id: string, more: Partial<DetentionPlanInput> = {}) =>
  plan(more).hours.find((each) => each.id === `detained.${id}`)!;
const day = (id: string, more: Partial<DetentionPlanInput> = {}) =>
  plan(more).days.find((each) => each.id === `detained.${id}`);

describe('the plan for a detained client', () => {
  it.each([
    ['locate', '2026-11-20T18:00:00Z', '2026-11-20T11:00', 'late'],
    ['demand_interview', '2026-11-20T18:00:00Z', '2026-11-20T14:00', 'late'],
    ['habeas', '2026-11-20T18:00:00Z', '2026-11-20T16:00', 'now'],
    ['i246', '2026-11-21T00:00:00Z', '2026-11-21T10:00', 'coming'],
    ['country_served', '2026-11-21T18:00:00Z', '2026-11-22T10:00', 'coming'],
  ])('%s begins %s, ends %s and is %s', (id, fromUtc, toLocal, standing) => {
    const found = hour(id);
    expect([found.fromUtc, found.toLocal, found.standing]).toEqual([fromUtc, toLocal, standing]);
  });

  it('counts elapsed hours across the change to daylight time and back', () => {
    const spring = { detainedAt: '2026-03-07T22:00:00-08:00', now: '2026-03-08T07:00:00Z' };
    expect([hour('habeas', spring).toUtc, hour('habeas', spring).toLocal]).toEqual([
      '2026-03-08T12:00:00Z',
      '2026-03-08T05:00',
    ]);
    const autumn = { detainedAt: '2026-10-31T22:00:00-07:00', now: '2026-11-01T07:00:00Z' };
    expect(hour('habeas', autumn).toLocal).toBe('2026-11-01T03:00');
  });

  it('is late only after the last hour, and not when it is done', () => {
    expect(hour('habeas', { now: '2026-11-21T00:00:00Z' }).standing).toBe('now');
    expect(hour('habeas', { now: '2026-11-21T00:00:01Z' }).standing).toBe('late');
    expect(hour('habeas', { now: '2026-11-23T00:00:00Z', doneIds: ['detained.habeas'] }).standing).toBe(
      'done',
    );
  });

  it.each([
    ['interview_not_held', {}, '2026-11-22'],
    ['fear_interview', {}, '2026-11-30'],
    ['fear_interview', { fearReferredOn: '2026-11-12' }, '2026-11-22'],
    ['fear_review', {}, '2026-12-10'],
    ['interview_not_held', { detainedAt: '2026-11-21T05:00:00Z' }, '2026-11-22'],
  ] as const)('%s with %j falls on %s', (id, more, on) => {
    expect(day(id, more)!.on).toBe(on);
  });

  it('says when a day is only assumed, and leaves out what is not owed', () => {
    expect(day('fear_interview')!.trace[0]!.step).toBe('assumed');
    expect(day('fear_interview', { fearReferredOn: '2026-11-12' })!.trace[0]!.step).toBe('rule');
    expect(day('interview_not_held', { redetained: false })).toBeUndefined();
    expect(day('interview_not_held', { now: '2026-11-24T00:00:00Z' })!.late).toBe(true);
  });

  it('shows the clocks of the government: 48 hours of a new arrest, and third-country notices', () => {
    const clocks = (more: Partial<DetentionPlanInput>) =>
      plan(more).clocks.map(({ ruleId, atLocal }) => [ruleId, atLocal]);
    expect(clocks({ newArrest: false })).toEqual([]);
    expect(clocks({ newArrest: true })).toEqual([['custody.determination.48h', '2026-11-22T10:00']]);
    expect(plan({ newArrest: true }).clocks[0]!.warnings.join()).not.toMatch(/not known/);
    expect(plan({}).clocks[0]!.warnings.join()).toMatch(/not known/);
    expect(clocks({ newArrest: false, thirdCountryNoticeAt: '2026-11-21T02:00:00Z' })).toEqual([
      ['third_country.notice.none', '2026-11-20T18:00'],
      ['third_country.notice.6h', '2026-11-21T00:00'],
      ['third_country.notice.24h', '2026-11-21T18:00'],
    ]);
    expect(plan({}).warnings.join(' ')).toMatch(/none, 6 or 24 hours/);
  });

  it('ends with the custody reviews, counted from the local day of the detention', () => {
    const { milestones } = plan({ removalPeriodStart: '2026-11-20', redetained: true });
    expect(milestones.find(({ name }) => name === 'day_90')!.on).toBe('2027-02-18');
    expect(milestones.find(({ name }) => name === 'interview_target')!.on).toBe('2026-11-22');
  });

  it.each([
    ['2026-11-20T18:00:00Z', 0],
    ['2026-11-20T18:59:59Z', 0],
    ['2026-11-20T19:00:00Z', 1],
    ['2026-11-27T17:59:59Z', 167],
    ['2026-11-20T17:00:00Z', 0],
  ])('at %s %i whole hours have passed', (now, hours) => {
    expect(plan({ now }).hoursPassed).toBe(hours);
  });

  it('asks for the locator every day', () => {
    expect(plan().daily.map(({ id }) => id)).toEqual(['detained.daily_check']);
  });

  it('refuses what is no instant or no zone', () => {
    expect(() => plan({ detainedAt: '2026-11-20' })).toThrow('An instant is written');
    expect(() => plan({ timeZone: 'Mars/Olympus' })).toThrow('not an IANA time zone');
  });

  it('has a reason and an authority for each act', () => {
    expect(DETENTION_PLAN.filter((each) => !each.why || !each.citation || each.source.length === 0)).toEqual(
      [],
    );
    expect(new Set(DETENTION_PLAN.map(({ id }) => id)).size).toBe(DETENTION_PLAN.length);
  });

  it('keeps every window the hours it says, at any moment in any zone', () => {
    const zone = fc.constantFrom(LOS_ANGELES, 'America/New_York', 'Pacific/Honolulu', 'America/Phoenix');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 26_280 }), zone, (after, timeZone) => {
        const detainedAt = addHours('2026-01-01T00:00:00Z', after);
        return plan({ detainedAt, now: detainedAt, timeZone }).hours.every(
          (each) =>
            each.fromUtc === addHours(detainedAt, each.fromHour) &&
            each.toUtc === addHours(detainedAt, each.toHour) &&
            each.fromUtc < each.toUtc &&
            !each.late,
        );
      }),
      { numRuns: 150 },
    );
  });
});
