import { STAYS_PACK, stayById } from '../packs/stays/stays';
import { stays } from './stays';
import type { StayContext, StayFact, StayFactKind, StayStanding } from './types';

type Row = readonly [StayFactKind, string | null, StayFact['attributes']?];
const factsOf = (rows: readonly Row[]): StayFact[] =>
  rows.map(([kind, on, attributes], index) => ({
    id: `f${index}`,
    kind,
    on,
    ...(attributes ? { attributes } : {}),
  }));
const TODAY: StayContext = { today: '2026-11-22' };
const ask = (rows: readonly Row[], context: StayContext = TODAY) => stays(factsOf(rows), context);
const standingOf = (rows: readonly Row[], id: string, context?: StayContext) =>
  ask(rows, context).stays.find((stay) => stay.id === id)?.standing;

const ORDER = { inAbsentia: false, appeal: 'not_taken', asylumDecided: true };
const order = (on: string | null, more: StayFact['attributes'] = {}): Row => [
  'order_decided',
  on,
  { ...ORDER, ...more },
];
const ABSENTIA = order('2026-09-01', { inAbsentia: true });

describe('the stay of the appeal period and of an appeal', () => {
  it.each<[string, readonly Row[], StayStanding, string | null]>([
    ['period runs', [order('2026-11-16')], 'in_force', '2026-12-16'],
    ['last day of the period', [order('2026-10-23')], 'in_force', '2026-11-23'],
    ['period over', [order('2026-10-15')], 'ended', '2026-11-16'],
    ['period contested, both run', [order('2026-11-16', { asylumDecided: false })], 'in_force', '2026-11-27'],
    ['period contested, one runs', [order('2026-11-02', { asylumDecided: false })], 'not_known', null],
    [
      'written decision mailed later, in between',
      [order('2026-10-20'), ['order_decision_mailed', '2026-10-26']],
      'not_known',
      null,
    ],
    ['waived', [order('2026-11-16'), ['appeal_waived', '2026-11-16']], 'not_automatic', null],
    ['said to be waived', [order('2026-11-16', { appeal: 'waived' })], 'not_automatic', null],
    ['nobody knows whether waived', [order('2026-11-16', { appeal: 'not_known' })], 'not_known', null],
    ['order undated', [order(null)], 'not_known', null],
    ['order partly dated', [order('2026-11')], 'not_known', null],
    ['in absentia', [order('2026-11-16', { inAbsentia: true })], 'not_automatic', null],
    ['not known whether in absentia', [order('2026-11-16', { inAbsentia: null })], 'not_known', null],
    ['no order recorded', [], 'not_known', null],
    ['appeal in time', [order('2026-10-01'), ['appeal_filed', '2026-10-20']], 'in_force', null],
    [
      'appeal in time under one reading',
      [order('2026-10-01', { asylumDecided: false }), ['appeal_filed', '2026-10-20']],
      'not_known',
      null,
    ],
    [
      'such an appeal accepted',
      [order('2026-10-01', { asylumDecided: false }), ['appeal_filed', '2026-10-20', { accepted: true }]],
      'in_force',
      null,
    ],
    ['appeal late', [order('2026-10-01'), ['appeal_filed', '2026-11-03']], 'not_automatic', null],
    ['appeal undated', [order('2026-10-01'), ['appeal_filed', null]], 'not_known', null],
    ['appeal only planned', [order('2026-11-16'), ['appeal_filed', '2026-11-30']], 'in_force', '2026-12-16'],
    [
      'appeal returned',
      [order('2026-11-16'), ['appeal_filed', '2026-11-17', { rejected: true }]],
      'not_automatic',
      null,
    ],
    ['appeal said to be taken', [order('2026-10-01', { appeal: 'taken' })], 'not_known', null],
    [
      'Board has decided',
      [order('2026-08-01'), ['appeal_filed', '2026-08-20'], ['bia_decided', '2026-11-20']],
      'ended',
      '2026-11-20',
    ],
    [
      'Board has decided, day not known',
      [order('2026-08-01'), ['appeal_filed', '2026-08-20'], ['bia_decided', null]],
      'ended',
      null,
    ],
    [
      'new order after a remand',
      [order('2020-01-06'), ['bia_decided', '2021-01-06'], order('2026-11-16')],
      'in_force',
      '2026-12-16',
    ],
    [
      'appeal accepted, order undated',
      [order(null), ['appeal_filed', '2026-10-20', { accepted: true }]],
      'not_known',
      null,
    ],
  ])('%s', (_what, rows, standing, until) => {
    const found = ask(rows).stays.find((stay) => stay.id === 'stay.appeal')!;
    expect([found.standing, found.until]).toEqual([standing, until]);
    expect(found.trace.map((step) => step.step)).toContain('finding');
  });
});

