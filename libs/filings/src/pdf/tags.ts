import type { Tag } from './flow';

/** The part of pdfkit's structure element that is used. */
export interface StructureElement {
  add(child: unknown): unknown;
  end(): void;
}

export interface TaggingDocument {
  struct(type: string, options?: { lang?: string; scope?: string }): StructureElement;
  addStructure(element: StructureElement): unknown;
  markContent(tag: string, options?: { type?: string }): unknown;
  markStructureContent(tag: string): unknown;
  endMarkedContent(): unknown;
}

/** Writes the tag tree while marks are drawn: each run of marks with the same tag is one piece of content. */
export class Tagger {
  private readonly elements = new Map<Tag, StructureElement>();
  private readonly roots: StructureElement[] = [];
  private open: Tag | null | undefined;

  constructor(private readonly document: TaggingDocument) {}

  /** Says to which tag the next marks belong; null is an Artifact. */
  enter(tag: Tag | null): void {
    if (this.open === tag) return;
    this.leave();
    if (tag) {
      const element = this.elementOf(tag);
      element.add(this.document.markStructureContent(tag.type));
    } else {
      this.document.markContent('Artifact', { type: 'Layout' });
    }
    this.open = tag;
  }

  /** Closes the open piece; needed before a page ends, since content cannot run over two pages. */
  leave(): void {
    if (this.open !== undefined) this.document.endMarkedContent();
    this.open = undefined;
  }

  /** An element left open would keep the file from ending. */
  end(): void {
    for (const root of this.roots) root.end();
  }

  private elementOf(tag: Tag): StructureElement {
    const known = this.elements.get(tag);
    if (known) return known;
    const element = this.document.struct(tag.type, tag.type === 'TH' ? { scope: 'Column' } : {});
    if (tag.parent) this.elementOf(tag.parent).add(element);
    else {
      this.document.addStructure(element);
      this.roots.push(element);
    }
    this.elements.set(tag, element);
    return element;
  }
}
