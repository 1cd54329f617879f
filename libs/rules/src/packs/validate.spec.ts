import type { PackChange } from './change-log';
import type { CompositePart } from './composite-rule';
import { describeRule, listRules } from './describe';
import type { RuleRecord } from './rule-record';
import { RULE_SET } from './rule-set';
import { validatePacks } from './validate';

const changed = (id: string, version: number, change: Partial<RuleRecord>) =>
  RULE_SET.rules.map((rule) => (rule.id === id && rule.version === version ? { ...rule, ...change } : rule));
const faults = (rules: readonly RuleRecord[]) =>
  validatePacks(rules)
    .map((found) => found.fault)
    .join('; ');
const FOURTEEN_DAYS = {
  name: 'conservative_14d',
  label: 'Fourteen days',
  status: 'conservative',
  period: { n: 14, unit: 'day' },
} as const;

describe('the shipped rule records', () => {
  it('are sound', () => {
    expect(validatePacks()).toEqual([]);
  });

  it('cannot be changed', () => {
    expect(listRules().every((rule) => Object.isFrozen(rule))).toBe(true);
  });

  it('are unverified until an attorney has checked them', () => {
    expect(listRules().filter((rule) => rule.checkedBy !== null)).toEqual([]);
  });

  it.each([
    [
      'a hole',
      changed('motion.reopen.90d', 1, { effectiveFrom: '1996-07-02' }),
      '0 versions govern 1996-07-01',
    ],
    ['an overlap', changed('bia.appeal.30d', 2, { effectiveTo: null }), 'overlaps bia.appeal.30d@3'],
    ['a missing citation', changed('pfr.30d', 1, { citation: '' }), 'texts are present'],
    ['a missing source', changed('pfr.30d', 1, { source: [] }), 'a source is named'],
    ['an impossible day', changed('pfr.30d', 1, { checkedOn: '2026-02-30' }), 'days exist'],
    ['no limit as a filing', changed('pfr.30d', 1, { period: null }), 'no limit is a kind of its own'],
    ['an edited version number', changed('pfr.30d', 1, { version: 2 }), 'numbered 1, 2, 3'],
    [
      'an unknown conflict',
      changed('bia.appeal.10d', 1, { conflictsWith: ['bia.appeal.15d'] }),
      'conflicts name known',
    ],
    [
      'policy posing as law',
      changed('internal.diligence_after_grant.30d', 1, { status: 'operative' }),
      'office policy',
    ],
    [
      'an absurd period',
      changed('pfr.30d', 1, { period: { n: 401, unit: 'day' } }),
      'the period is a sane whole number',
    ],
    [
      'too many years',
      changed('asylum.1y', 1, { period: { n: 21, unit: 'year' } }),
      'the period is a sane whole number',
    ],
    [
      'a filing counted in hours',
      changed('pfr.30d', 1, { period: { n: 48, unit: 'hour' } }),
      'only a status counts hours',
    ],
    ['a period from nothing', changed('pfr.30d', 1, { trigger: 'none' }), 'a period runs from something'],
    [
      'a fact without a name',
      changed('pfr.30d', 1, { periodFact: 'days granted' }),
      'a number given by a fact has a most and a name',
    ],
    [
      'another reading without a name',
      changed('coa.rehearing.45d', 1, { otherReadings: [{ ...FOURTEEN_DAYS, name: '' }] }),
      'other readings have names',
    ],
    [
      'two readings of one name',
      changed('coa.rehearing.45d', 1, { otherReadings: [FOURTEEN_DAYS, FOURTEEN_DAYS] }),
      'other readings have names',
    ],
    [
      'an absurd other reading',
      changed('coa.rehearing.45d', 1, {
        otherReadings: [{ ...FOURTEEN_DAYS, period: { n: 500, unit: 'day' } }],
      }),
      'other readings are sane',
    ],
    [
      'a vacated text that nobody can name',
      changed('bia.appeal.bond.10d', 1, { alternateName: null }),
      'a vacated text that conflicts has a name',
    ],
    [
      'a name of two words',
      changed('bia.appeal.bond.10d', 1, { alternateName: 'ten days' }),
      'the name among the alternates is one word',
    ],
    [
      'a conflict seen from one side',
      changed('bia.appeal.bond', 2, { conflictsWith: ['bia.appeal.10d'] }),
      'a conflict is named from both sides',
    ],
    [
      'a version that replaces itself',
      changed('bia.appeal.bond', 2, { replaces: [2] }),
      'a replaced version is an earlier one',
    ],
    [
      'a name that is a rule already',
      changed('asylum.1y', 1, { aliases: ['pfr.30d'] }),
      'another name is nobody else',
    ],
    ['a name twice', changed('asylum.1y', 1, { aliases: ['padilla'] }), 'another name is nobody else'],
    [
      'a day without a version',
      changed('bia.appeal.bond', 1, { effectiveTo: '2026-03-07' }),
      'no version of bia.appeal.bond governs 2026-03-08',
    ],
    [
      'a detained case without a version',
      changed('bia.brief.detained.21d', 1, { effectiveTo: '2026-03-07' }),
      '0 versions govern 2026-03-08',
    ],
    [
      'an overlap while detained',
      changed('ij.filing.individual.30d_before', 3, { effectiveTo: '2025-02-01' }),
      'overlaps ij.filing.individual.30d_before@4',
    ],
  ])('would be refused with %s', (_what, rules, fault) => {
    expect(faults(rules)).toContain(fault);
  });

  it('may overlap in time where their conditions cannot both hold', () => {
    const apart = changed('bia.appeal.bond', 1, { effectiveTo: null, appliesIf: { detained: true } }).map(
      (rule) =>
        rule.id === 'bia.appeal.bond' && rule.version === 2
          ? { ...rule, appliesIf: { detained: false } }
          : rule,
    );
    expect(faults(apart)).toBe('');
  });
});

