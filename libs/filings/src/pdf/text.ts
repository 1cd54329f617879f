import LineBreaker from 'linebreak';
import type { BlankMark, Inline } from '../document/model';
import { UnprintableCharacterError } from './errors';
import type { Faces, Shaped, Face } from './faces';

export interface Style {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  size: number;
}

/** The smallest things a line is made of. Widths in points; `ink` leaves out spaces at the end. */
export type Piece =
  | { kind: 'text'; text: string; face: Face; style: Style; shaped: Shaped; width: number; ink: number }
  | { kind: 'blank'; label: Shaped; labelText: string; face: Face; width: number; ink: number }
  | { kind: 'box'; ticked: boolean; size: number; width: number; ink: number }
  | { kind: 'rule'; width: number; ink: number };

/** Pieces that stay together on a line. */
export type Token = Piece[];

export const blankLabelSize = 8;
const blankLeast = 126;
/** White on both sides of a tick box in a line. */
const boxBearing = 2;

interface Span {
  text: string;
  style: Style;
  /** Spans of one unbreakable group share its token; null breaks freely. */
  whole: symbol | null;
  mark: Exclude<Inline, string> | null;
}

/** Stands in the text for a blank, box or rule while break points are sought. */
const objectMark = '\uFFFC';

/**
 * Scripts whose lines run left to right without reordering or cluster shaping.
 * Tinos also has Hebrew letters, but set in this direction they would read backwards.
 */
const setable =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** One form for the same letter, no invisible controls, no line breaks from a form field. */
export function printable(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  if (!setable.test(clean)) {
    const foreign = [...clean].find((character) => !setable.test(character)) as string;
    throw new UnprintableCharacterError(foreign.codePointAt(0) as number);
  }
  return clean;
}

/** Cuts styled words at the places where a line may end (UAX 14), each part shaped in its own face. */
export function tokensOf(content: Inline[], style: Style, faces: Faces): Token[] {
  const spans = content.flatMap((inline) => spansOf(inline, style, null));
  const ends = breakPoints(spans);
  const tokens: Token[] = [];
  let current: Token = [];
  let next = 0;
  let start = 0;
  for (const span of spans) {
    const until = start + span.text.length;
    for (let from = start; from < until;) {
      while (ends[next] <= from) next++;
      const stop = Math.min(ends[next] ?? until, until);
      current.push(pieceOf(span, span.text.slice(from - start, stop - start), faces));
      if (stop === ends[next]) {
        tokens.push(current);
        current = [];
      }
      from = stop;
    }
    start = until;
  }
  if (current.length) tokens.push(current);
  return tokens;
}

function spansOf(inline: Inline, style: Style, whole: symbol | null): Span[] {
  if (typeof inline === 'string')
    return inline ? [{ text: printable(inline), style, whole, mark: null }] : [];
  const inner = (changed: Style, keep: symbol | null) =>
    'content' in inline ? inline.content.flatMap((part) => spansOf(part, changed, keep)) : [];
  switch (inline.kind) {
    case 'bold':
    case 'italic':
    case 'underline':
      return inner({ ...style, [inline.kind]: true }, whole);
    case 'size':
      return inner({ ...style, size: inline.points }, whole);
    case 'nobreak':
      return inner(style, whole ?? Symbol('nobreak'));
    default:
      return [{ text: objectMark, style, whole, mark: inline }];
  }
}

function breakPoints(spans: Span[]): number[] {
  const inside = new Set<number>();
  let at = 0;
  let group: symbol | null = null;
  for (const span of spans) {
    if (span.whole && span.whole === group) inside.add(at);
    if (span.whole) for (let i = 1; i < span.text.length; i++) inside.add(at + i);
    group = span.whole;
    at += span.text.length;
  }
  const points: number[] = [];
  const breaker = new LineBreaker(spans.map((span) => span.text).join(''));
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (!inside.has(next.position)) points.push(next.position);
  }
  return points;
}

function pieceOf(span: Span, text: string, faces: Faces): Piece {
  if (!span.mark) return textPiece(text, span.style, faces);
  if (span.mark.kind === 'blank') return blankPiece(span.mark, faces);
  if (span.mark.kind === 'box') {
    const size = span.style.size * 0.72;
    const width = size + 2 * boxBearing;
    return { kind: 'box', ticked: span.mark.ticked, size, width, ink: width };
  }
  const width = span.mark.kind === 'rule' ? span.mark.width : 0;
  return { kind: 'rule', width, ink: width };
}

export function textPiece(text: string, style: Style, faces: Faces): Piece & { kind: 'text' } {
  const face = faceOf(style, faces);
  const shaped = face.shape(text);
  return {
    kind: 'text',
    text,
    face,
    style,
    shaped,
    width: shaped.width * style.size,
    ink: shaped.inkWidth * style.size,
  };
}

function blankPiece(mark: BlankMark, faces: Faces): Piece {
  const labelText = printable(`[to be completed: ${mark.label}]`);
  const label = faces.italic.shape(labelText);
  const width = Math.max(blankLeast, label.width * blankLabelSize + 8);
  return { kind: 'blank', label, labelText, face: faces.italic, width, ink: width };
}

function faceOf(style: Style, faces: Faces): Face {
  if (style.bold) return style.italic ? faces.boldItalic : faces.bold;
  return style.italic ? faces.italic : faces.regular;
}
