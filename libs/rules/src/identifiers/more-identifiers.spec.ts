import fc from 'fast-check';
import {
  eoirCharges,
  eoirCodesOfCountry,
  eoirNationalities,
  parseActCitation,
  parseANumber,
  parseCitation,
  parseEoirId,
  parsePartialDate,
  parseReceiptNumber,
  readANumber,
  readChargeCode,
  readCitationOn,
  readEoirNationality,
  RECEIPT_PREFIXES,
  waiverCitationsOn,
} from '../index';

describe('A-numbers on paper', () => {
  it.each([
    ['A1 234 567', '001234567', 7],
    ['A12 345 678', '012345678', 8],
    ['A-012-345-678', '012345678', 9],
  ])('reads %s', (text, value, digits) => {
    const read = readANumber(text);
    expect(read).toMatchObject({ ok: true, value: { value, digits, masked: `A•••-•••-${value.slice(-3)}` } });
    if (read.ok) expect(read.value.warning === null).toBe(digits !== 7);
  });

  it('takes seven digits nowhere without the warning', () => {
    expect(parseANumber('A1234567')).toMatchObject({ ok: false, code: 'too_short' });
    expect(readANumber('A123456')).toMatchObject({ ok: false, code: 'too_short' });
    expect(readANumber('A0000000')).toMatchObject({ ok: false, code: 'all_zeros' });
  });
});

describe('USCIS receipt numbers', () => {
  it.each([
    ['EAC-97-123-54321', 'EAC9712354321', 1997, 123, { first: '1996-10-01', last: '1997-09-30' }],
    ['wac 15 001 12345', 'WAC1500112345', 2015, 1, { first: '2014-10-01', last: '2015-09-30' }],
    ['LIN*88*366*00001', 'LIN8836600001', 1988, 366, { first: '1987-10-01', last: '1988-09-30' }],
    ['ＭＳＣ２１９００１２３４５', 'MSC2190012345', 2021, null, { first: '2020-10-01', last: '2021-09-30' }],
    ['IOE0912345678', 'IOE0912345678', null, null, null],
  ])('reads %s', (text, value, fiscalYear, computerDay, received) => {
    const read = parseReceiptNumber(text);
    expect(read).toMatchObject({ ok: true, value: { value, fiscalYear, computerDay, received } });
    if (read.ok) expect(parseReceiptNumber(read.value.printed)).toEqual(read);
  });

  it('names the office, and keeps a number of an office it does not know with a warning', () => {
    for (const prefix of RECEIPT_PREFIXES) {
      expect(parseReceiptNumber(`${prefix}2112345678`)).toMatchObject({ ok: true, value: { warning: null } });
    }
    const other = parseReceiptNumber('LOS9900112345');
    expect(other).toMatchObject({ ok: true, value: { office: null, fiscalYear: 1999 } });
    if (other.ok) expect(other.value.warning).toContain('not on the list');
  });

  it.each([
    ['', 'empty'],
    ['EAC97123', 'wrong_length'],
    ['EAC971235432100', 'wrong_length'],
    ['EA9712354321', 'not_a_receipt'],
    ['0123456789', 'not_a_receipt'],
  ])('refuses %p as %s', (text, code) => expect(parseReceiptNumber(text)).toMatchObject({ ok: false, code }));
});

describe('EOIR IDs', () => {
  it.each(['ab123456', 'AB 123456', 'AB-123-456', 'EOIR ID: AB123456', 'EOIR #AB123456'])(
    'reads %s',
    (text) => expect(parseEoirId(text)).toEqual({ ok: true, value: 'AB123456' }),
  );
  it.each(['A123456', 'AB12345', 'AB1234567', 'ABC123456', 'A12345678'])('refuses %s', (text) =>
    expect(parseEoirId(text)).toMatchObject({ ok: false, code: 'not_an_eoir_id' }),
  );
});

