import { charge, conviction, input, pardon } from './pardons.fixtures';
import { PARDON_RULES_VERSION, pardonEffect } from './index';
import type { Charge, Conviction, Pardon } from './types';

const AGG = '237a02Aiii';
const felony = (id = 'one', change: Partial<Conviction> = {}) =>
  conviction(id, { ...change, flags: { aggravatedFelony: 'yes' } });
const run = (change: Partial<Pardon>, conv: Partial<Conviction> = {}) =>
  pardonEffect(
    input({
      convictions: [felony('one', conv)],
      pardons: [pardon(['one'], change)],
      charges: [charge(AGG, ['one'])],
    }),
  );
const first = (change: Partial<Pardon>, conv: Partial<Conviction> = {}) => run(change, conv).charges[0];
const one = (made: Charge, pardons = [pardon(['one'])]) =>
  pardonEffect(input({ convictions: [felony()], pardons, charges: [made] })).charges[0];

describe('the instrument', () => {
  it.each<[Partial<Pardon>, string, string]>([
    [{}, 'lifted', 'listed_ground_pardoned'],
    [{ wording: null }, 'lifted', 'listed_ground_pardoned'],
    [{ instrumentKind: 'commutation' }, 'not_lifted', 'instrument_not_a_pardon'],
    [{ instrumentKind: 'restoration_of_rights' }, 'not_lifted', 'instrument_not_a_pardon'],
    [{ instrumentKind: 'conditional' }, 'not_lifted', 'instrument_conditional'],
    [{ instrumentKind: 'full_with_conditions', conditionsMet: 'yes' }, 'contested', 'condition_met'],
    [{ instrumentKind: 'other' }, 'needs_facts', 'instrument_kind_not_known'],
    [{ grantor: 'legislature' }, 'not_lifted', 'grantor_not_executive'],
    [{ grantor: 'court' }, 'not_lifted', 'grantor_not_executive'],
    [{ grantor: 'other' }, 'needs_facts', 'grantor_not_known'],
    [{ grantor: 'board' }, 'needs_facts', 'grantor_and_jurisdiction_differ'],
    [{ grantor: 'president' }, 'not_lifted', 'wrong_sovereign'],
    [{ jurisdiction: 'NJ' }, 'not_lifted', 'wrong_sovereign'],
    [{ effectiveOn: '1990' }, 'not_lifted', 'pardon_before_conviction'],
    [{ effectiveOn: '1995' }, 'needs_facts', 'order_of_days_not_known'],
    [{ effectiveOn: 'soon' }, 'needs_facts', 'effective_day_not_known'],
    [{ individual: false }, 'contested', 'instrument_for_a_class'],
    [
      { individual: null, wording: 'A full and unconditional pardon to all persons convicted of it.' },
      'needs_facts',
      'individual_not_known',
    ],
    [{ fraudAlleged: 'yes' }, 'contested', 'fraud_alleged'],
    [{ wording: 'A pardon is granted.' }, 'needs_facts', 'instrument_wording_unclear'],
    [{ convictionIds: [] }, 'not_lifted', 'conviction_not_pardoned'],
  ])('%p gives %s (%s)', (change, effect, reasonCode) =>
    expect(first(change)).toMatchObject({ effect, reasonCode }),
  );

  it('quotes the words that may take something back and leaves them to the attorney', () => {
    const wording =
      'A full and unconditional pardon, provided that the right to bear firearms is not restored.';
    const finding = run({ wording }).instrument.find(({ test }) => test === 'full_and_unconditional');
    expect(finding?.result).toBe('unclear');
    expect(wording).toContain(finding?.quotes[0]);
    expect(finding?.quotes[0]).toContain('provided');
    expect(first({ wording }).effect).toBe('needs_facts');
    expect(first({ wording, attorneyReading: 'no_condition' }).effect).toBe('lifted');
    expect(first({ wording, attorneyReading: 'condition' })).toMatchObject({
      effect: 'not_lifted',
      reasonCode: 'instrument_conditional',
    });
  });

  it('does not take the purpose of preventing deportation for a condition', () => {
    expect(
      first({ wording: 'A full and unconditional pardon, granted to prevent deportation.' }).effect,
    ).toBe('lifted');
  });

  it('shows the fit of boards, and asks when the recorded grantor cannot be right', () => {
    const board = (state: string) => first({ jurisdiction: state, grantor: 'board' }, { state });
    expect(
      ['GA', 'MN', 'FL', 'NE', 'NV', 'AL', 'SC', 'UT', 'ID', 'TX'].map((state) => board(state).effect),
    ).toEqual([
      'lifted',
      'lifted',
      'lifted',
      'contested',
      'contested',
      'contested',
      'contested',
      'contested',
      'contested',
      'needs_facts',
    ]);
    expect(first({ jurisdiction: 'GA' }, { state: 'GA' }).effect).toBe('needs_facts');
    expect(first({ jurisdiction: 'PR' }, { state: 'PR' }).effect).toBe('lifted');
    expect(first({ jurisdiction: 'GU' }, { state: 'GU' }).effect).toBe('contested');
    expect(first({ jurisdiction: 'FED', grantor: 'president' }, { state: 'DC' }).effect).toBe('lifted');
    expect(first({ jurisdiction: 'DC' }, { state: 'DC' })).toMatchObject({
      effect: 'not_lifted',
      reasonCode: 'grantor_has_no_power',
    });
    expect(first({}, { state: '' }).reasonCode).toBe('sovereign_not_known');
    expect(first({}, { pleaOn: null }).reasonCode).toBe('conviction_day_not_known');
  });

  it('opens the wider argument for a presidential pardon without calling the drug ground lifted', () => {
    const convictions = [conviction('one', { level: 'federal_felony', flags: { drug: 'yes' } })];
    const pardons = [pardon(['one'], { grantor: 'president', jurisdiction: 'FED' })];
    const [drug] = pardonEffect(
      input({ convictions, pardons, charges: [charge('237a02Bi', ['one'])] }),
    ).charges;
    expect(drug.effect).toBe('not_lifted');
    expect(drug.counterArguments[0]).toContain('presidential');
  });
});

