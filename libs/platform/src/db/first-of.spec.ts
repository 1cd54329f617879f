import { cutOnes, firstOf } from './first-of';

describe('a list that stops before its end', () => {
  it('shows so many and says whether there are more', () => {
    expect(firstOf([1, 2, 3], 2)).toEqual({ shown: [1, 2], more: true });
    expect(firstOf([1, 2], 2)).toEqual({ shown: [1, 2], more: false });
    expect(firstOf([], 2)).toEqual({ shown: [], more: false });
  });

  it('is named among others', () => {
    expect(cutOnes({ due: firstOf([1, 2], 1), ahead: firstOf([1], 1) })).toEqual(['due']);
  });
});
