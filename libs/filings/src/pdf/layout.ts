import type { Block, Columns, Divider, Section, Signature, Table } from '../document/model';
import { LayoutError } from './errors';
import { gap, keepTogether, moved, stacked, type FlowItem, type Mark, type Strip, type Tag } from './flow';
import { layoutHeading, layoutItem, layoutParagraph, plain, setLines, type Place } from './layout-text';

const cellPadding = 4;
const hairline = 0.7;

/** Sets a section's blocks as one endless strip of paper; `paginate` cuts it. */
export function layoutSection(section: Section, place: Place): FlowItem[] {
  return layoutBlocks(section.blocks, place);
}

function layoutBlocks(blocks: Block[], place: Place): FlowItem[] {
  return blocks.flatMap((block) => layoutBlock(block, place));
}

function layoutBlock(block: Block, place: Place): FlowItem[] {
  switch (block.kind) {
    case 'paragraph':
      return layoutParagraph(block, place);
    case 'heading':
      return layoutHeading(block, place);
    case 'item':
      return layoutItem(block, place);
    case 'columns':
      return layoutColumns(block, place);
    case 'table':
      return layoutTable(block, place);
    case 'signature':
      return layoutSignature(block, place);
    default:
      return layoutOther(block, place);
  }
}

function layoutOther(
  block: Exclude<Block, { content: unknown } | Columns | Table | Signature>,
  place: Place,
): FlowItem[] {
  switch (block.kind) {
    case 'keep':
      return keepTogether(layoutBlocks(block.blocks, place));
    case 'space':
      return [gap(block.height, block.stretch)];
    case 'divider':
      return layoutDivider(block, place);
    case 'page_break':
      return [{ kind: 'break' }];
  }
}

function layoutDivider(block: Divider, place: Place): FlowItem[] {
  const line = across(place.x, place.width, 0);
  return [
    gap(block.before),
    { kind: 'strip', height: hairline, marks: [line], keep: true },
    gap(block.after, 0, true),
  ];
}

function layoutColumns(block: Columns, place: Place): FlowItem[] {
  const left = (place.width - block.gap) * block.share;
  const right = place.width - block.gap - left;
  const pitch = place.size * 1.2;
  const group: Tag = { type: 'Div', parent: place.tag };
  const rows = block.rows.map((row): Strip => {
    const side = (blocks: Block[], x: number, width: number) =>
      stacked(layoutBlocks(blocks, { ...place, x, width, tag: group }));
    const one = side(row.left, place.x, left);
    const two = side(row.right, place.x + left + block.gap, right);
    const least = Math.max(one.height, two.height);
    const height = block.bar ? Math.ceil(least / pitch - 0.01) * pitch : least;
    const bar = block.bar ? barMarks(place, place.x + left + block.gap / 2, height, pitch) : [];
    return { kind: 'strip', height, marks: [...one.marks, ...two.marks, ...bar], keep: true };
  });
  const kept = keepTogether(rows);
  const last = kept.at(-1) as Strip | undefined;
  if (last) {
    last.keep = false;
    if (block.bar) last.marks.push(across(place.x, left + block.gap / 2 - 4, last.height - 3));
  }
  return block.after ? [...kept, gap(block.after)] : kept;
}

/** The caption's column of ")" is drawn, not written: a screen reader should not spell it out. */
function barMarks(place: Place, x: number, height: number, pitch: number): Mark[] {
  const tag: Tag = { type: 'P', parent: null };
  const [line] = setLines([')'], plain(place.size), place, tag, {
    x: x - 2,
    width: 20,
    first: 0,
    align: 'left',
    leading: 1.2,
  });
  const marks = line.marks.map((mark) => ({ ...mark, tag: null }));
  return Array.from({ length: Math.round(height / pitch) }, (_, at) => moved(marks, 0, at * pitch)).flat();
}

function layoutTable(block: Table, place: Place): FlowItem[] {
  const total = block.widths.reduce((sum, width) => sum + width, 0);
  if (total <= 0) throw new LayoutError('A table needs column widths.');
  const widths = block.widths.map((width) => (width / total) * place.width);
  const table: Tag = { type: 'Table', parent: place.tag };
  const row = (cells: Block[][], type: 'TH' | 'TD') =>
    tableRow(cells, widths, { ...place, tag: table }, type);
  const cell = (content: Table['header'][number]): Block[] => [
    {
      kind: 'paragraph',
      content,
      align: 'left',
      first: 0,
      indent: 0,
      leading: 1.2,
      after: 0,
      keepWithNext: false,
    },
  ];
  const header = row(
    block.header.map((content) => cell([{ kind: 'bold', content }])),
    'TH',
  );
  // A repeated header is decoration: the tag tree has it once.
  const repeat: Strip = { ...header, marks: header.marks.map((mark) => ({ ...mark, tag: null })) };
  const body = block.rows.map((cells): Strip => ({ ...row(cells.map(cell), 'TD'), repeat }));
  const items: FlowItem[] = [{ ...header, keep: true }, ...body];
  return block.after ? [...items, gap(block.after)] : items;
}

function tableRow(cells: Block[][], widths: number[], place: Place, type: 'TH' | 'TD'): Strip {
  const tag: Tag = { type: 'TR', parent: place.tag };
  let x = place.x;
  const set = cells.map((blocks, at) => {
    const inner = {
      ...place,
      x: x + cellPadding,
      width: widths[at] - 2 * cellPadding,
      tag: { type, parent: tag },
    };
    x += widths[at];
    return stacked(layoutBlocks(blocks, inner));
  });
  const height = Math.max(...set.map((cell) => cell.height)) + 2 * cellPadding;
  const marks = set.flatMap((cell) => moved(cell.marks, 0, cellPadding));
  const edges = [0, ...widths].map((_, at) =>
    widths.slice(0, at).reduce((sum, width) => sum + width, place.x),
  );
  return {
    kind: 'strip',
    height,
    keep: false,
    marks: [
      ...marks,
      across(place.x, place.width, 0),
      across(place.x, place.width, height),
      ...edges.map((at): Mark => ({
        kind: 'line',
        x: at,
        y: 0,
        dx: 0,
        dy: height,
        weight: hairline,
        tag: null,
      })),
    ],
  };
}

function layoutSignature(block: Signature, place: Place): FlowItem[] {
  const tag: Tag = { type: 'P', parent: place.tag };
  const width = Math.min(block.width, place.width);
  const set = (content: Signature['above']) =>
    setLines(content, plain(place.size), place, tag, {
      x: place.x,
      width,
      first: 0,
      align: 'left',
      leading: 1.2,
    });
  const ruled: Strip = {
    kind: 'strip',
    height: 3,
    marks: [{ kind: 'line', x: place.x, y: 0, dx: width, dy: 0, weight: hairline, tag }],
    keep: true,
  };
  const items = keepTogether([...set(block.above), ruled, ...block.below.flatMap(set)]);
  return block.after ? [...items, gap(block.after)] : items;
}

const across = (x: number, width: number, y: number): Mark => ({
  kind: 'line',
  x,
  y,
  dx: width,
  dy: 0,
  weight: hairline,
  tag: null,
});
