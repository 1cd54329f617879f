/** `npm run demo [-- address]`: plays the main job through the API of a running instance, or of one of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from './embedded/problem.mjs';
import { build } from './run/building.mjs';
import { node } from './run/commands.mjs';
import { Installation } from './run/installation.mjs';
import { homeFolder, inRoot } from './run/places.mjs';
import { fail, say } from './run/say.mjs';

const asked = process.argv[2];
const usual = `http://localhost:${process.env.PORT || 3000}`;
/** The papers stay when an instance of the demo's own is gone. */
const papers = join(homeFolder(), 'demo');

/** Whether Vacatur answers there. */
async function answers(address) {
  try {
    const answer = await fetch(`${address}/api/v1/health`, { signal: AbortSignal.timeout(3000) });
    const health = await answer.json();
    return answer.ok && health.info?.database !== undefined;
  } catch {
    return false;
  }
}

async function play(address, instance = 'stays') {
  const { code } = await node([inRoot('dist/scripts/demo.js'), address, papers, instance], { show: true });
  process.exitCode = code;
}

/** An instance as `npm start` makes it, with everything in a folder that is thrown away. */
async function playOnOwn() {
  const home = mkdtempSync(join(tmpdir(), 'vacatur-demo-'));
  Object.assign(process.env, { VACATUR_HOME: home, PORT: String(await freePort()) });
  // The person's own database and mail server are no playground.
  for (const name of ['DATABASE_URL', 'KEYS_DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'VACATUR_DEMO'])
    delete process.env[name];
  const installation = new Installation();
  let place;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void installation.stop());
  try {
    say('starting an instance of its own, with demo data; this takes half a minute …');
    const started = await installation.start();
    place = started.place;
    await play(`http://127.0.0.1:${started.port}`, 'goes');
  } finally {
    await installation.stop();
    for (const folder of [home, place]) if (folder) rmSync(folder, { recursive: true, force: true });
  }
  say('The instance is stopped and its data are gone; the papers stayed.');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function main() {
  if (asked && asked !== 'own') {
    const address = asked.replace(/\/$/, '');
    if (!(await answers(address)))
      throw new Problem(`Nobody answers as Vacatur at ${address}. Start it, or name another address.`);
    await build({ only: ['server'] });
    return play(address);
  }
  if (!asked && (await answers(usual))) {
    await build({ only: ['server'] });
    return play(usual);
  }
  return playOnOwn();
}

main().catch(fail);
