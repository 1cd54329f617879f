import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Compiles the renderer's TypeScript as it is required. Tests run from source, and a thread is outside
 * the test runner's transform; `ignoreDynamic` keeps the dynamic import that HarfBuzz needs.
 */
const fromSource = `
  const { createRequire, Module } = require('node:module');
  const { workerData } = require('node:worker_threads');
  const load = createRequire(workerData.entry);
  const { transformFileSync } = load('@swc/core');
  Module._extensions['.ts'] = (module, file) => {
    const { code } = transformFileSync(file, {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
      module: { type: 'commonjs', ignoreDynamic: true },
    });
    module._compile(code, file);
  };
  load(workerData.entry);
`;

/** A document that would need more memory ends its own thread, not the process that answers requests. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

/** Starts the rendering thread from the compiled build or, under the test runner, from source. */
export function startWorker(): Worker {
  const entry = join(__dirname, `pdf.worker${extname(__filename)}`);
  if (!entry.endsWith('.ts')) return new Worker(entry, { resourceLimits });
  return new Worker(fromSource, { eval: true, workerData: { entry }, resourceLimits });
}
