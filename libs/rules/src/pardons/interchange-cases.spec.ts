import { pardonEffectReport } from './index';
import { charged, CLEAR, entry, pardoned, theft } from './interchange.fixtures';
import { cpuMs } from '../cpu-time.fixture';

type Case = [id: string, entry: object, overall: string, charges: Array<[string, string, string]>];

/** A crime of one state with the features given and every other one answered no. */
const crime = (state: string, flags: object, more: object = {}) => ({
  id: 'c',
  state,
  offence: 'the offence',
  pleaDate: '1998-05',
  flags: { ...CLEAR, moralTurpitude: false, aggravatedFelony: true, ...flags },
  ...more,
});
const agg = charged('237a2Aiii', ['c']);
const by = (jurisdiction: string, more: object = {}) => [pardoned(['c'], { jurisdiction, ...more })];

/** The public cases in the interchange form, as somebody would write them who never saw the code. */
const CASES: Case[] = [
  [
    'T01',
    {
      circuit: '2',
      convictions: [crime('NY', { firearm: true }, { ageAtOffence: 15 })],
      pardons: by('NY'),
      charges: [agg],
    },
    'PARTIAL_OTHER_RELIEF_NEEDED',
    [
      ['237a2Aiii', 'CHARGED', 'WAIVED'],
      ['237a2C', 'LATENT', 'NOT_WAIVED'],
    ],
  ],
  [
    'T03',
    {
      convictions: [crime('MI', {}, { expunged: '2018' })],
      pardons: by('MI', { signed: '2025-10-22' }),
      charges: [{ ...agg, orderDate: ['2001', '2002'] }],
    },
    'INSUFFICIENT_FACTS',
    [['237a2Aiii', 'CHARGED', 'NEEDS_FACTS']],
  ],
  [
    'T03, before the pardon',
    {
      convictions: [crime('MI', {})],
      pardons: by('MI', { type: 'expungement', instrumentKind: null }),
      charges: [agg],
    },
    'PARDON_NOT_ENOUGH',
    [['237a2Aiii', 'CHARGED', 'NOT_WAIVED']],
  ],
  [
    'T06',
    {
      circuit: '3d Cir.',
      convictions: [crime('NY', { substance: 'cocaine', drug: null })],
      pardons: by('NY'),
      charges: [agg, charged('237a2Bi', ['c']), charged('237a1A', [])],
    },
    'PARDON_NOT_ENOUGH',
    [
      ['237a2Aiii', 'CHARGED', 'WAIVED'],
      ['237a2Bi', 'CHARGED', 'NOT_WAIVED'],
      ['237a1A', 'CHARGED', 'NOT_WAIVED'],
    ],
  ],
  [
    'T07',
    {
      convictions: [crime('GA', { childVictim: true })],
      pardons: by('GA', { grantor: 'State Board of Pardons and Paroles' }),
      charges: [agg, charged('237a2Ei', ['c'])],
    },
    'PARDON_NOT_ENOUGH',
    [
      ['237a2Aiii', 'CHARGED', 'WAIVED'],
      ['237a2Ei', 'CHARGED', 'NOT_WAIVED'],
    ],
  ],
  [
    'T08',
    {
      circuit: '11',
      convictions: [crime('FL', {})],
      pardons: by('FL'),
      charges: [charged('212a2AiI', ['c'])],
    },
    'PARDON_NOT_ENOUGH',
    [['212a2AiI', 'CHARGED', 'NOT_WAIVED']],
  ],
  [
    'T09',
    {
      circuit: '11',
      convictions: [crime('US', { moralTurpitude: true, aggravatedFelony: false })],
      pardons: by('AL', { grantor: 'board', carveOuts: ['firearms', 'habitual offender'] }),
      charges: [charged('237a2Ai', ['c'])],
    },
    'PARDON_NOT_ENOUGH',
    [['237a2Ai', 'CHARGED', 'NOT_WAIVED']],
  ],
  [
    'T10',
    {
      circuit: '1',
      convictions: [crime('CT', {})],
      pardons: by('CT', {
        grantor: 'board',
        kind: 'absolute pardon',
        instrumentKind: null,
        voted: '2019-03-20',
        signed: '2019-03-27',
      }),
      charges: [agg],
    },
    'PARTIAL_OTHER_RELIEF_NEEDED',
    [['237a2Aiii', 'CHARGED', 'CONTESTED']],
  ],
  [
    'T11',
    {
      circuit: '9',
      convictions: [crime('CA', { victimRelationship: 'spouse', domestic: null })],
      pardons: by('CA'),
      charges: [agg],
    },
    'PARTIAL_OTHER_RELIEF_NEEDED',
    [
      ['237a2Aiii', 'CHARGED', 'WAIVED'],
      ['237a2Ei', 'LATENT', 'NOT_WAIVED'],
    ],
  ],
  [
    'T13',
    { convictions: [crime('CA', { firearm: null, weapon: 'knife' })], pardons: by('CA'), charges: [agg] },
    'TERMINATION_EXPECTED',
    [['237a2Aiii', 'CHARGED', 'WAIVED']],
  ],
];

