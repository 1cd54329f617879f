import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const graph = new Map();

/** Whole import and export statements that survive compilation: `import type` is gone at run time. */
const statement = /^(?:import|export)\s+(?!type\b)(?:([^'";]*?)\sfrom\s+)?'([^']+)'/gm;
const onlyTypes = (names) => /^\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}$/.test(names ?? '');

function importsOf(file, root) {
  const known = graph.get(file);
  if (known) return known;
  const found = [];
  graph.set(file, found);
  for (const [, names, source] of readFileSync(file, 'utf8').matchAll(statement)) {
    const target = onlyTypes(names) ? undefined : resolve(source, file, root);
    if (target) found.push(target);
  }
  return found;
}

function resolve(source, file, root) {
  const library = /^@app\/([a-z-]+)$/.exec(source)?.[1];
  if (!library && !source.startsWith('.')) return undefined;
  const base = library ? join(root, 'libs', library, 'src') : join(dirname(file), source);
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((end) => base + end)
    .find((path) => /\.tsx?$/.test(path) && existsSync(path));
}

/** The files one passes through from `start` back to `goal`, or undefined. */
function wayBack(start, goal, root) {
  const cameFrom = new Map([[start, undefined]]);
  const queue = [start];
  for (const file of queue) {
    for (const next of importsOf(file, root)) {
      if (next === goal) return trail(file, cameFrom);
      if (!cameFrom.has(next)) {
        cameFrom.set(next, file);
        queue.push(next);
      }
    }
  }
  return undefined;
}

function trail(last, cameFrom) {
  const files = [];
  for (let file = last; file; file = cameFrom.get(file)) files.unshift(file);
  return files;
}

/** Two files that load each other see each other half made: decorators read `undefined`. */
export const noCycle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { cycle: 'This import comes back to this file: {{ way }}.' },
  },
  create(context) {
    const root = context.cwd;
    const check = (node) => {
      if (!node.source || node.importKind === 'type' || node.exportKind === 'type') return;
      if (onlyTypes(/\{[^}]*\}/.exec(context.sourceCode.getText(node))?.[0])) return;
      const target = resolve(node.source.value, context.filename, root);
      const files = target && (target === context.filename ? [] : wayBack(target, context.filename, root));
      if (!files) return;
      const way = files.map((file) => relative(root, file)).join(' → ');
      context.report({ node, messageId: 'cycle', data: { way } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
