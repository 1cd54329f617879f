import fc from 'fast-check';
import { groundById } from '../packs/grounds';
import { pardonJurisdictions } from '../packs/jurisdictions';
import { eoirCharges } from '../packs/reference';
import { pardonEffect } from './index';
import { charge, conviction, input, pardon } from './pardons.fixtures';
import type { Charge, Conviction, Pardon, PardonEffectInput } from './types';

const IDS = ['c1', 'c2', 'c3', 'c4'];
const known = fc.constantFrom('yes' as const, 'no' as const, 'not_known' as const);
const date = fc.constantFrom(null, '1979', '1995-03', '2001-02-03', '2025-07-01', 'garbled');
const some = fc.subarray(IDS);
const place = fc.constantFrom(...pardonJurisdictions().items.map(({ code }) => code), 'GU', '', 'XX');

const convictionArb = (id: string): fc.Arbitrary<Conviction> =>
  fc.record({
    id: fc.constant(id),
    state: place,
    statute: fc.string(),
    level: fc.constantFrom(
      'felony' as const,
      'misdemeanor' as const,
      'federal_felony' as const,
      'other' as const,
    ),
    offence: fc.string(),
    pleaOn: date,
    sentencedOn: date,
    flags: fc.record({
      drug: known,
      firearm: known,
      domestic: known,
      childVictim: known,
      moralTurpitude: known,
      aggravatedFelony: known,
    }),
  });

const pardonArb: fc.Arbitrary<Pardon> = fc.record({
  id: fc.uuid(),
  jurisdiction: place,
  grantor: fc.constantFrom('president', 'governor', 'board', 'legislature', 'court', 'other'),
  instrumentKind: fc.constantFrom(
    'full_and_unconditional',
    'full_and_unconditional',
    'full_with_conditions',
    'conditional',
    'commutation',
    'restoration_of_rights',
    'expungement',
    'other',
  ),
  convictionIds: some,
  individual: fc.constantFrom(true, false, null),
  effectiveOn: date,
  wording: fc.constantFrom(null, 'A full and unconditional pardon.', 'A full pardon, except firearms.', 'x'),
  conditionsMet: known,
});

const groundIds = ['237a2Aiii', '237a2Bi', '237a2C', '212a2AiI', 'nothing'];
const chargeArb: fc.Arbitrary<Charge> = fc.record({
  id: fc.uuid(),
  code: fc.oneof(
    fc.constantFrom(...eoirCharges().items.map(({ code }) => code)),
    fc.constantFrom('', 'zz', '237a02Aii', '237a02Aiii', '241a04'),
  ),
  ina: fc.oneof(fc.constant(''), fc.constantFrom(...eoirCharges().items.map(({ ina }) => ina))),
  groundId: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.constantFrom(...groundIds)),
  origin: fc.constantFrom('charged', 'lodged'),
  statusInOrder: fc.constantFrom('charged', 'sustained', 'conceded', 'not_sustained', 'withdrawn'),
  convictionIds: fc.oneof(some, fc.constant(['c1', 'unknown'])),
});

const inputArb: fc.Arbitrary<PardonEffectInput> = fc.record({
  proceedingKind: fc.constantFrom('removal', 'deportation', 'exclusion', 'not_known'),
  circuit: fc.constantFrom(null, '2', '11'),
  convictions: fc.tuple(...IDS.map(convictionArb)),
  pardons: fc.array(pardonArb, { maxLength: 3 }),
  charges: fc.array(chargeArb, { maxLength: 4 }),
});
const WITHOUT = { drug: 'no', firearm: 'no', domestic: 'no', childVictim: 'no' } as const;
/** Good pardons of most of the convictions, so that charges are lifted often enough to test what must not be. */
const hopefulArb = fc.tuple(inputArb, fc.boolean()).map(([facts, quiet]) => ({
  ...facts,
  convictions: facts.convictions.map((one) => ({
    ...one,
    state: 'NY',
    level: 'felony' as const,
    pleaOn: '1995-03',
    flags: { ...one.flags, ...(quiet ? WITHOUT : {}) },
  })),
  charges: facts.charges.map((one, at) =>
    at > 1 ? one : { ...one, code: LISTED[(at + one.id.charCodeAt(0)) % 4], ina: '', groundId: null },
  ),
  pardons: [pardon(quiet ? IDS : IDS.slice(1), { id: 'good' }), ...facts.pardons],
}));
const LISTED = ['237a02Ai', '237a02Aii', '237a02Aiii', '241a04'];
const anyInput = fc.oneof(inputArb, hopefulArb);
const RUNS = { numRuns: 400 };

