import { pardonEffect, type PardonEffectReport } from './index';
import { charge, conviction, input, pardon } from './pardons.fixtures';

const effectOf = (report: PardonEffectReport, ina: string) =>
  report.charges.find((one) => one.ina === ina || one.code === ina || one.groundId === ina);
const testOf = (report: PardonEffectReport, test: string, pardonId = 'pardon') =>
  report.instrument.find((one) => one.test === test && one.pardonId === pardonId);

const AGG = '237a02Aiii';
const killing = (flags = {}) =>
  conviction('killing', { flags: { aggravatedFelony: 'yes', moralTurpitude: 'yes', ...flags } });

describe('public cases, with invented people', () => {
  it('T01: the listed ground is lifted, and a weapon count nobody charged leaves it partial', () => {
    const gun = conviction('gun', { flags: { firearm: 'yes' } });
    const facts = { convictions: [killing(), gun], charges: [charge(AGG, ['killing'])] };
    const report = pardonEffect(input({ ...facts, pardons: [pardon(['killing', 'gun'])] }));
    expect(effectOf(report, AGG)).toMatchObject({
      effect: 'lifted',
      reasonCode: 'listed_ground_pardoned',
      origin: 'charged',
    });
    expect(effectOf(report, '237(a)(2)(C)')).toMatchObject({
      effect: 'not_lifted',
      origin: 'latent',
      statusInOrder: 'none',
      convictionIds: ['gun'],
    });
    expect(report.overall).toBe('partial_other_relief_needed');
    expect(report.overallReason).toContain('237(a)(2)(C)');
    expect(report.unpardonedConvictionsStillTriggering).toEqual(['gun']);
  });

  it('T01: an unknown weapon is a question, and an answer of no clears it', () => {
    const facts = { pardons: [pardon(['killing'])], charges: [charge(AGG, ['killing'])] };
    const unsure = pardonEffect(input({ ...facts, convictions: [killing({ firearm: 'not_known' })] }));
    expect(unsure.overall).toBe('insufficient_facts');
    expect(effectOf(unsure, '237a2C')?.missingFacts[0]).toMatch(/firearm/i);
    const clear = pardonEffect(input({ ...facts, convictions: [killing()] }));
    expect(clear.overall).toBe('termination_expected');
    expect(clear.charges[0].ina).toBe('237(a)(2)(A)(iii)');
    expect(clear.charges[0].otherRoutes.every((route) => route.includes('not verified'))).toBe(true);
    expect(clear.instrument.map(({ result }) => result)).toEqual(Array(8).fill('pass'));
  });

  it('T02: eight thefts pardoned by a board with the governor in the majority', () => {
    const ids = [...'12345678'];
    const convictions = ids.map((id) => conviction(id, { state: 'MN', flags: { moralTurpitude: 'yes' } }));
    const granted = pardon(ids, { jurisdiction: 'MN', grantor: 'board', effectiveOn: '2026-01-20' });
    const report = pardonEffect(
      input({ circuit: '8', convictions, pardons: [granted], charges: [charge('237a02Aii', ids)] }),
    );
    expect(report.overall).toBe('termination_expected');
    expect(testOf(report, 'grantor')).toMatchObject({
      result: 'pass',
      why: expect.stringContaining('vote sheet'),
    });
    expect(report.notes[0]).toContain('habeas');
  });

  it('T03: an expungement is not a pardon', () => {
    const convictions = [
      conviction('plea', { state: 'MI', pleaOn: '1997', flags: { aggravatedFelony: 'yes' } }),
    ];
    const cleared = pardon(['plea'], {
      jurisdiction: 'MI',
      instrumentKind: 'expungement',
      grantor: 'court',
      effectiveOn: '2018',
    });
    const report = pardonEffect(input({ convictions, pardons: [cleared], charges: [charge(AGG, ['plea'])] }));
    expect(effectOf(report, AGG)).toMatchObject({ effect: 'not_lifted' });
    expect(report.overall).toBe('pardon_not_enough');
    expect(['grantor', 'type', 'full_and_unconditional'].map((test) => testOf(report, test)?.result)).toEqual(
      ['fail', 'fail', 'fail'],
    );
    const then = pardon(['plea'], { id: 'later', jurisdiction: 'MI', effectiveOn: '2025-10-22' });
    const later = pardonEffect(
      input({ convictions, pardons: [cleared, then], charges: [charge(AGG, ['plea'])] }),
    );
    expect(effectOf(later, AGG)).toMatchObject({ effect: 'lifted', pardonIds: ['later'] });
  });

  it('T06: drugs stay, and inadmissibility at entry with them', () => {
    const sale = conviction('sale', { flags: { drug: 'yes', aggravatedFelony: 'yes' } });
    const charges = [charge(AGG, ['sale']), charge('237a02Bi', ['sale']), charge('237a01A', ['sale'])];
    const report = pardonEffect(
      input({ circuit: '3', convictions: [sale], pardons: [pardon(['sale'])], charges }),
    );
    expect(report.charges.map(({ effect, reasonCode }) => [effect, reasonCode])).toEqual([
      ['lifted', 'listed_ground_pardoned'],
      ['not_lifted', 'ground_not_listed'],
      ['not_lifted', 'underlying_drug_ground'],
    ]);
    expect(report.overall).toBe('pardon_not_enough');
    const aristy = report.charges[1].authorities.find(({ cite }) => cite.startsWith('Aristy-Rosa'));
    expect(aristy).toMatchObject({ weight: 'this_circuit', verified: false, provenance: 'sourced' });
  });

  it('T07: child abuse stays although the aggravated felony is lifted', () => {
    const abuse = conviction('abuse', {
      state: 'GA',
      flags: { childVictim: 'yes', aggravatedFelony: 'yes' },
    });
    const board = pardon(['abuse'], { jurisdiction: 'GA', grantor: 'board' });
    const charges = [charge(AGG, ['abuse']), charge('237a02Ei', ['abuse'])];
    const report = pardonEffect(input({ circuit: '11', convictions: [abuse], pardons: [board], charges }));
    expect(testOf(report, 'grantor')?.result).toBe('pass');
    expect(report.charges.map(({ effect }) => effect)).toEqual(['lifted', 'not_lifted']);
    expect(report.overall).toBe('pardon_not_enough');
  });

  it('T08: a charge of inadmissibility is not lifted, with its contested history', () => {
    const theft = conviction('theft', { state: 'FL', flags: { moralTurpitude: 'yes' } });
    const granted = pardon(['theft'], { jurisdiction: 'FL' });
    const report = pardonEffect(
      input({
        circuit: '11',
        convictions: [theft],
        pardons: [granted],
        charges: [charge('212a02Ai  I', ['theft'])],
      }),
    );
    expect(report.charges[0]).toMatchObject({ effect: 'not_lifted', reasonCode: 'inadmissibility_charge' });
    expect(report.charges[0].counterArguments.join()).toContain('Matter of H-');
    expect(
      report.charges[0].authorities.find(({ cite }) => cite.startsWith('Matter of H-'))?.provenance,
    ).toBe('general_knowledge');
    expect(report.overall).toBe('pardon_not_enough');
    expect(report.travelWarning).toBe(true);
  });

  it('T09: a state pardon with a carve-out of a federal conviction fails twice', () => {
    const fraud = conviction('fraud', {
      state: 'AL',
      level: 'federal_felony',
      flags: { moralTurpitude: 'yes' },
    });
    const partly = pardon(['fraud'], {
      jurisdiction: 'AL',
      grantor: 'board',
      instrumentKind: 'full_with_conditions',
      wording:
        'Full pardon, except firearms, and the conviction may be used under the habitual offender law.',
    });
    const report = pardonEffect(
      input({
        circuit: '11',
        convictions: [fraud],
        pardons: [partly],
        charges: [charge('237a02Ai', ['fraud'])],
      }),
    );
    expect(report.instrument.filter(({ result }) => result === 'fail').map(({ test }) => test)).toEqual([
      'full_and_unconditional',
      'sovereign',
    ]);
    expect(testOf(report, 'full_and_unconditional')?.quotes.join(' ')).toContain('except firearms');
    expect(report.charges[0]).toMatchObject({ effect: 'not_lifted' });
  });

  it('T10: a Connecticut board is recognised by settlement, which is not settled', () => {
    const convictions = [conviction('old', { state: 'CT', flags: { aggravatedFelony: 'yes' } })];
    const board = pardon(['old'], {
      jurisdiction: 'CT',
      grantor: 'board',
      wording: 'An absolute pardon is granted.',
    });
    const facts = { circuit: '1', convictions, charges: [charge(AGG, ['old'])] };
    const report = pardonEffect(input({ ...facts, pardons: [board] }));
    expect(report.charges[0]).toMatchObject({
      effect: 'contested',
      reasonCode: 'grantor_recognised_by_settlement',
    });
    expect(report.overall).toBe('partial_other_relief_needed');
    const undated = pardonEffect(input({ ...facts, pardons: [{ ...board, effectiveOn: null }] }));
    expect(undated.charges[0]).toMatchObject({
      effect: 'needs_facts',
      reasonCode: 'effective_day_not_known',
    });
    const byClass = pardonEffect(input({ ...facts, pardons: [{ ...board, individual: false }] }));
    expect(byClass.charges[0]).toMatchObject({ effect: 'not_lifted', reasonCode: 'instrument_for_a_class' });
  });

  it('T11: injury to a spouse warns, charged or not', () => {
    const injury = conviction('injury', {
      state: 'CA',
      flags: { domestic: 'yes', aggravatedFelony: 'yes', moralTurpitude: 'yes' },
    });
    const report = pardonEffect(
      input({
        circuit: '9',
        convictions: [injury],
        pardons: [pardon(['injury'], { jurisdiction: 'CA' })],
        charges: [charge(AGG, ['injury'])],
      }),
    );
    expect(effectOf(report, '237a2Ei')).toMatchObject({ effect: 'not_lifted', origin: 'latent' });
    expect(report.overall).toBe('partial_other_relief_needed');
  });

  it('T12 and T15: a drug order executed long ago, a later pardon, the client abroad', () => {
    const sale = conviction('sale', { state: 'IL', flags: { drug: 'yes', aggravatedFelony: 'yes' } });
    const charges = [charge(AGG, ['sale']), charge('237a02Bi', ['sale'])];
    const report = pardonEffect(
      input({
        circuit: '7',
        abroad: true,
        convictions: [sale],
        pardons: [pardon(['sale'], { jurisdiction: 'IL' })],
        charges,
      }),
    );
    expect(report.overall).toBe('pardon_not_enough');
    expect(report.notes.join(' ')).toContain('departure bar');
    expect(report.whatWouldChangeIt.join(' ')).toContain('Pickering');
  });

  it('T13: a crime of violence is lifted once the weapon facts are known', () => {
    const assault = (firearm: 'yes' | 'no' | 'not_known') =>
      conviction('assault', { state: 'CA', flags: { aggravatedFelony: 'yes', firearm } });
    const overall = (firearm: 'yes' | 'no' | 'not_known') =>
      pardonEffect(
        input({
          convictions: [assault(firearm)],
          pardons: [pardon(['assault'], { jurisdiction: 'CA' })],
          charges: [charge(AGG, ['assault'])],
        }),
      ).overall;
    expect(overall('not_known')).toBe('insufficient_facts');
    expect(overall('no')).toBe('termination_expected');
    expect(overall('yes')).toBe('partial_other_relief_needed');
  });

  it('T16: without a pardon nothing is lifted, and the report says what to ask for', () => {
    const charges = [charge(AGG, ['killing'])];
    const convictions = [
      killing(),
      conviction('minor', { level: 'violation' }),
      conviction('bank', { level: 'federal_felony', flags: { moralTurpitude: 'yes' } }),
    ];
    const report = pardonEffect(input({ convictions, charges }));
    expect(report).toMatchObject({
      mode: 'what_to_ask_for',
      overall: 'insufficient_facts',
      overallIfGranted: 'termination_expected',
    });
    expect(report.charges[0]).toMatchObject({
      effect: 'not_lifted',
      reasonCode: 'conviction_not_pardoned',
      ifGranted: 'lifted',
    });
    expect(
      report.requests.map(({ jurisdiction, counts }) => [
        jurisdiction,
        counts.map(({ convictionId, helps }) => [convictionId, helps]),
      ]),
    ).toEqual([
      [
        'NY',
        [
          ['killing', true],
          ['minor', false],
        ],
      ],
      ['FED', [['bank', true]]],
    ]);
    expect(report.requests[0].wording[0]).toContain('full and unconditional');
    expect(report.requests[0].whoDecides).toContain('Governor');
  });

  it('says before asking that even the best pardon would not be enough', () => {
    const sale = conviction('sale', { flags: { drug: 'yes' } });
    const report = pardonEffect(input({ convictions: [sale], charges: [charge('237a02Bi', ['sale'])] }));
    expect(report).toMatchObject({ overall: 'pardon_not_enough', overallIfGranted: 'pardon_not_enough' });
  });
});
