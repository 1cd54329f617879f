import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles the engine with the cases of everywhere.fixture.ts as the web app is bundled, into one script that runs in a
 * browser and in Node alike and leaves `rules.everywhere` behind: `node bundle.mjs out.js`.
 */
const here = dirname(fileURLToPath(import.meta.url));
const [answer] = await build({
  configFile: false,
  root: here,
  logLevel: 'error',
  build: {
    write: false,
    lib: { entry: join(here, 'everywhere.fixture.ts'), formats: ['iife'], name: 'rules' },
  },
});
writeFileSync(process.argv[2], answer.output[0].code);
