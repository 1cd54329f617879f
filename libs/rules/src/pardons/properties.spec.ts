import fc from 'fast-check';
import { groundById } from '../packs/grounds';
import { pardonJurisdictions } from '../packs/jurisdictions';
import { eoirCharges } from '../packs/reference';
import { pardonEffect } from './index';
import { charge, conviction, input, pardon } from './pardons.fixtures';
import type { Charge, Conviction, Effect, Pardon, PardonEffectInput } from './types';
import { cpuMs } from '../cpu-time.fixture';

const RUNS = { numRuns: 400 };
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
    offenceOn: date,
    ageAtOffence: fc.constantFrom(null, 16, 30),
    scheme: fc.constantFrom(null, null, 'one', 'two'),
    clearedBy: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      fc.constantFrom(
        'vacated_for_defect' as const,
        'vacated_reason_not_known' as const,
        'vacated_for_rehabilitation' as const,
        'expunged_or_sealed' as const,
      ),
    ),
    flags: fc.record({
      drug: known,
      firearm: known,
      domestic: known,
      childVictim: known,
      moralTurpitude: known,
      aggravatedFelony: known,
    }),
  });

const result = fc.constantFrom('pass' as const, 'fail' as const, 'unclear' as const);

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
  votedOn: fc.constantFrom(null, null, '2025-06-30', '2026'),
  fraudAlleged: fc.constantFrom(null, null, 'yes' as const),
  testResults: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.record(
      { grantor: result, full_and_unconditional: result, after_conviction: result, sovereign: result },
      { requiredKeys: [] },
    ),
  ),
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
  origin: fc.constantFrom('charged', 'charged', 'lodged', 'latent'),
  statusInOrder: fc.constantFrom('charged', 'sustained', 'conceded', 'not_sustained', 'withdrawn'),
  convictionIds: fc.oneof(some, fc.constant(['c1', 'unknown'])),
  chargedOn: fc.constantFrom(null, '1985', '1993-04', '2001'),
});

const inputArb: fc.Arbitrary<PardonEffectInput> = fc.record({
  proceedingKind: fc.constantFrom('removal', 'deportation', 'exclusion', 'not_known'),
  circuit: fc.constantFrom(null, '2', '11'),
  convictions: fc.tuple(...IDS.map(convictionArb)),
  pardons: fc.array(pardonArb, { maxLength: 3 }),
  charges: fc.array(chargeArb, { maxLength: 4 }),
  admission: fc.oneof(
    fc.constant(null),
    fc.record({
      admittedOn: date,
      adjustedOn: date,
      trips: fc.array(fc.record({ returnedOn: date }), { maxLength: 2 }),
    }),
  ),
  orderDates: fc.subarray(['2001', '2001-05', '2002'], { maxLength: 2 }),
});
const WITHOUT = { drug: 'no', firearm: 'no', domestic: 'no', childVictim: 'no' } as const;
/** Good pardons of most of the convictions, so that charges are lifted often enough to test what must not be. */
const hopefulArb = fc.tuple(inputArb, fc.boolean()).map(([facts, quiet]) => ({
  ...facts,
  convictions: facts.convictions.map((one) => ({
    ...one,
    state: 'NY',
    level: 'felony' as const,
    offenceOn: null,
    pleaOn: '1995-03',
    sentencedOn: null,
    clearedBy: null,
    flags: { ...one.flags, ...(quiet ? WITHOUT : {}) },
  })),
  charges: facts.charges.map((one, at) => (at > 1 && !quiet ? one : listed(one, at))),
  orderDates: [],
  pardons: [pardon(quiet ? IDS : IDS.slice(1), { id: 'good' }), ...facts.pardons],
}));

/** A sustained charge under a clause the waiver lists. */
function listed(one: Charge, at: number): Charge {
  const code = LISTED[(at + one.id.charCodeAt(0)) % 4];
  const convictionIds = one.convictionIds.length > 1 ? one.convictionIds : ['c2', 'c3'];
  const origin = 'charged' as const;
  return {
    ...one,
    code,
    ina: '',
    groundId: null,
    chargedOn: null,
    origin,
    statusInOrder: 'sustained',
    convictionIds,
  };
}

