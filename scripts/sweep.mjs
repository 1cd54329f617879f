import { node } from './run/commands.mjs';
import { inRoot } from './run/places.mjs';
import { fail } from './run/say.mjs';

/**
 * The random tests with the numbers that docs/abuse-cases.md names instead of the few that every run of the suite tries.
 * Arguments choose the files, as for `npm test`.
 */
async function sweep(files) {
  if (files.length === 0) throw new Error('Say which tests: npm run sweep -- test/same-world.spec.ts');
  const { code } = await node([inRoot('scripts/test.mjs'), ...files], {
    env: { VACATUR_SWEEP: '1' },
    show: true,
  });
  process.exitCode = code;
}

sweep(process.argv.slice(2)).catch(fail);
