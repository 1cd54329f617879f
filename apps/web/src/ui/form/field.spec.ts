import { describe, expect, it } from '@jest/globals';
import { faultOf, isDay, isPartialDate, known, type Field } from './field';

const field = (kind: Field<{ x: string }>['kind'], required = false): Field<{ x: string }> => ({
  name: 'x',
  kind,
  label: 'X',
  required,
});

describe('fields', () => {
  it.each(['1988', '1988-07', '1988-07-31'])('takes %s as a partial date', (text) => {
    expect(isPartialDate(text)).toBe(true);
  });

  it.each(['88', '1988-13', '1988-00', '1988-07-32', '07/1988', ''])(
    'refuses %s as a partial date',
    (text) => {
      expect(isPartialDate(text)).toBe(false);
    },
  );

  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-2-9', false],
    ['2025-07-01', true],
  ])('knows whether %s is a day', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  it('asks for what is required and lets the rest be empty', () => {
    expect(faultOf(field('text', true), '')).toBe('required');
    expect(faultOf(field('multi', true), [])).toBe('required');
    expect(faultOf(field('date'), '')).toBeNull();
  });

  it('names what is wrong with a value', () => {
    expect(faultOf(field('date'), 'tomorrow')).toBe('date');
    expect(faultOf(field('time'), '25:00')).toBe('time');
    expect(faultOf(field('email'), 'someone')).toBe('email');
    expect(faultOf(field('number'), '16.5')).toBe('number');
  });

  it('leaves out of a new record what is not known', () => {
    expect(known({ a: null, b: undefined, c: '', d: false })).toEqual({ c: '', d: false });
  });
});