describe('the charge', () => {
  it.each<[Partial<Charge>, string, string]>([
    [{}, 'lifted', 'listed_ground_pardoned'],
    [{ code: '', ina: '8 USC 1227(a)(2)(A)(iii)' }, 'lifted', 'listed_ground_pardoned'],
    [{ code: '241a02Aiii' }, 'lifted', 'listed_ground_pardoned'],
    [{ code: '241a04' }, 'lifted', 'listed_ground_pardoned'],
    [{ code: '241a4B' }, 'needs_facts', 'former_paragraph_unclear'],
    [{ code: '241a4B', groundId: '237a2Aiii' }, 'lifted', 'listed_ground_pardoned'],
    [{ code: '241a4B', groundId: '237a2Ai' }, 'needs_facts', 'charge_contradictory'],
    [{ code: '241a11' }, 'not_lifted', 'ground_not_listed'],
    [{ code: '241a19' }, 'not_lifted', 'not_conviction_based'],
    [{ code: '242f00' }, 'not_lifted', 'ground_not_listed'],
    [{ ina: '237(a)(2)(B)(i)' }, 'needs_facts', 'charge_contradictory'],
    [{ groundId: '237a2Bi' }, 'needs_facts', 'charge_contradictory'],
    [{ groundId: 'nonsense' }, 'needs_facts', 'charge_not_known'],
    [{ code: '', ina: '' }, 'needs_facts', 'charge_not_known'],
    [{ code: '', ina: '237(a)(2)(A)' }, 'needs_facts', 'charge_not_known'],
    [{ code: '', groundId: '237a2Aiii' }, 'lifted', 'listed_ground_pardoned'],
    [{ code: '237a02Av' }, 'not_lifted', 'ground_not_listed'],
    [{ code: '237a03A' }, 'not_lifted', 'not_conviction_based'],
    [{ code: '', ina: '237(a)(2)(A)(vi)' }, 'not_applicable', 'not_a_ground'],
    [{ code: '212a10' }, 'not_lifted', 'inadmissibility_charge'],
    [{ code: '237a01A' }, 'contested', 'entry_ground_contested'],
    [{ convictionIds: [] }, 'needs_facts', 'convictions_not_named'],
    [{ convictionIds: ['unknown'] }, 'needs_facts', 'convictions_not_named'],
    [{ statusInOrder: 'withdrawn' }, 'not_applicable', 'charge_withdrawn'],
    [{ statusInOrder: 'not_sustained' }, 'not_applicable', 'charge_not_sustained'],
  ])('%p gives %s (%s)', (change, effect, reasonCode) =>
    expect(one(charge(AGG, ['one'], change))).toMatchObject({ effect, reasonCode }),
  );

  it('marks the mapping of old paragraphs as general knowledge', () => {
    const { reason, authorities } = one(charge('241a02Aiii', ['one']));
    expect(reason).toContain('Renumbered');
    expect(authorities.find(({ cite }) => cite.startsWith('Former INA 241'))).toMatchObject({
      provenance: 'general_knowledge',
      verified: false,
    });
  });
});