describe('EOIR nationality codes', () => {
  it.each([
    ['CH', 'country', 'CN', 'CH'],
    ['CI', 'country', 'CL', 'CI'],
    ['VM', 'country', 'VN', null],
    ['LA', 'country', 'LA', null],
    ['CC', 'country', 'KH', 'CC'],
    ['CB', 'older_name', 'KH', null],
    ['CG', 'older_name', 'CD', 'CG'],
    ['UR', 'former_country', null, null],
    ['NA', 'former_country', null, 'NA'],
    ['BW', 'area', null, 'BW'],
    ['??', 'none', null, null],
  ])('%s is %s %s', (code, kind, country, trap) => {
    const read = readEoirNationality(code.toLowerCase());
    expect(read).toMatchObject({ ok: true, value: { eoirCode: code, kind, country } });
    if (read.ok) {
      expect(read.value.isoTrap?.code ?? null).toBe(trap);
      expect(read.value.warning === null).toBe(kind === 'country');
    }
  });

  it('goes both ways, and prefers no code where none is plainly the present one', () => {
    expect(eoirCodesOfCountry('kh')).toEqual({
      ok: true,
      value: { country: 'KH', codes: ['CB', 'CC'], present: 'CC' },
    });
    expect(eoirCodesOfCountry('PS')).toMatchObject({ ok: true, value: { present: null } });
    expect(eoirCodesOfCountry('ZZ')).toMatchObject({ ok: false, code: 'unknown_code' });
    for (const { code, country } of eoirNationalities().items) {
      expect(readEoirNationality(code).ok).toBe(true);
      if (country === null) continue;
      const back = eoirCodesOfCountry(country);
      expect(back.ok && back.value.codes.includes(code)).toBe(true);
    }
  });
});

describe('citations by the date of the document', () => {
  const read = (text: string, on: string | null) => {
    const result = readCitationOn(text, on);
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };

  it.each([
    ['237(a)(2)(A)(v)', '2003-05-01', ['pardon_waiver'], true],
    ['237(a)(2)(A)(v)', '2006-07-26', ['pardon_waiver'], true],
    ['237(a)(2)(A)(v)', '2006-07-27', ['sex_offender_registration'], true],
    ['237(a)(2)(A)(v)', '2006', ['pardon_waiver', 'sex_offender_registration'], false],
    ['237(a)(2)(A)(v)', null, ['pardon_waiver', 'sex_offender_registration'], false],
    ['8 USC 1227(a)(2)(A)(vi)', '2021', ['pardon_waiver'], true],
    ['237(a)(2)(A)(vi)', '2004', ['pardon_waiver'], false],
    ['241(a)(2)(A)(iv)', '1994-02', ['pardon_waiver'], true],
    ['241(a)(2)(A)(iv)', '1996-11-01', ['high_speed_flight'], true],
    ['241(a)(2)(A)(iv)', '1996', ['pardon_waiver', 'high_speed_flight'], false],
    ['8 USC 1251(b)', '1974', ['pardon_waiver'], true],
    ['241(a)(2)(A)(iii)', '1995', ['renumbered_1997'], true],
    ['241(a)(2)(A)(iii)', '1991-05-31', ['numbering_before_1991'], true],
    ['241(a)(2)(A)(iii)', '1991', ['numbering_before_1991', 'renumbered_1997'], false],
    ['237(a)(2)(A)(iii)', '2000', ['unchanged'], true],
    ['212(a)(2)(A)(i)(I)', '1985', ['numbering_before_1991'], true],
  ])('%s in a document of %s: %p', (text, on, meanings, decided) => {
    const found = read(text, on);
    expect(found.readings.map(({ meaning }) => meaning)).toEqual(meanings);
    expect([found.decided, found.question === null]).toEqual([decided, decided]);
  });

  it('gives today’s number of the waiver and of former 241 grounds', () => {
    expect(read('237(a)(2)(A)(v)', '1999').readings[0]).toMatchObject({
      ina: '237(a)(2)(A)(vi)',
      usc: '8 USC 1227(a)(2)(A)(vi)',
      provenance: 'sourced',
    });
    expect(read('241(a)(2)(B)(i)', '1995').readings[0]).toMatchObject({ ina: '237(a)(2)(B)(i)' });
  });

  it('says how the waiver was cited on a day', () => {
    expect(waiverCitationsOn('1974-06-01')).toEqual(['241(b)(1)']);
    expect(waiverCitationsOn('1993')).toEqual(['241(a)(2)(A)(iv)']);
    expect(waiverCitationsOn('2001')).toEqual(['237(a)(2)(A)(v)']);
    expect(waiverCitationsOn('2026')).toEqual(['237(a)(2)(A)(vi)']);
    expect(waiverCitationsOn('2006')).toEqual(['237(a)(2)(A)(v)', '237(a)(2)(A)(vi)']);
  });

  it('refuses what is no date or citation', () => {
    expect(readCitationOn('237(a)(2)(A)(v)', '2006-02-30')).toMatchObject({ ok: false, code: 'not_a_date' });
    expect(readCitationOn('theft', null)).toMatchObject({ ok: false, code: 'not_a_citation' });
  });
});

