import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

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
  clients: base,
  cases: [...base, 'clients'],
  deadlines: [...base, 'clients', 'cases'],
  documents: [...base, 'clients', 'cases'],
  filings: [...base, 'clients', 'cases', 'deadlines', 'documents'],
  removal: [...base, 'clients', 'cases', 'deadlines', 'documents'],
  custody: [...base, 'clients', 'cases', 'deadlines', 'removal'],
  checkins: [...base, 'clients', 'cases', 'deadlines', 'removal', 'custody'],
  clemency: [...base, 'clients', 'cases', 'deadlines', 'documents', 'filings', 'removal'],
  reports: [
    ...base,
    'clients',
    'cases',
    'deadlines',
    'documents',
    'filings',
    'removal',
    'custody',
    'checkins',
    'clemency',
  ],
};

const libraries = Object.keys(mayImport);
const elements = [
  ...libraries.map((name) => ({ type: name, pattern: `libs/${name}/src`, mode: 'folder' })),
  { type: 'api', pattern: 'apps/api/src', mode: 'folder' },
  { type: 'worker', pattern: 'apps/worker/src', mode: 'folder' },
  { type: 'web', pattern: 'apps/web/src', mode: 'folder' },
];
const rules = [
  ...libraries.map((from) => ({ from: [from], allow: mayImport[from] })),
  { from: ['api', 'worker'], allow: libraries },
  { from: ['web'], allow: ['rules'] },
];

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', '.vacatur/**', 'apps/web/src/api/schema.d.ts', 'coverage/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        require: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      'boundaries/element-types': ['error', { default: 'disallow', rules }],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 6],
      complexity: ['error', 10],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    // JSX reads as a tree: a screen may be longer than a function of logic.
    files: ['apps/web/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'max-lines-per-function': ['error', { max: 150, skipComments: true, skipBlankLines: true }],
      complexity: ['error', 20],
      ...reactHooks.configs.recommended.rules,
    },
  },
  {
    files: ['libs/**/*.spec.ts', 'libs/rules/src/packs/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
