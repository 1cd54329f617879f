/**
 * A character the court font cannot show. Court papers are filed in English (court manual, Part II, 3.3), so a name in
 * Lao, Khmer, Arabic or another script must be given as the charging document spells it.
 * Carries the code point only: a message must not repeat a client's name.
 */
export class UnprintableCharacterError extends Error {
  readonly code = 'unprintable_character';
  /** The character as 'U+0E81'. */
  readonly codePoint: string;

  constructor(readonly character: number) {
    const codePoint = `U+${character.toString(16).toUpperCase().padStart(4, '0')}`;
    super(
      `The court font has no letter for character ${codePoint}. ` +
        'Court papers are in English: write the name in Latin letters, as on the charging document.',
    );
    this.name = 'UnprintableCharacterError';
    this.codePoint = codePoint;
  }
}

/** A part of the document cannot be laid out on a page, whatever the page. */
export class LayoutError extends Error {
  readonly code = 'layout_impossible';

  constructor(message: string) {
    super(message);
    this.name = 'LayoutError';
  }
}

/** The rendering worker did not answer in time or stopped. The document itself may be fine: try again. */
export class RenderingFailedError extends Error {
  readonly code = 'rendering_failed';

  constructor(message: string) {
    super(message);
    this.name = 'RenderingFailedError';
  }
}

/** How an error travels from the worker: plain data, rebuilt by `fromWire` on the other side. */
export type WireError =
  | { code: 'unprintable_character'; character: number }
  | { code: 'layout_impossible' | 'rendering_failed'; message: string };

export function toWire(error: unknown): WireError {
  if (error instanceof UnprintableCharacterError) return { code: error.code, character: error.character };
  if (error instanceof LayoutError) return { code: error.code, message: error.message };
  return { code: 'rendering_failed', message: error instanceof Error ? error.message : String(error) };
}

export function fromWire(wire: WireError): Error {
  if (wire.code === 'unprintable_character') return new UnprintableCharacterError(wire.character);
  return wire.code === 'layout_impossible'
    ? new LayoutError(wire.message)
    : new RenderingFailedError(wire.message);
}
