import { readFileSync } from 'node:fs';
import { create, type FontkitFont } from 'fontkit';
import { UnprintableCharacterError } from './errors';

type HarfBuzz = typeof import('harfbuzzjs');

/** One glyph as pdfkit's font writer reads it; advances in font units. */
export interface Glyph {
  id: number;
  advanceWidth: number;
  /** The characters this glyph stands for; empty for the later glyphs of a cluster. */
  codePoints: number[];
}

export interface Advance {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** A shaped piece of text. Shared by the cache: never change one. */
export interface Shaped {
  glyphs: Glyph[];
  advances: Advance[];
  /** Sum of the advances in em, with and without the spaces at the end. */
  width: number;
  inkWidth: number;
}

export type FaceName = 'regular' | 'bold' | 'italic' | 'boldItalic';

const files: Record<FaceName, string> = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** Words differ from client to client, so the cache is dropped when full instead of growing for ever. */
const cacheLimit = 4000;

/** One font file, parsed once a process: parsing costs more than setting a whole motion. */
export class Face {
  private readonly cache = new Map<string, Shaped>();
  private readonly glyphs = new Map<number, { advanceWidth: number }>();
  private readonly parsed: FontkitFont;
  private readonly font: InstanceType<HarfBuzz['Font']>;

  constructor(
    readonly name: FaceName,
    private readonly harfbuzz: HarfBuzz,
    private readonly buffer: InstanceType<HarfBuzz['Buffer']>,
  ) {
    const data = readFileSync(require.resolve(files[name]));
    this.parsed = create(data);
    this.font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(data)));
  }

  /** Shapes text set left to right; throws UnprintableCharacterError for a character without a glyph. */
  shape(text: string): Shaped {
    const known = this.cache.get(text);
    if (known) return known;
    const shaped = this.shapeNow(text);
    if (this.cache.size >= cacheLimit) this.cache.clear();
    this.cache.set(text, shaped);
    return shaped;
  }

  /** A view of the parsed font for one pdfkit document: its `layout` hands over the run queued last. */
  forDocument(): QueuedFont {
    const view = Object.create(this.parsed) as QueuedFont;
    view.queue = (shaped) => {
      view.layout = () => {
        // pdfkit asks once to draw and once more to move its cursor, which nobody reads.
        view.layout = () => ({ glyphs: [], positions: [], advanceWidth: 0 });
        return { glyphs: shaped.glyphs, positions: shaped.advances.map((a) => ({ ...a })), advanceWidth: 0 };
      };
    };
    return view;
  }

  private shapeNow(text: string): Shaped {
    const { harfbuzz, buffer } = this;
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(harfbuzz.Direction.LTR);
    buffer.setLanguage('en');
    harfbuzz.shape(this.font, buffer);
    const infos = buffer.getGlyphInfos();
    const glyphs = infos.map((info, at) => this.glyphOf(info.codepoint, clusterText(text, infos, at)));
    const advances = buffer.getGlyphPositions().map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
      xAdvance,
      yAdvance,
      xOffset,
      yOffset,
    }));
    const sum = (list: Advance[]) =>
      list.reduce((total, a) => total + a.xAdvance, 0) / this.parsed.unitsPerEm;
    const spaces = text.length - text.trimEnd().length;
    return {
      glyphs,
      advances,
      width: sum(advances),
      inkWidth: sum(spaces ? advances.slice(0, -spaces) : advances),
    };
  }

  private glyphOf(id: number, cluster: string): Glyph {
    const codePoints = [...cluster].map((character) => character.codePointAt(0) as number);
    if (id === 0) throw new UnprintableCharacterError(codePoints[0] ?? 0xfffd);
    let glyph = this.glyphs.get(id);
    if (!glyph) {
      glyph = { advanceWidth: this.parsed.getGlyph(id).advanceWidth };
      this.glyphs.set(id, glyph);
    }
    return { id, advanceWidth: glyph.advanceWidth, codePoints };
  }
}

export interface QueuedFont {
  queue(shaped: Pick<Shaped, 'glyphs' | 'advances'>): void;
  layout(text: string): { glyphs: Glyph[]; positions: Advance[]; advanceWidth: number };
}

/** The characters of a cluster go to its first glyph, so that copied text has each of them once. */
function clusterText(text: string, infos: { cluster: number }[], at: number): string {
  const { cluster } = infos[at];
  if (at > 0 && infos[at - 1].cluster === cluster) return '';
  const next = infos.slice(at + 1).find((info) => info.cluster !== cluster);
  return text.slice(cluster, next?.cluster ?? text.length);
}

export type Faces = Record<FaceName, Face>;

let loading: Promise<Faces> | undefined;

/** The four faces of Tinos (metrics of Times New Roman, and it has every Vietnamese letter). */
export function loadFaces(): Promise<Faces> {
  return (loading ??= (async () => {
    // An ES module with top-level await: only a dynamic import can load it from CommonJS.
    const harfbuzz = await import('harfbuzzjs');
    const buffer = new harfbuzz.Buffer();
    const face = (name: FaceName) => new Face(name, harfbuzz, buffer);
    return {
      regular: face('regular'),
      bold: face('bold'),
      italic: face('italic'),
      boldItalic: face('boldItalic'),
    };
  })());
}
