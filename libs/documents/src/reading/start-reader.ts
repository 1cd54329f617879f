import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export type Reader = ChildProcessByStdio<Writable, Readable, null>;

/** Compiles the reader's TypeScript as it is required: tests run from source. `ignoreDynamic` keeps its import(). */
const fromSource = `
  const { createRequire, Module } = require('node:module');
  const entry = process.argv[1];
  const load = createRequire(entry);
  const { transformFileSync } = load('@swc/core');
  Module._extensions['.ts'] = (module, file) => {
    const { code } = transformFileSync(file, {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
      module: { type: 'commonjs', ignoreDynamic: true },
    });
    module._compile(code, file);
  };
  load(entry);
`;

const HEAP = '--max-old-space-size=384';

/** Node's permission model: the reader may read the program's own files and nothing else, write nowhere, start nothing. */
function confinement(entry: string): string[] {
  const flag = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const own = dirname(dirname(dirname(entry)));
  const packages = (require.resolve.paths('pdfjs-dist') ?? []).filter((folder) => existsSync(folder));
  const folders = new Set([own, ...packages.flatMap((folder) => [folder, realpathSync(folder)])]);
  // Node 20 breaks off at its start when a folder is named beside what is in it, so both are one prefix.
  return [flag, ...[...folders].map((folder) => `--allow-fs-read=${folder}*`)];
}

/**
 * Starts the process that opens one file. It gets no environment, so no password or address of the installation, and
 * from the compiled build it is confined to reading the program itself.
 */
export function startReader(kind: string): Reader {
  const entry = join(__dirname, `reader.process${extname(__filename)}`);
  const program = entry.endsWith('.ts')
    ? [HEAP, '-e', fromSource, entry, kind]
    : [HEAP, ...confinement(entry), entry, kind];
  return spawn(process.execPath, ['--no-warnings', ...program], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  }) as unknown as Reader;
}
