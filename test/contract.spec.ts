import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PERMISSIONS } from '@app/access';
import { contractOf } from '../apps/api/src/contract';
import { startApp, type TestApp } from './support/app';

/**
 * The committed contract. It is written from the compiled code (`npm run contract`), which knows more than the tests'
 * own compiler: the shapes of bodies and answers.
 */
const contract = JSON.parse(readFileSync(join(__dirname, '../openapi.json'), 'utf8')) as OpenAPIObject;
const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;

interface Operation {
  operationId: string;
  'x-permission'?: string;
  'x-open'?: string;
  tags?: string[];
  summary?: string;
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
}

function operationsOf(document: OpenAPIObject): { name: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation: item[method] as unknown as Operation,
    })),
  );
}

const operations = operationsOf(contract);
/** Routes whose answer is no JSON: the monitor's, and files. */
const OTHER_ANSWERS = [
  'GET /api/v1/health',
  'GET /api/v1/filings/{id}/pdf',
  'GET /api/v1/document-versions/{versionId}/file',
  'GET /api/v1/clients/{clientId}/access-history',
  'GET /api/v1/time-totals/file',
  'POST /api/v1/demands/{demandId}/export',
  'GET /api/v1/clients/{clientId}/timeline/spreadsheet',
];

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

describe('the contract', () => {
  it('lists the routes that the server has, with their permissions', () => {
    const short = (document: OpenAPIObject): string[] =>
      operationsOf(document)
        .map(
          ({ name, operation }) =>
            `${name} ${operation.operationId} ${operation['x-permission'] ?? operation['x-open']}`,
        )
        .sort();
    expect(short(contract)).toEqual(short(contractOf(test.app)));
  });

  it('gives every operation a name of its own and a place in the documentation', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(operations.filter(({ operation }) => !operation.tags?.length).map(({ name }) => name)).toEqual([]);
  });

  it('says of every operation who may use it, or why it is open', () => {
    const undecided = operations.filter(({ operation }) => {
      const permission = operation['x-permission'];
      return permission ? !(PERMISSIONS as string[]).includes(permission) : !operation['x-open'];
    });
    expect(undecided.map(({ name }) => name)).toEqual([]);
  });

  it('documents the answer of every operation that has one', () => {
    const bare = operations.filter(({ name, operation }) => {
      if (OTHER_ANSWERS.includes(name)) return false;
      const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
      if (success.length === 0) return true;
      return success.some(([status, answer]) => !['202', '204'].includes(status) && !schemaOf(answer));
    });
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('documents the body of every operation that reads one', () => {
    const bare = operations.filter(
      ({ operation }) => operation.requestBody && !schemaOf(operation.requestBody),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('names no shape without fields, and points at none that is missing', () => {
    const schemas = contract.components?.schemas ?? {};
    const empty = Object.entries(schemas).filter(([, schema]) => {
      const { type, properties, allOf, enum: values } = schema as Record<string, unknown>;
      return type === 'object' && !allOf && !values && Object.keys(properties ?? {}).length === 0;
    });
    expect(empty.map(([name]) => name)).toEqual([]);
    const used = [...JSON.stringify(contract).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
      (match) => match[1],
    );
    expect([...new Set(used)].filter((name) => !(name in schemas))).toEqual([]);
  });

  it('lists every parameter of each path', () => {
    const wrong = operations.filter(({ name, operation }) => {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      const listed = (operation.parameters ?? [])
        .filter((each) => each.in === 'path')
        .map((each) => each.name);
      return JSON.stringify(inPath) !== JSON.stringify(listed.sort());
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('uses nouns, hyphens and one version', () => {
    const odd = Object.keys(contract.paths).filter(
      (path) => !/^\/api\/v1(\/([a-z]+(-[a-z]+)*|\{[a-zA-Z]+\}))+$/.test(path),
    );
    expect(odd).toEqual([]);
  });
});

function schemaOf(part: { content?: Record<string, { schema?: object }> }): boolean {
  const schema = (part.content?.['application/json'] ?? part.content?.['multipart/form-data'])?.schema;
  return schema !== undefined && Object.keys(schema).length > 0;
}

it('has one class for each name: two classes of one name would overwrite each other in the contract', () => {
  const places = new Map<string, string[]>();
  for (const file of readdirSync(join(__dirname, '../libs'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(view|dto)\.ts$/.test(file)) continue;
    const text = readFileSync(join(__dirname, '../libs', file), 'utf8');
    for (const [, name] of text.matchAll(/^export class (\w+)/gm))
      places.set(name, [...(places.get(name) ?? []), file]);
  }
  expect(places.size).toBeGreaterThan(100);
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});
