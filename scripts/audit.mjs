/** `npm run audit -- verify`: reads the audit trails and compares them with the anchors outside the database. */
import { inRoot } from './run/places.mjs';
import { build } from './run/building.mjs';
import { node } from './run/commands.mjs';
import { withDatabase } from './run/database.mjs';
import { fail } from './run/say.mjs';

withDatabase(async (env) => {
  await build({ only: ['server'] });
  const { code } = await node([inRoot('dist/scripts/audit.js'), ...process.argv.slice(2)], {
    env,
    show: true,
  });
  process.exitCode = code;
}).catch(fail);
