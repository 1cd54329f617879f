import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * The engine, bundled as for the web app, works out a few thousand answers in processes whose clocks stand in other
 * zones: a day ahead and a day behind, on half and quarter hours, with daylight time of half an hour, with a day that
 * was left out, without any daylight time.
 */
const ZONES = [
  'UTC',
  'America/Los_Angeles',
  'America/New_York',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'Asia/Phnom_Penh',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/St_Johns',
];

const scratch = mkdtempSync(join(tmpdir(), 'vacatur-rules-'));
const bundle = join(scratch, 'rules.cjs');
const SCRIPT = `
const { readFileSync } = require('node:fs');
const rules = new Function(readFileSync(process.argv[1], 'utf8') + '; return rules;')();
const offsets = [0, 6].map((month) => new Date(2026, month, 1).getTimezoneOffset());
process.stdout.write(offsets.join(' ') + '\\n' + rules.everywhere());`;

async function inZone(zone: string) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '-e', SCRIPT, bundle], {
    env: { ...process.env, TZ: zone },
    maxBuffer: 64 * 1024 * 1024,
  });
  const [offsets, ...answers] = stdout.split('\n');
  return { zone, offsets: offsets!, answers };
}

beforeAll(() => {
  execFileSync(process.execPath, [join(__dirname, 'oracle/bundle.mjs'), bundle]);
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

it('gives the same answers wherever the machine stands', async () => {
  const runs = [];
  for (let at = 0; at < ZONES.length; at += 2)
    runs.push(...(await Promise.all(ZONES.slice(at, at + 2).map(inZone))));
  expect(new Set(runs.map(({ offsets }) => offsets)).size).toBeGreaterThan(9);
  const [first, ...others] = runs;
  expect(first!.answers.length).toBeGreaterThan(5_000);
  for (const { zone, answers } of others) {
    const different = answers.findIndex((answer, index) => answer !== first!.answers[index]);
    expect({ zone, answer: answers[different] }).toEqual({ zone, answer: first!.answers[different] });
    expect(answers).toHaveLength(first!.answers.length);
  }
}, 90_000);
