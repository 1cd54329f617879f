import fc from 'fast-check';
import { toDay, toOrdinal } from '../calendar/day';
import { FEDERAL_CALENDAR } from '../calendar/legal-calendar';
import { custodyMilestones, type CustodyMilestonesInput } from './custody-milestones';
import { removalPeriodStart, type RemovalPeriodFacts } from './removal-period';

const milestones = (more: Partial<CustodyMilestonesInput> = {}) =>
  custodyMilestones({
    today: '2026-11-22',
    removalPeriodStart: '2026-06-01',
    detainedSince: '2026-06-01',
    ...more,
  });
const dates = (more: Partial<CustodyMilestonesInput> = {}) =>
  Object.fromEntries(
    milestones(more).milestones.map((each) => [`${each.name}/${each.countedFrom}`, each.on]),
  );

describe('custody milestones', () => {
  it('follow the removal period (DV-078)', () => {
    expect(dates()).toEqual({
      'notice_window_day_60/removal_period': '2026-07-31',
      'day_90/removal_period': '2026-08-30',
      'removal_period_end/removal_period': '2026-08-30',
      'day_180/removal_period': '2026-11-28',
      'six_months/removal_period': '2026-12-01',
    });
  });

  it('are in order of time and say which have passed', () => {
    const found = milestones().milestones;
    expect(found.map(({ on }) => on)).toEqual(found.map(({ on }) => on).sort());
    expect(found.map(({ passed }) => passed)).toEqual([true, true, true, false, false]);
    expect(found[0]!.passed).toBe(true);
    expect(milestones({ today: '2026-07-31' }).milestones[0]!.passed).toBe(false);
  });

  it('are planned for the open day before a closed one', () => {
    const day180 = milestones().milestones.find(({ name }) => name === 'day_180')!;
    expect([day180.on, day180.planOn]).toEqual(['2026-11-28', '2026-11-27']);
  });

  it.each([
    ['2026-08-31', '2027-02-28', '2027-02-27'],
    ['2027-08-31', '2028-02-29', '2028-02-27'],
  ])('six months from %s end %s, 180 days %s (DV-079, DV-080)', (start, on, proxy) => {
    const found = milestones({ removalPeriodStart: start, detainedSince: start }).milestones.at(-1)!;
    expect([found.name, found.on, found.alternates]).toEqual([
      'six_months',
      on,
      [{ name: 'proxy_180_days', label: 'Counted as 180 days', on: proxy }],
    ]);
  });

  it('are counted from a later detention as well, with the doubt', () => {
    const found = milestones({
      removalPeriodStart: '2005-06-01',
      detainedSince: '2026-11-20',
      redetained: true,
    });
    const from = (from: string) => found.milestones.filter(({ countedFrom }) => countedFrom === from);
    expect(from('removal_period').every(({ passed }) => passed)).toBe(true);
    expect(from('detention').map(({ name, on }) => [name, on])).toEqual([
      ['notice_window_day_60', '2027-01-19'],
      ['day_90', '2027-02-18'],
      ['day_180', '2027-05-19'],
      ['six_months', '2027-05-20'],
    ]);
    expect(from('detention')[0]!.warnings[0]).toMatch(/contested/);
    expect(from('redetention').map(({ name, on }) => [name, on])).toEqual([
      ['interview_target', '2026-11-22'],
      ['redetention_review', '2027-02-20'],
    ]);
  });

  it('follow the last review by a year', () => {
    expect(dates({ lastReviewOn: '2026-11-28' })['annual_review/last_review']).toBe('2027-11-28');
  });

  it('assume a running period when its start is not known', () => {
    const found = milestones({ removalPeriodStart: null });
    expect(found.warnings[0]).toMatch(/assume that it is running/);
    expect(found.milestones.every(({ countedFrom }) => countedFrom === 'detention')).toBe(true);
    expect(milestones({ detainedSince: null }).warnings[0]).toMatch(/No present detention/);
  });

  it('stop calling a record unverified once an attorney has checked it', () => {
    const verifications = [{ ruleId: 'pocr.day_90', version: 1, by: 'A. Attorney', on: '2026-11-22' }];
    const day90 = (more = {}) => milestones(more).milestones.find(({ name }) => name === 'day_90')!;
    expect([day90().verified, day90({ verifications }).verified]).toEqual([false, true]);
    expect(day90().warnings.join()).toMatch(/Not verified/);
  });

  it('never roll, and are planned on an open day not later', () => {
    const day = fc.integer({ min: toOrdinal('2000-01-01'), max: toOrdinal('2040-12-31') }).map(toDay);
    fc.assert(
      fc.property(day, day, (start, since) =>
        milestones({ removalPeriodStart: start, detainedSince: since }).milestones.every(
          ({ on, planOn, startOn, name }) =>
            planOn <= on &&
            FEDERAL_CALENDAR.closed(toOrdinal(planOn)) === null &&
            (!name.startsWith('day_') || toOrdinal(on) - toOrdinal(startOn) === Number(name.slice(4))),
        ),
      ),
      { numRuns: 300 },
    );
  });
});

describe('the start of the removal period', () => {
  const start = (more: Partial<RemovalPeriodFacts>) =>
    removalPeriodStart({ orderFinalOn: '2026-05-01', courtStayedRemoval: false, ...more });
  it.each<[string, Partial<RemovalPeriodFacts>, string, string | null]>([
    ['finality alone', {}, 'known', '2026-05-01'],
    ['release from other custody later', { releasedFromOtherCustodyOn: '2026-09-01' }, 'known', '2026-09-01'],
    [
      'release from other custody earlier',
      { releasedFromOtherCustodyOn: '2026-01-01' },
      'known',
      '2026-05-01',
    ],
    ['a court that did not stay removal', { courtFinalOrderOn: '2026-07-06' }, 'known', '2026-05-01'],
    [
      'a court that stayed removal',
      { courtStayedRemoval: true, courtFinalOrderOn: '2026-07-06' },
      'known',
      '2026-07-06',
    ],
    ['a court that stayed removal and has not decided', { courtStayedRemoval: true }, 'not_begun', null],
    [
      'nobody knows about a stay',
      { courtStayedRemoval: null, courtFinalOrderOn: '2026-07-06' },
      'uncertain',
      '2026-05-01',
    ],
    ['nobody knows about a stay, no court order', { courtStayedRemoval: null }, 'uncertain', '2026-05-01'],
    ['finality not known', { orderFinalOn: null }, 'not_known', null],
  ])('%s', (_what, facts, state, on) => {
    const found = start(facts);
    expect([found.state, found.on]).toEqual([state, on]);
  });

  it('names both days when the stay is in doubt, and refuses days that do not exist', () => {
    expect(
      start({ courtStayedRemoval: null, courtFinalOrderOn: '2026-07-06' }).candidates.map(({ on }) => on),
    ).toEqual(['2026-05-01', '2026-07-06']);
    expect(() => start({ orderFinalOn: '2026-02-30' })).toThrow('A day is written');
  });
});
