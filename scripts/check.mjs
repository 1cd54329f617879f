import { spawnSync } from 'node:child_process';
import { root } from './run/places.mjs';
import { say, secondsSince } from './run/say.mjs';

/** What continuous integration runs, in its order; the tests come last because they close with their count. */
const steps = [
  ['run', 'format:check'],
  ['run', 'lint'],
  ['run', 'types'],
  ['run', 'contract', '--', '--check'],
  ['run', 'build'],
  ['test'],
];

for (const step of steps) {
  const begun = performance.now();
  say(`\n— npm ${step.join(' ')}`);
  const { status } = spawnSync('npm', [...step], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    process.stderr.write(
      `\n"npm ${step.join(' ')}" failed after ${secondsSince(begun)}; nothing after it was run.\n`,
    );
    process.exit(1);
  }
}
