import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from './embedded/problem.mjs';
import { build } from './run/building.mjs';
import { node } from './run/commands.mjs';
import { inRoot, tool } from './run/places.mjs';
import { fail, say } from './run/say.mjs';

const targets = { contract: 'openapi.json', types: 'apps/web/src/api/schema.d.ts' };

/**
 * Writes the contract from the code and the web app's types from the contract. With --check nothing is written: a
 * committed file that differs from what the code says ends with exit code 1.
 */
async function contract(check) {
  await build({ only: ['server'] });
  const scratch = mkdtempSync(join(tmpdir(), 'vacatur-contract-'));
  try {
    const fresh = { contract: join(scratch, 'openapi.json'), types: join(scratch, 'schema.d.ts') };
    await must('write the contract', [inRoot('dist/apps/api/src/main.js'), 'openapi'], scratch);
    await must(
      'derive the types',
      [tool('openapi-typescript/bin/cli.js'), fresh.contract, '-o', fresh.types],
      scratch,
    );
    const stale = Object.keys(targets).filter(
      (name) => textOf(fresh[name]) !== textOf(inRoot(targets[name])),
    );
    if (check && stale.length > 0) {
      const names = stale.map((name) => targets[name]).join(' and ');
      throw new Problem(
        `The code says something else than ${names}. Run "npm run contract" and commit the result.`,
      );
    }
    for (const name of stale) {
      mkdirSync(dirname(inRoot(targets[name])), { recursive: true });
      writeFileSync(inRoot(targets[name]), textOf(fresh[name]));
    }
    say(
      stale.length > 0
        ? `written: ${stale.map((name) => targets[name]).join(', ')}`
        : 'the contract is up to date',
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function must(what, command, cwd) {
  const { code, out, err } = await node(command, { cwd });
  if (code !== 0) throw new Problem(`Could not ${what}:\n${(out + err).trim()}`);
}

const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

contract(process.argv.includes('--check')).catch(fail);
