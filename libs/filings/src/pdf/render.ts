import PDFDocument from 'pdfkit';
import type { FilingDocument, Footer } from '../document/model';
import { loadFaces, type Face, type FaceName, type Faces, type QueuedFont } from './faces';
import type { Mark, Tag } from './flow';
import { layoutSection } from './layout';
import { plain } from './layout-text';
import { infoOf, xmpOf } from './metadata';
import { paginate, type Page } from './paginate';
import { Tagger, type TaggingDocument } from './tags';
import { printable, textPiece } from './text';

/** US letter, one-inch margins. */
const paper = { width: 612, height: 792, margin: 72 };
const footerSize = 9.5;
const ink = '#000000';
const watermark = { text: 'DRAFT - NOT FOR FILING', size: 47, color: '#d9d9d9' };

interface NumberedPage extends Page {
  footer: Footer | null;
  number: number;
  of: number;
}

/** Sets a document as PDF/A-2a with PDF/UA-1 tags. Synchronous work: call it in the worker only. */
export async function render(document: FilingDocument, signedOff: boolean): Promise<Uint8Array> {
  const faces = await loadFaces();
  const root: Tag = { type: 'Document', parent: null };
  const pages = document.sections.flatMap((section): NumberedPage[] => {
    const width = paper.width - 2 * paper.margin;
    const flow = layoutSection(section, { faces, size: document.size, x: paper.margin, width, tag: root });
    const cut = paginate(flow, paper.height - 2 * paper.margin);
    return cut.map((page, at) => ({ ...page, footer: section.footer, number: at + 1, of: cut.length }));
  });
  const pdf = openPdf(document, signedOff);
  const written = collect(pdf);
  const pen = new Pen(pdf, faces);
  for (const page of pages) pen.page(page, signedOff);
  pen.end();
  return written;
}

function openPdf(document: FilingDocument, signedOff: boolean): PDFKit.PDFDocument {
  const pdf = new PDFDocument({
    size: [paper.width, paper.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: document.meta.lang,
    displayTitle: true,
    info: infoOf(document, signedOff) as PDFKit.DocumentInfo,
    // No standard font: none of the fourteen may be embedded in PDF/A.
    font: null as unknown as string,
  });
  pdf.appendXML(xmpOf(document.meta));
  return pdf;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

/** Draws placed marks on pages. */
class Pen {
  private readonly fonts = new Map<FaceName, QueuedFont>();
  private readonly tagger: Tagger;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly faces: Faces,
  ) {
    this.tagger = new Tagger(pdf as unknown as TaggingDocument);
  }

  page(page: NumberedPage, signedOff: boolean): void {
    this.pdf.addPage();
    if (!signedOff) this.stamp();
    this.pdf.fillColor(ink).strokeColor(ink);
    for (const mark of page.marks) {
      this.tagger.enter(mark.tag);
      this.draw({ ...mark, y: mark.y + paper.margin });
    }
    this.tagger.leave();
    if (page.footer) this.footer(page.footer, page.number, page.of);
  }

  end(): void {
    this.tagger.end();
    this.pdf.end();
  }

  private draw(mark: Mark): void {
    const { pdf } = this;
    if (mark.kind === 'text') this.text(mark);
    else if (mark.kind === 'line') {
      pdf.lineWidth(mark.weight).moveTo(mark.x, mark.y);
      pdf.lineTo(mark.x + mark.dx, mark.y + mark.dy).stroke();
    } else this.box(mark);
  }

  /** A box is drawn, so a screen reader is told in a character what it is. */
  private box({ x, y, size, ticked, tag }: Mark & { kind: 'box' }): void {
    const { pdf } = this;
    if (tag)
      pdf.markContent('Span', { actual: ticked ? '\u2612' : '\u2610' } as PDFKit.Mixins.MarkingOptions);
    pdf.lineWidth(0.8).rect(x, y, size, size).stroke();
    if (ticked) {
      pdf
        .moveTo(x, y)
        .lineTo(x + size, y + size)
        .stroke();
      pdf
        .moveTo(x + size, y)
        .lineTo(x, y + size)
        .stroke();
    }
    if (tag) pdf.endMarkedContent();
  }

  private text(mark: Mark & { kind: 'text' }): void {
    const font = this.fontOf(mark.face);
    font.queue(mark.shaped);
    this.pdf.fontSize(mark.size).text(mark.text, mark.x, mark.y, {
      lineBreak: false,
      features: [],
      baseline: 'alphabetic',
      textWidth: mark.width,
      wordCount: 1,
    } as PDFKit.Mixins.TextOptions);
  }

  private fontOf(face: Face): QueuedFont {
    let font = this.fonts.get(face.name);
    if (!font) {
      font = face.forDocument();
      this.fonts.set(face.name, font);
      this.pdf.registerFont(face.name, font as unknown as Buffer);
    }
    this.pdf.font(face.name);
    return font;
  }

  private words(text: string, size: number, bold: boolean): Omit<Mark & { kind: 'text' }, 'x' | 'y'> {
    const { face, shaped, width } = textPiece(printable(text), { ...plain(size), bold }, this.faces);
    return { kind: 'text', text, face, size, shaped, width, tag: null };
  }

  private footer(footer: Footer, number: number, of: number): void {
    const y = paper.height - 40;
    this.pdf.markContent('Artifact', { type: 'Pagination' });
    if (footer.left) this.text({ ...this.words(footer.left, footerSize, false), x: paper.margin, y });
    if (footer.pages === 'always' || (footer.pages === 'when_several' && of > 1)) {
      const mark = this.words(`Page ${number} of ${of}`, footerSize, false);
      this.text({ ...mark, x: paper.width - paper.margin - mark.width, y });
    }
    this.pdf.endMarkedContent();
  }

  /** Under the text, across the sheet: nobody can file a draft by mistake, and everybody can read it. */
  private stamp(): void {
    const { pdf } = this;
    const mark = this.words(watermark.text, watermark.size, true);
    const middle: [number, number] = [paper.width / 2, paper.height / 2];
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.save().rotate(-52, { origin: middle }).fillColor(watermark.color);
    this.text({ ...mark, x: middle[0] - mark.width / 2, y: middle[1] + watermark.size * 0.33 });
    pdf.restore();
    pdf.endMarkedContent();
  }
}
