import type { Faces } from './faces';
import { textPiece, type Piece, type Token } from './text';

export interface Line {
  pieces: Piece[];
  /** Width without the spaces at its end, which stay in the line for readers that copy it. */
  width: number;
  /** The line holds a blank, whose label needs room below it. */
  blank: boolean;
}

/**
 * Fills lines greedily. A word longer than the measure (a very long name without spaces) is cut
 * between letters rather than run off the paper.
 */
export function fillLines(tokens: Token[], measure: number, first: number, faces: Faces): Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  const room = () => measure - (lines.length === 0 ? first : 0);
  const close = () => {
    lines.push(lineOf(pieces));
    pieces = [];
    used = 0;
  };
  for (const token of tokens) {
    const ink = inkOf(token);
    if (pieces.length && used + ink > room() + 0.01) close();
    const parts = ink > room() + 0.01 ? token.flatMap((piece) => cut(piece, room(), faces)) : token;
    for (const part of parts) {
      if (pieces.length && used + part.ink > room() + 0.01) close();
      pieces.push(part);
      used += part.width;
    }
  }
  if (pieces.length || lines.length === 0) close();
  return lines;
}

function lineOf(pieces: Piece[]): Line {
  return {
    pieces,
    width: inkOf(pieces),
    blank: pieces.some((piece) => piece.kind === 'blank'),
  };
}

function inkOf(pieces: Piece[]): number {
  return pieces.reduce((sum, piece, at) => sum + (at === pieces.length - 1 ? piece.ink : piece.width), 0);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cut(piece: Piece, measure: number, faces: Faces): Piece[] {
  if (piece.kind === 'blank' || piece.kind === 'rule') {
    const width = Math.min(piece.width, measure);
    return [{ ...piece, width, ink: width }];
  }
  if (piece.kind !== 'text' || piece.ink <= measure) return [piece];
  const parts: Piece[] = [];
  let text = '';
  for (const { segment } of graphemes.segment(piece.text)) {
    if (text && textPiece(text + segment, piece.style, faces).ink > measure) {
      parts.push(textPiece(text, piece.style, faces));
      text = '';
    }
    text += segment;
  }
  if (text) parts.push(textPiece(text, piece.style, faces));
  return parts;
}
