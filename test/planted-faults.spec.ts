import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from '../scripts/sabotage/faults.mjs';

/** `npm run sabotage` takes half an hour, so nothing here runs it; this keeps what it would plant plantable. */
describe('the planted faults', () => {
  const all = faults;
  const root = join(__dirname, '..');

  it('are forty at least, each with a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it.each(all.map((fault) => [fault.name, fault] as const))(
    'can be planted: %s',
    (_, { file, from, to, test }) => {
      expect(from).not.toBe(to);
      expect(readFileSync(join(root, file), 'utf8').split(from)).toHaveLength(2);
      expect(readFileSync(join(root, test), 'utf8')).toContain('expect(');
    },
  );
});
