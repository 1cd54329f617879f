import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs the engine in a process of its own whose clock is in another zone. */
const SCRIPT = `
const { transformFileSync } = require('@swc/core');
require('node:module')._extensions['.ts'] = (module, file) =>
  module._compile(transformFileSync(file, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code, file);
const { deriveDeadlines, endOfDay, addHours } = require(process.argv[1]);
const facts = [
  { id: 'a', kind: 'order_decided', on: '2021-05-19', attributes: { orderId: 'o', appeal: 'not_known' } },
  { id: 'b', kind: 'pardon_signed', on: '2025-07-01', attributes: { grantId: 'g' } },
];
console.log(new Date(0).getHours() + '|' + JSON.stringify([
  deriveDeadlines(facts, { today: '2026-11-22' }), endOfDay('2026-03-08', 'America/New_York'), addHours('2026-03-08T06:00:00Z', 6),
]));`;

const inZone = (zone: string): string[] =>
  execFileSync(process.execPath, ['--no-warnings', '-e', SCRIPT, join(__dirname, 'engine.ts')], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })
    .trim()
    .split('|');

it('gives the same answer wherever the machine stands', () => {
  const runs = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'].map(inZone);
  expect(new Set(runs.map(([hour]) => hour)).size).toBe(4);
  expect(new Set(runs.map((run) => run.slice(1).join('|'))).size).toBe(1);
}, 60_000);