describe('composites and the change log', () => {
  const [pair] = RULE_SET.composites.filter((composite) => composite.id === 'coa.motion.response.10d');
  const [first, second] = pair!.parts;
  const withParts = (...parts: readonly CompositePart[]) => ({
    composites: [{ ...pair!, parts }],
    changes: [],
  });
  const withChange = (change: Partial<PackChange>) => ({
    composites: RULE_SET.composites,
    changes: RULE_SET.changes.map((entry, index) => (index === 1 ? { ...entry, ...change } : entry)),
  });

  it.each([
    ['an unknown rule', withParts({ name: 'a', rule: 'pfr.60d' }), 'part a counts an unknown rule, pfr.60d'],
    ['no parts', withParts(), 'has no parts'],
    ['a name twice', withParts(first!, { ...second!, name: first!.name }), 'is named once'],
    ['a name of two words', withParts({ ...first!, name: 'by mail' }), 'is named in one word'],
    ['no facts', withParts({ ...first!, from: [] }), 'names the facts it runs from'],
    [
      'two starts',
      withParts(first!, { ...second!, from: ['motion_served'], fromPart: first!.name }),
      'runs from facts or from a part, not both',
    ],
    [
      'a part that follows a later one',
      withParts({ ...first!, fromPart: second!.name }, second!),
      'follows a part',
    ],
    ['an unknown family', { composites: [{ ...pair!, family: 'weather' }], changes: [] }, 'unknown family'],
    ['no citation', { composites: [{ ...pair!, citation: '' }], changes: [] }, 'texts are present'],
    ['an id of words', { composites: [{ ...pair!, id: 'Court of Appeals' }], changes: [] }, 'joined by dots'],
    ['a composite twice', { composites: [pair!, pair!], changes: [] }, 'stands twice'],
    ['a change of an unknown rule', withChange({ rules: ['pfr.60d'] }), 'names an unknown rule, pfr.60d'],
    ['a change on no day', withChange({ on: '2026-02-30' }), 'days exist, in order'],
    ['a change before the one before', withChange({ on: '2026-11-21' }), 'days exist, in order'],
    ['a change twice', withChange({ version: RULE_SET.changes[0]!.version }), 'stands twice'],
    ['a change without a reason', withChange({ why: '' }), 'says what and why'],
  ])('would be refused with %s', (_what, law, fault) => {
    const found = validatePacks(RULE_SET.rules, law).map((each) => each.fault);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(fault);
  });
});

describe('choosing a version', () => {
  it.each([
    ['1995-03-01', null, 1],
    ['2026-03-08', null, 2],
    ['2026-03-09', null, 3],
    ['2026-03-09', false, 3],
    ['2026-03-09', true, 4],
  ])('for a decision of %s with asylum decided %s takes version %i', (keyDay, asylumDecided, version) => {
    expect(RULE_SET.select('bia.appeal.30d', { keyDay, asylumDecided })?.version).toBe(version);
  });

  it('knows the ten-day text only from its first day, and not where asylum was decided', () => {
    expect(RULE_SET.select('bia.appeal.10d', { keyDay: '2026-03-08' })).toBeNull();
    expect(RULE_SET.select('bia.appeal.10d', { keyDay: '2026-03-09' })?.status).toBe('vacated');
    expect(RULE_SET.select('bia.appeal.10d', { keyDay: '2026-03-09', asylumDecided: true })).toBeNull();
  });

  it('answers to other names of a rule and refuses unknown ones', () => {
    expect(describeRule('sua sponte')[0]?.id).toBe('motion.reopen.sua_sponte');
    expect(() => describeRule('bia.appeal.60d')).toThrow('no rule with this id');
  });
});
