import fc from 'fast-check';
import {
  addDays,
  CHHOEUN_INJUNCTION,
  REGISTRY_BILLS,
  RuleInputError,
  SCREENING_AUTHORITIES,
  SCREENING_NEXT_REVIEW,
  screenCambodiaReturn,
  screenChhoeunClass,
  screenCitizenship,
  screenClient,
  screenLaosReturn,
  screenNaturalisation,
  screenRegistry,
  screenRegistryBills,
  screenVietnamReturn,
  type ScreeningFacts,
} from '../index';

const TODAY = '2026-11-22';

describe('registry', () => {
  const fits: ScreeningFacts = {
    firstEnteredOn: '1971-12-31',
    continuousResidence: true,
    goodMoralCharacter: true,
    criminallyInadmissible: false,
    residentRecord: false,
    finalOrder: false,
  };

  it.each([
    [{}, 'may_fit'],
    [{ firstEnteredOn: '1972-01-01' }, 'does_not_fit'],
    [{ firstEnteredOn: '1971' }, 'may_fit'],
    [{ firstEnteredOn: '1972' }, 'does_not_fit'],
    [{ firstEnteredOn: '1980' }, 'does_not_fit'],
    [{ firstEnteredOn: null }, 'needs_facts'],
    [{ continuousResidence: null }, 'needs_facts'],
    [{ goodMoralCharacter: false }, 'does_not_fit'],
    [{ criminallyInadmissible: true }, 'does_not_fit'],
    [{ criminallyInadmissible: null }, 'needs_facts'],
    [{ residentRecord: true }, 'does_not_fit'],
    [{ firstEnteredOn: '1980', continuousResidence: null }, 'does_not_fit'],
  ])('with %p: %s', (change, finding) => {
    const result = screenRegistry({ ...fits, ...change });
    expect(result).toMatchObject({ finding, law: 'in_force' });
    expect(result.questions.length > 0).toBe(Object.values(change).includes(null));
  });

  it('shows the pardon gap unless no crime bars', () => {
    const warned = (facts: ScreeningFacts) => screenRegistry(facts).warnings.join().includes('pardon gap');
    expect(warned({ ...fits, criminallyInadmissible: true })).toBe(true);
    expect(warned({})).toBe(true);
    expect(warned(fits)).toBe(false);
  });

  it.each([
    ['2019-11-22', 'may_fit'],
    ['2019-11-23', 'does_not_fit'],
    ['2019', 'needs_facts'],
    ['2018', 'may_fit'],
  ])(
    'shows a bill seen from November 22, 2026 with entry on %s as %s and as not law',
    (firstEnteredOn, finding) => {
      const results = screenRegistryBills({ ...fits, firstEnteredOn }, { today: TODAY });
      expect(results).toHaveLength(REGISTRY_BILLS.length);
      expect(results[0]).toMatchObject({ finding, law: 'introduced_bill_not_law' });
      expect(results[0].why).toMatch(/^Not law/);
      expect(results[0].warnings.join()).toContain('is not law');
    },
  );
});

describe('returns', () => {
  it.each([
    ['1995-07-11', 'may_fit'],
    ['1995-07-12', 'does_not_fit'],
    ['1995-07', 'needs_facts'],
    ['1995', 'needs_facts'],
    ['1995-06', 'may_fit'],
    ['1996', 'does_not_fit'],
    [null, 'needs_facts'],
  ])('Vietnam with arrival on %s: %s', (firstEnteredOn, finding) => {
    const result = screenVietnamReturn({ citizenships: ['VN'], firstEnteredOn });
    expect(result).toMatchObject({ finding, law: 'agreement_reported' });
    expect(result.warnings.join()).toContain('November 2020');
  });

  it('asks about citizenship and about a return after the limit', () => {
    const perhaps = screenVietnamReturn({ birthCountry: 'VN', firstEnteredOn: '1981' });
    expect(perhaps.finding).toBe('needs_facts');
    expect(perhaps.questions[0]).toContain('citizen of Vietnam');
    const back = screenVietnamReturn({
      citizenships: ['VN'],
      firstEnteredOn: '1981',
      lastEnteredOn: '1999-02',
    });
    expect(back.warnings.join()).toContain('came back after the limit');
    expect(screenVietnamReturn({ citizenships: ['LA'], birthCountry: 'LA' }).finding).toBe('does_not_fit');
  });

  it('gives the facts on Cambodia and Laos without calling them a shield', () => {
    const cambodia = screenCambodiaReturn({ citizenships: ['kh'] });
    expect(cambodia).toMatchObject({ finding: 'information', law: 'agreement_reported' });
    expect(cambodia.questions.join()).toContain('interviewed by Cambodian officials');
    const laos = screenLaosReturn({ citizenships: ['LA'] });
    expect(laos).toMatchObject({ finding: 'information', law: 'no_agreement_reported' });
    expect(laos.why).toContain('June 2025');
    expect(screenLaosReturn({ citizenships: ['VN'], birthCountry: 'VN' }).finding).toBe('does_not_fit');
    expect(screenLaosReturn({ birthCountry: 'TH' }).finding).toBe('needs_facts');
  });

  it.each([
    [
      { citizenships: ['LA'], birthCountry: 'TH', bornInCamp: true },
      'information',
      'names? Thailand|name Thailand',
    ],
    [{ citizenships: ['LA'], birthCountry: 'TH' }, 'needs_facts', 'refugee camp in Thailand'],
    [{ birthCountry: 'TH', bornInCamp: true }, 'needs_facts', 'citizen, if of any'],
    [{ citizenships: ['TH'], birthCountry: 'TH', bornInCamp: true }, 'information', 'name Thailand'],
    [{ citizenships: ['KH'], birthCountry: 'VN' }, 'information', 'removal order name'],
    [{ citizenships: ['KH'] }, 'needs_facts', 'was the person born'],
    [{ citizenships: [], birthCountry: 'KH' }, 'needs_facts', 'citizen, if of any'],
  ])('tells citizenship from birth: %p', (facts, finding, question) => {
    const result = screenCitizenship(facts);
    expect(result.finding).toBe(finding);
    expect(result.questions.join()).toMatch(new RegExp(question));
  });

  it('has nothing to ask when citizenship and birth are the same', () =>
    expect(screenCitizenship({ citizenships: ['KH'], birthCountry: 'KH' })).toMatchObject({
      finding: 'information',
      questions: [],
      warnings: [],
    }));
});

