import { APPLICABILITY_RULES, AUTHORITIES, GROUNDS } from '../packs/grounds';
import { monthsIn } from './five-years';
import { pardonEffect } from './index';
import { charge, conviction, input, pardon } from './pardons.fixtures';
import type { AdmissionHistory, Conviction } from './types';

const chargeOf = (
  code: string,
  change: Partial<Conviction>,
  pardons = [pardon(['x'], { instrumentKind: 'commutation' })],
) =>
  pardonEffect(
    input({
      circuit: '9',
      convictions: [{ ...conviction('x'), ...change }],
      pardons,
      charges: [charge(code, ['x'])],
    }),
  ).charges[0];
const issues = (code: string, change: Partial<Conviction>) =>
  chargeOf(code, change).issues?.map(({ code: issue, finding }) => `${issue} ${finding}`);
const dated = (pleaOn: string | null) => ({ pleaOn, sentencedOn: null });

describe('whether a ground ever applied', () => {
  it.each<[string, string | null, string[]]>([
    [
      '237a02Aiii',
      '1988-11-17',
      ['aggravated_felony_1988 may_not_apply', 'former_212c may_help', 'judicial_recommendation may_help'],
    ],
    ['237a02Aiii', '1988-11-18', ['former_212c may_help', 'judicial_recommendation may_help']],
    [
      '237a02Aiii',
      '1988',
      ['aggravated_felony_1988 date_not_known', 'former_212c may_help', 'judicial_recommendation may_help'],
    ],
    ['237a02Aiii', '1996-04-24', ['former_212c_limited may_help']],
    ['237a02Aiii', '1997-04-01', []],
    ['237a02C', '1990', ['firearm_1991 may_not_apply', 'former_212c may_help']],
    ['237a02C', '1992', ['former_212c may_help']],
    ['237a02Ei', '1996-09-30', ['domestic_1996 may_not_apply']],
    ['237a02Ei', '1996-10-01', []],
    ['237a02Ei', '1996', ['domestic_1996 date_not_known']],
    ['237a02Ei', null, ['domestic_1996 date_not_known']],
    ['237a03A', null, []],
  ])('%s and a plea of %s', (code, pleaOn, expected) =>
    expect(issues(code, dated(pleaOn))).toEqual(expected),
  );

  it('is general knowledge, shows its circuits, and asks for a missing date without changing the effect', () => {
    const old = chargeOf('237a02Aiii', dated('1987'));
    expect(old).toMatchObject({ effect: 'not_lifted', reasonCode: 'instrument_not_a_pardon' });
    const [issue] = old.issues ?? [];
    expect(issue.authorities.find(({ cite }) => cite.startsWith('Ledezma'))).toMatchObject({
      weight: 'this_circuit',
      provenance: 'general_knowledge',
      verified: false,
    });
    expect(old.otherRoutes[0]).toContain('18 November 1988');
    expect(old.otherRoutes.filter((route) => route.includes('212(c)'))).toHaveLength(1);
    expect(chargeOf('237a02Ei', dated(null)).missingFacts.join()).toContain('30 September 1996');
    expect(chargeOf('237a02C', dated('2004')).otherRoutes.join()).not.toMatch(/212\(c\)|1991/);
  });

  it('is not asked about a charge that is lifted', () => {
    const lifted = chargeOf('237a02Aiii', dated('1988'), [pardon(['x'])]);
    expect(lifted).toMatchObject({ effect: 'lifted', missingFacts: [] });
    expect(lifted.issues?.length).toBeGreaterThan(0);
  });

  it('looks at youth, and at a trial where there was no plea', () => {
    expect(issues('237a02C', { ...dated('2004'), ageAtOffence: 16 })).toEqual(['under_18 may_not_apply']);
    expect(issues('237a02C', { ...dated('2004'), ageAtOffence: 18 })).toEqual([]);
    expect(issues('237a02Bi', { pleaOn: null, verdictOn: '1994-05', sentencedOn: '1994-07' })).toEqual([]);
  });

  it('names only grounds and authorities of the pack', () => {
    const ids = new Set(GROUNDS.map(({ id }) => id));
    for (const { groundIds, authorities, provenance } of APPLICABILITY_RULES) {
      for (const id of groundIds) expect(ids.has(id)).toBe(true);
      for (const key of authorities) expect(AUTHORITIES[key].provenance).toBe('general_knowledge');
      expect(provenance).toBe('general_knowledge');
    }
  });
});

