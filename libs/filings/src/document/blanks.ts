import type { Blank, Block, FilingDocument, Inline } from './model';

/**
 * The missing facts of a document, in reading order, each field once.
 * Read from the built document itself: what is listed and what is printed cannot differ.
 */
export function blanksIn(document: FilingDocument): Blank[] {
  const found = new Map<string, Blank>();
  for (const section of document.sections) {
    for (const inline of section.blocks.flatMap(inlinesOf)) collect(inline, found);
  }
  return [...found.values()];
}

function collect(inline: Inline, found: Map<string, Blank>): void {
  if (typeof inline === 'string') return;
  if (inline.kind === 'blank') {
    const { field, label, where } = inline;
    if (!found.has(field)) found.set(field, { field, label, where });
  } else if ('content' in inline) {
    for (const inner of inline.content) collect(inner, found);
  }
}

function inlinesOf(block: Block): Inline[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.content;
    case 'item':
      return [...block.label, ...block.content];
    case 'columns':
      return block.rows.flatMap((row) => [...row.left, ...row.right].flatMap(inlinesOf));
    case 'table':
      return [...block.header.flat(), ...block.rows.flat(2)];
    case 'keep':
      return block.blocks.flatMap(inlinesOf);
    case 'signature':
      return [...block.above, ...block.below.flat()];
    default:
      return [];
  }
}
