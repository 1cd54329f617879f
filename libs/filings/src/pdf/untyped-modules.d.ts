/** The part of two untyped packages that the renderer uses. */

declare module 'fontkit' {
  export interface FontkitFont {
    unitsPerEm: number;
    getGlyph(id: number): { advanceWidth: number };
    layout(text: string): unknown;
  }
  export function create(data: Uint8Array): FontkitFont;
}

declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
  export = LineBreaker;
}
