import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** Runs the command as a person would, and reads what it wrote. */
function law(question: string, input: string) {
  const ran = spawnSync(process.execPath, ['scripts/law.mjs', question], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

describe('npm run law', () => {
  it('answers each entry by itself, and only the answer goes to standard output', () => {
    const entries = [
      { id: 'a', rule: 'motion.reopen.90d', triggers: { final_order: '2026-08-24' }, jurisdiction: 'BIA' },
      { id: 'b', rule: 'no.such.rule', triggers: {} },
      { id: 'c', rule: 'motion.reopen.90d', triggers: { final_order: '2026-02-30' } },
      { id: 'd', method: { unit: 'busday', n: 1, cal: 'FED', start: '2026-11-25' } },
      7,
    ];
    const { status, out } = law('deadlines', JSON.stringify(entries));
    expect(status).toBe(0);
    const answers = JSON.parse(out) as {
      id: unknown;
      due?: unknown;
      error?: { code: string; path: string };
    }[];
    expect(answers.map(({ due }) => due)).toEqual([
      '2026-11-23',
      undefined,
      undefined,
      '2026-11-27',
      undefined,
    ]);
    expect(answers[1]!.error).toMatchObject({ code: 'unknown_rule', path: 'rule' });
    expect(answers[2]!.error).toMatchObject({ code: 'malformed_day', path: 'triggers.final_order' });
    expect(answers[4]).toMatchObject({ id: null, error: { code: 'malformed_fact' } });
  });

  it('reports what a pardon does, entry by entry', () => {
    const entries = [
      {
        id: 'drug',
        convictions: [{ id: 'c', state: 'NY', statute: 'PL 220.39', flags: { drug: true } }],
        pardons: [
          { id: 'p', state: 'NY', grantor: 'GOVERNOR', type: 'full_and_unconditional', convictionIds: ['c'] },
        ],
        charges: [
          {
            id: 'x',
            groundId: '237a2Bi',
            origin: 'CHARGED',
            statusInOrder: 'SUSTAINED',
            convictionIds: ['c'],
          },
        ],
        circuit: '3',
        venue: 'BIA',
      },
      { id: 'bad', convictions: [{ id: 'c', offenceDate: '2001-02-30' }], pardons: [], charges: [] },
    ];
    const { status, out } = law('pardon-effect', JSON.stringify(entries));
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      {
        id: 'drug',
        charges: expect.arrayContaining([expect.objectContaining({ chargeId: 'x', effect: 'NOT_WAIVED' })]),
      },
      { id: 'bad', error: { path: 'convictions[0].offenceDate' } },
    ]);
  });

  it.each([
    ['what is not JSON', 'deadlines', '[{'],
    ['what is not a list', 'deadlines', '{}'],
    ['a question nobody asks', 'weather', '[]'],
  ])('ends with 2 on %s, and writes no answer', (_what, question, input) => {
    const { status, out, err } = law(question, input);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).not.toBe('');
  });
});
