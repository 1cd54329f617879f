import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';
import { noCycle } from './scripts/lint/no-cycle.mjs';

/**
 * Who may import whom. Deny by default: a library not on the list of another cannot be imported by it,
 * and the order of the list makes a cycle impossible. docs/ARCHITECTURE.md shows the same table.
 */
const base = ['staff', 'access', 'platform', 'rules'];
const mayImport = {
  rules: [],
  platform: ['rules'],
  access: ['platform', 'rules'],
  staff: ['access', 'platform', 'rules'],
  law: base,
  clients: base,
  cases: [...base, 'clients'],
  deadlines: [...base, 'law', 'clients', 'cases'],
  intake: [...base, 'clients', 'cases', 'removal', 'custody', 'checkins'],
  documents: [...base, 'clients', 'cases', 'deadlines'],
  filings: [...base, 'law', 'clients', 'cases', 'deadlines', 'documents'],
  removal: [...base, 'law', 'clients', 'cases', 'deadlines', 'documents'],
  custody: [...base, 'law', 'clients', 'cases', 'deadlines', 'removal'],
  checkins: [...base, 'law', 'clients', 'cases', 'deadlines', 'removal', 'custody'],
  clemency: [...base, 'law', 'clients', 'cases', 'deadlines', 'documents', 'filings', 'removal'],
  records: [...base, 'law', 'clients', 'cases', 'deadlines', 'documents'],
  retention: [...base, 'clients', 'cases', 'documents', 'filings'],
};
const libraries = [...Object.keys(mayImport), 'reports'];
mayImport.reports = Object.keys(mayImport);
mayImport.api = libraries;
mayImport.worker = libraries;
mayImport.web = ['rules'];

const elements = [
  ...libraries.map((name) => ({ type: name, pattern: `libs/${name}/src` })),
  ...['api', 'worker', 'web'].map((name) => ({ type: name, pattern: `apps/${name}/src` })),
];
const policies = Object.entries(mayImport).map(([from, targets]) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: [from, ...targets] } } } },
}));

const deepImports = {
  patterns: [
    { regex: '^@app/[^/]+/', message: 'Import what the index of the library offers: @app/<library>.' },
    { regex: '^\\.{1,2}/(.*/)?src(/|$)', message: 'Other libraries are imported as @app/<library> only.' },
    {
      regex: '^(\\.\\./)+(apps|bench|migrations|scripts|test)/',
      message: 'The product does not stand on its tools.',
    },
  ],
};
const databaseImports = {
  ...deepImports,
  paths: [
    {
      name: 'typeorm',
      importNames: ['DataSource', 'EntityManager', 'QueryRunner', 'Repository', 'getRepository'],
      message: 'Only libs/platform/src/db talks to the database: use the transaction it hands out.',
    },
    { name: 'pg', message: 'Only libs/platform/src/db talks to the database.', allowTypeImports: true },
  ],
};

const named = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };
const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Settings are read once, in libs/platform/src/config.',
};
const database = [
  'Decorator[expression.callee.name="InjectRepository"]',
  'MemberExpression[property.name=/^(getRepository|createQueryBuilder|createQueryRunner)$/]',
  'MemberExpression[object.name=/^_?dataSource$/]',
  'MemberExpression[object.property.name=/^_?dataSource$/]',
].map((selector) => ({
  selector,
  message:
    'A query outside the signed transaction sees no rows or the wrong ones: go through libs/platform/src/db.',
}));

const rawMarkup = [
  'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
].map((selector) => ({ selector, message: 'Text of people is never markup: let React write it.' }));

const onlyTemporal = {
  regex: '^(?!\\.|temporal-polyfill$)',
  message: 'The rules import nothing but the Temporal polyfill.',
};
const clock = [
  'NewExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"]',
  'MemberExpression[object.name="Temporal"][property.name="Now"]',
].map((selector) => ({ selector, message: 'The rules have no clock: take today as an argument.' }));

const limits = {
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
  'max-params': ['error', 6],
  complexity: ['error', 10],
};

const nodeGlobals = [
  'process',
  'console',
  'performance',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'Buffer',
  'URL',
  'URLSearchParams',
  'TextDecoder',
  'fetch',
  'AbortSignal',
  'AbortController',
  '__dirname',
  'require',
];

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', '.vacatur/**', 'apps/web/src/api/schema.d.ts', 'coverage/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { ...Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])), module: 'writable' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  // Not migrations: they are SQL, and never edited after they land.
  { files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'scripts/**', 'bench/**'], rules: limits },
  { files: ['test/**/*.ts'], rules: { 'max-lines': limits['max-lines'] } },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    plugins: { boundaries, house: { rules: { 'no-cycle': noCycle } } },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': {
        typescript: { alwaysTryTypes: true, project: ['tsconfig.json', 'apps/web/tsconfig.json'] },
      },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'house/no-cycle': 'error',
      '@typescript-eslint/no-restricted-imports': ['error', databaseImports],
      'no-restricted-syntax': ['error', named, environment, ...database],
    },
  },
  {
    // Where connections are made, and hot reads written as parameterised SQL.
    files: ['libs/platform/src/db/**', 'libs/platform/src/platform.module.ts', 'libs/**/*.queries.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', deepImports],
      'no-restricted-syntax': ['error', named, environment],
    },
  },
  {
    // The edge of a process hands its environment to the configuration.
    files: ['libs/platform/src/config/**', 'apps/{api,worker}/src/main.ts', 'libs/**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', named, ...database] },
  },
  {
    // Pure: no framework, no files, no clock. Today is an argument, so that every answer can be checked again later.
    files: ['libs/rules/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [...deepImports.patterns, onlyTemporal] },
      ],
      'no-restricted-syntax': ['error', named, environment, ...clock],
    },
  },
  {
    // JSX reads as a tree: a screen may be longer than a function of logic.
    files: ['apps/web/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'max-lines-per-function': ['error', { max: 150, skipComments: true, skipBlankLines: true }],
      complexity: ['error', 20],
      // A form field may hold rows of form fields: functions that call each other later, not while loading.
      'house/no-cycle': 'off',
      'no-restricted-syntax': ['error', named, environment, ...database, ...rawMarkup],
      ...reactHooks.configs.recommended.rules,
    },
  },
  {
    // Tests, tables and measurements are read from top to bottom; nobody calls them.
    files: ['**/*.spec.{ts,tsx}', '**/*.fixture.ts', 'libs/rules/src/packs/**', 'bench/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
