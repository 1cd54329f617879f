/** Lets a child process of a test run our TypeScript as it is, so that a test can kill a real process. */
const Module = require('node:module');
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { transformFileSync } = require('@swc/core');

const options = {
  swcrc: false,
  sourceMaps: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

Module._extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, parent, ...others) => {
  const rest = [parent, ...others];
  // Node would take a .json of the same name before our .ts.
  const beside =
    request.startsWith('.') && parent?.filename && join(dirname(parent.filename), `${request}.ts`);
  if (beside && existsSync(beside)) return beside;
  const library = /^@app\/([a-z-]+)$/.exec(request)?.[1];
  return resolve(library ? join(__dirname, '../../libs', library, 'src/index.ts') : request, ...rest);
};