describe('the Chhoeun class', () => {
  it('keeps proper names inside its sentence', () => {
    expect(screenChhoeunClass({}).why).toMatch(
      /^Open: national of Cambodia; in the United States; .*from ICE custody/,
    );
  });

  const member: ScreeningFacts = {
    citizenships: ['KH'],
    inUnitedStates: true,
    finalOrder: true,
    releasedAfterOrder: true,
    laterViolation: false,
  };

  it.each([
    [{}, 'may_fit'],
    [{ citizenships: ['VN'], birthCountry: 'VN' }, 'does_not_fit'],
    [{ citizenships: null, birthCountry: 'KH' }, 'needs_facts'],
    [{ finalOrder: false }, 'does_not_fit'],
    [{ releasedAfterOrder: null }, 'needs_facts'],
    [{ laterViolation: true }, 'does_not_fit'],
    [{ laterViolation: null }, 'needs_facts'],
    [{ inUnitedStates: false }, 'does_not_fit'],
  ])('with %p: %s, and never as confirmed law', (change, finding) => {
    const result = screenChhoeunClass({ ...member, ...change });
    expect(result).toMatchObject({ finding, law: 'court_order_force_not_confirmed' });
    expect(result.warnings.join()).toContain('not confirmed');
    expect(result.lawNote).toContain('Apr 27, 2020');
  });

  it('counts fourteen days from the mailing of a notice', () => {
    expect(screenChhoeunClass({ ...member, noticeMailedOn: '2026-12-20' }).dates).toMatchObject([
      { on: '2027-01-03' },
    ]);
    expect(screenChhoeunClass(member).dates).toEqual([]);
    expect(CHHOEUN_INJUNCTION.confirmedInForceOn).toBeNull();
  });
});

describe('naturalisation after a pardon', () => {
  it.each([
    [{ pardonOn: '2020-01-01', naturalisationFilingOn: '2025-01-02' }, 'may_fit'],
    [{ pardonOn: '2020-01-02', naturalisationFilingOn: '2025-01-02' }, 'does_not_fit'],
    [{ pardonOn: '2020', naturalisationFilingOn: '2025-01-02' }, 'needs_facts'],
    [{ pardonOn: '2019', naturalisationFilingOn: '2025' }, 'may_fit'],
    [{ pardonOn: '2022-01-01', naturalisationFilingOn: '2025-01-02', spouseOfCitizen: true }, 'may_fit'],
    [{ pardonOn: '2022-01-01' }, 'needs_facts'],
    [{ naturalisationFilingOn: '2025' }, 'needs_facts'],
  ])('with %p: %s', (facts, finding) => expect(screenNaturalisation(facts).finding).toBe(finding));

  it('gives the first filing day that fits, and it fits', () => {
    const { dates } = screenNaturalisation({ pardonOn: '2024-02-29' });
    expect(dates).toMatchObject([{ on: '2029-03-01' }]);
    expect(
      screenNaturalisation({ pardonOn: '2024-02-29', naturalisationFilingOn: dates[0].on }).finding,
    ).toBe('may_fit');
  });

  it.each([
    ['1990-11-28', false, false],
    ['1990-11-29', true, false],
    ['1990-11', false, true],
    [false, false, false],
  ] as const)('an aggravated felony on %s', (aggravatedFelonyOn, forGood, open) => {
    const text = screenNaturalisation({ aggravatedFelonyOn, finalOrder: false }).warnings.join();
    expect([text.includes('is disputed'), text.includes('exact day of conviction')]).toEqual([forGood, open]);
    expect(text).not.toContain('final order');
  });
});