describe('whatever is recorded', () => {
  it('only a ground the waiver lists is ever lifted', () => {
    let lifted = 0;
    fc.assert(
      fc.property(anyInput, (facts) => {
        for (const { effect, groundId } of pardonEffect(facts).charges) {
          if (effect !== 'lifted') continue;
          lifted += 1;
          expect(groundById(groundId ?? '')?.waived).toBe('yes');
        }
      }),
      RUNS,
    );
    expect(lifted).toBeGreaterThan(20);
  });

  it('nothing is lifted without a full and unconditional instrument', () => {
    fc.assert(
      fc.property(anyInput, (facts) => {
        const pardons = facts.pardons.filter(
          ({ instrumentKind }) => instrumentKind !== 'full_and_unconditional',
        );
        const report = pardonEffect({ ...facts, pardons });
        expect(report.charges.map(({ effect }) => effect)).not.toContain('lifted');
        expect(report.overall).not.toBe('termination_expected');
      }),
      RUNS,
    );
  });

  it('a lifted charge misses no fact, and termination is expected only with every active charge lifted', () => {
    fc.assert(
      fc.property(anyInput, (facts) => {
        const { overall, charges } = pardonEffect(facts);
        for (const one of charges) if (one.effect === 'lifted') expect(one.missingFacts).toEqual([]);
        for (const one of charges) if (one.effect === 'needs_facts') expect(one.missingFacts).not.toEqual([]);
        if (overall === 'termination_expected') {
          expect(charges.every(({ effect }) => effect === 'lifted' || effect === 'not_applicable')).toBe(
            true,
          );
          expect(charges.some(({ effect }) => effect === 'lifted')).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('an unrelated conviction changes no charge and never makes the whole better than it was', () => {
    fc.assert(
      fc.property(anyInput, convictionArb('unrelated'), (facts, unrelated) => {
        const before = pardonEffect(facts);
        const after = pardonEffect({ ...facts, convictions: [...facts.convictions, unrelated] });
        const charged = (report: typeof before) =>
          report.charges.filter(({ origin }) => origin !== 'latent').map(({ effect }) => effect);
        expect(charged(after)).toEqual(charged(before));
        if (before.overall !== 'termination_expected') expect(after.overall).not.toBe('termination_expected');
      }),
      RUNS,
    );
  });

  it('the order in which things were recorded does not matter', () => {
    fc.assert(
      fc.property(anyInput, (facts) => {
        const reversed = {
          ...facts,
          convictions: [...facts.convictions].reverse(),
          pardons: [...facts.pardons].reverse(),
        };
        const effects = (from: PardonEffectInput) =>
          pardonEffect(from).charges.map(({ chargeId, effect }) => [chargeId, effect]);
        expect(effects(reversed)).toEqual(effects(facts));
      }),
      RUNS,
    );
  });
});

it('answers ten thousand convictions in bounded time', () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
  const convictions = ids.map((id) =>
    conviction(id, { flags: { moralTurpitude: 'yes', drug: 'not_known', firearm: 'yes' } }),
  );
  const charges = ['237a02Aii', '237a02Aiii', '237a01A', '212a02B'].map((code) => charge(code, ids));
  const started = performance.now();
  expect(
    pardonEffect(
      input({ convictions, pardons: [pardon(ids), pardon(ids, { id: 'two', grantor: 'other' })], charges }),
    ).charges.length,
  ).toBeGreaterThan(4);
  expect(pardonEffect(input({ convictions, charges })).requests[0].counts).toHaveLength(10_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});