describe('the public cases in the interchange form', () => {
  it.each(CASES)('%s', (id, facts, overall, charges) => {
    const report = pardonEffectReport({ id, ...facts });
    expect(report.charges.map(({ groundId, origin, effect }) => [groundId, origin, effect])).toEqual(charges);
    expect(report).toMatchObject({ id, overall });
  });

  it('T09 fails twice, and the fit of the board is shown', () => {
    const [, facts] = CASES.find(([id]) => id === 'T09')!;
    const { instrumentFindings } = pardonEffectReport({ id: 'T09', ...facts });
    expect(instrumentFindings.filter(({ result }) => result === 'FAIL').map(({ test }) => test)).toEqual([
      'fullUnconditional',
      'sovereign',
    ]);
    expect(instrumentFindings[0].quoteRef).toContain('ARGUABLE_BOARD');
  });
});

describe('other ways of writing the same', () => {
  const overall = (more: object) => pardonEffectReport(entry(more)).overall;

  it('takes features in a list, which says nothing of what is not in it', () => {
    expect(overall({ convictions: [theft('a', { flags: ['firearm'] }), theft('b')] })).toBe(
      'PARTIAL_OTHER_RELIEF_NEEDED',
    );
    expect(overall({ convictions: [theft('a', { flags: [] }), theft('b')] })).toBe('INSUFFICIENT_FACTS');
  });

  it('asks for the consent of a second body where there is one, and for a doubt that its name does not settle', () => {
    const two = [theft('a', { state: 'MA' }), theft('b', { state: 'MA' })];
    const granted = (more: object) =>
      overall({ convictions: two, pardons: [pardoned(['a', 'b'], { jurisdiction: 'MA', ...more })] });
    expect(granted({})).toBe('INSUFFICIENT_FACTS');
    expect(granted({ consented: '2025-07-09' })).toBe('TERMINATION_EXPECTED');
    expect(granted({ effective: '2025-07-09' })).toBe('TERMINATION_EXPECTED');
    expect(granted({ effective: '2025-07-09', fullUnconditional: 'unclear' })).toBe('INSUFFICIENT_FACTS');
  });

  it('takes the state of the grant from the sovereign that convicted, when it is said to be the same', () => {
    const bare = pardoned(['a', 'b'], { jurisdiction: null });
    expect(overall({ pardons: [bare] })).toBe('INSUFFICIENT_FACTS');
    expect(overall({ pardons: [{ ...bare, sovereign: 'yes' }] })).toBe('TERMINATION_EXPECTED');
    const two = [theft('a'), theft('b', { state: 'NJ' })];
    expect(overall({ convictions: two, pardons: [{ ...bare, sovereign: 'yes' }] })).toBe(
      'INSUFFICIENT_FACTS',
    );
  });
});

it('answers thousands of instruments and charges in bounded time', () => {
  const ids = Array.from({ length: 3_000 }, (_, at) => `c${at}`);
  const started = cpuMs();
  pardonEffectReport(
    entry({
      convictions: ids.map((id) => theft(id)),
      pardons: ids.slice(1).map((id) => pardoned([id], { id: `p ${id}` })),
      charges: ids.map((id) => charged('237a2Aiii', [id], { id: `charge ${id}` })),
    }),
  );
  expect(cpuMs() - started).toBeLessThan(4_000);
});