describe('the whole screening', () => {
  it('shows bills only when asked, and only what can concern the person', () => {
    const topics = (facts: ScreeningFacts, includeBills?: boolean) =>
      screenClient(facts, { today: TODAY, includeBills }).map(({ topic }) => topic);
    expect(topics({ citizenships: ['LA'], birthCountry: 'TH' })).toEqual([
      'citizenship',
      'return_laos',
      'registry',
      'naturalisation',
    ]);
    expect(topics({}, true)).toEqual([
      'citizenship',
      'return_vietnam',
      'return_cambodia',
      'chhoeun_class',
      'return_laos',
      'registry',
      'registry_bill',
      'naturalisation',
    ]);
  });

  it('says that it is stale after its review day', () => {
    const stale = (today: string) =>
      screenClient({}, { today }).every(({ warnings }) => warnings.join().includes('Stale'));
    expect([stale(SCREENING_NEXT_REVIEW), stale(addDays(SCREENING_NEXT_REVIEW, 1))]).toEqual([false, true]);
  });

  it('rests on authorities with a date, and an address exactly where they are sourced', () => {
    for (const authority of Object.values(SCREENING_AUTHORITIES)) {
      expect(authority.asOf).toBe('2026-11-22');
      expect(authority.address !== null).toBe(authority.provenance === 'sourced');
    }
    for (const { authorities } of screenClient({}, { today: TODAY, includeBills: true })) {
      expect(authorities.length).toBeGreaterThan(0);
    }
  });

  it.each([
    [{ firstEnteredOn: '1972-02-30' }, 'firstEnteredOn'],
    [{ pardonOn: 'soon' }, 'pardonOn'],
    [{ naturalisationFilingOn: '2025-13' }, 'naturalisationFilingOn'],
    [{ noticeMailedOn: '2026-12' }, 'noticeMailedOn'],
    [{ aggravatedFelonyOn: '1'.repeat(1e5) }, 'aggravatedFelonyOn'],
  ])('refuses a malformed date, naming the field', (facts, path) => {
    try {
      screenClient(facts, { today: TODAY });
      throw new Error('accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(RuleInputError);
      expect(error).toMatchObject({ code: 'malformed_day', path });
    }
  });

  const day = fc.integer({ min: 0, max: 26_000 }).map((n) => addDays('1955-01-01', n));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
  const bool = maybe(fc.boolean());
  const facts = fc.record({
    firstEnteredOn: maybe(partial),
    lastEnteredOn: maybe(partial),
    citizenships: maybe(fc.subarray(['VN', 'KH', 'LA', 'TH', 'US'])),
    birthCountry: maybe(fc.constantFrom('VN', 'KH', 'LA', 'TH', 'FR')),
    bornInCamp: bool,
    inUnitedStates: bool,
    continuousResidence: bool,
    goodMoralCharacter: bool,
    criminallyInadmissible: bool,
    residentRecord: bool,
    finalOrder: bool,
    releasedAfterOrder: bool,
    laterViolation: bool,
    pardonOn: maybe(partial),
    spouseOfCitizen: bool,
    naturalisationFilingOn: maybe(partial),
  });

  it('asks whenever facts are missing, and takes no fit from a missing one', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const result of screenClient(given, { today: TODAY, includeBills: true })) {
          if (result.finding === 'needs_facts') expect(result.questions.length).toBeGreaterThan(0);
          if (result.topic === 'registry' && result.finding === 'may_fit') {
            expect(given.firstEnteredOn !== null && given.firstEnteredOn < '1972').toBe(true);
          }
          expect((result.law === 'introduced_bill_not_law') === (result.topic === 'registry_bill')).toBe(
            true,
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  it('says the same of a partial date as of every day in it, or asks', () => {
    fc.assert(
      fc.property(partial, fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (date, d, m) => {
        const pad = (n: number) => String(n).padStart(2, '0');
        const full = date + `-${pad(m)}-${pad(d)}`.slice(date.length - 4);
        for (const screen of [screenVietnamReturn, screenRegistry]) {
          const known = {
            citizenships: ['VN'],
            continuousResidence: true,
            goodMoralCharacter: true,
          } as const;
          const rest = { ...known, criminallyInadmissible: false, residentRecord: false };
          const rough = screen({ ...rest, firstEnteredOn: date }).finding;
          if (rough !== 'needs_facts') expect(screen({ ...rest, firstEnteredOn: full }).finding).toBe(rough);
        }
      }),
    );
  });
});
