import type { Face, Shaped } from './faces';

/** A node of the tag tree that a screen reader walks. Made before anything is drawn; order is order of use. */
export interface Tag {
  type: 'Document' | 'Div' | 'P' | 'H1' | 'H2' | 'H3' | 'Table' | 'TR' | 'TH' | 'TD';
  parent: Tag | null;
}

/** One mark on the paper. `tag` null is decoration (an Artifact), which a screen reader passes over. */
export type Mark = { x: number; y: number; tag: Tag | null } & (
  | {
      kind: 'text';
      text: string;
      face: Face;
      size: number;
      shaped: Pick<Shaped, 'glyphs' | 'advances'>;
      width: number;
    }
  | { kind: 'line'; dx: number; dy: number; weight: number }
  | { kind: 'box'; size: number; ticked: boolean }
);

/** A slice of the page that is never cut, such as one line of text. `keep` ties it to what follows. */
export interface Strip {
  kind: 'strip';
  height: number;
  marks: Mark[];
  keep: boolean;
  /** Drawn again on top of a page that begins with this strip: a table's header row. */
  repeat?: Strip;
}

/** Room between strips; lost at the top of a page. */
export interface Gap {
  kind: 'gap';
  height: number;
  stretch: number;
  keep: boolean;
}

export type FlowItem = Strip | Gap | { kind: 'break' };

export const gap = (height: number, stretch = 0, keep = false): Gap => ({
  kind: 'gap',
  height,
  stretch,
  keep,
});

export const moved = (marks: Mark[], dx: number, dy: number): Mark[] =>
  marks.map((mark) => ({ ...mark, x: mark.x + dx, y: mark.y + dy }));

/** Ties a run of items together, except to what comes after it. */
export function keepTogether(items: FlowItem[]): FlowItem[] {
  return items.map((item, at) =>
    item.kind === 'break' || at === items.length - 1 ? item : { ...item, keep: true },
  );
}

/** Puts items under each other as one uncut piece, for a cell or a column. */
export function stacked(items: FlowItem[]): { height: number; marks: Mark[] } {
  let height = 0;
  const marks: Mark[] = [];
  for (const item of items) {
    if (item.kind === 'break') continue;
    if (item.kind === 'strip') marks.push(...moved(item.marks, 0, height));
    height += item.height;
  }
  return { height, marks };
}
