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
  ])('would be refused with %s', (_what, rules, fault) => {
    expect(faults(rules)).toContain(fault);
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
