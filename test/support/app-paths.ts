import Module from 'node:module';
import { join } from 'node:path';

type Resolve = (request: string, ...rest: unknown[]) => string;

/**
 * Jest maps `@app/<library>` for test files, not for its global setup. The setup migrates the template database with
 * the libraries' own code, so it teaches Node the same mapping.
 */
function resolveLibraries(): void {
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = (request, ...rest) => {
    const library = /^@app\/([a-z-]+)$/.exec(request)?.[1];
    return resolve(library ? join(__dirname, '../../libs', library, 'src/index.ts') : request, ...rest);
  };
}

resolveLibraries();
