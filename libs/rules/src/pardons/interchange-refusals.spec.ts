import fc from 'fast-check';
import { RuleInputError } from '../errors';
import { checkPardonEffects, pardonEffectReport } from './index';
import { charged, entry, pardoned, theft } from './interchange.fixtures';

const errorOf = (more: object) => {
  try {
    pardonEffectReport(entry(more));
  } catch (error) {
    if (error instanceof RuleInputError) return [error.code, error.path];
    throw error;
  }
  return null;
};

describe('a malformed entry', () => {
  it.each<[object, string, string]>([
    [{ id: null }, 'malformed_fact', 'id'],
    [{ convictions: {} }, 'malformed_fact', 'convictions'],
    [{ convictions: ['a'] }, 'malformed_fact', 'convictions[0]'],
    [{ convictions: [theft('a'), theft('a')] }, 'duplicate_id', 'convictions[1].id'],
    [{ convictions: [theft('a', { pleaDate: '1995-02-30' })] }, 'malformed_day', 'convictions[0].pleaDate'],
    [
      { convictions: [theft('a', { plea_date: '12995' })] },
      'contradictory_facts',
      'convictions[0].plea_date',
    ],
    [{ convictions: [theft('a', { pleaDate: '9999' })] }, 'day_out_of_range', 'convictions[0].pleaDate'],
    [{ convictions: [theft('a', { state: 'Narnia' })] }, 'malformed_fact', 'convictions[0].state'],
    [{ convictions: [theft('a', { firearm: 'maybe' })] }, 'malformed_fact', 'convictions[0].firearm'],
    [{ convictions: [theft('a', { firearm: true })] }, 'contradictory_facts', 'convictions[0].firearm'],
    [{ convictions: [theft('a', { ageAtOffence: -1 })] }, 'malformed_fact', 'convictions[0].ageAtOffence'],
    [{ pardons: [pardoned(['a', 'x'])] }, 'unknown_conviction', 'pardons[0].convictionIds[1]'],
    [{ pardons: [pardoned(['a']), pardoned(['b'])] }, 'duplicate_id', 'pardons[1].id'],
    [{ pardons: [pardoned(['a'], { signed: 'July' })] }, 'malformed_day', 'pardons[0].signed'],
    [
      { pardons: [pardoned(['a'], { tests: { colour: 'PASS' } })] },
      'malformed_fact',
      'pardons[0].tests.colour',
    ],
    [{ charges: [charged('237a2Zz', ['a'])] }, 'unknown_ground', 'charges[0].groundId'],
    [{ charges: [charged('237(a)(2)(G)', ['a'])] }, 'unknown_ground', 'charges[0].groundId'],
    [{ charges: [charged('241(a)(25)', ['a'])] }, 'unknown_ground', 'charges[0].groundId'],
    [{ charges: [charged('237a2Aii', ['a', 'x'])] }, 'unknown_conviction', 'charges[0].convictionIds[1]'],
    [{ charges: [charged('237a2Aii', ['a']), charged('237a2Aii', ['a'])] }, 'duplicate_id', 'charges[1].id'],
    [
      { charges: [charged('237a2Aii', ['a'], { origin: 'LATENT' })] },
      'contradictory_facts',
      'charges[0].statusInOrder',
    ],
    [
      { charges: [charged('237a2Aii', ['a'], { statusInOrder: 'PERHAPS' })] },
      'malformed_fact',
      'charges[0].statusInOrder',
    ],
    [
      { charges: [charged('212a2B', ['a'], { counselOverride: {} })] },
      'malformed_fact',
      'charges[0].counselOverride.effect',
    ],
    [{ circuit: '14' }, 'malformed_fact', 'circuit'],
    [{ venue: 'the moon' }, 'malformed_fact', 'venue'],
    [
      { admission: { trips: [{ departed: '2001', returned: '1999' }] } },
      'contradictory_facts',
      'admission.trips[0]',
    ],
  ])('%j is refused with the path of the fact', (more, code, path) =>
    expect(errorOf(more)).toEqual([code, path]),
  );

  it.each([null, undefined, 1, 'text', [], true])('%p is no entry', (value) =>
    expect(() => pardonEffectReport(value)).toThrow(RuleInputError),
  );

  it('of an empty case is answered with questions', () =>
    expect(pardonEffectReport({ id: 'empty' })).toMatchObject({
      overall: 'INSUFFICIENT_FACTS',
      charges: [],
    }));
});

it('of a list is answered in its place, and the others all the same', () => {
  expect(
    checkPardonEffects([entry(), { id: 2, charges: [charged('nonsense', [])] }, 'text', { id: 3 }]),
  ).toMatchObject([
    { id: 'case-1', overall: 'TERMINATION_EXPECTED' },
    { id: 2, error: { code: 'unknown_ground', message: expect.any(String), path: 'charges[0].groundId' } },
    { id: null, error: { code: 'malformed_fact', path: '' } },
    { id: 3, overall: 'INSUFFICIENT_FACTS' },
  ]);
});

describe('any JSON at all', () => {
  const keys = [
    ...[
      'id',
      'convictions',
      'pardons',
      'charges',
      'admission',
      'circuit',
      'venue',
      'flags',
      'tests',
      'dates',
    ],
    ...[
      'state',
      'pleaDate',
      'signed',
      'groundId',
      'origin',
      'statusInOrder',
      'convictionIds',
      'grantor',
      'type',
    ],
    ...[
      'weapon',
      'substance',
      'victimRelationship',
      'trips',
      'counselOverride',
      'orderDates',
      'sentenceMaximum',
    ],
  ];
  const leaf = fc.oneof(
    fc.constantFrom(
      'a',
      'yes',
      'NY',
      '2',
      '1995-03',
      '237a2Aiii',
      'CHARGED',
      'SUSTAINED',
      'governor',
      'pardon',
      '',
    ),
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 6 }),
    ),
  }));
  const list = fc.array(fc.dictionary(fc.constantFrom(...keys), node, { maxKeys: 6 }), { maxLength: 2 });
  const entries = fc.oneof(node, fc.record({ id: leaf, convictions: list, pardons: list, charges: list }));

  it('is answered or refused with a code, a path and a sentence, and is never waived without a pardon', () => {
    let answered = 0;
    fc.assert(
      fc.property(entries, (value) => {
        try {
          const report = pardonEffectReport(value);
          answered += 1;
          for (const { effect, pardonIds } of report.charges)
            if (effect === 'WAIVED') expect(pardonIds).not.toEqual([]);
          expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        } catch (error) {
          expect(error).toBeInstanceOf(RuleInputError);
          expect(error).toMatchObject({ code: expect.stringMatching(/^[a-z_]+$/), path: expect.any(String) });
        }
      }),
      { numRuns: 3_000 },
    );
    expect(answered).toBeGreaterThan(50);
  });
});
