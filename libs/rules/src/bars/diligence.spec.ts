import fc from 'fast-check';
import { addDays, toDay, toOrdinal } from '../calendar/day';
import { diligence, type DiligenceRecord } from './diligence';

const TODAY = '2026-11-22';
const report = (record: Partial<DiligenceRecord>) =>
  diligence({ steps: [], ineffectiveAssistance: false, ...record }, { today: TODAY });
const gaps = (record: Partial<DiligenceRecord>) =>
  report(record).gaps.map(({ from, to, days }) => [from, to, days]);

describe('a record of diligence', () => {
  it.each<[string, Partial<DiligenceRecord>, unknown[]]>([
    ['nothing recorded', {}, []],
    ['thirty days are no gap', { discoveredOn: '2026-10-23' }, []],
    ['thirty-one days are one', { discoveredOn: '2026-10-22' }, [['2026-10-22', TODAY, 31]]],
    [
      'from the obstacle to its discovery',
      { obstacleStartedOn: '2026-08-01', discoveredOn: '2026-11-01' },
      [['2026-08-01', '2026-11-01', 92]],
    ],
    [
      'between two steps, in whatever order they are given',
      {
        discoveredOn: '2026-08-01',
        steps: [
          { on: '2026-11-10', what: 'motion drafted' },
          { on: '2026-08-20', what: 'file requested' },
        ],
      },
      [['2026-08-20', '2026-11-10', 82]],
    ],
    [
      'an undated step closes nothing',
      {
        discoveredOn: '2026-10-01',
        steps: [
          { on: '2026-10', what: 'call' },
          { on: null, what: 'visit' },
        ],
      },
      [['2026-10-01', TODAY, 52]],
    ],
    [
      'a planned step closes nothing',
      { discoveredOn: '2026-10-01', steps: [{ on: '2026-11-30', what: 'filing' }] },
      [['2026-10-01', TODAY, 52]],
    ],
    [
      'a filing ends the record',
      { discoveredOn: '2026-08-01', filedOn: '2026-08-20', steps: [{ on: '2026-10-30', what: 'reply' }] },
      [],
    ],
    [
      'a filing known to the month ends it at its last day',
      { discoveredOn: '2026-08-31', filedOn: '2026-10' },
      [['2026-08-31', '2026-10-31', 61]],
    ],
    [
      'a filing of this month may not have happened',
      { discoveredOn: '2026-10-01', filedOn: '2026-11' },
      [['2026-10-01', TODAY, 52]],
    ],
    [
      'a discovery known to the month starts at its first day',
      { discoveredOn: '2026-10' },
      [['2026-10-01', TODAY, 52]],
    ],
  ])('%s', (_what, record, expected) => {
    expect(gaps(record)).toEqual(expected);
  });

  it('gives each gap a warning with both ends, and never a tolled date', () => {
    const found = report({ discoveredOn: '2026-10-01' });
    expect(found.warnings[1]).toMatch(
      /^52 days without a dated step, from Thu, Oct 1, 2026 \(the discovery\)/,
    );
    expect(found.warnings.at(-1)).toMatch(/No tolled date is computed/);
    expect(Object.keys(found).filter((key) => /toll|due|deadline/i.test(key))).toEqual([]);
  });

  it('lists the steps of Lozada only when ineffective assistance is claimed', () => {
    expect(report({}).lozada).toEqual([]);
    const { lozada, warnings } = report({
      ineffectiveAssistance: true,
      lozada: { affidavit: 'done', bar_complaint: 'not_done' },
    });
    expect(lozada.map(({ id, standing }) => [id, standing])).toEqual([
      ['affidavit', 'done'],
      ['notice_to_counsel', 'not_known'],
      ['bar_complaint', 'not_done'],
      ['prejudice', 'not_known'],
    ]);
    expect(warnings.filter((text) => text.startsWith('Lozada step open'))).toHaveLength(3);
    expect(report({ ineffectiveAssistance: null }).warnings.join(' ')).toMatch(/Ask whether former counsel/);
  });

  it('refuses a date that does not exist', () => {
    expect(() => report({ discoveredOn: '2026-02-30' })).toThrow('A date is written');
  });

  it('covers the time from the first point to today, and no step makes a gap longer', () => {
    const day = fc.integer({ min: toOrdinal('2024-01-01'), max: toOrdinal(TODAY) }).map(toDay);
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 8 }), day, (discoveredOn, days, extra) => {
        const steps = days.map((on) => ({ on, what: 'step' }));
        const one = report({ discoveredOn, steps });
        const more = report({ discoveredOn, steps: [...steps, { on: extra, what: 'step' }] });
        const first = one.points[0]!.on;
        return (
          one.points.at(-1)!.on === TODAY &&
          one.gaps.every((gap) => addDays(gap.from, gap.days) === gap.to && gap.days > 30) &&
          (extra < first || more.longestDays! <= one.longestDays!)
        );
      }),
      { numRuns: 1500 },
    );
  });
});
