import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './run/building.mjs';
import { findChromium } from './run/chromium.mjs';
import { node } from './run/commands.mjs';
import { inRoot, tool } from './run/places.mjs';
import { fail, say } from './run/say.mjs';

const jest = tool('jest/bin/jest.js');

/** Runs the tests that the arguments choose (all by default) and closes with one line that counts them. */
async function test(args) {
  const scratch = mkdtempSync(join(tmpdir(), 'vacatur-count-'));
  const countFile = join(scratch, 'counts.json');
  try {
    const env = { VACATUR_TEST_COUNTS: countFile, ...(await browserNeeds(args)) };
    const reporters = ['--reporters=default', `--reporters=${inRoot('scripts/run/count-reporter.cjs')}`];
    // A file right after them would be taken for one more of them.
    const { code } = await node([jest, ...reporters, '--maxWorkers=2', ...args], { env, show: true });
    const { passed, failed, skipped } = countsIn(countFile);
    process.exitCode = code !== 0 || failed > 0 ? 1 : 0;
    say(`tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The journeys drive the built product in a real browser. Only asked for when such a test is to run. */
async function browserNeeds(args) {
  const listed = await node([jest, '--listTests', ...args]);
  if (!/[\\/]test[\\/]browser[\\/]/.test(listed.out)) return {};
  const chromium = findChromium();
  await build();
  return { PLAYWRIGHT_CHROMIUM: chromium };
}

/** Without counts Jest did not get as far as running a test; that is a failure, never "0 failed". */
function countsIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

test(process.argv.slice(2)).catch(fail);
