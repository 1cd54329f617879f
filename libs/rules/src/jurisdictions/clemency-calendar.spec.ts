import fc from 'fast-check';
import {
  addDays,
  CLEMENCY_PACK_VERSION,
  clemencyCalendar,
  clemencyPractice,
  clemencyPractices,
  foundation,
  foundedPractice,
  isDay,
  pardonJurisdictions,
  RuleInputError,
  validateClemencyPack,
  type ClemencyDate,
  type ClemencyFacts,
} from '../index';

const TODAY = '2026-11-22';
const run = (facts: Partial<ClemencyFacts> & { jurisdiction: string }) =>
  clemencyCalendar({ today: TODAY, ...facts });
const of = (facts: Partial<ClemencyFacts> & { jurisdiction: string }, key: string): ClemencyDate => {
  const found = run(facts).items.find((item) => item.key.startsWith(key));
  if (!found) throw new Error(`no item ${key}`);
  return found;
};
const note = (facts: Partial<ClemencyFacts> & { jurisdiction: string }, topic: string) =>
  run(facts).notes.filter((entry) => entry.topic === topic);

describe('the pack of procedures', () => {
  it('has one record for each of the 53 authorities, and every fact says what it rests on', () => {
    const codes = clemencyPractices().items.map(({ code }) => code);
    expect([...codes].sort()).toEqual(
      pardonJurisdictions()
        .items.map(({ code }) => code)
        .sort(),
    );
    expect(new Set(codes).size).toBe(53);
    for (const { code, cutoffs, clocks, reapply, second, wait } of clemencyPractices().items) {
      for (const { basis } of [...cutoffs, ...clocks, ...reapply, ...(second ? [second] : []), wait]) {
        const { provenance, sources } = foundation(code, basis);
        expect([code, provenance, sources.length > 0]).toEqual([code, provenance, provenance === 'sourced']);
      }
    }
  });

  it('passes the checks of the build, which find what is wrong', () => {
    expect(validateClemencyPack()).toEqual([]);
    const [first] = clemencyPractices().items;
    const wrong = {
      ...first,
      wait: { ...first.wait, rule: 'fixed', terms: [] },
      sessions: { what: 'x', perYear: 1, months: [13], basis: 'cadence' },
      expedite: { ...first.expedite, inForceFrom: '2026-02-30' },
      records: { ...first.records, basis: { keys: ['nothing'] } },
    } as const;
    expect(validateClemencyPack([wrong]).map(({ fault }) => fault)).toEqual([
      'what is sourced has a page',
      'a fixed wait has terms',
      'months exist',
      'days exist',
    ]);
    expect(clemencyPractices().version).toBe(CLEMENCY_PACK_VERSION);
  });

  it('is stale after its review day, unless the office has looked since', () => {
    const stale = (today: string, on?: string) =>
      run({ jurisdiction: 'IL', today, ...(on ? { verification: { by: 'A. Attorney', on } } : {}) }).stale;
    expect([stale('2027-02-22'), stale('2027-02-23'), stale('2027-03-01', '2027-02-01')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(stale('2027-08-01', '2027-02-01')).toBe(true);
  });

  it('says the same years as the text it stands beside', () => {
    for (const { code, wait } of clemencyPractices().items) {
      const text = pardonJurisdictions().items.find((item) => item.code === code)!.waitingPeriod.text;
      for (const { years } of wait.terms) {
        if (years > 0) expect([code, text]).toEqual([code, expect.stringContaining(String(years))]);
      }
    }
  });

  it('names the authorities that cannot act without their board, and the second bodies', () => {
    const rule = (wanted: string) =>
      clemencyPractices()
        .items.filter(({ second }) => second?.rule === wanted)
        .map(({ code }) => code)
        .sort();
    expect(rule('cannot_act_without')).toEqual(['AZ', 'DE', 'LA', 'OK', 'PA', 'TX']);
    expect(rule('must_consent')).toEqual(['MA', 'NH', 'RI']);
    const model = pardonJurisdictions().items.filter(
      ({ decisionModel }) => decisionModel.text === 'governor_requires_board_recommendation',
    );
    expect(model.map(({ code }) => code).sort()).toEqual(rule('cannot_act_without'));
  });

  it('asks for certified records first where a grant seals or erases', () => {
    const first = clemencyPractices().items.filter(({ records }) => records.certifyFirst);
    expect(first.map(({ code, records }) => [code, records.effect])).toEqual([
      ['CT', 'erased'],
      ['IL', 'may_be_expunged'],
      ['MN', 'expunged'],
      ['SD', 'sealed'],
      ['UT', 'expunged'],
    ]);
    expect(note({ jurisdiction: 'SD' }, 'records')).toMatchObject([{ urgent: true }]);
  });
});

describe('earliest filing day', () => {
  it.each([
    ['ME', { sentenceEndedOn: '2020-02-29' }, '2025-02-28', 'sourced'],
    ['CO', { sentenceEndedOn: '2015-06-01' }, '2025-06-01', 'sourced'],
    ['IN', { sentenceEndedOn: '2015-06-01' }, '2020-06-01', 'general_knowledge'],
    ['CT', { level: 'felony', disposedOn: '2021-03-04' }, '2026-03-04', 'sourced'],
    ['CT', { level: 'misdemeanor', disposedOn: '2021-03-04' }, '2024-03-04', 'sourced'],
    ['GA', { level: 'sex_offence', sentenceEndedOn: '2019-01-10' }, '2029-01-10', 'sourced'],
    ['MN', { sentenceEndedOn: '2022-12-31' }, '2027-12-31', 'sourced'],
    ['WI', { sentenceEndedOn: '2021-07-04', level: 'felony' }, '2026-07-04', 'sourced'],
    ['FED', { releasedOn: '2022-05-06' }, '2027-05-06', 'sourced'],
    ['FED', { confined: false, sentencedOn: '2021-05-06' }, '2026-05-06', 'sourced'],
    ['DC', { releasedOn: '2022-05-06' }, '2027-05-06', 'sourced'],
    ['ID', { level: 'dui_or_vehicular', sentenceEndedOn: '2010-05-06' }, '2025-05-06', 'sourced'],
    ['TX', { level: 'deferred_adjudication', sentenceEndedOn: '2010-05-06' }, '2020-05-06', 'sourced'],
  ] as const)('%s with %p is %s (%s)', (jurisdiction, facts, on, provenance) => {
    expect(of({ jurisdiction, ...facts }, 'earliest_filing')).toMatchObject({
      state: 'dated',
      on,
      provenance,
    });
  });

  it.each([
    ['IL', 'none_fixed'],
    ['NY', 'none_fixed'],
    ['PA', 'none_fixed'],
    ['WA', 'none_fixed'],
    ['PR', 'not_known'],
    ['NM', 'not_known'],
    ['MA', 'not_known'],
  ])('%s is %s', (jurisdiction, state) =>
    expect(of({ jurisdiction }, 'earliest_filing')).toMatchObject({ state, on: null }),
  );

  it('asks for the event instead of inventing it, and keeps a partial date as a window', () => {
    const asked = of({ jurisdiction: 'ME' }, 'earliest_filing');
    expect(asked).toMatchObject({ state: 'needs_facts', on: null });
    expect(asked.question).toContain('sentence end');
    expect(of({ jurisdiction: 'ME', sentenceEndedOn: '2020' }, 'earliest_filing')).toMatchObject({
      state: 'window',
      on: '2025-01-01',
      window: { first: '2025-01-01', last: '2025-12-31' },
    });
  });

  it('shows a shorter published wait beside the operative one and looks at it on the earlier day', () => {
    const idaho = of(
      { jurisdiction: 'ID', level: 'nonviolent', sentenceEndedOn: '2022-04-05' },
      'earliest_filing',
    );
    expect(idaho).toMatchObject({ on: '2027-04-05', taskOn: '2025-04-05', approximate: true });
    expect(idaho.alternates).toMatchObject([{ on: '2025-04-05', standing: 'other_published' }]);
    const maryland = of(
      { jurisdiction: 'MD', level: 'felony', crimeFreeFrom: '2015-01-01' },
      'earliest_filing',
    );
    expect(maryland).toMatchObject({ on: '2025-01-01', taskOn: '2022-01-01' });
  });

  it('says that Wisconsin does not reach a misdemeanor', () => {
    expect(
      of({ jurisdiction: 'WI', level: 'misdemeanor', sentenceEndedOn: '2010-01-01' }, 'earliest'),
    ).toMatchObject({
      state: 'not_known',
      on: null,
    });
    expect(
      note({ jurisdiction: 'WI' }, 'eligibility')
        .map(({ text }) => text)
        .join(),
    ).toContain('Felony convictions only');
  });
});

describe('cut-offs and clocks', () => {
  it('counts the Illinois cut-off back 75 days, with the older rule as the alternate', () => {
    const cutoff = of({ jurisdiction: 'IL', hearingOn: '2027-04-13' }, 'file_by');
    expect(cutoff).toMatchObject({
      on: '2027-01-28',
      taskOn: '2027-01-27',
      provenance: 'sourced',
      daysLeft: 67,
    });
    expect(cutoff.alternates).toMatchObject([{ on: '2027-03-14', standing: 'older_rule' }]);
    expect(cutoff.trace.map(({ step }) => step)).toEqual(['fact', 'rule', 'count', 'task']);
  });

  it('does not roll a cut-off on a holiday, and puts the task on the business day before', () => {
    // 2027-01-18 is the birthday of Martin Luther King, Jr., a Monday.
    expect(of({ jurisdiction: 'IL', hearingOn: '2027-04-03' }, 'file_by')).toMatchObject({
      on: '2027-01-18',
      taskOn: '2027-01-15',
    });
  });

  it('has no task left once the application is filed, and says when it came too late', () => {
    const filed = (filedOn: string) =>
      of({ jurisdiction: 'IL', hearingOn: '2027-04-13', filedOn }, 'file_by');
    expect(filed('2027-01-28')).toMatchObject({ taskOn: null, why: expect.stringContaining('on or before') });
    expect(filed('2027-01-29')).toMatchObject({ taskOn: null, why: expect.stringContaining('later docket') });
  });

  it('asks for the hearing day, warns of a missed one, and does the same for North Dakota', () => {
    expect(of({ jurisdiction: 'IL' }, 'file_by')).toMatchObject({ state: 'needs_facts', on: null });
    expect(of({ jurisdiction: 'IL', hearingOn: '2027-01-12' }, 'file_by').warnings.join()).toContain(
      'has passed',
    );
    expect(of({ jurisdiction: 'ND', hearingOn: '2027-04-06' }, 'file_by')).toMatchObject({
      on: '2027-01-06',
      approximate: true,
    });
  });

  it.each([
    ['IL', { filedOn: '2026-11-02' }, 'cure_by', '2027-01-31'],
    ['IL', { hearingOn: '2027-04-13' }, 'expected.recommendation', '2027-06-12'],
    ['CA', { filedOn: '2026-02-28' }, 'expected.recommendation', '2027-02-28'],
    ['OR', { filedOn: '2026-09-01' }, 'lapses', '2027-02-28'],
    ['MN', { hearingOn: '2026-12-01' }, 'expected.recommendation', '2026-12-15'],
    ['WI', { filedOn: '2026-08-31' }, 'not_before', '2028-02-29'],
    ['ID', { boardDecidedOn: '2026-11-10' }, 'lapses', '2026-12-10'],
    ['AL', { hearingOn: '2027-02-01' }, 'notice_by', '2027-01-02'],
    ['MS', { filedOn: '2027-02-01' }, 'notice_by', '2027-01-02'],
  ])('%s with %p: %s on %s', (jurisdiction, facts, key, on) =>
    expect(of({ jurisdiction, ...facts }, key)).toMatchObject({ state: 'dated', on }),
  );

  it('shows the cure from the notice beside the earlier one from filing', () => {
    const cure = of(
      { jurisdiction: 'IL', filedOn: '2026-11-02', incompleteNoticeOn: '2026-11-20' },
      'cure_by',
    );
    expect(cure).toMatchObject({ on: '2027-01-31', taskOn: '2027-01-29' });
    expect(cure.alternates).toMatchObject([{ on: '2027-02-18' }]);
  });
});

describe('after a denial', () => {
  it.each([
    ['PA', { denials: 1 }, '2027-06-15', []],
    ['PA', { denials: 2 }, '2028-06-15', []],
    ['PA', {}, '2027-06-15', ['2028-06-15']],
    ['TX', {}, '2028-06-15', []],
    ['OH', {}, '2028-06-15', []],
    ['VA', {}, '2028-06-15', []],
    ['MN', {}, '2031-06-15', []],
    ['WA', { filedOn: '2025-01-10' }, '2028-01-10', ['2029-06-15']],
    ['WA', {}, '2029-06-15', []],
    ['WA', { filedOn: '2026-09-01' }, '2029-06-15', []],
    ['MI', { filedOn: '2026-01-10' }, '2028-01-10', ['2028-06-15']],
  ])('%s with %p: from %s', (jurisdiction, facts, on, later) => {
    const again = of({ jurisdiction, deniedOn: '2026-06-15', ...facts }, 'reapply_from');
    expect(again).toMatchObject({ state: 'dated', on, approximate: jurisdiction === 'VA' });
    expect(again.alternates.map((reading) => reading.on)).toEqual(later);
    expect(again.alternates.every((reading) => reading.on >= on)).toBe(true);
  });

  it('knows no wait where the record has none', () =>
    expect(of({ jurisdiction: 'VT', deniedOn: '2026-06-15' }, 'reapply_from')).toMatchObject({
      state: 'not_known',
    }));
});

describe('term, sessions and grants', () => {
  it('gives the days left as a range from the first to the last day of the month', () => {
    const california = of({ jurisdiction: 'CA' }, 'term_ends');
    expect(california).toMatchObject({
      on: '2027-01-01',
      window: { first: '2027-01-01', last: '2027-01-31' },
      taskOn: '2026-12-31',
      daysLeft: 40,
      provenance: 'general_knowledge',
    });
    expect(california.why).toContain('40 to 70 days');
    expect(run({ jurisdiction: 'WA', hearingOn: '2026-12-10' }).items.map(({ kind }) => kind)).not.toContain(
      'next_session',
    );
    expect(of({ jurisdiction: 'MI' }, 'term_ends')).toMatchObject({ state: 'dated', on: '2027-01-01' });
    expect(of({ jurisdiction: 'NY' }, 'term_ends')).toMatchObject({ state: 'not_known', on: null });
    expect(of({ jurisdiction: 'AK', today: '2027-02-01' }, 'term_ends').warnings.join()).toContain(
      'has passed',
    );
    expect(note({ jurisdiction: 'WI' }, 'tenure')).toMatchObject([{ urgent: true }]);
  });

  it('does not end a board with a governor, and counts a President’s term', () => {
    const georgia = of({ jurisdiction: 'GA' }, 'term_ends');
    expect(georgia).toMatchObject({ on: '2027-01-01', taskOn: null });
    expect(georgia.why).toContain('does not end with the governor');
    expect(of({ jurisdiction: 'FED' }, 'term_ends')).toMatchObject({
      on: '2029-01-20',
      taskOn: '2029-01-19',
    });
    expect(of({ jurisdiction: 'DC', today: '2029-01-20' }, 'term_ends').on).toBe('2033-01-20');
    expect(of({ jurisdiction: 'DC', today: '2029-01-19' }, 'term_ends').on).toBe('2029-01-20');
  });

  it('puts a verification of the office into every trace, and then warns no more', () => {
    const verification = { by: 'A. Attorney', on: '2026-11-20', sourceSeen: 'board page' };
    const calendar = run({ jurisdiction: 'IL', hearingOn: '2027-04-13', verification });
    expect(calendar.lastVerified).toBe('2026-11-20');
    for (const { trace, warnings } of calendar.items) {
      expect(trace.at(-1)).toMatchObject({ step: 'verified' });
      expect(warnings.join()).not.toContain('Nobody has compared');
    }
    expect(run({ jurisdiction: 'IL' }).lastVerified).toBeNull();
  });

  it.each([
    ['WA', '2026-11-22', '2026-12-01'],
    ['WA', '2026-12-05', '2026-12-05'],
    ['WA', '2027-01-01', '2027-03-01'],
    ['CO', '2026-12-31', '2026-12-31'],
  ])('the next session in %s seen from %s is in the month of %s', (jurisdiction, today, on) =>
    expect(of({ jurisdiction, today }, 'next_session')).toMatchObject({ on, state: 'window' }),
  );

  it.each(['MA', 'NH', 'RI'])(
    'in %s a grant is effective on the later of signature and consent',
    (jurisdiction) => {
      const dates = { signedOn: '2026-10-01', secondBodyOn: '2026-10-15', announcedOn: '2026-09-01' };
      expect(of({ jurisdiction, grantDates: dates }, 'effective')).toMatchObject({
        on: '2026-10-15',
        taskOn: '2026-10-01',
        alternates: [{ on: '2026-10-01' }],
      });
      expect(of({ jurisdiction, grantDates: { signedOn: '2026-10-01' } }, 'effective')).toMatchObject({
        state: 'needs_facts',
        on: null,
        taskOn: '2026-10-01',
      });
    },
  );

  it('starts the filing on the day of the Minnesota vote, and never on an announcement', () => {
    expect(of({ jurisdiction: 'MN', grantDates: { votedOn: '2026-01-20' } }, 'effective')).toMatchObject({
      on: '2026-01-20',
      taskOn: '2026-01-20',
    });
    expect(of({ jurisdiction: 'NY', grantDates: { announcedOn: '2025-08-15' } }, 'effective')).toMatchObject({
      state: 'needs_facts',
      on: null,
    });
  });

  it('names the expedite routes with their authority', () => {
    const text = (jurisdiction: string, today = TODAY) => note({ jurisdiction, today }, 'expedite')[0].text;
    expect(text('CA')).toContain('AB 2845');
    expect(text('WA')).toContain('HB 1131');
    expect(text('WA', '2025-12-31')).toContain('Not yet in force');
    expect(text('MN')).toContain('Waiver of the wait');
    expect(text('PA')).toContain('Homicide and firearm');
  });
});

describe('any facts', () => {
  const codes = pardonJurisdictions().items.map(({ code }) => code);
  const day = fc.integer({ min: 0, max: 27_000 }).map((n) => addDays('1960-01-01', n));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
  const facts = fc.record({
    jurisdiction: fc.constantFrom(...codes),
    today: day,
    level: fc.constantFrom(null, 'felony', 'misdemeanor', 'sex_offence', 'violent_or_drug'),
    sentenceEndedOn: maybe(partial),
    releasedOn: maybe(partial),
    disposedOn: maybe(partial),
    crimeFreeFrom: maybe(partial),
    filedOn: maybe(day),
    hearingOn: maybe(day),
    deniedOn: maybe(day),
    denials: maybe(fc.nat(4)),
    grantDates: maybe(fc.record({ signedOn: maybe(day), secondBodyOn: maybe(day), votedOn: maybe(day) })),
  }) as fc.Arbitrary<ClemencyFacts>;

  it('is dated, or asks, or says that no rule is known; and a task never lies after its date', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const item of clemencyCalendar(given).items) {
          const dated = item.state === 'dated' || item.state === 'window';
          expect([item.key, item.on === null]).toEqual([item.key, !dated]);
          if (item.state === 'needs_facts') expect(item.question).not.toBeNull();
          if (item.on !== null && item.taskOn !== null) expect(item.taskOn <= item.on).toBe(true);
          if (item.window)
            expect(item.window.first <= item.window.last && item.on === item.window.first).toBe(true);
          for (const text of [item.on, item.taskOn, ...item.alternates.map(({ on }) => on)]) {
            expect(text === null || isDay(text)).toBe(true);
          }
          expect(item.warnings.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never shows a later cut-off without the earlier one', () => {
    fc.assert(
      fc.property(day, (hearingOn) => {
        const { on, alternates } = of({ jurisdiction: 'IL', hearingOn }, 'file_by');
        expect(alternates.every((reading) => reading.on > on!)).toBe(true);
      }),
    );
  });

  it.each([
    [{ jurisdiction: 'XX' }, 'unknown_rule', 'jurisdiction'],
    [{ jurisdiction: 'IL', hearingOn: '2027-02-30' }, 'malformed_day', 'hearingOn'],
    [{ jurisdiction: 'IL', grantDates: { signedOn: 'soon' } }, 'malformed_day', 'grantDates.signedOn'],
    [{ jurisdiction: 'IL', verification: { by: 'x', on: 'today' } }, 'malformed_day', 'verification.on'],
    [{ jurisdiction: 'ME', sentenceEndedOn: '99' }, 'malformed_day', 'sentenceEndedOn'],
    [{ jurisdiction: 'IL', bufferBusinessDays: 1e9 }, 'malformed_number', 'bufferBusinessDays'],
    [{ jurisdiction: 'IL', filedOn: '2100-12-31' }, 'day_out_of_range', 'start'],
  ])('refuses %p as %s', (given, code, path) => {
    try {
      run(given);
      throw new Error('accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(RuleInputError);
      expect(error).toMatchObject({ code, path });
    }
  });

  it('resolves the provenance of every fact for screens', () => {
    const illinois = foundedPractice('IL')!;
    expect(illinois.cutoffs.map(({ provenance, sources }) => [provenance, sources[0].key])).toEqual([
      ['sourced', 'ilFAQ'],
      ['sourced', 'ilJCAR'],
    ]);
    expect(illinois.records.provenance).toBe('general_knowledge');
    expect(foundedPractice('XX')).toBeUndefined();
  });

  it('finds a record by any letter case', () => expect(clemencyPractice(' il ')?.code).toBe('IL'));
});
