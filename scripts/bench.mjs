// npm run bench [-- http | search | reads | walls | doors | bombs | rules [number of deadlines]]: builds, then measures side by side. Figures are printed, never asserted.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from './run/building.mjs';
import { fail } from './run/say.mjs';

const wanted = process.argv[2] ?? 'http';
const script = `dist/bench/${wanted}.js`;

build({ only: ['server'] })
  .then(() => {
    if (/^[a-z-]+$/.test(wanted) && existsSync(script)) {
      process.exit(
        spawnSync(process.execPath, [script, ...process.argv.slice(3)], { stdio: 'inherit' }).status ?? 1,
      );
    }
    console.error(
      `There is no measurement called "${wanted}". Try: npm run bench -- http, search, reads, walls, doors, bombs, or rules`,
    );
    process.exit(1);
  })
  .catch(fail);
