import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../embedded/lock.mjs';
import { Problem, writing } from '../embedded/problem.mjs';
import { pause } from '../embedded/processes.mjs';
import { node } from './commands.mjs';
import { inRoot, root, tool } from './places.mjs';
import { say, secondsSince } from './say.mjs';

const dist = inRoot('dist');

/** What can be built, from which sources, what a fresh build has to remove first, and what must hold of it. */
const parts = {
  server: {
    sources: ['apps/api', 'apps/worker', 'libs', 'migrations', 'bench', 'scripts', 'test/support'],
    files: ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package.json', 'package-lock.json'],
    // A renamed migration must not live on in an old build and run.
    clears: ['apps', 'libs', 'migrations', 'bench', 'scripts', 'test'],
    command: [tool('@nestjs/cli/bin/nest.js'), 'build'],
    then: [inRoot('dist/scripts/validate-law.js')],
  },
  web: {
    sources: ['apps/web', 'libs/rules'],
    files: ['tsconfig.json', 'package.json', 'package-lock.json'],
    clears: ['web'],
    command: [
      tool('vite/bin/vite.js'),
      'build',
      'apps/web',
      '--outDir',
      join(dist, 'web'),
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
  },
};

/**
 * Builds what changed since the last build, side by side. Returns at once when nothing did. Throws a Problem with
 * the compiler's words when a part does not build.
 */
export async function build({ only = Object.keys(parts), again = false } = {}) {
  if (!existsSync(parts.server.command[0]))
    throw new Problem('The packages are not installed. Run "npm install" first.');
  const stale = only.filter((part) => again || readStamp(part) !== fingerprint(part));
  if (stale.length === 0) return;
  writing(dist, () => mkdirSync(dist, { recursive: true }));
  const free = await waitForTurn();
  try {
    await Promise.all(stale.filter((part) => again || readStamp(part) !== fingerprint(part)).map(make));
  } finally {
    free();
  }
}

/** A test run and a start may want to build at the same moment. */
async function waitForTurn() {
  for (let tries = 0; ; tries++) {
    try {
      return lockFolder(dist);
    } catch (error) {
      if (!(error instanceof Problem) || tries > 600) throw error;
      if (tries === 0) say('waiting for another build to finish');
      await pause(500);
    }
  }
}

async function make(part) {
  const { clears, command, then } = parts[part];
  const begun = performance.now();
  const print = fingerprint(part);
  say(`building the ${part} …`);
  writing(dist, () => {
    rmSync(stampOf(part), { force: true });
    for (const folder of clears) rmSync(join(dist, folder), { recursive: true, force: true });
  });
  const { code, out, err } = await node(command, { env: { NODE_ENV: 'production' } });
  if (code !== 0) throw new Problem(`The ${part} does not build:\n${(out + err).trim()}`);
  if (then) await holds(part, then);
  writing(dist, () => writeFileSync(stampOf(part), print));
  say(`built the ${part} in ${secondsSince(begun)}`);
}

/** The law in a build is checked before the build counts as one. */
async function holds(part, check) {
  const { code, out, err } = await node(check);
  if (code !== 0) throw new Problem(`The law in the ${part} does not hold together:\n${(out + err).trim()}`);
}

const stampOf = (part) => join(dist, `.stamp-${part}`);

function readStamp(part) {
  try {
    return readFileSync(stampOf(part), 'utf8');
  } catch {
    return undefined;
  }
}

/** A digest over names and contents of everything a part is built from. */
function fingerprint(part) {
  const hash = createHash('sha256');
  const { sources, files } = parts[part];
  for (const path of [...files, ...sources].sort()) add(hash, path);
  return hash.digest('hex');
}

function add(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) if (name !== 'node_modules') add(hash, `${path}/${name}`);
    return;
  }
  // Tests and plain scripts are not part of what is built.
  if (/\.spec\.tsx?$|\.mjs$/.test(path)) return;
  hash.update(path).update('\0').update(readFileSync(full)).update('\0');
}
