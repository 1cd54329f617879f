/**
 * `npm run -s law -- deadlines < in.json > out.json` and `npm run -s law -- pardon-effect < in.json > out.json`:
 * the law engine for checking by others. Only the answer goes to standard output.
 */
import { build } from './run/building.mjs';
import { node } from './run/commands.mjs';
import { inRoot } from './run/places.mjs';
import { fail } from './run/say.mjs';

const out = process.stdout.write.bind(process.stdout);
// Progress of a build is for the person, not for the file the answer goes to.
process.stdout.write = (...words) => process.stderr.write(...words);

build({ only: ['server'] })
  .then(async () => {
    process.stdout.write = out;
    const { code } = await node([inRoot('dist/scripts/law.js'), ...process.argv.slice(2)], {
      show: true,
      input: true,
    });
    process.exitCode = code;
  })
  .catch(fail);
