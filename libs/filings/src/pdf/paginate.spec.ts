import { LayoutError } from './errors';
import { gap, keepTogether, type FlowItem, type Mark, type Strip } from './flow';
import { paginate } from './paginate';

const mark = (x: number): Mark => ({ kind: 'line', x, y: 0, dx: 1, dy: 0, weight: 1, tag: null });
const line = (id: number, keep = false, height = 10): Strip => ({
  kind: 'strip',
  height,
  marks: [mark(id)],
  keep,
});
/** A paragraph as the text layout ties it: first two lines, last two lines. */
const paragraph = (from: number, lines: number): FlowItem[] =>
  Array.from({ length: lines }, (_, at) => line(from + at, lines > 1 && (at === 0 || at === lines - 2)));
const ids = (flow: FlowItem[], height: number) =>
  paginate(flow, height).map((page) => page.marks.map((one) => one.x));

describe('cutting into pages', () => {
  it('fills a page to its last line', () => {
    expect(
      ids(
        [1, 2, 3, 4].map((id) => line(id)),
        20,
      ),
    ).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('leaves no first line alone at the foot (orphan)', () => {
    expect(ids([line(1), ...paragraph(2, 4)], 20)).toEqual([[1], [2, 3], [4, 5]]);
  });

  it('leaves no last line alone at the top (widow)', () => {
    expect(ids([line(1), ...paragraph(2, 5)], 50)).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });

  it('takes a heading along with the paragraph that follows', () => {
    const heading = [gap(5, 0, true), line(9, true), gap(5, 0, true)];
    expect(ids([line(1), line(2), ...heading, ...paragraph(3, 2)], 45)).toEqual([
      [1, 2],
      [9, 3, 4],
    ]);
  });

  it('drops room at the top of a page and cuts a kept run only when no page holds it', () => {
    expect(paginate([line(1), gap(5), line(2)], 10)[1].marks[0].y).toBe(0);
    expect(ids(keepTogether([1, 2, 3].map((id) => line(id))), 20)).toEqual([[1, 2], [3]]);
  });

  it('repeats a table’s header above rows that go over', () => {
    const row = (id: number): Strip => ({ ...line(id), repeat: line(100) });
    expect(ids([line(100, true), row(1), row(2), row(3)], 20)).toEqual([
      [100, 1],
      [100, 2],
      [100, 3],
    ]);
  });

  it('shares what is left on a page among the room that stretches', () => {
    const [page] = paginate([line(1), gap(0, 1), line(2), gap(0, 3), line(3)], 70);
    expect(page.marks.map((one) => one.y)).toEqual([0, 20, 60]);
  });

  it('starts a page at a page break, and only one', () => {
    expect(ids([{ kind: 'break' }, line(1), { kind: 'break' }, { kind: 'break' }, line(2)], 50)).toEqual([
      [1],
      [2],
    ]);
  });

  it('refuses a slice taller than the page', () => {
    expect(() => paginate([line(1, false, 60)], 50)).toThrow(LayoutError);
  });
});
