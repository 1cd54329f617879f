import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Problem } from '../embedded/problem.mjs';
import { say } from './say.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser for the journeys. On a continuous-integration machine with apt it is installed; elsewhere a Problem
 * says what to install, because a journey that is skipped silently is a journey nobody makes.
 */
export function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Problem(
      `PLAYWRIGHT_CHROMIUM names ${named}, which does not exist. Correct it or leave it out.`,
    );
  }
  const found = usual.find((path) => existsSync(path));
  if (found) return found;
  if (process.env.CI === 'true' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'))
    return install();
  throw new Problem(
    'The browser tests need Chromium, and none was found. Install it (Debian, Ubuntu: "sudo apt-get install chromium"; ' +
      'Fedora: "sudo dnf install chromium"; macOS: "brew install --cask google-chrome"), or name one you have with ' +
      'PLAYWRIGHT_CHROMIUM=/path/to/chrome. To run everything but the browser tests: ' +
      '"npm test -- --selectProjects rules http".',
  );
}

function install() {
  say('installing Chromium for the browser tests …');
  const apt = (...args) =>
    spawnSync('apt-get', [...args], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium'))
    return usual[0];
  throw new Problem(
    'Chromium could not be installed with apt-get. Install it by hand and run the tests again.',
  );
}
