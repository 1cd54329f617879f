import { LayoutError } from './errors';
import { moved, type FlowItem, type Gap, type Mark, type Strip } from './flow';

export interface Page {
  marks: Mark[];
}

interface Placed {
  item: Strip | Gap;
  y: number;
}

/** Cuts the flow into pages of `height` points. What is tied together goes to the next page together. */
export function paginate(flow: FlowItem[], height: number): Page[] {
  const sheets = new Sheets(height);
  for (const group of groups(flow)) sheets.take(group);
  return sheets.pages.map((placed) => ({ marks: stretched(placed, height) }));
}

class Sheets {
  readonly pages: Placed[][] = [[]];
  private y = 0;

  constructor(private readonly height: number) {}

  take(group: FlowItem[]): void {
    const needed = heightOf(group);
    if (!this.fits(needed) && needed <= this.height) this.turn(group[0]);
    for (const item of group) {
      if (item.kind === 'break') this.turn();
      else if (item.kind === 'strip') this.strip(item);
      else if (this.y > 0 && this.fits(item.height)) this.place(item);
    }
  }

  private strip(strip: Strip): void {
    if (!this.fits(strip.height)) this.turn(strip);
    if (!this.fits(strip.height)) throw new LayoutError('A part of the document is taller than a page.');
    this.place(strip);
  }

  private fits(height: number): boolean {
    return this.y + height <= this.height + 0.01;
  }

  private place(item: Strip | Gap): void {
    this.pages[this.pages.length - 1].push({ item, y: this.y });
    this.y += item.height;
  }

  /** A fresh page, unless this one is still empty; a table's rows take their header along. */
  private turn(first?: FlowItem): void {
    if (this.y > 0) this.pages.push([]);
    this.y = 0;
    if (first?.kind === 'strip' && first.repeat) this.place(first.repeat);
  }
}

/** Items up to and including the first that is not tied to the next one. */
function groups(flow: FlowItem[]): FlowItem[][] {
  const all: FlowItem[][] = [];
  let current: FlowItem[] = [];
  for (const item of flow) {
    if (item.kind === 'break' && current.length) {
      all.push(current);
      current = [];
    }
    current.push(item);
    if (item.kind === 'break' || !item.keep) {
      all.push(current);
      current = [];
    }
  }
  if (current.length) all.push(current);
  return all;
}

/** Height a group needs; a gap it begins or ends with may be lost and does not push it over. */
function heightOf(group: FlowItem[]): number {
  const heights = group.map((item) => (item.kind === 'break' ? 0 : item.height));
  let end = group.length;
  while (end > 0 && group[end - 1].kind === 'gap') end--;
  return heights.slice(0, end).reduce((sum, one) => sum + one, 0);
}

function stretched(placed: Placed[], height: number): Mark[] {
  const used = placed.length ? placed[placed.length - 1].y + placed[placed.length - 1].item.height : 0;
  const weight = placed.reduce((sum, { item }) => sum + (item.kind === 'gap' ? item.stretch : 0), 0);
  const unit = weight > 0 ? Math.max(0, height - used) / weight : 0;
  let shift = 0;
  const marks: Mark[] = [];
  for (const { item, y } of placed) {
    if (item.kind === 'gap') shift += item.stretch * unit;
    else marks.push(...moved(item.marks, 0, y + shift));
  }
  return marks;
}
