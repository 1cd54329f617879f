/** One runner for every test: rules (no database), HTTP (real PostgreSQL), browser journeys (real Chromium). */
const esm = [
  'temporal-polyfill',
  'temporal-utils',
  'uuidv7',
  // The second factor's parts.
  '@otplib/plugin-crypto-noble',
  '@noble/hashes',
  '@scure/base',
].join('|');
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleNameMapper: { '^@app/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts' },
  transform: {
    '^.+\\.(ts|tsx|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: false, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm})/)`],
};

// A busy machine is slow, not wrong: whether the product is fast is measured in bench/, never by a test that gives up.
module.exports = {
  testTimeout: 120_000,
  projects: [
    {
      ...base,
      displayName: 'rules',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/web/src/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'http',
      testMatch: ['<rootDir>/test/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
    {
      ...base,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};
