import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';
import { Problem } from '../embedded/problem.mjs';
import { pause } from '../embedded/processes.mjs';
import { root } from './places.mjs';
import { say } from './say.mjs';

const longestWait = 30_000;
const steadyAfter = 60_000;
const graceMs = 10_000;

/**
 * A program of ours that is kept running: started again, with growing pauses, when it ends unasked. Its log goes to a
 * file. The channel between us closes when we are killed, and the program ends by itself then.
 */
export class Child {
  #name;
  #script;
  #env;
  #logFile;
  #process;
  #stopping = false;
  #failures = 0;

  constructor({ name, script, env, logFile }) {
    this.#name = name;
    this.#script = script;
    this.#env = env;
    this.#logFile = logFile;
  }

  /** Starts and resolves when the program says it is ready; throws a Problem with its last words when it ends first. */
  async start() {
    const { ready, lastWords } = this.#launch();
    if (await ready) return;
    this.#stopping = true;
    const words = lastWords() || `it ended without a word; its log is ${this.#logFile}`;
    throw new Problem(`The ${this.#name} did not start: ${words}`);
  }

  /** Asks politely, then insists. */
  async stop() {
    this.#stopping = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await gone;
    clearTimeout(insist);
  }

  kill() {
    this.#stopping = true;
    this.#process?.kill('SIGKILL');
  }

  #launch() {
    const child = spawn(process.execPath, ['--enable-source-maps', this.#script], {
      cwd: root,
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C in a terminal goes to the whole group; we decide the order in which things stop.
      detached: true,
    });
    this.#process = child;
    const begun = performance.now();
    const lastWords = this.#keepLog(child);
    const ready = new Promise((resolve) => {
      child.on('message', (message) => message?.ready && resolve(true));
      child.once('exit', () => resolve(false));
      child.once('error', () => resolve(false));
    });
    child.once('exit', (code, signal) => ready.then((was) => was && this.#ended(code, signal, begun)));
    return { ready, lastWords };
  }

  #keepLog(child) {
    if (existsSync(this.#logFile) && statSync(this.#logFile).size > 20_000_000) {
      renameSync(this.#logFile, `${this.#logFile}.old`);
    }
    const log = createWriteStream(this.#logFile, { flags: 'a', mode: 0o600 });
    // A full disk must not stop the work that the log only describes.
    log.on('error', () => undefined);
    let tail = '';
    child.stdout.on('data', (chunk) => log.write(chunk));
    child.stderr.on('data', (chunk) => {
      log.write(chunk);
      tail = (tail + chunk).slice(-2_000);
    });
    child.once('close', () => log.end());
    return () => tail.trim();
  }

  async #ended(code, signal, begun) {
    if (this.#stopping) return;
    this.#failures = performance.now() - begun > steadyAfter ? 1 : this.#failures + 1;
    const wait = Math.min(500 * 2 ** (this.#failures - 1), longestWait);
    say(
      `${this.#name} ended unexpectedly (${signal ?? `code ${code}`}); starting it again in ${wait / 1000} s, log: ${this.#logFile}`,
    );
    await pause(wait);
    if (this.#stopping) return;
    const { ready } = this.#launch();
    if (await ready) say(`${this.#name} is running again`);
    else if (!this.#stopping)
      await this.#ended(this.#process.exitCode, this.#process.signalCode, performance.now());
  }
}