describe('stays of motions', () => {
  const absentia = (on: string | null, more: Row[] = [], first: Row = ABSENTIA): Row[] => [
    first,
    ['motion_filed', on, { motionKind: 'absentia' }],
    ...more,
  ];
  const vawa = (attributes: StayFact['attributes'], more: Row[] = []): Row[] => [
    ['motion_filed', '2026-10-01', { motionKind: 'vawa', ...attributes }],
    ...more,
  ];
  it.each<[string, string, readonly Row[], StayStanding]>([
    ['pending', 'absentia', absentia('2026-10-01'), 'in_force'],
    ['ruled on', 'absentia', absentia('2026-10-01', [['motion_decided', '2026-11-01']]), 'ended'],
    ['ruled on some day', 'absentia', absentia('2026-10-01', [['motion_decided', null]]), 'ended'],
    ['filed some day', 'absentia', absentia(null), 'not_known'],
    ['filed some day this month', 'absentia', absentia('2026-11'), 'not_known'],
    ['filed some day last month', 'absentia', absentia('2026-10'), 'in_force'],
    ['order not in absentia', 'absentia', absentia('2026-10-01', [], order('2026-09-01')), 'not_automatic'],
    [
      'order not known',
      'absentia',
      absentia('2026-10-01', [], order('2026-09-01', { inAbsentia: null })),
      'not_known',
    ],
    ['to reopen', 'other', [['motion_filed', '2026-10-01', { motionKind: 'reopen' }]], 'not_automatic'],
    ['kind not recorded', 'other', [['motion_filed', '2026-10-01']], 'not_known'],
    ['joint', 'other', [['motion_filed', '2026-10-01', { motionKind: 'joint' }]], 'not_automatic'],
    ['qualifying', 'vawa', vawa({ qualifies: true }), 'in_force'],
    ['not qualifying', 'vawa', vawa({ qualifies: false }), 'not_automatic'],
    ['not known whether qualifying', 'vawa', vawa({}), 'not_known'],
    [
      'denied, appeal not known',
      'vawa',
      vawa({ qualifies: true }, [['motion_decided', '2026-11-01']]),
      'not_known',
    ],
    [
      'finally denied',
      'vawa',
      vawa({ qualifies: true }, [['motion_decided', '2026-11-01', { final: true }]]),
      'ended',
    ],
  ])('%s: %s', (_what, kind, rows, standing) => {
    expect(standingOf(rows, `stay.motion.${kind}`)).toBe(standing);
  });

  it('do not come with a second motion, nor with a ruling that names none of two', () => {
    const two: Row[] = [
      ...absentia('2026-10-01'),
      ['motion_filed', '2026-11-01', { motionKind: 'absentia' }],
    ];
    const standings = (rows: Row[]) =>
      ask(rows)
        .stays.slice(1)
        .map((stay) => stay.standing);
    expect(standings(two)).toEqual(['in_force', 'not_known']);
    expect(standings([...two, ['motion_decided', '2026-11-10']])).toEqual(['not_known', 'not_known']);
    expect(standings([...two, ['motion_decided', '2026-11-10', { motionId: 'f1' }]])).toEqual([
      'ended',
      'not_known',
    ]);
  });

  it('are not certain after an earlier motion that may have been of the kind', () => {
    const after = (earlier: Row): StayStanding | undefined =>
      standingOf(absentia('2026-10-01', [earlier]), 'stay.motion.absentia');
    expect(after(['motion_filed', '2024', { motionKind: 'reopen' }])).toBe('not_known');
    expect(after(['motion_filed', null, {}])).toBe('not_known');
    expect(after(['motion_filed', '2026-11-01', { motionKind: 'reopen' }])).toBe('in_force');
    expect(after(['motion_filed', '2024', { motionKind: 'reconsider' }])).toBe('in_force');
  });
});

