import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvOf } from './csv';

/** Reads a file of RFC 4180 back into its cells. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end !== ',') rows.push([]);
  }
  return rows;
}

const FORMULA = /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const starts = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '',
  '"',
  "'",
);
const cells = fc.tuple(starts, fc.string({ unit: 'binary', maxLength: 20 })).map(([a, b]) => a + b);
/** Full tables only: 2,800 of them are the hundred thousand texts of the abuse case. */
const table = fc.array(fc.array(cells, { minLength: 3, maxLength: 3 }), { minLength: 12, maxLength: 12 });

describe('A13: a file for a spreadsheet', () => {
  it('of 100,000 texts never begins a cell with a formula, and says everything it was given', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = parse(csvOf(rows));
        const faults = rows.flatMap((row, r) =>
          row.filter((given, c) => {
            const got = read[r][c];
            return (got !== given && got !== `'${given}`) || FORMULA.test(got);
          }),
        );
        expect(faults).toEqual([]);
      }),
      { numRuns: 2800 },
    );
  });

  it('leaves numbers numbers', () => {
    expect(csvOf([['a', -5, null, 'b,c']])).toBe('\uFEFFa,-5,,"b,c"\r\n');
  });
});
