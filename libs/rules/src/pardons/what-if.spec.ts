import { RuleInputError } from '../errors';
import { pardonEffect, whatIf, whatWouldChange } from './index';
import { charge, conviction, input, pardon } from './pardons.fixtures';
import { cpuMs } from '../cpu-time.fixture';

const moral = (id: string) => conviction(id, { flags: { moralTurpitude: 'yes' } });
const thefts = [moral('a'), moral('b'), moral('c')];
const facts = input({
  convictions: thefts,
  pardons: [pardon(['a'])],
  charges: [charge('237a02Aii', ['a', 'b', 'c'])],
});

describe('what if', () => {
  it('one count more were pardoned', () => {
    const answer = whatIf(facts, { kind: 'also_pardoned', convictionIds: ['b'] });
    expect(answer).toMatchObject({ before: 'pardon_not_enough', overall: 'insufficient_facts' });
    expect(answer.label).toContain('offence b');
    expect(answer.changed).toContainEqual(
      expect.objectContaining({ chargeId: 'charge 237a02Aii', from: 'not_lifted', to: 'lifted' }),
    );
  });

  it('every count were pardoned', () => {
    expect(whatIf(facts, { kind: 'every_count_pardoned' })).toMatchObject({
      overall: 'termination_expected',
      changed: expect.arrayContaining([expect.objectContaining({ origin: 'latent', to: 'lifted' })]),
    });
  });

  it('the instrument were full and unconditional', () => {
    const conditional = input({
      ...facts,
      pardons: [pardon(['a', 'b', 'c'], { instrumentKind: 'conditional', wording: 'Except firearms.' })],
    });
    expect(whatIf(conditional, { kind: 'unconditional' })).toMatchObject({
      before: 'pardon_not_enough',
      overall: 'termination_expected',
    });
    expect(whatIf(conditional, { kind: 'unconditional', pardonIds: ['another'] }).changed).toEqual([]);
    const bySomebodyElse = { ...conditional, pardons: [{ ...conditional.pardons[0], jurisdiction: 'NJ' }] };
    expect(whatIf(bySomebodyElse, { kind: 'unconditional' }).overall).toBe('pardon_not_enough');
  });

  it('a question were answered', () => {
    const asked = input({
      convictions: [conviction('x', { flags: { aggravatedFelony: 'yes', firearm: 'not_known' } })],
      pardons: [pardon(['x'])],
      charges: [charge('237a02Aiii', ['x'])],
    });
    const fact = { kind: 'fact', convictionId: 'x', flag: 'firearm' } as const;
    expect(whatIf(asked, { ...fact, value: 'no' })).toMatchObject({
      before: 'insufficient_facts',
      overall: 'termination_expected',
      changed: [{ from: 'needs_facts', to: 'not_applicable' }],
    });
    expect(whatIf(asked, { ...fact, value: 'yes' })).toMatchObject({
      overall: 'partial_other_relief_needed',
    });
  });

  it('leaves an arguable board arguable, and refuses a conviction nobody recorded', () => {
    const board = input({
      convictions: [conviction('x', { state: 'UT', flags: { aggravatedFelony: 'yes' } })],
      charges: [charge('237a02Aiii', ['x'])],
    });
    expect(whatIf(board, { kind: 'every_count_pardoned' }).changed[0]).toMatchObject({ to: 'contested' });
    expect(() => whatIf(board, { kind: 'also_pardoned', convictionIds: ['?'] })).toThrow(RuleInputError);
  });
});

describe('what would change it', () => {
  it('tries every count, the instrument and every one of the counts left, for each charge that stays', () => {
    const { before, charges, note } = whatWouldChange(facts);
    expect([before, note]).toEqual(['pardon_not_enough', null]);
    const [first] = charges;
    expect(first).toMatchObject({ chargeId: 'charge 237a02Aii', effect: 'not_lifted' });
    expect(first.scenarios.map(({ change }) => change)).toEqual([
      { kind: 'every_count_pardoned' },
      { kind: 'also_pardoned', convictionIds: ['b'] },
      { kind: 'also_pardoned', convictionIds: ['c'] },
    ]);
  });

  it('says that nothing a pardon can do lifts a drug ground', () => {
    const drug = input({
      convictions: [conviction('x', { flags: { drug: 'yes' } })],
      pardons: [pardon(['x'], { instrumentKind: 'conditional' })],
      charges: [charge('237a02Bi', ['x'])],
    });
    const scenarios = whatWouldChange(drug).charges[0].scenarios;
    expect(scenarios.map(({ change }) => change.kind)).toEqual([
      'every_count_pardoned',
      'unconditional',
      'also_pardoned',
    ]);
    expect(scenarios.every(({ overall }) => overall === 'pardon_not_enough')).toBe(true);
  });

  it('takes many convictions together, stops at a bound, says so, and changes nothing', () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
    const many = input({
      convictions: ids.map((id) =>
        conviction(id, { flags: { moralTurpitude: 'yes', firearm: 'not_known' } }),
      ),
      pardons: [pardon(ids.slice(0, 10), { instrumentKind: 'conditional' })],
      charges: [charge('237a02Aii', ids), charge('237a02Aiii', ids)],
    });
    const before = JSON.stringify(pardonEffect(many).overall);
    const started = cpuMs();
    const answer = whatWouldChange(many);
    expect(cpuMs() - started).toBeLessThan(4_000);
    expect(answer.note).toMatch(/taken together.*not tried/);
    expect(answer.charges[0].scenarios[0]).toMatchObject({ change: { kind: 'every_count_pardoned' } });
    expect(JSON.stringify(pardonEffect(many).overall)).toBe(before);
  });
});
