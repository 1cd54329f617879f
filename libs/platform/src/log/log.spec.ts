import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Log, type LogFields } from './log';

const TEXTS = [
  'event',
  'requestId',
  'route',
  'method',
  'code',
  'orgId',
  'userId',
  'duty',
  'error',
  'at',
] as const;
const hostile = fc.oneof(
  fc.constantFrom(
    '\r\n',
    '\n{"level":50}',
    '\u001b[2J',
    '\u202e',
    '","event":"forged',
    '%0a',
    '\u2028',
    '\0',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

describe('A14: a line of the log', () => {
  it('of 50,000 texts stays one line, has no field of its own, and no control character', () => {
    let lines: string[] = [];
    const log = new Log('info', { write: (text: string) => void lines.push(text) });
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), hostile, hostile, (field, before, after) => {
        lines = [];
        const fields = { event: 'tried', [field]: before + after, more: after } as unknown as LogFields;
        log.warn(fields);
        expect(lines).toHaveLength(1);
        // eslint-disable-next-line no-control-regex
        expect(lines[0]).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]*\n$/);
        const read = JSON.parse(lines[0]) as Record<string, unknown>;
        expect(
          Object.keys(read)
            .filter((key) => key !== 'level' && key !== 'time')
            .sort(),
        ).toEqual([...new Set(['event', field])].sort());
        if (read[field] !== before + after) expect(read[field]).toBe('[refused]');
      }),
      { numRuns: 50_000 },
    );
  });

  it('says of an error where it was, and nothing that its message says', () => {
    const lines: string[] = [];
    const log = new Log('info', { write: (text: string) => void lines.push(text) });
    log.error(
      { event: 'request failed' },
      new TypeError('Zquirell\n    at Zquirell (/home/Zquirell/libs/x.ts:1:1)'),
    );
    expect(lines.join()).not.toContain('home');
    expect(JSON.parse(lines[0])).toMatchObject({ error: 'TypeError' });
  });
});
