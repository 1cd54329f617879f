/**
 * The document model: plain data between a template (facts in, document out) and a renderer.
 * Nothing here may hold a function, a class instance or a Date, so that a document can be
 * posted to a worker, compared in a test and stored. Lengths are PostScript points (1/72 inch).
 */

export type Inline =
  | string
  | { kind: 'bold' | 'italic' | 'underline' | 'nobreak'; content: Inline[] }
  | { kind: 'size'; points: number; content: Inline[] }
  | { kind: 'box'; ticked: boolean }
  | { kind: 'rule'; width: number }
  | BlankMark;

/** A fact the office does not have. Printed as a ruled line with its label in small type, never as a gap. */
export interface BlankMark extends Blank {
  kind: 'blank';
}

/** One missing fact: `field` is the path in the template's facts, `where` the place on the page, in words. */
export interface Blank {
  field: string;
  label: string;
  where: string;
}

export type Align = 'left' | 'center' | 'right';

export interface Paragraph {
  kind: 'paragraph';
  content: Inline[];
  align: Align;
  /** Extra indent of the first line. */
  first: number;
  /** Indent of every line. */
  indent: number;
  /** Line pitch as a multiple of the type size; a court's double spacing is 2. */
  leading: number;
  after: number;
  keepWithNext: boolean;
}

export interface Heading {
  kind: 'heading';
  level: 1 | 2 | 3;
  content: Inline[];
  align: Align;
  before: number;
  after: number;
}

/** A hanging label (number, letter or tick box) with its text. */
export interface Item {
  kind: 'item';
  label: Inline[];
  content: Inline[];
  indent: number;
  /** Distance from the label's left edge to the text. */
  hang: number;
  leading: number;
  after: number;
}

/** Side-by-side rows; `bar` draws the caption's column of ")" between them and closes it below the left side. */
export interface Columns {
  kind: 'columns';
  rows: { left: Block[]; right: Block[] }[];
  /** Share of the width for the left side, 0 to 1. */
  share: number;
  gap: number;
  bar: boolean;
  after: number;
}

export interface Table {
  kind: 'table';
  /** Relative column widths. */
  widths: number[];
  header: Inline[][];
  rows: Inline[][][];
  after: number;
}

export interface Keep {
  kind: 'keep';
  blocks: Block[];
}

/** Vertical room. `stretch` shares out what is left on a page that is not full (cover pages). */
export interface Space {
  kind: 'space';
  height: number;
  stretch: number;
}

/** A ruled line to be signed or dated by hand, with the words under it. Kept in one piece. */
export interface Signature {
  kind: 'signature';
  width: number;
  /** What stands on the line, such as a conformed signature. */
  above: Inline[];
  below: Inline[][];
  after: number;
}

/** A hairline over the full width. */
export interface Divider {
  kind: 'divider';
  before: number;
  after: number;
}

export interface PageBreak {
  kind: 'page_break';
}

export type Block =
  Paragraph | Heading | Item | Columns | Table | Keep | Space | Signature | Divider | PageBreak;

export interface Footer {
  left: string;
  /** "Page X of Y", counted within the section. */
  pages: 'always' | 'when_several' | 'never';
}

export interface Section {
  blocks: Block[];
  footer: Footer | null;
}

export interface DocumentMeta {
  /** Neutral: shown by a reader's title bar, so it names the paper and never the person. */
  title: string;
  lang: string;
  templateId: string;
  templateVersion: string;
  /** The day up to which the template's rules were checked, YYYY-MM-DD. */
  ruleSetDate: string;
  /** The document's own day, YYYY-MM-DD: the only date that enters the file. */
  preparedOn: string;
}

export interface FilingDocument {
  meta: DocumentMeta;
  /** Type size of the text. */
  size: number;
  sections: Section[];
}