describe('clause (i), which nobody charged', () => {
  const clauseOne = (admission: AdmissionHistory | null, change: Partial<Conviction>) =>
    pardonEffect(
      input({
        admission,
        convictions: [{ ...conviction('x', { flags: { moralTurpitude: 'yes' } }), ...change }],
        pardons: [pardon(['x'], { instrumentKind: 'conditional' })],
      }),
    ).charges.find(({ groundId }) => groundId === '237a2Ai')?.effect;
  const refugee = { admittedOn: '1982-05-01', asRefugee: true, adjustedOn: '1984-02', trips: [] };
  const offence = { offenceOn: '1994-06', maximumSentence: '7 years' };

  it('fits within five years of any admission when a year was possible', () => {
    expect(clauseOne(refugee, { ...offence, offenceOn: '1988-12-24' })).toBe('not_lifted');
    expect(clauseOne({ ...refugee, trips: [{ returnedOn: '1991' }] }, offence)).toBe('not_lifted');
  });

  it('does not fit outside them all, or when no year was possible', () => {
    expect(clauseOne(refugee, offence)).toBe('not_applicable');
    expect(clauseOne(null, { ...offence, maximumSentence: '364 days' })).toBe('not_applicable');
  });

  it.each<[AdmissionHistory | null, Partial<Conviction>]>([
    [null, offence],
    [refugee, { ...offence, offenceOn: null }],
    [{ ...refugee, trips: null }, offence],
    [{ ...refugee, trips: [{ returnedOn: null }] }, offence],
    [{ ...refugee, admittedOn: null }, offence],
    [refugee, { ...offence, offenceOn: '1989' }],
    [refugee, { offenceOn: '1983', maximumSentence: null }],
  ])('stays a question while something is missing: %j', (admission, change) =>
    expect(clauseOne(admission, change)).toBe('needs_facts'),
  );

  it.each([
    ['364 days', 364 * (12 / 365)],
    ['1 year', 12],
    ['15 years to life', 1_200],
    ['1 year and 6 months', 18],
    ['4-year term', 48],
    ['as the court directs', null],
    [null, null],
  ])('reads a sentence of %p', (text, months) => {
    if (months === null) expect(monthsIn(text)).toBeNull();
    else expect(monthsIn(text)).toBeCloseTo(months);
  });
});

describe('inadmissible at entry', () => {
  it('asks for its dates only while they are missing', () => {
    const entry = (admission: AdmissionHistory | null) =>
      pardonEffect(
        input({
          admission,
          convictions: [conviction('x')],
          pardons: [pardon(['x'])],
          charges: [charge('237a01A', ['x'])],
        }),
      ).charges[0];
    expect(entry(null)).toMatchObject({
      effect: 'contested',
      missingFacts: [expect.stringContaining('before or after')],
    });
    expect(entry({ admittedOn: '1982' })).toMatchObject({ effect: 'contested', missingFacts: [] });
  });
});

describe('travel', () => {
  const note = (admission: AdmissionHistory | null, flags = {}, sentence: string | null = null) =>
    pardonEffect(
      input({
        admission,
        convictions: ['x', 'y'].map((id) => ({ ...conviction(id, { flags }), sentence })),
        pardons: [pardon(['x', 'y'])],
      }),
    );
  it('warns by overlap with 212(a)(2), by sentences together, and by trips after a conviction', () => {
    expect(note(null).travelWarning).toBe(false);
    expect(note(null, {}, '3 years')).toMatchObject({
      travelWarning: true,
      travelNote: expect.stringContaining('212(a)(2)(B)'),
    });
    const moral = { moralTurpitude: 'yes' };
    expect(note({ trips: [{ returnedOn: '2001' }] }, moral).travelNote).toContain('101(a)(13)(C)');
    expect(note({ trips: [{ returnedOn: '1990' }] }, moral).travelNote).not.toContain('101(a)(13)(C)');
    expect(note({ trips: null }, moral).travelNote).toContain('ask for every one');
  });
});

describe('one scheme', () => {
  const scheme = (...schemes: Array<string | null>) =>
    pardonEffect(
      input({
        convictions: schemes.map((one, at) => ({
          ...conviction(`c${at}`, { flags: { moralTurpitude: 'yes' } }),
          scheme: one,
        })),
        pardons: [pardon(['c0'])],
        charges: [
          charge(
            '237a02Aii',
            schemes.map((_, at) => `c${at}`),
          ),
        ],
      }),
    ).charges[0];
  it('is asked about once, and contested when recorded', () => {
    const open = scheme(null, null, null);
    expect(open).toMatchObject({ effect: 'not_lifted', reasonCode: 'two_or_more_left' });
    expect(open.missingFacts.filter((fact) => fact.includes('single scheme'))).toHaveLength(1);
    expect(scheme('other', 'night', 'night')).toMatchObject({
      effect: 'contested',
      reasonCode: 'one_scheme_left',
    });
    expect(scheme('other', 'night', 'day').missingFacts.join()).not.toContain('single scheme');
  });
});
