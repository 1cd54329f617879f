import { eoirCharges } from '../packs/reference';
import { pardonEffectReport, readPardonEffectEntry, whatIf } from './index';
import { charged, CLEAR, entry, pardoned, theft } from './interchange.fixtures';
import { cpuMs } from '../cpu-time.fixture';

const first = (more: object) => pardonEffectReport(entry(more)).charges[0];
describe('the interchange form', () => {
  it('answers with the report of the design and nothing else', () => {
    const report = pardonEffectReport(entry());
    expect(Object.keys(report).sort()).toEqual([
      'attorneyReviewedBy',
      'charges',
      'id',
      'instrumentFindings',
      'naturalisationNote',
      'overall',
      'preparedBy',
      'ruleSetVersion',
      'travelWarning',
      'unpardonedConvictionsStillTriggering',
    ]);
    expect(report).toMatchObject({ id: 'case-1', overall: 'TERMINATION_EXPECTED', attorneyReviewedBy: null });
    expect(Object.keys(report.charges[0]).sort()).toEqual([
      'authorities',
      'chargeId',
      'convictionIds',
      'counterArguments',
      'effect',
      'groundId',
      'missingFacts',
      'origin',
      'otherRoutes',
      'pardonIds',
      'reasonCode',
      'statusInOrder',
    ]);
    expect(report.charges[0]).toMatchObject({
      chargeId: 'charge 237a2Aii',
      groundId: '237a2Aii',
      origin: 'CHARGED',
      statusInOrder: 'SUSTAINED',
      convictionIds: ['a', 'b'],
      pardonIds: ['p'],
      effect: 'WAIVED',
      reasonCode: 'LISTED_GROUND_PARDONED',
    });
    expect(report.instrumentFindings.map(({ test, result }) => [test, result])).toEqual(
      [
        'grantor',
        'type',
        'fullUnconditional',
        'sameConviction',
        'sovereign',
        'afterConviction',
        'individual',
        'collateralAttack',
      ].map((test) => [test, 'PASS']),
    );
    expect(report.charges[0].authorities.every(({ verifiedOn }) => verifiedOn === null)).toBe(true);
  });

  it('weighs authority for the circuit', () => {
    const binding = (circuit: unknown, cite: string) =>
      first({ circuit, charges: [charged('212a2AiI', ['a'])] }).authorities.find((one) =>
        one.cite.startsWith(cite),
      )?.binding;
    expect(binding('11th Cir.', 'Balogun')).toBe('THIS_CIRCUIT');
    expect(binding('Ninth Circuit', 'Balogun')).toBe('OTHER_CIRCUIT');
    expect(binding(9, 'Aguilera')).toBe('THIS_CIRCUIT');
    expect(binding(null, 'Balogun')).toBe('OTHER_CIRCUIT');
    expect(binding('D.C. Cir.', 'DHS statement')).toBe('AGENCY');
    const stCyr = first({ charges: [charged('237a2Bi', ['a'])] }).authorities;
    expect(stCyr.find(({ cite }) => cite.includes('St. Cyr'))?.binding).toBe('SCOTUS');
  });

  it.each([
    ['237a2Aiii', '237a2Aiii'],
    ['237a02Aiii', '237a2Aiii'],
    ['INA § 237(a)(2)(A)(iii)', '237a2Aiii'],
    ['8 U.S.C. 1227(a)(2)(A)(iii)', '237a2Aiii'],
    ['241a02Aiii', '237a2Aiii'],
    ['former-1991-a2Aiii', '237a2Aiii'],
    ['8 USC 1251(a)(4)', '237a2Aii'],
    ['241a10', 'former-1952-a10'],
    ['212a9', '212a9'],
    ['212a06Ai', '212a06Ai'],
    ['246', '246'],
  ])('reads the ground %s', (groundId, expected) =>
    expect(first({ charges: [charged(groundId, ['a', 'b'])] }).groundId).toBe(expected),
  );

  it('reads snake_case, answers in words and things for features', () => {
    const report = pardonEffectReport({
      id: 7,
      convictions: [
        {
          id: 1,
          jurisdiction: 'Washington',
          offense: 'assault',
          plea_date: 1996,
          sentence_maximum: { years: 5 },
          substance: 'none',
          weapon: 'handgun',
          victim_relationship: 'stranger',
          child_victim: 'no',
          cimt: 'unknown',
          aggravated_felony: 'yes',
        },
      ],
      pardons: [
        {
          grantor: 'Governor of Washington',
          type: 'pardon',
          full_unconditional: 'yes',
          same_conviction: 'all_counts',
          individual: 'individual',
          collateral_attack: 'n/a',
          dates: { signed: '2018-12-11', effective: '2018-12-11' },
        },
      ],
      charges: [
        { ground: '237(a)(2)(A)(iii)', origin: 'charged', status_in_order: 'conceded', convictions: [1] },
      ],
      circuit: 'ca9',
    });
    expect(report.charges.map(({ groundId, origin, effect }) => [groundId, origin, effect])).toEqual([
      ['237a2Aiii', 'CHARGED', 'WAIVED'],
      ['237a2C', 'LATENT', 'NOT_WAIVED'],
    ]);
    expect(report).toMatchObject({ id: 7, overall: 'PARTIAL_OTHER_RELIEF_NEEDED', travelWarning: true });
  });

  it('takes what the eight tests say, and never lets them outrun the facts', () => {
    const tests = (results: object, more: object = {}) =>
      first({ pardons: [pardoned(['a', 'b'], { tests: results, ...more })] });
    expect(tests({ fullUnconditional: 'FAIL' })).toMatchObject({ effect: 'NOT_WAIVED' });
    expect(tests({ fullUnconditional: 'UNCLEAR' })).toMatchObject({ effect: 'NEEDS_FACTS' });
    expect(tests({ afterConviction: 'PASS' }, { signed: null }).effect).toBe('WAIVED');
    expect(tests({}, { signed: null }).effect).toBe('NEEDS_FACTS');
    expect(tests({ sovereign: 'PASS' }, { jurisdiction: 'NJ' })).toMatchObject({
      effect: 'NEEDS_FACTS',
      reasonCode: 'RECORDED_RESULT_CONTRADICTS',
    });
    expect(tests({ grantor: 'PASS' }, { jurisdiction: 'UT', grantor: 'board' }).effect).toBe('NOT_WAIVED');
    expect(tests({ type: 'commutation' }, { instrumentKind: null }).reasonCode).toBe(
      'INSTRUMENT_NOT_A_PARDON',
    );
    expect(first({ pardons: [pardoned(['a', 'b'], { collateralAttack: true })] }).effect).toBe('CONTESTED');
  });

  it.each([
    ['commutation', 'INSTRUMENT_NOT_A_PARDON'],
    ['reprieve', 'INSTRUMENT_NOT_A_PARDON'],
    ['certificate of rehabilitation', 'INSTRUMENT_NOT_A_PARDON'],
    ['certificate of relief from disabilities', 'INSTRUMENT_NOT_A_PARDON'],
    ['restoration of rights', 'INSTRUMENT_NOT_A_PARDON'],
    ['expungement', 'INSTRUMENT_NOT_A_PARDON'],
    ['Clean Slate sealing', 'INSTRUMENT_NOT_A_PARDON'],
    ['set-aside', 'INSTRUMENT_NOT_A_PARDON'],
    ['provisional pardon', 'INSTRUMENT_CONDITIONAL'],
    ['conditional pardon', 'INSTRUMENT_CONDITIONAL'],
    ['pardon of forgiveness', 'INSTRUMENT_CONDITIONAL'],
  ])('rejects a %s', (instrumentKind, reasonCode) =>
    expect(first({ pardons: [pardoned(['a', 'b'], { instrumentKind })] })).toMatchObject({
      effect: 'NOT_WAIVED',
      reasonCode,
    }),
  );

  it('asks about some pardon whose words nobody entered, and reads the words of one', () => {
    const some = (more: object) =>
      first({ pardons: [pardoned(['a', 'b'], { instrumentKind: 'pardon', ...more })] });
    expect(some({}).effect).toBe('NEEDS_FACTS');
    expect(some({ wording: 'An absolute pardon is granted.' }).effect).toBe('WAIVED');
    expect(some({ wording: 'A full and unconditional pardon, except firearms.' }).effect).toBe('NEEDS_FACTS');
    expect(some({ fullUnconditional: 'yes', conditions: ['report monthly'] }).effect).toBe('NOT_WAIVED');
    expect(some({ fullUnconditional: 'yes', convictionIds: null }).effect).toBe('NEEDS_FACTS');
  });

  it('keeps a 212 charge unless counsel overrides it with reasons, and shows the override', () => {
    const made = (more: object) => first({ charges: [charged('212a2AiI', ['a'], more)] });
    expect(made({})).toMatchObject({ effect: 'NOT_WAIVED', reasonCode: 'INADMISSIBILITY_CHARGE' });
    const counselOverride = { effect: 'WAIVED', reasons: 'Matter of H- governs here.', by: 'A. Attorney' };
    const overridden = made({ counselOverride });
    expect(overridden).toMatchObject({ effect: 'WAIVED', reasonCode: 'OVERRIDDEN_BY_COUNSEL' });
    expect(overridden.counterArguments.join()).toContain('Without the override');
    expect(made({ counselOverride: { ...counselOverride, reasons: ' ' } }).effect).toBe('NOT_WAIVED');
    const drug = first({ charges: [charged('237a2Bi', ['a'], { counselOverride })] });
    expect(drug.effect).toBe('NOT_WAIVED');
    expect(drug.counterArguments.join()).toContain('was not applied');
    const bare = pardonEffectReport(
      entry({ pardons: [], charges: [charged('212a2AiI', ['a'], { counselOverride })] }),
    );
    expect(bare.charges[0].effect).toBe('NOT_WAIVED');
  });

  it('names a latent ground that stays, and drops one that the facts clear', () => {
    const latent = charged('237a2C', ['a'], { origin: 'LATENT', statusInOrder: 'NONE' });
    const charges = [charged('237a2Aii', ['a', 'b']), latent];
    const run = (firearm: unknown) =>
      pardonEffectReport(
        entry({
          charges,
          convictions: [theft('a', { flags: { ...CLEAR, firearm, moralTurpitude: true } }), theft('b')],
        }),
      );
    expect(run(false)).toMatchObject({ overall: 'TERMINATION_EXPECTED' });
    expect(run(false).charges[1]).toMatchObject({ effect: 'NOT_APPLICABLE', reasonCode: 'FACTS_CLEAR_IT' });
    for (const answer of [true, null]) {
      const report = run(answer);
      expect(report.overall).toBe('PARTIAL_OTHER_RELIEF_NEEDED');
      expect(report.charges.filter(({ groundId }) => groundId === '237a2C')).toHaveLength(1);
      expect(report.charges[1]).toMatchObject({
        origin: 'LATENT',
        statusInOrder: 'NONE',
        effect: 'NOT_WAIVED',
      });
    }
  });

  it('says what to ask for while there is no pardon', () => {
    const report = pardonEffectReport(entry({ pardons: [] }));
    expect(report).toMatchObject({
      overall: 'INSUFFICIENT_FACTS',
      instrumentFindings: [],
      whatToAskFor: {
        overallIfGranted: 'TERMINATION_EXPECTED',
        charges: [{ effectIfGranted: 'WAIVED' }, {}],
        requests: [
          { jurisdiction: 'NY', counts: [{ convictionId: 'a', helps: true }, { convictionId: 'b' }] },
        ],
      },
    });
    expect(report.whatToAskFor?.requests[0].wording[0]).toContain('full and unconditional');
  });

  it('asks instead of concluding from contradictory facts', () => {
    const impossible = theft('a', { offenceDate: '1997', pleaDate: '1995-03' });
    expect(first({ convictions: [impossible, theft('b')] })).toMatchObject({
      effect: 'WAIVED',
      reasonCode: 'FEWER_THAN_TWO_LEFT',
    });
    expect(first({ convictions: [impossible, theft('b', { offenceDate: '1999' })] })).toMatchObject({
      effect: 'NEEDS_FACTS',
    });
    expect(first({ pardons: [pardoned(['a', 'b'], { voted: '2025-09-01' })] })).toMatchObject({
      effect: 'NEEDS_FACTS',
      reasonCode: 'INSTRUMENT_DATES_CONTRADICT',
    });
    expect(first({ orderDates: ['2001', '2002'] })).toMatchObject({ reasonCode: 'ORDER_DATES_CONFLICT' });
    expect(first({ orderDates: ['2001', '2001-05-06'] }).effect).toBe('WAIVED');
  });

  it('gives the facts to the what-if questions', () => {
    const facts = readPardonEffectEntry(entry({ pardons: [] }));
    expect(whatIf(facts, { kind: 'every_count_pardoned' }).overall).toBe('termination_expected');
  });
});

it('reads every EOIR charge code', () => {
  for (const { code } of eoirCharges().items) {
    const [charge] = pardonEffectReport(entry({ charges: [charged(code, ['a', 'b'])] })).charges;
    expect(charge.groundId).not.toBe('UNKNOWN');
    if (charge.effect === 'NEEDS_FACTS') expect(charge.missingFacts).not.toEqual([]);
  }
});

it('answers ten thousand convictions in bounded time', () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
  const convictions = ids.map((id, at) =>
    theft(id, { flags: null, pleaDate: `19${80 + (at % 20)}-0${1 + (at % 9)}` }),
  );
  const charges = ['237a2Aii', '237a2Aiii', '237a2C', '212a2B'].map((ground) => charged(ground, ids));
  const started = cpuMs();
  pardonEffectReport(entry({ convictions, charges, pardons: [pardoned(ids)] }));
  pardonEffectReport(entry({ convictions, charges, pardons: [] }));
  expect(cpuMs() - started).toBeLessThan(4_000);
});
