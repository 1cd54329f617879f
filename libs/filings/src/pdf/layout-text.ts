import type { Align, Heading, Inline, Item, Paragraph } from '../document/model';
import type { Faces } from './faces';
import { gap, type FlowItem, type Mark, type Strip, type Tag } from './flow';
import { fillLines, type Line } from './lines';
import { blankLabelSize, tokensOf, type Piece, type Style } from './text';

/** Where a block is set: a column from `x`, `width` points wide, under a tag. */
export interface Place {
  faces: Faces;
  size: number;
  x: number;
  width: number;
  tag: Tag;
}

/** Ascent and descent of the Times metrics, in em. */
const ascent = 0.891;
const descent = 0.216;
const hairline = 0.7;
/** Room a blank needs under the base line: the rule, its label, a little air. */
const blankDepth = 13;

export const plain = (size: number): Style => ({ bold: false, italic: false, underline: false, size });

interface Measure {
  x: number;
  width: number;
  first: number;
  align: Align;
  leading: number;
}

/** Sets words as strips of one line each, the first two and the last two tied (no widow, no orphan). */
export function setLines(content: Inline[], style: Style, place: Place, tag: Tag, measure: Measure): Strip[] {
  const tokens = tokensOf(content, style, place.faces);
  const lines = fillLines(tokens, measure.width, measure.first, place.faces);
  return lines.map((line, at) => {
    const size = Math.max(0, ...line.pieces.map(sizeOf)) || style.size;
    const pitch = size * measure.leading;
    const base = (pitch - (ascent + descent) * size) / 2 + ascent * size;
    const indent = at === 0 ? measure.first : 0;
    const spare = { left: 0, center: 0.5, right: 1 }[measure.align] * (measure.width - indent - line.width);
    const extra = line.blank ? Math.max(0, blankDepth - (pitch - base)) : 0;
    return {
      kind: 'strip',
      height: pitch + extra,
      marks: marksOf(line, measure.x + indent + spare, base, tag),
      keep: at === 0 ? lines.length > 1 : at === lines.length - 2,
    };
  });
}

function sizeOf(piece: Piece): number {
  return piece.kind === 'text' ? piece.style.size : 0;
}

function marksOf(line: Line, start: number, y: number, tag: Tag): Mark[] {
  const marks: Mark[] = [];
  let x = start;
  for (const piece of line.pieces) {
    if (piece.kind === 'text') addText(marks, piece, { x, y, tag });
    else if (piece.kind === 'box') {
      const inset = (piece.width - piece.size) / 2;
      marks.push({
        kind: 'box',
        x: x + inset,
        y: y - piece.size,
        size: piece.size,
        ticked: piece.ticked,
        tag,
      });
    } else {
      marks.push({ kind: 'line', x, y: y + 2, dx: piece.width, dy: 0, weight: hairline, tag });
      if (piece.kind === 'blank') marks.push(labelMark(piece, x, y, tag));
    }
    x += piece.width;
  }
  return marks;
}

type At = { x: number; y: number; tag: Tag };

function addText(marks: Mark[], piece: Piece & { kind: 'text' }, at: At): void {
  const { face, shaped, text, width } = piece;
  const last = marks.at(-1);
  const joins = last?.kind === 'text' && last.face === face && last.size === piece.style.size;
  if (joins && !piece.style.underline && Math.abs(last.x + last.width - at.x) < 0.01) {
    last.text += text;
    last.width += width;
    last.shaped = {
      glyphs: last.shaped.glyphs.concat(shaped.glyphs),
      advances: last.shaped.advances.concat(shaped.advances),
    };
    return;
  }
  marks.push({ kind: 'text', ...at, text, face, size: piece.style.size, shaped, width });
  if (piece.style.underline) {
    marks.push({ kind: 'line', ...at, y: at.y + 1.6, dx: piece.width, dy: 0, weight: hairline });
  }
}

function labelMark(piece: Piece & { kind: 'blank' }, x: number, y: number, tag: Tag): Mark {
  const width = piece.label.width * blankLabelSize;
  return {
    kind: 'text',
    x: x + Math.max(0, (piece.width - width) / 2),
    y: y + 2 + blankLabelSize,
    tag,
    text: piece.labelText,
    face: piece.face,
    size: blankLabelSize,
    shaped: piece.label,
    width,
  };
}

export function layoutParagraph(block: Paragraph, place: Place): FlowItem[] {
  const tag: Tag = { type: 'P', parent: place.tag };
  const strips = setLines(block.content, plain(place.size), place, tag, {
    x: place.x + block.indent,
    width: place.width - block.indent,
    first: block.first,
    align: block.align,
    leading: block.leading,
  });
  if (block.keepWithNext) strips[strips.length - 1].keep = true;
  return block.after ? [...strips, gap(block.after, 0, block.keepWithNext)] : strips;
}

/** A heading never stands alone at the foot of a page. */
export function layoutHeading(block: Heading, place: Place): FlowItem[] {
  const tag: Tag = { type: `H${block.level}`, parent: place.tag };
  const style = { ...plain(block.level === 1 ? place.size + 2 : place.size), bold: true };
  const strips = setLines(block.content, style, place, tag, {
    x: place.x,
    width: place.width,
    first: 0,
    align: block.align,
    leading: 1.2,
  });
  const kept = strips.map((strip) => ({ ...strip, keep: true }));
  return [gap(block.before, 0, true), ...kept, gap(block.after, 0, true)];
}

export function layoutItem(block: Item, place: Place): FlowItem[] {
  const tag: Tag = { type: 'P', parent: place.tag };
  const style = plain(place.size);
  const set = (content: Inline[], x: number, width: number) =>
    setLines(content, style, place, tag, { x, width, first: 0, align: 'left', leading: block.leading });
  const label = set(block.label, place.x + block.indent, block.hang);
  const offset = block.indent + block.hang;
  const strips = set(block.content, place.x + offset, place.width - offset);
  strips[0] = { ...strips[0], marks: [...label[0].marks, ...strips[0].marks] };
  return block.after ? [...strips, gap(block.after)] : strips;
}
