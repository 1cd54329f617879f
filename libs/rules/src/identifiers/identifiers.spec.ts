import fc from 'fast-check';
import {
  citationKey,
  comparePartialDates,
  formatANumber,
  formatPartialDate,
  maskANumber,
  normaliseChargeCode,
  parseANumber,
  parseCitation,
  parsePartialDate,
  partialDateBounds,
  toIna,
  toUsc,
} from './index';

describe('A-numbers', () => {
  it.each([
    ['A 012 345 678', '012345678'],
    ['A12345678', '012345678'],
    ['A012-345-678', '012345678'],
    ['a# 12 345 678', '012345678'],
    ['Alien number: 212345678', '212345678'],
    ['Ａ０１２－３４５－６７８', '012345678'],
    ['A០១២-៣៤៥-៦៧៨', '012345678'],
    ['\u200eA012\u2013345\u2013678', '012345678'],
    ['012.345.678', '012345678'],
  ])('reads %s', (text, value) => expect(parseANumber(text)).toEqual({ ok: true, value }));

  it.each([
    ['', 'empty'],
    ['B12345678', 'not_a_number'],
    ['A1234567', 'too_short'],
    ['A1234567890', 'too_long'],
    ['A00000000', 'all_zeros'],
    ['A12345678B', 'not_a_number'],
    ['A--', 'not_a_number'],
  ])('refuses %p as %s, without repeating it', (text, code) => {
    const parsed = parseANumber(text);
    expect(parsed).toMatchObject({ ok: false, code });
    if (!parsed.ok && text !== '') expect(parsed.reason).not.toContain(text);
  });

  it('treats eight and nine digits as one number, and reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), (n) => {
        const parsed = parseANumber(`A${n}`);
        expect(parsed).toEqual(parseANumber(`A0${n}`));
        if (!parsed.ok) throw new Error('refused');
        expect(parseANumber(formatANumber(parsed.value))).toEqual(parsed);
        expect(maskANumber(parsed.value)).toBe(`A•••-•••-${String(n).slice(-3)}`);
      }),
    );
  });

  it('never throws, and accepts nothing but nine digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseANumber(text);
        return !parsed.ok || /^\d{9}$/.test(parsed.value);
      }),
    );
  });

  it('formats only stored numbers', () => {
    expect(() => formatANumber('12345678')).toThrow(RangeError);
    expect(() => maskANumber('')).toThrow(RangeError);
  });
});

