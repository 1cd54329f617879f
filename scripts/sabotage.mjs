import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { node } from './run/commands.mjs';
import { root } from './run/places.mjs';
import { fail, say, secondsSince } from './run/say.mjs';
import { faults } from './sabotage/faults.mjs';

const AT_ONCE = 2;

/**
 * Tests the tests: plants one fault after another in a copy of the product and runs the file of tests that must notice.
 * First the untouched copy must be green, or a red suite would prove nothing. Words as arguments choose faults by name.
 */
async function sabotage(words) {
  const begun = performance.now();
  const chosen = faults.filter(({ name }) => words.every((word) => name.includes(word)));
  if (chosen.length === 0) throw new Error('No fault has these words in its name.');
  const home = mkdtempSync(join(tmpdir(), 'vacatur-sabotage-'));
  try {
    const copies = Array.from({ length: AT_ONCE }, (_, n) => copyOfProduct(join(home, String(n))));
    const green = await inParallel(
      copies,
      [...new Set(chosen.map(({ test }) => test))],
      async (copy, test) => {
        const isGreen = async () => {
          const { failed, passed } = await run(copy, test);
          return failed === 0 && passed > 0;
        };
        if (await isGreen()) return true;
        const again = await isGreen();
        say(`${again ? 'green only the second time' : 'NOT GREEN'} without a fault: ${test}`);
        return again;
      },
    );
    if (green.includes(false)) throw new Error('Make these tests pass first; nothing was planted.');
    const red = await inParallel(copies, chosen, noticed);
    say(
      `sabotage: ${red.filter(Boolean).length} of ${chosen.length} planted faults turned the suite red, in ${secondsSince(begun)}`,
    );
    process.exitCode = red.every(Boolean) ? 0 : 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Files that git knows, as they are now, with the installed packages beside them. */
function copyOfProduct(copy) {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

async function noticed(copy, { name, file, from, to, test }) {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(from).length !== 2) {
    say(`cannot plant "${name}": ${file} has its text ${whole.split(from).length - 1} times`);
    return false;
  }
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  try {
    const { failed } = await run(copy, test);
    say(`${failed > 0 ? 'red  ' : 'GREEN'} ${name}`);
    return failed > 0;
  } finally {
    writeFileSync(path, whole);
  }
}

/** How many tests of one file passed and failed in a copy. A file that does not even load has no failed test. */
async function run(copy, test) {
  const counts = join(copy, 'counts.json');
  rmSync(counts, { force: true });
  await node(
    [
      join(copy, 'node_modules/jest/bin/jest.js'),
      '--maxWorkers=1',
      // A test that fails half-way may leave open what it would have closed at its end.
      '--forceExit',
      `--reporters=${join(copy, 'scripts/run/count-reporter.cjs')}`,
      '--runTestsByPath',
      test,
    ],
    { cwd: copy, env: { VACATUR_TEST_COUNTS: counts } },
  );
  try {
    const { passed, failed, broken } = JSON.parse(readFileSync(counts, 'utf8'));
    return { passed, failed: failed - broken };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** Gives each copy the next piece of work until there is none. */
async function inParallel(copies, items, work) {
  const results = [];
  let next = 0;
  await Promise.all(
    copies.map(async (copy) => {
      while (next < items.length) {
        const at = next++;
        results[at] = await work(copy, items[at]);
      }
    }),
  );
  return results;
}

sabotage(process.argv.slice(2)).catch(fail);