describe('stays that are granted', () => {
  const ninth = { ...TODAY, circuit: '9' };
  const petition: Row = ['petition_filed', '2026-11-02'];
  const request = (more: StayFact['attributes'] = {}): Row => [
    'stay_requested',
    '2026-11-03',
    { forum: 'court_of_appeals', ...more },
  ];
  it.each<[string, string, readonly Row[], StayStanding | undefined, StayContext]>([
    ['petition alone', 'petition', [petition], 'not_automatic', TODAY],
    [
      'stay motion elsewhere',
      'petition.temporary',
      [petition, request({ confirmed: true })],
      undefined,
      TODAY,
    ],
    ['stay motion, docket unread', 'petition.temporary', [petition, request()], 'not_known', ninth],
    [
      'stay motion on the docket',
      'petition.temporary',
      [petition, request({ confirmed: true })],
      'in_force',
      ninth,
    ],
    [
      'stay motion denied',
      'petition.temporary',
      [petition, request({ confirmed: true }), ['stay_denied', '2026-11-10', { forum: 'court_of_appeals' }]],
      'ended',
      ninth,
    ],
    [
      'court stay, open',
      'ordered',
      [petition, ['stay_granted', '2026-11-10', { forum: 'court_of_appeals' }]],
      'in_force',
      TODAY,
    ],
    [
      'court stay, petition decided',
      'ordered',
      [
        ['stay_granted', '2026-11-10', { forum: 'court_of_appeals' }],
        ['petition_decided', '2026-11-20'],
      ],
      'not_known',
      TODAY,
    ],
    [
      'stay until a day',
      'ordered',
      [['stay_granted', '2026-11-10', { forum: 'judge', until: '2026-11-22' }]],
      'in_force',
      TODAY,
    ],
    [
      'stay until yesterday',
      'ordered',
      [['stay_granted', '2026-11-10', { forum: 'judge', until: '2026-11-21' }]],
      'ended',
      TODAY,
    ],
    [
      'stay lifted',
      'ordered',
      [
        ['stay_granted', '2026-11-10', { forum: 'judge' }],
        ['stay_lifted', null],
      ],
      'ended',
      TODAY,
    ],
    [
      'stay then denied',
      'ordered',
      [
        ['stay_granted', '2026-11-10', { forum: 'judge' }],
        ['stay_denied', '2026-11-12', { forum: 'judge' }],
      ],
      'ended',
      TODAY,
    ],
    [
      'denied elsewhere',
      'ordered',
      [
        ['stay_granted', '2026-11-10', { forum: 'judge' }],
        ['stay_denied', '2026-11-12', { forum: 'dhs' }],
      ],
      'in_force',
      TODAY,
    ],
    ['stay by nobody', 'ordered', [['stay_granted', '2026-11-10']], 'not_known', TODAY],
    ['stay on some day', 'ordered', [['stay_granted', null, { forum: 'judge' }]], 'not_known', TODAY],
    [
      'DHS stay without an end',
      'ordered',
      [['stay_granted', '2026-11-10', { forum: 'dhs' }]],
      'not_known',
      TODAY,
    ],
    ['I-246 pending', 'i246', [['i246_filed', '2026-11-10']], 'not_automatic', TODAY],
    ['I-246 granted', 'i246', [['i246_granted', '2026-01-10', { until: '2026-12-31' }]], 'in_force', TODAY],
    ['I-246 over', 'i246', [['i246_granted', '2025-01-10', { until: '2026-01-10' }]], 'ended', TODAY],
    ['I-246 without an end', 'i246', [['i246_granted', '2026-01-10']], 'not_known', TODAY],
    ['I-246 granted some day', 'i246', [['i246_granted', null, { until: '2026-12-31' }]], 'not_known', TODAY],
    [
      'I-246 denied',
      'i246',
      [
        ['i246_filed', '2026-11-10'],
        ['i246_denied', '2026-11-11'],
      ],
      'not_automatic',
      TODAY,
    ],
    ['bond appeal', 'bond_appeal', [['bond_appeal_filed', '2026-11-10']], 'not_automatic', TODAY],
    ['fear review', 'fear_review', [['fear_review_requested', '2026-11-10']], 'not_automatic', TODAY],
    ['habeas', 'habeas', [['habeas_filed', '2026-11-10']], 'not_automatic', TODAY],
  ])('%s: %s', (_what, id, rows, standing, context) => {
    expect(standingOf(rows, `stay.${id}`, context)).toBe(standing);
  });
});

