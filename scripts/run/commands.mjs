import { spawn } from 'node:child_process';
import { root } from './places.mjs';

const running = new Set();

/** Ends whatever is being run to its end: somebody pressed Ctrl-C. */
export const endCommands = () => running.forEach((child) => child.kill('SIGTERM'));

/**
 * Runs a Node program to its end. `show` lets it write to our terminal; otherwise its output is collected.
 * `input` hands it our standard input.
 * Never rejects: the answer tells the code.
 */
export function node(args, { env = {}, show = false, input = false, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input ? 'inherit' : 'ignore', ...(show ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk) => (out += chunk));
    child.stderr?.on('data', (chunk) => (err += chunk));
    child.once('error', (error) => resolve({ code: 1, out, err: error.message }));
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), out, err }));
  });
}