/** Codes of the clauses the waiver lists. */
const LISTED = ['237a02Ai', '237a02Aii', '237a02Aiii', '241a04'];
/** Cases of every sort, half of them hopeful. */
const anyInput = fc.oneof(inputArb, hopefulArb);

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
          charges: [...facts.charges].reverse(),
          orderDates: [...(facts.orderDates ?? [])].reverse(),
        };
        const answers = (from: PardonEffectInput) => {
          const { overall, charges } = pardonEffect(from);
          return { overall, effects: charges.map(({ chargeId, effect }) => `${chargeId} ${effect}`).sort() };
        };
        expect(answers(reversed)).toEqual(answers(facts));
      }),
      RUNS,
    );
  });
});

/** Better first. A charge that does not apply is not compared: no pardon makes it so. */
const RANK: Record<Effect, number> = {
  lifted: 0,
  contested: 1,
  needs_facts: 2,
  not_lifted: 3,
  not_applicable: 4,
};

describe('one pardon more', () => {
  it('never makes a charge worse, and one pardon less never makes it better', () => {
    let better = 0;
    fc.assert(
      fc.property(anyInput, fc.oneof(pardonArb, fc.constant(pardon(['c1', 'c2', 'c3']))), (facts, more) => {
        const without = pardonEffect(facts).charges.slice(0, facts.charges.length);
        const pardons = [...facts.pardons, { ...more, id: 'more' }];
        const shuffled = [pardons[pardons.length - 1], ...facts.pardons];
        for (const list of [pardons, shuffled]) {
          const having = pardonEffect({ ...facts, pardons: list }).charges;
          without.forEach(({ effect, chargeId }, at) => {
            expect(having[at].chargeId).toBe(chargeId);
            if (effect === 'not_applicable') return expect(['lifted', effect]).toContain(having[at].effect);
            if (RANK[having[at].effect] < RANK[effect]) better += 1;
            return expect(RANK[having[at].effect]).toBeLessThanOrEqual(RANK[effect]);
          });
        }
      }),
      { numRuns: 1_000 },
    );
    expect(better).toBeGreaterThan(20);
  });

  it('never turns a termination into less, when it is a good one', () => {
    fc.assert(
      fc.property(hopefulArb, (facts) => {
        const before = pardonEffect(facts);
        fc.pre(before.overall === 'termination_expected');
        const ids = facts.convictions.map(({ id }) => id);
        const after = pardonEffect({ ...facts, pardons: [...facts.pardons, pardon(ids, { id: 'more' })] });
        expect(after.overall).toBe('termination_expected');
      }),
      { numRuns: 40, maxSkipsPerRun: 100 },
    );
  });
});

it('takes an override into account only where it is shown', () => {
  fc.assert(
    fc.property(anyInput, fc.constantFrom<Effect>('lifted', 'contested', 'not_lifted'), (facts, effect) => {
      const counselOverride = { effect, reasons: 'Because.', by: 'Counsel' };
      const charges = facts.charges.map((one) => ({ ...one, counselOverride }));
      const plain = pardonEffect(facts).charges;
      pardonEffect({ ...facts, charges }).charges.forEach((one, at) => {
        if (at >= charges.length) return;
        expect(one.override).toBeTruthy();
        if (one.effect !== plain[at].effect && one.reasonCode !== 'order_dates_conflict')
          expect(one).toMatchObject({ reasonCode: 'overridden_by_counsel', override: { applied: true } });
        if (one.effect === 'lifted') expect(one.missingFacts).toEqual([]);
      });
    }),
    RUNS,
  );
});

it('answers ten thousand convictions in bounded time', () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
  const convictions = ids.map((id) =>
    conviction(id, { flags: { moralTurpitude: 'yes', drug: 'not_known', firearm: 'yes' } }),
  );
  const charges = ['237a02Aii', '237a02Aiii', '237a01A', '212a02B'].map((code) => charge(code, ids));
  const started = cpuMs();
  expect(
    pardonEffect(
      input({ convictions, pardons: [pardon(ids), pardon(ids, { id: 'two', grantor: 'other' })], charges }),
    ).charges.length,
  ).toBeGreaterThan(4);
  expect(pardonEffect(input({ convictions, charges })).requests[0].counts).toHaveLength(10_000);
  expect(cpuMs() - started).toBeLessThan(5_000);
});
