import type {
  Align,
  Block,
  BlankMark,
  Columns,
  Divider,
  Heading,
  Inline,
  Item,
  Keep,
  Paragraph,
  Signature,
  Space,
} from './model';

/** Short constructors, so that a template reads as the text of the paper. */

export type Words = Inline | Inline[];

const inlines = (words: Words): Inline[] => (Array.isArray(words) ? words : [words]);

export const bold = (words: Words): Inline => ({ kind: 'bold', content: inlines(words) });
export const italic = (words: Words): Inline => ({ kind: 'italic', content: inlines(words) });
export const underline = (words: Words): Inline => ({ kind: 'underline', content: inlines(words) });
/** Words that must stay on one line: A-numbers, citations, dates. */
export const nobreak = (words: Words): Inline => ({ kind: 'nobreak', content: inlines(words) });
export const sized = (points: number, words: Words): Inline => ({
  kind: 'size',
  points,
  content: inlines(words),
});
export const box = (ticked = false): Inline => ({ kind: 'box', ticked });
/** A line to be filled in by hand by someone else (the court), so not a blank of ours. */
export const rule = (width: number): Inline => ({ kind: 'rule', width });
export const blank = (field: string, label: string, where: string): BlankMark => ({
  kind: 'blank',
  field,
  label,
  where,
});

export const paragraph = (
  words: Words,
  style: Partial<Omit<Paragraph, 'kind' | 'content'>> = {},
): Paragraph => ({
  kind: 'paragraph',
  content: inlines(words),
  align: 'left',
  first: 0,
  indent: 0,
  leading: 1.2,
  after: 0,
  keepWithNext: false,
  ...style,
});

export const heading = (
  level: 1 | 2 | 3,
  words: Words,
  style: { align?: Align; before?: number; after?: number } = {},
): Heading => ({
  kind: 'heading',
  level,
  content: inlines(words),
  align: style.align ?? 'center',
  before: style.before ?? 12,
  after: style.after ?? 12,
});

export const item = (
  label: Words,
  words: Words,
  style: Partial<Omit<Item, 'kind' | 'label' | 'content'>> = {},
): Item => ({
  kind: 'item',
  label: inlines(label),
  content: inlines(words),
  indent: 0,
  hang: 24,
  leading: 1.2,
  after: 6,
  ...style,
});

/** A numbered paragraph; the number is given, so that a cross-reference cannot drift. */
export const numbered = (number: number, words: Words): Item =>
  item(`${number}.`, words, { hang: 36, leading: 2, after: 0 });

/** A line with a tick box. */
export const checkbox = (
  words: Words,
  style: { ticked?: boolean; indent?: number; after?: number } = {},
): Item =>
  item(box(style.ticked ?? false), words, { indent: style.indent ?? 0, hang: 20, after: style.after ?? 6 });

export const columns = (
  rows: Columns['rows'],
  style: Partial<Omit<Columns, 'kind' | 'rows'>> = {},
): Columns => ({
  kind: 'columns',
  rows,
  share: 0.5,
  gap: 18,
  bar: false,
  after: 0,
  ...style,
});

export const keep = (blocks: Block[]): Keep => ({ kind: 'keep', blocks });
export const space = (height: number, stretch = 0): Space => ({ kind: 'space', height, stretch });
export const divider = (before = 8, after = 8): Divider => ({ kind: 'divider', before, after });
export const signature = (
  below: Words[],
  style: { above?: Words; width?: number; after?: number } = {},
): Signature => ({
  kind: 'signature',
  width: style.width ?? 234,
  above: style.above === undefined ? [] : inlines(style.above),
  below: below.map(inlines),
  after: style.after ?? 0,
});
