import { describe, expect, it } from '@jest/globals';
import type { DiligenceEntry } from '../../api/types';
import { recordLines } from './record';

const entry = (on: string | null, withdrawn = false): DiligenceEntry => ({
  id: String(on),
  version: 1,
  kind: 'step',
  on,
  note: null,
  by: { id: 'x', name: 'Amara' },
  at: '2026-01-01T00:00:00.000Z',
  withdrawn: withdrawn ? { by: { id: 'x', name: 'Amara' }, at: '2026-01-02T00:00:00.000Z' } : null,
  can: { withdraw: true },
});
const gap = (from: string, to: string, days: number) => ({ from, to, days, warning: '' });
const shown = (entries: DiligenceEntry[], gaps: ReturnType<typeof gap>[]): (string | null)[] =>
  recordLines(entries, gaps).map((line) => (line.kind === 'gap' ? `gap ${line.gap.days}` : line.entry.on));

describe('the record of diligence', () => {
  it('shows each gap before the entry that ends it, and the one up to today last', () => {
    expect(
      shown(
        [entry('2025-01-10'), entry('2025-03-10'), entry('2025-03-20')],
        [gap('2025-01-10', '2025-03-10', 59), gap('2025-03-20', '2025-06-01', 73)],
      ),
    ).toEqual(['2025-01-10', 'gap 59', '2025-03-10', '2025-03-20', 'gap 73']);
  });

  it('lets neither a withdrawn entry nor one without a day end a gap', () => {
    expect(
      shown(
        [entry('2025-01-10'), entry('2025-02-01', true), entry('2025-03-10'), entry(null)],
        [gap('2025-01-10', '2025-03-10', 59), gap('2025-03-10', '2025-06-01', 83)],
      ),
    ).toEqual(['2025-01-10', '2025-02-01', 'gap 59', '2025-03-10', 'gap 83', null]);
  });

  it('puts the gap before an entry of which only the month is known', () => {
    expect(shown([entry('2025-01'), entry('2025-03')], [gap('2025-01-01', '2025-03-31', 89)])).toEqual([
      '2025-01',
      'gap 89',
      '2025-03',
    ]);
  });
});
