import { describe, expect, it } from '@jest/globals';
import { changedTo, shownBy, wishOf } from './shown';

const view = {
  id: 'v1',
  version: 1,
  list: 'cases' as const,
  name: 'Held',
  shared: false,
  mine: true,
  canChange: true,
  filters: { custody: 'detained' as const, deadlineWithinDays: 14 },
  sort: 'opened' as const,
  order: 'desc' as const,
  columns: ['opened', 'stage'] as ('opened' | 'stage')[],
};

describe('what the caseload shows', () => {
  it('is the view until something is changed, and begins from it then', () => {
    const shown = shownBy({ view: 'v1' }, view);
    expect(shown).toEqual({
      filters: { custody: 'detained', deadlineWithinDays: '14', sort: 'opened', order: 'desc' },
      columns: ['stage', 'opened'],
    });
    const search = changedTo({ view: 'v1' }, { ...shown, filters: { ...shown.filters, custody: undefined } });
    expect(search).toMatchObject({ view: 'v1', edited: '1', columns: 'stage.opened' });
    expect(shownBy(search, view).filters).toEqual({
      deadlineWithinDays: '14',
      sort: 'opened',
      order: 'desc',
    });
  });

  it('has the usual columns without a view, and none when all were taken away', () => {
    expect(shownBy({}, undefined).columns).toEqual([
      'stage',
      'next_deadline',
      'next_check_in',
      'next_hearing',
      'clemency',
      'responsible',
      'opened',
    ]);
    const search = changedTo({}, { filters: {}, columns: [] });
    expect(search.edited).toBeUndefined();
    expect(shownBy(search, undefined).columns).toEqual([]);
  });

  it('is sent as codes and numbers', () => {
    expect(wishOf(shownBy({ view: 'v1' }, view))).toEqual({
      list: 'cases',
      filters: { custody: 'detained', deadlineWithinDays: 14 },
      sort: 'opened',
      order: 'desc',
      columns: ['stage', 'opened'],
    });
  });
});
