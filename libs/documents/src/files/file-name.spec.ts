import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileNameOf } from './file-name';

/** What has been used to lead a program, a header or a reader astray. */
const bits = fc.constantFrom(
  ...[
    '../',
    '..\\',
    'C:\\',
    '\\\\host\\share\\',
    '/etc/',
    '\0',
    '\r\n',
    '\n',
    '\t',
    '"',
    ';',
    '%0d%0a',
    '.',
    ' ',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u2028',
    '\u200b',
    '\ufeff',
    '\u0085',
    '\u007f',
    '.pdf',
    'letter',
    'é',
    'e\u0301',
    '\ud83d\ude00',
  ],
);
const names = fc
  .array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('A14, A15: the name of an uploaded file', () => {
  it('of 50,000 names is one line of plain characters without a folder, and short', () => {
    fc.assert(
      fc.property(names, (sent) => {
        const name = fileNameOf(sent);
        expect(name).not.toMatch(/[/\\\p{C}\p{Zl}\p{Zp}]/u);
        expect(name).not.toMatch(/^\.|^\s|^$/);
        expect([...name].length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 50_000 },
    );
  });

  it('keeps what is only a name', () => {
    expect(fileNameOf('Carta de la señora Vang.pdf')).toBe('Carta de la señora Vang.pdf');
    expect(fileNameOf('C:\\Users\\me\\order.pdf')).toBe('order.pdf');
  });
});
