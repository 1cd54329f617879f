import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { RootKeyProblem } from './errors';
import { createPrivateFile, readPrivateFile } from './root-key-file';

const KEY_BYTES = 32;
const PATIENCE_MS = 30_000;

/** The file of the wrapped key, and the environment its program runs in. */
export interface CommandSource {
  path: string;
  env: Record<string, string | undefined>;
}

/**
 * The root key as a key service keeps it: a file in the data folder (`root.wrapped`), which only the program that
 * VACATUR_KEY_COMMAND names can open (an HSM's or a cloud's tool, or the one shipped in scripts/key-command). The
 * program is started without a shell; its first argument is `wrap` or `unwrap`, input and output are base64.
 *
 * @param refuse called when the file is missing; throws when data exists that needs it
 * @returns the 32 bytes; the caller wipes them. @throws RootKeyProblem
 */
export function keyByCommand(source: CommandSource, command: string, refuse: (path: string) => void): Buffer {
  const { path } = source;
  const found = readPrivateFile(path);
  if (found !== null) return ask(source, command, 'unwrap', Buffer.from(found.trim(), 'base64'), KEY_BYTES);
  refuse(path);
  const key = randomBytes(KEY_BYTES);
  const wrapped = ask(source, command, 'wrap', key);
  // Tried before it is relied on: what cannot be opened again must not become the key of any data.
  if (!ask(source, command, 'unwrap', wrapped, KEY_BYTES).equals(key))
    throw unusable('does not give back what it wrapped');
  if (createPrivateFile(path, `${wrapped.toString('base64')}\n`)) return key;
  return ask(
    source,
    command,
    'unwrap',
    Buffer.from((readPrivateFile(path) ?? '').trim(), 'base64'),
    KEY_BYTES,
  );
}

function ask(source: CommandSource, command: string, verb: string, input: Buffer, length?: number): Buffer {
  const [program, ...given] = command.trim().split(/\s+/);
  const run = spawnSync(program, [...given, verb], {
    input: `${input.toString('base64')}\n`,
    env: source.env as NodeJS.ProcessEnv,
    timeout: PATIENCE_MS,
    maxBuffer: 1024 * 1024,
  });
  if (failed(run.error) || run.status !== 0) throw unusable(`cannot ${verb} the root key`);
  const output = Buffer.from(run.stdout.toString('utf8').trim(), 'base64');
  run.stdout.fill(0);
  if (output.length === 0 || (length && output.length !== length))
    throw unusable(`answered ${verb} with something else`);
  return output;
}

/** A program may end well before it has read its input; what it answered is looked at all the same. */
const failed = (error?: NodeJS.ErrnoException): boolean => error !== undefined && error.code !== 'EPIPE';

function unusable(what: string): RootKeyProblem {
  return new RootKeyProblem(
    `The program that VACATUR_KEY_COMMAND names ${what}. Start it by hand with "unwrap" to see why.`,
  );
}