describe('citations', () => {
  it.each([
    ['INA § 237(a)(2)(A)(iii)', '237(a)(2)(A)(iii)', '8 USC 1227(a)(2)(A)(iii)'],
    ['8 U.S.C. § 1227(a)(2)(A)(iii)', '237(a)(2)(A)(iii)', '8 USC 1227(a)(2)(A)(iii)'],
    ['237a02Aiii', '237(a)(2)(A)(iii)', '8 USC 1227(a)(2)(A)(iii)'],
    ['237A2AIII', '237(a)(2)(A)(iii)', '8 USC 1227(a)(2)(A)(iii)'],
    ['INA 237(A)(2)(a)(III)', '237(a)(2)(A)(iii)', '8 USC 1227(a)(2)(A)(iii)'],
    ['8 USC 1182(a)(2)(A)(i)(I)', '212(a)(2)(A)(i)(I)', '8 USC 1182(a)(2)(A)(i)(I)'],
    ['212a02Ai  I', '212(a)(2)(A)(i)(I)', '8 USC 1182(a)(2)(A)(i)(I)'],
    ['(212)(a)(03)(E)(iii)(   )', '212(a)(3)(E)(iii)', '8 USC 1182(a)(3)(E)(iii)'],
    ['former INA section 241(a)(4)', '241(a)(4)', '8 USC 1251(a)(4)'],
    ['8 USC 1251(a)(2)(A)(ii)', '241(a)(2)(A)(ii)', '8 USC 1251(a)(2)(A)(ii)'],
    ['237(a)(2)(A)(ⅲ)', '237(a)(2)(A)(iii)', '8 USC 1227(a)(2)(A)(iii)'],
  ])('reads %s', (text, ina, usc) => {
    const parsed = parseCitation(text);
    expect(parsed).toMatchObject({ ok: true, value: { ina, usc, former: ina.startsWith('241') } });
    expect(toIna(text)).toBe(ina);
    expect(toUsc(text)).toBe(usc);
    expect(parseCitation(ina)).toEqual(parsed);
    expect(parseCitation(usc)).toEqual(parsed);
  });

  it.each([
    ['', 'empty'],
    ['theft', 'not_a_citation'],
    ['8 USC 1231(a)', 'current_241'],
    ['INA 240A(a)', 'other_section'],
    ['212a2aii', 'ambiguous'],
    ['237(2)(A)', 'not_a_citation'],
    ['2153a', 'other_section'],
  ])('refuses %p as %s', (text, code) => expect(parseCitation(text)).toMatchObject({ ok: false, code }));

  it('spells charge codes as EOIR does', () => {
    const cases = {
      '237(a)(2)(A)(iii)': '237a02Aiii',
      '212(a)(2)(A)(i)(I)': '212a02Ai  I',
      '212a10Ci': '212a10Ci',
      '241(a)(4)': '241a04',
    };
    for (const [text, value] of Object.entries(cases))
      expect(normaliseChargeCode(text)).toEqual({ ok: true, value });
    expect(normaliseChargeCode('nonsense').ok).toBe(false);
  });

  it('never throws, and reads back what it writes', () => {
    const roman = fc.constantFrom('i', 'ii', 'iii', 'iv', 'v', 'vi');
    const parts = fc.tuple(
      fc.constantFrom('212', '237', '241'),
      fc.integer({ min: 1, max: 33 }),
      fc.constantFrom(...'ABCDEFGHI'),
      roman,
      roman,
    );
    fc.assert(
      fc.property(parts, ([section, number, capital, small, big]) => {
        const ina = `${section}(a)(${number})(${capital})(${small})(${big.toUpperCase()})`;
        expect(toIna(ina)).toBe(ina);
        expect(toIna(toUsc(ina) ?? '')).toBe(ina);
        const code = normaliseChargeCode(ina);
        if (!code.ok) throw new Error('refused');
        expect(citationKey(code.value)).toBe(citationKey(ina));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseCitation(text).ok === 'boolean'),
    );
  });
});

describe('partial dates', () => {
  it.each(['1997', '1997-05', '1997-05-21', '2000-02-29'])('reads %s', (text) =>
    expect(parsePartialDate(` ${text} `)).toEqual({ ok: true, value: text }),
  );

  it.each([
    ['', 'empty'],
    ['05/21/1997', 'not_a_date'],
    ['1997-13', 'not_a_date'],
    ['1900-02-29', 'not_a_date'],
    ['1997-04-31', 'not_a_date'],
    ['1899', 'year_out_of_range'],
    ['2101-01-01', 'year_out_of_range'],
    ['1997-5', 'not_a_date'],
  ])('refuses %p as %s', (text, code) => expect(parsePartialDate(text)).toMatchObject({ ok: false, code }));

  it('compares only what is known', () => {
    expect(comparePartialDates('1996-12', '1997')).toBe('before');
    expect(comparePartialDates('1997', '1997-05')).toBe('unclear');
    expect(comparePartialDates('1997', '1997')).toBe('unclear');
    expect(comparePartialDates('1997-05-21', '1997-05-21')).toBe('same');
    expect(comparePartialDates('1998-01-01', '1997-12')).toBe('after');
    expect(partialDateBounds('2000-02')).toEqual({ first: '2000-02-01', last: '2000-02-29' });
    expect(['1997', '1997-05', '1997-05-21'].map(formatPartialDate)).toEqual([
      '1997',
      'May 1997',
      'May 21, 1997',
    ]);
    expect(() => partialDateBounds('soon')).toThrow(RangeError);
  });

  it('agrees with itself when the sides are exchanged', () => {
    const day = fc
      .date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
    const opposite = { before: 'after', after: 'before', same: 'same', unclear: 'unclear' };
    fc.assert(
      fc.property(
        partial,
        partial,
        (a, b) => comparePartialDates(b, a) === opposite[comparePartialDates(a, b)],
      ),
    );
  });
});
