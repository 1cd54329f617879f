import fc from 'fast-check';
import { IDENTIFIER_KINDS, maskIdentifier, parseIdentifier, plainIdentifier } from '../index';

const value = (kind: (typeof IDENTIFIER_KINDS)[number], text: string): string | null => {
  const read = parseIdentifier(kind, text);
  return read.ok ? read.value : null;
};

describe('numbers beside the first A-number', () => {
  it('have one stored form for every usual spelling', () => {
    expect(value('a_number', 'A12 345 678')).toBe('012345678');
    expect(value('receipt', 'wac-97-123-54321')).toBe('WAC9712354321');
    expect(value('doc_inmate', '99-a-1234')).toBe('99A1234');
    expect(value('state_id', 'ny 01234567 l')).toBe('NY01234567L');
    expect(value('fin', '１２３４５６７８')).toBe('12345678');
    expect(value('passport', 'p 0123456')).toBe('P0123456');
  });

  it('are refused in words that never repeat what was typed', () => {
    for (const kind of IDENTIFIER_KINDS) {
      for (const text of ['', 'no digits at all?', '9'.repeat(300)]) {
        const read = parseIdentifier(kind, text);
        expect([kind, text.slice(0, 20), read.ok]).toEqual([kind, text.slice(0, 20), false]);
        if (!read.ok && text) expect(read.reason).not.toContain(text);
      }
    }
    expect(parseIdentifier('ssn_last4', '987-65-4321')).toMatchObject({ ok: false, code: 'whole_ssn' });
    expect(value('ssn_last4', '0000')).toBeNull();
  });

  it('show at most three characters under the mask, and none of a short one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,20}$/), (text) => {
        const masked = maskIdentifier('other', text);
        expect(masked.replace(/•/g, '').length).toBeLessThanOrEqual(text.length < 7 ? 0 : 3);
      }),
    );
    expect(maskIdentifier('a_number', '012345678')).toBe('A•••-•••-678');
  });

  it('are plain after one pass', () => {
    fc.assert(
      fc.property(fc.string(), (text) => plainIdentifier(plainIdentifier(text)) === plainIdentifier(text)),
    );
  });
});
