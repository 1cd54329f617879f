import { describe, expect, it } from '@jest/globals';
import { fieldsOf, isDayAndTime, isReady, triggersOf, type FactField } from './facts';

const decision = 'the decision (oral), or its mailing';
const facts = [
  { name: 'written_decision_mailed', label: decision, type: 'day', required: true },
  { name: 'ij_decision', label: `${decision} (ij decision)`, type: 'day', required: false },
  { name: 'asylum_merits', label: 'Asylum was decided on the merits', type: 'flag', required: false },
];
const field = (type: FactField['type']): FactField => ({ label: 'x', names: ['x'], type, required: false });

describe('the facts of a rule as fields', () => {
  it('joins the names of one event into one field', () => {
    expect(fieldsOf(facts).map(({ label, names }) => [label, names])).toEqual([
      [decision, ['written_decision_mailed', 'ij_decision']],
      ['Asylum was decided on the merits', ['asylum_merits']],
    ]);
  });

  it('sends a fact under the name that was chosen, and nothing that was left empty', () => {
    const entries = {
      written_decision_mailed: { text: ' 2026-03-20 ', name: 'ij_decision' },
      asylum_merits: { text: '', name: 'asylum_merits' },
    };
    expect(triggersOf(fieldsOf(facts), entries)).toEqual({ ij_decision: '2026-03-20' });
  });

  it.each([
    ['flag', 'no', false],
    ['number', '60', 60],
    ['instant', '2026-03-20 17:00', '2026-03-20T17:00'],
    ['text', 'America/New_York', 'America/New_York'],
  ] as const)('sends a %s as what it is', (type, text, value) => {
    expect(triggersOf([field(type)], { x: { text, name: 'x' } })).toEqual({ x: value });
  });

  it.each([
    ['day', '2026-02-30', false],
    ['day', '2026-03', false],
    ['day', '', true],
    ['instant', '2026-03-20', false],
    ['number', '12 days', false],
    ['text', 'anything', true],
  ] as const)('knows whether the %s “%s” can be sent', (type, text, ready) => {
    expect(isReady(field(type), text)).toBe(ready);
  });

  it('reads a day with a time', () => {
    expect(
      ['2026-03-20 23:59', '2026-03-20T00:00', '2026-02-30 10:00', '2026-03-20 24:00'].map(isDayAndTime),
    ).toEqual([true, true, false, false]);
  });
});
