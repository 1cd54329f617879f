import { possibleQualifying, type RelativeFacts } from '../index';

const TODAY = '2026-06-15';
const purposes = (facts: RelativeFacts): string[] =>
  possibleQualifying(facts, TODAY).map(({ purpose, questions }) => [purpose, ...questions].join('?'));

const ALL = ['cancellation', 'waiver_212h', 'waiver_212i', 'waiver_unlawful_presence', 'family_petition'];

describe('possible qualifying relatives', () => {
  it.each<[string, RelativeFacts, string[]]>([
    ['a citizen spouse', { relationship: 'spouse', status: 'usc', birth: null }, ALL],
    ['a resident parent', { relationship: 'parent', status: 'lpr', birth: '1950' }, ALL],
    [
      'a citizen child of ten',
      { relationship: 'child', status: 'usc', birth: '2016-01-01' },
      ['cancellation', 'waiver_212h'],
    ],
    [
      'a citizen child on the day before 21',
      { relationship: 'child', status: 'usc', birth: '2005-06-16' },
      ['cancellation', 'waiver_212h'],
    ],
    [
      'a citizen child on the 21st birthday',
      { relationship: 'child', status: 'usc', birth: '2005-06-15' },
      ['waiver_212h', 'family_petition'],
    ],
    ['a resident child of 30', { relationship: 'child', status: 'lpr', birth: '1996' }, ['waiver_212h']],
    [
      'a stepchild of whom no birth is known',
      { relationship: 'stepchild', status: 'usc', birth: null },
      ['cancellation?age', 'waiver_212h', 'family_petition?age'],
    ],
    [
      'a child born in the month that decides',
      { relationship: 'child', status: 'lpr', birth: '2005-06' },
      ['cancellation?age', 'waiver_212h'],
    ],
    [
      'a parent of whom no status is known',
      { relationship: 'parent', status: 'not_known', birth: null },
      ALL.map((purpose) => `${purpose}?status`),
    ],
    [
      'a grown citizen sister',
      { relationship: 'sibling', status: 'usc', birth: '1980' },
      ['family_petition'],
    ],
    ['a resident brother', { relationship: 'sibling', status: 'lpr', birth: '1980' }, []],
    ['a partner not married to', { relationship: 'partner', status: 'usc', birth: null }, []],
    ['a former spouse', { relationship: 'former_spouse', status: 'usc', birth: null }, []],
    ['a grandparent', { relationship: 'grandparent', status: 'usc', birth: null }, []],
    ['a spouse with asylum', { relationship: 'spouse', status: 'refugee_or_asylee', birth: null }, []],
  ])('%s', (_who, facts, expected) => {
    expect(purposes(facts)).toEqual(expected);
  });

  it('ask for hardship where the relief does, and say by which authority', () => {
    const found = possibleQualifying({ relationship: 'spouse', status: 'usc', birth: null }, TODAY);
    expect(found.filter(({ hardship }) => !hardship).map(({ purpose }) => purpose)).toEqual([
      'family_petition',
    ]);
    expect(found.every(({ authority }) => authority.startsWith('INA '))).toBe(true);
  });
});