describe('the answer for today', () => {
  it('is no when the appeal is over and only a petition is filed, and says what does not stay', () => {
    const answer = ask([order('2026-08-03'), ['petition_filed', '2026-11-02']]);
    expect([answer.removalStayed, answer.by, answer.notStayedBy]).toEqual([
      'no',
      [],
      ['stay.appeal', 'stay.petition'],
    ]);
    expect(answer.summary).toBe('Nothing recorded stays removal.');
  });

  it('is not known without an order, never no and never yes', () => {
    expect(ask([]).removalStayed).toBe('not_known');
  });

  it('is yes with the last certain day, and asks for confirmation', () => {
    const answer = ask([order('2026-08-03'), ['i246_granted', '2026-10-01', { until: '2027-01-15' }]]);
    expect([answer.removalStayed, answer.by, answer.until]).toEqual(['yes', ['stay.i246'], '2027-01-15']);
    expect(answer.summary).toContain('until Fri, Jan 15, 2027');
    expect(answer.warnings.join(' ')).toMatch(/confirm with the court/);
  });

  it('has no last day when one stay ends with an event', () => {
    const answer = ask([
      ABSENTIA,
      ['motion_filed', '2026-10-01', { motionKind: 'absentia' }],
      ['i246_granted', '2026-10-01', { until: '2027-01-15' }],
    ]);
    expect([answer.until, answer.untilEvent]).toEqual([null, 'the judge’s ruling on the motion']);
  });

  it('always says that asking for a stay tells ICE where the client is', () => {
    expect(ask([]).warnings[0]).toMatch(/tells ICE where the client is/);
  });

  it('shows the practice of the Second Circuit as no stay', () => {
    const [, petition] = ask([order('2026-08-03'), ['petition_filed', '2026-11-02']], {
      ...TODAY,
      circuit: '2',
    }).stays;
    expect([petition!.standing, petition!.warnings[0]]).toEqual([
      'not_automatic',
      expect.stringContaining('forbearance'),
    ]);
  });

  it('refuses a day that does not exist', () => {
    expect(() => ask([['i246_granted', '2026-02-30']])).toThrow('A date is written');
    expect(() => ask([], { today: '2026-13-01' })).toThrow('A day is written');
  });
});

describe('the pack of stays', () => {
  it('names a source for each and counts as unverified until an attorney has read it', () => {
    expect(STAYS_PACK.every((record) => record.source.length > 0 && record.citation.length > 3)).toBe(true);
    expect(STAYS_PACK.filter((record) => record.checkedBy !== null)).toEqual([]);
    expect(new Set(STAYS_PACK.map((record) => record.id)).size).toBe(STAYS_PACK.length);
    expect(stayById('stay.unknown')).toBeNull();
  });

  it('stops warning about a record that an attorney has verified', () => {
    const verifications = [{ ruleId: 'stay.i246', version: 1, by: 'A. Attorney', on: '2026-11-22' }];
    const rows: Row[] = [['i246_filed', '2026-11-10']];
    const found = (context: StayContext) => ask(rows, context).stays.find((stay) => stay.id === 'stay.i246')!;
    expect([found(TODAY).verified, found({ ...TODAY, verifications }).verified]).toEqual([false, true]);
    expect(found(TODAY).warnings.join()).toContain('Not verified');
  });

  it('keeps a stay unverified while the rule of its period is', () => {
    const by = { by: 'A. Attorney', on: '2026-11-22' };
    const stay = { ...by, ruleId: 'stay.appeal', version: 1 };
    const rule = { ...by, ruleId: 'bia.appeal.30d', version: 4 };
    const verified = (verifications: StayContext['verifications']) =>
      ask([order('2026-11-16')], { ...TODAY, verifications }).stays[0]!.verified;
    expect([verified([stay]), verified([rule]), verified([stay, rule])]).toEqual([false, false, true]);
  });

  it('says when a record is past its review', () => {
    const [stay] = ask([order('2027-02-20')], { today: '2027-02-23' }).stays;
    expect(stay!.warnings.join(' ')).toMatch(/Review due: stay.appeal/);
    expect(ask([order('2026-11-16')]).stays[0]!.warnings.join(' ')).not.toMatch(/Review due/);
  });
});