describe('charge codes', () => {
  it('reads every code of EOIR’s list whose citation is one to 212, 237 or 241', () => {
    for (const charge of eoirCharges().items) {
      const found = readChargeCode(charge.code);
      if (parseCitation(charge.code).ok || parseCitation(charge.ina).ok) {
        expect([charge.code, found.ok]).toEqual([charge.code, true]);
        if (found.ok) expect(found.value.listed?.code).toBe(charge.code);
      }
    }
  });

  it('reads a citation, and marks one EOIR does not list', () => {
    expect(readChargeCode('INA 237(a)(2)(A)(iii)', '2001')).toMatchObject({
      ok: true,
      value: { code: '237a02Aiii', decided: true, ina: '237(a)(2)(A)(iii)' },
    });
    const odd = readChargeCode('237(a)(9)(Z)');
    expect(odd).toMatchObject({ ok: true, value: { listed: null } });
    if (odd.ok) expect(odd.value.warning).toContain('does not have this code');
    expect(readChargeCode('')).toMatchObject({ ok: false, code: 'empty' });
    expect(readChargeCode('237a02Aiii', 'soon')).toMatchObject({ ok: false, code: 'not_a_date' });
  });
});

describe('citations of the Act at large', () => {
  it.each([
    ['INA 240A(b)(1)', 'INA 240A(b)(1)', '8 USC 1229b(b)(1)'],
    ['8 U.S.C. § 1229a(c)(7)', 'INA 240(c)(7)', '8 USC 1229a(c)(7)'],
    ['INA § 240(c)(7)(C)(i)', 'INA 240(c)(7)(C)(i)', '8 USC 1229a(c)(7)(C)(i)'],
    ['8 USC 1259', 'INA 249', '8 USC 1259'],
    ['former INA 241(a)(4)', 'former INA 241(a)(4)', '8 USC 1251(a)(4)'],
    ['8 USC 1251(b)(1)', 'former INA 241(b)(1)', '8 USC 1251(b)(1)'],
    ['8 USC 1231(a)(6)', 'INA 241(a)(6)', '8 USC 1231(a)(6)'],
    ['INA section 316', 'INA 316', '8 USC 1427'],
  ])('reads %s', (text, ina, usc) => {
    const parsed = parseActCitation(text);
    expect(parsed).toMatchObject({ ok: true, value: { ina, usc } });
    expect(parseActCitation(usc)).toEqual(parsed);
  });

  it.each([
    ['INA 241(a)(6)', 'ambiguous_241'],
    ['INA 999', 'unknown_section'],
    ['former INA 237', 'unknown_section'],
    ['theft', 'not_a_citation'],
    ['', 'empty'],
  ])('refuses %p as %s', (text, code) => expect(parseActCitation(text)).toMatchObject({ ok: false, code }));
});

describe('hostile text', () => {
  const parsers: Array<(text: string) => { ok: boolean }> = [
    parseActCitation,
    parseANumber,
    parseCitation,
    parseEoirId,
    parsePartialDate,
    parseReceiptNumber,
    readANumber,
    readChargeCode,
    (text) => readCitationOn(text, null),
    (text) => readCitationOn('237(a)(2)(A)(v)', text),
    readEoirNationality,
    eoirCodesOfCountry,
  ];
  it.each([
    '(',
    ')',
    ' ',
    '.',
    '-',
    '#',
    'A',
    'i',
    '0',
    '٣',
    '\u0000',
    '\u200e',
    'ﷺ',
    '\ud800',
    '(a)',
    'former ',
  ])('is answered and does not hang: many %j', (piece) => {
    const middles = [10, 60, 150, 199, 1e5].map((n) => piece.repeat(Math.ceil(n / piece.length)).slice(0, n));
    const texts = middles.flatMap((middle) => [middle, `237${middle}!`, `A${middle}x`, `8 USC ${middle}`]);
    for (const parse of parsers) {
      for (const text of texts) expect(typeof parse(text).ok).toBe('boolean');
    }
  });

  it('never throws, and repeats nothing it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const parse of parsers) {
          const parsed = parse(text) as { ok: boolean; reason?: string };
          if (!parsed.ok && text.trim().length > 12) expect(parsed.reason).not.toContain(text);
        }
      }),
    );
  });

  it('does not take names of object members for codes', () => {
    for (const text of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      for (const parse of parsers) expect(parse(text).ok && parse !== parsers[9]).toBe(false);
    }
  });
});