describe('two or more crimes involving moral turpitude', () => {
  const count = (total: number, pardoned: number) => {
    const ids = Array.from({ length: total }, (_, at) => `c${at}`);
    const convictions = ids.map((id) => conviction(id, { flags: { moralTurpitude: 'yes' } }));
    return pardonEffect(
      input({ convictions, pardons: [pardon(ids.slice(0, pardoned))], charges: [charge('237a02Aii', ids)] }),
    );
  };

  it('are counted again without the pardoned ones', () => {
    expect(
      [count(2, 2), count(2, 1), count(3, 1), count(3, 2)].map(({ charges }) => [
        charges[0].effect,
        charges[0].reasonCode,
      ]),
    ).toEqual([
      ['lifted', 'listed_ground_pardoned'],
      ['lifted', 'fewer_than_two_left'],
      ['not_lifted', 'two_or_more_left'],
      ['lifted', 'fewer_than_two_left'],
    ]);
  });

  it('leave clause (i) open for the one that is left, so termination is not yet expected', () => {
    const report = count(2, 1);
    expect(report.charges.find(({ groundId }) => groundId === '237a2Ai')).toMatchObject({
      effect: 'needs_facts',
      origin: 'latent',
      convictionIds: ['c1'],
    });
    expect(report.overall).toBe('insufficient_facts');
    expect(report.charges[0].authorities.some(({ provenance }) => provenance === 'general_knowledge')).toBe(
      true,
    );
    expect(report.requests[0].counts.map(({ convictionId }) => convictionId)).toEqual(['c1']);
  });

  it('are found when nobody charged them', () => {
    const convictions = [
      felony(),
      ...['a', 'b'].map((id) => conviction(id, { flags: { moralTurpitude: 'yes' } })),
    ];
    const report = pardonEffect(
      input({ convictions, pardons: [pardon(['one'])], charges: [charge(AGG, ['one'])] }),
    );
    expect(report.charges.find(({ groundId }) => groundId === '237a2Aii')).toMatchObject({
      effect: 'not_lifted',
      origin: 'latent',
      convictionIds: ['a', 'b'],
    });
    expect(report.overall).toBe('partial_other_relief_needed');
  });
});

describe('the report', () => {
  it('does not expect termination on an empty file', () => {
    expect(pardonEffect(input({ pardons: [pardon([])] })).overall).toBe('insufficient_facts');
    expect(pardonEffect(input({}))).toMatchObject({
      overall: 'insufficient_facts',
      mode: 'what_to_ask_for',
      charges: [],
    });
  });

  it('says before asking that even the best pardon would not be enough', () => {
    const sale = conviction('sale', { flags: { drug: 'yes' } });
    const report = pardonEffect(input({ convictions: [sale], charges: [charge('237a02Bi', ['sale'])] }));
    expect(report).toMatchObject({ overall: 'pardon_not_enough', overallIfGranted: 'pardon_not_enough' });
  });

  it('treats a lodged charge that is still open as needing other relief', () => {
    const lodged = charge('237a02C', ['one'], { origin: 'lodged', statusInOrder: 'charged' });
    const report = pardonEffect(
      input({ convictions: [felony()], pardons: [pardon(['one'])], charges: [charge(AGG, ['one']), lodged] }),
    );
    expect(report.overall).toBe('partial_other_relief_needed');
  });

  it('lists no latent ground of deportability in exclusion proceedings', () => {
    const convictions = [conviction('one', { flags: { drug: 'yes' } })];
    expect(pardonEffect(input({ proceedingKind: 'exclusion', convictions })).charges).toEqual([]);
  });

  it('carries its version, marks every authority unverified, and warns about travel unless the facts are clear', () => {
    const report = run({});
    expect(report.ruleSetVersion).toBe(PARDON_RULES_VERSION);
    expect(report.charges.flatMap(({ authorities }) => authorities).every(({ verified }) => !verified)).toBe(
      true,
    );
    expect(report.travelWarning).toBe(false);
    expect(report.naturalisationNote).toContain('reform');
    const unsure = pardonEffect(input({ convictions: [conviction('x', { flags: { drug: 'not_known' } })] }));
    expect(unsure.travelWarning).toBe(true);
  });
});
