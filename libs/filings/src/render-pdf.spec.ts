import { inflateSync } from 'node:zlib';
import {
  blanksIn,
  certificateOfService,
  closeRenderer,
  fileName,
  LayoutError,
  motionCoverPage,
  proposedOrder,
  renderPdf,
  UnprintableCharacterError,
  type MotionFacts,
  type ProposedOrderFacts,
  type ServiceFacts,
} from './index';
import type { Block, FilingDocument } from './document/model';
import { checkbox, columns, item, keep, numbered, paragraph, signature, underline } from './document/write';

const caption: MotionFacts['caption'] = {
  court: { city: 'New York', state: 'New York' },
  respondents: [{ name: 'Đặng Nguyễn', aliases: ['Sam Nguyen'], aNumber: '12345678' }],
  proceeding: 'deportation',
};
const motion: MotionFacts = {
  preparedOn: '2026-11-22',
  caption,
  filer: {
    name: 'Elena Márquez-Thornton',
    role: 'attorney',
    eoirId: 'QX123456',
    organization: 'Harbor Street Immigrant Defense',
    addressLines: ['410 Harbor Street, Suite 7', 'Brooklyn, New York 11201'],
    phone: '(212) 555-0147',
    email: 'emarquez@example.org',
  },
  custody: 'detained',
  judge: 'none',
  nextHearing: 'none',
  motion: 'reopen',
  fee: { kind: 'waiver_requested' },
};
const order: ProposedOrderFacts = {
  preparedOn: '2026-11-22',
  caption,
  judge: { name: 'Josephine Abernathy' },
  motion: 'reopen_and_terminate',
  relief: ['reopen', 'vacate_order', 'stay', 'terminate'],
  orderDate: '2000-03-14',
};
const service: ServiceFacts = {
  preparedOn: '2026-11-22',
  caption,
  served: {
    name: 'Office of the Principal Legal Advisor',
    addressLines: ['26 Federal Plaza', 'New York, NY 10278'],
  },
  papers: ['Motion to Reopen', 'Proposed Order'],
  method: 'first_class_mail',
  servedOn: '2026-11-23',
  signer: { name: 'Elena Márquez-Thornton', title: 'Attorney for Respondent' },
};
const nobody: MotionFacts['caption'] = { court: null, respondents: [], proceeding: null };
const nothingKnown: MotionFacts = {
  preparedOn: '2026-11-22',
  caption: nobody,
  filer: {
    name: null,
    role: 'attorney',
    eoirId: null,
    organization: null,
    addressLines: [],
    phone: null,
    email: null,
  },
  custody: null,
  judge: null,
  nextHearing: null,
  motion: 'reopen',
  fee: null,
};

const signedOff = { signedOff: true };
const draft = { signedOff: false };

afterAll(() => closeRenderer());

describe('motion cover page', () => {
  it('carries every part of the court’s form on one page', async () => {
    const pages = textOf(await renderPdf(motionCoverPage.build(motion), signedOff));
    expect(pages).toHaveLength(1);
    for (const part of [
      'Elena Márquez-Thornton',
      'EOIR ID No. QX123456',
      'DETAINED',
      'UNITED STATES DEPARTMENT OF JUSTICE',
      'EXECUTIVE OFFICE FOR IMMIGRATION REVIEW',
      'IMMIGRATION COURT',
      'NEW YORK, NEW YORK',
      'In the Matter of',
      'Đặng Nguyễn',
      'a.k.a. Sam Nguyen',
      'File No. A012-345-678',
      'In deportation proceedings',
      'Immigration Judge: none',
      'Next Hearing: none',
      'MOTION TO REOPEN',
      'Filing fee: waiver requested, Form EOIR-26A attached',
    ]) {
      expect(pages[0]).toContain(part);
    }
  });

  it('says when the next hearing is and who the judge is', async () => {
    const known: MotionFacts = {
      ...motion,
      custody: 'non_detained',
      removalImminent: true,
      judge: { name: 'Josephine Abernathy' },
      nextHearing: { date: '2027-01-05', time: '13:30' },
      motion: 'emergency_stay',
      fee: { kind: 'not_required', basis: 'motion based on lack of notice' },
    };
    const [page] = textOf(await renderPdf(motionCoverPage.build(known), signedOff));
    expect(page).toContain('NON-DETAINED');
    expect(page).toContain('REMOVAL IMMINENT');
    expect(page).toContain('Immigration Judge: Josephine Abernathy');
    expect(page).toContain('Next Hearing: January 5, 2027 at 1:30 p.m.');
    expect(page).toContain('EMERGENCY MOTION TO STAY REMOVAL');
    expect(page).toContain('No filing fee required: motion based on lack of notice');
  });

  it('calls the party an applicant in exclusion proceedings and keeps a family aligned', async () => {
    const family: MotionFacts = {
      ...motion,
      caption: {
        ...caption,
        proceeding: 'exclusion',
        respondents: [...caption.respondents, { name: 'Kim Nguyen', aNumber: 'A 98-765-432' }],
      },
    };
    const [page] = textOf(await renderPdf(motionCoverPage.build(family), signedOff));
    expect(page).toContain('Applicants.');
    expect(page).toContain('A098-765-432');
    expect(page).toContain('A012-345-678 et al.');
  });
});

describe('proposed order', () => {
  it('fits its caption, boxes, relief, judge and service block on one page', async () => {
    const pages = textOf(await renderPdf(proposedOrder.build(order), signedOff));
    expect(pages).toHaveLength(1);
    for (const part of [
      'Upon consideration of Respondent’s MOTION TO REOPEN AND TERMINATE PROCEEDINGS',
      'GRANTED',
      'DENIED',
      'The order of deportation dated March 14, 2000 is VACATED.',
      'The proceedings are TERMINATED.',
      'Josephine Abernathy',
      'Immigration Judge',
      'CERTIFICATE OF SERVICE',
      'Page 1 of 1',
    ]) {
      expect(pages[0]).toContain(part);
    }
  });

  it('has no blank of ours when the court fills its own lines', () => {
    expect(proposedOrder.blanks(order)).toEqual([]);
    expect(proposedOrder.blanks({ ...order, judge: null })).toEqual([]);
  });
});

describe('certificate of service', () => {
  it('names day, person, papers, means and address', async () => {
    const [page] = textOf(await renderPdf(certificateOfService.build(service), signedOff));
    expect(page).toContain('On November 23, 2026, I, Elena Márquez-Thornton, served a copy');
    expect(page).toContain('1. Motion to Reopen');
    expect(page).toContain('by first-class mail, postage prepaid at:');
    expect(page).toContain('26 Federal Plaza');
  });

  it('needs no address when ECAS serves', async () => {
    const facts: ServiceFacts = {
      ...service,
      method: 'ecas',
      served: { ...service.served, addressLines: [] },
    };
    expect(certificateOfService.blanks(facts)).toEqual([]);
    const [page] = textOf(await renderPdf(certificateOfService.build(facts), signedOff));
    expect(page).toContain('EOIR Courts & Appeals System (ECAS)');
  });
});

describe('blanks', () => {
  it('are listed with field, label and place before printing', () => {
    expect(motionCoverPage.blanks(motion)).toEqual([]);
    const blanks = motionCoverPage.blanks(nothingKnown);
    expect(blanks.map((one) => one.field)).toEqual([
      'filer.name',
      'filer.eoirId',
      'filer.addressLines',
      'filer.phone',
      'filer.email',
      'custody',
      'caption.court',
      'caption.respondents.0.name',
      'caption.respondents.0.aNumber',
      'caption.proceeding',
      'judge',
      'nextHearing',
      'fee',
    ]);
    expect(blanks).toContainEqual({ field: 'judge', label: 'judge', where: 'lower left, judge' });
  });

  it('ask a pro se filer for no EOIR ID', () => {
    const filer = { ...nothingKnown.filer, role: 'pro_se' as const };
    const fields = motionCoverPage.blanks({ ...nothingKnown, filer }).map((one) => one.field);
    expect(fields).not.toContain('filer.eoirId');
  });

  it('print as a ruled line with a label, each one that was listed', async () => {
    const document = motionCoverPage.build(nothingKnown);
    const [page] = textOf(await renderPdf(document, draft));
    expect(blanksIn(document)).toHaveLength(13);
    for (const { label } of blanksIn(document)) expect(page).toContain(`[to be completed: ${label}]`);
  });

  it('are the same list for text of spaces as for nothing', () => {
    const spaces = { ...motion, filer: { ...motion.filer, name: '   ' } };
    expect(motionCoverPage.blanks(spaces).map((one) => one.field)).toEqual(['filer.name']);
  });

  it('refuse an impossible date or A-number instead of printing it', () => {
    expect(() => proposedOrder.build({ ...order, orderDate: '2000-02-30' })).toThrow(RangeError);
    expect(() => proposedOrder.build({ ...order, preparedOn: 'today' })).toThrow(RangeError);
    const wrong = { ...caption, respondents: [{ name: 'X', aNumber: '123' }] };
    expect(() => motionCoverPage.build({ ...motion, caption: wrong })).toThrow('8 or 9 digits');
  });
});

describe('tick boxes', () => {
  it('are read out to those who cannot see them', async () => {
    const content = contentOf(await renderPdf(proposedOrder.build(order), signedOff));
    // U+2610, an empty ballot box, as UTF-16 text of a Span.
    const emptyBox = `/ActualText (${String.fromCharCode(0xfe, 0xff, 0x26, 0x10)})`;
    expect(content.split(emptyBox)).toHaveLength(21);
  });
});

describe('draft stamp', () => {
  it('is on every page until the paper is signed off', async () => {
    const document = proposedOrder.build(order);
    expect(textOf(await renderPdf(document, draft))[0]).toContain('DRAFT - NOT FOR FILING');
    expect(textOf(await renderPdf(document, signedOff))[0]).not.toContain('DRAFT');
  });
});

describe('the file', () => {
  it('is the same bytes for the same document, and names itself apart from another', async () => {
    const [one, two] = await Promise.all([
      renderPdf(proposedOrder.build(order), draft),
      renderPdf(proposedOrder.build({ ...order }), draft),
    ]);
    expect(one.equals(two)).toBe(true);
    const other = await renderPdf(proposedOrder.build({ ...order, relief: ['reopen'] }), draft);
    expect(idOf(other)).not.toBe(idOf(one));
    await closeRenderer();
    const fresh = await renderPdf(proposedOrder.build(order), draft);
    expect(fresh.equals(one)).toBe(true);
  });

  it('says what it is: PDF/A-2a, tagged, language, template and day, no client in title or name', async () => {
    const text = (await renderPdf(motionCoverPage.build(motion), signedOff)).toString('latin1');
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('/Marked true');
    expect(text).toContain('(en-US)');
    expect(text).toContain('(D:20261122000000Z)');
    expect(text).toContain('(motion_cover_page 1)');
    expect(text).toContain('(2026-11-22)');
    expect(text).toContain('(Motion cover page)');
    for (const kind of [
      'motion_cover_page',
      'proposed_order',
      'certificate_of_service',
      'procedural_history',
    ] as const) {
      expect(fileName(kind)).toMatch(/^[a-z-]+\.pdf$/);
    }
  });

  it('has a source for every rule and claims none as verified', () => {
    for (const one of [motionCoverPage, proposedOrder, certificateOfService]) {
      expect(one.ruleSource.length).toBeGreaterThan(0);
      expect(one.ruleSource.every((source) => source.citation && !source.verified)).toBe(true);
    }
  });
});

describe('names', () => {
  const named = (name: string) =>
    motionCoverPage.build({
      ...motion,
      caption: { ...caption, respondents: [{ name, aNumber: '012345678' }] },
    });

  it('are the same letters whether typed composed or decomposed', async () => {
    const composed = await renderPdf(named('Đặng Nguyễn'), signedOff);
    const decomposed = await renderPdf(named('Đặng Nguyễn'.normalize('NFD')), signedOff);
    expect(textOf(decomposed)[0]).toContain('Đặng Nguyễn');
    expect(textOf(decomposed)).toEqual(textOf(composed));
  });

  it.each([
    ['Lao', 'ຄຳວົງສາ', 'U+0E84'],
    ['Khmer', 'សុខ', 'U+179F'],
    ['Hebrew, which would print backwards', 'דוד', 'U+05D3'],
    ['an emoji', 'Sam 😀', 'U+1F600'],
  ])('in %s fail with the code point and without the name', async (_, name, codePoint) => {
    const failure = await renderPdf(named(name), signedOff).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnprintableCharacterError);
    expect(failure).toMatchObject({ code: 'unprintable_character', codePoint });
    expect((failure as Error).message).not.toContain(name);
  });

  it('lose invisible controls and line breaks', async () => {
    const [page] = textOf(await renderPdf(named('Sam\u202E\u200B \nNguyen'), signedOff));
    expect(page).toMatch(/Sam {1,2}Nguyen/);
  });

  it('of any length stay inside the caption', async () => {
    const long = `${'Wolfeschlegelsteinhausen'.repeat(8)} ${'de la Concepción y Villanueva '.repeat(6)}`;
    const bytes = await renderPdf(named(long), signedOff);
    expect(textOf(bytes).join('').replace(/[\s)]/g, '')).toContain('Wolfeschlegelsteinhausen'.repeat(2));
    for (const { x, width } of runsOf(bytes)) expect(x + width).toBeLessThanOrEqual(612 - 72 + 1);
  });
});

describe('long documents', () => {
  const sentence = 'The respondent entered the United States as a refugee and has lived here ever since. ';
  const paper = (blocks: Block[]): FilingDocument => ({
    ...motionCoverPage.build(motion),
    sections: [{ blocks, footer: { left: 'A012-345-678', pages: 'always' } }],
  });

  it('count their pages and lose no word', async () => {
    const blocks = Array.from({ length: 30 }, (_, at) => numbered(at + 1, sentence.repeat(2 + (at % 3))));
    const pages = textOf(await renderPdf(paper(blocks), signedOff));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, at) => expect(page).toContain(`Page ${at + 1} of ${pages.length}`));
    expect(pages.join(' ').match(/refugee/g)).toHaveLength(90);
  });

  it('keep a signature block together', async () => {
    const blocks = [
      ...Array.from({ length: 43 }, () => paragraph('One line.')),
      keep([
        paragraph('Respectfully submitted,', { after: 40 }),
        signature(['Counsel'], { above: '/s/ Counsel' }),
      ]),
    ];
    const pages = textOf(await renderPdf(paper(blocks), signedOff));
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain('Respectfully submitted,');
    expect(pages[1]).toContain('/s/ Counsel');
  });

  it('repeat a table’s header on each page', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [
      [`${at + 1}`],
      [underline('Exhibit')],
      ['about the client'],
    ]);
    const table: Block = {
      kind: 'table',
      widths: [1, 3, 3],
      header: [['No.'], ['Title'], ['Of']],
      rows,
      after: 0,
    };
    const pages = textOf(await renderPdf(paper([table, checkbox('Done', { ticked: true })]), signedOff));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('Title');
  });

  it('refuse what no page can hold', async () => {
    const tall = columns([
      { left: Array.from({ length: 60 }, () => paragraph('x')), right: [item('a', 'b')] },
    ]);
    await expect(renderPdf(paper([tall]), signedOff)).rejects.toBeInstanceOf(LayoutError);
  });

  it('fail by themselves when they are not plain data', async () => {
    const odd = { ...paper([paragraph('x')]), extra: () => 'a function' };
    await expect(renderPdf(odd, signedOff)).rejects.toMatchObject({ code: 'rendering_failed' });
    expect(textOf(await renderPdf(paper([paragraph('English')]), signedOff))[0]).toContain('English');
  });

  it('do not stop the next document when one fails', async () => {
    const bad = renderPdf(paper([paragraph('ភាសា')]), signedOff);
    const good = renderPdf(paper([paragraph('English')]), signedOff);
    await expect(bad).rejects.toThrow('U+1797');
    expect(textOf(await good)[0]).toContain('English');
  });
});

/** A reader for the renderer's own files, so that these tests need no PDF tool on the machine. */
interface Run {
  page: number;
  x: number;
  y: number;
  width: number;
  text: string;
}

function objectsOf(bytes: Buffer): Map<number, { head: string; stream: string }> {
  const text = bytes.toString('latin1');
  const objects = new Map<number, { head: string; stream: string }>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head, body = ''] = match[2].split(/\nstream\n/);
    const packed = head.includes('/FlateDecode') && !head.includes('/Length1');
    const raw = Buffer.from(body.replace(/\nendstream$/, ''), 'latin1');
    objects.set(Number(match[1]), {
      head,
      stream: packed && body ? inflateSync(raw).toString('latin1') : body,
    });
  }
  return objects;
}

const reference = (head: string, key: string) => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1]);

function runsOf(bytes: Buffer): Run[] {
  const objects = objectsOf(bytes);
  const pages = [...objects.values()].filter((one) => /\/Type \/Page\n/.test(`${one.head}\n`));
  return pages.flatMap(({ head }, page) => {
    const resources = objects.get(reference(head, 'Resources'))?.head ?? head;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
        name,
        fontOf(objects, Number(id)),
      ]),
    );
    return runsOnPage(objects.get(reference(head, 'Contents'))?.stream ?? '', fonts, page);
  });
}

interface ReadFont {
  letters: string[];
  widths: number[];
}

function fontOf(objects: Map<number, { head: string; stream: string }>, id: number): ReadFont {
  const part = (of: number) => objects.get(of) ?? { head: '', stream: '' };
  const { head } = part(id);
  const map = part(reference(head, 'ToUnicode')).stream;
  const letters = [...(/\[(.*)\]\n?endbfrange/s.exec(map)?.[1] ?? '').matchAll(/<([^>]*)>/g)].map(([, hex]) =>
    Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le'),
  );
  const inner = part(Number(/\/DescendantFonts \[(\d+)/.exec(head)?.[1])).head;
  const widths = (/\/W \[0 \[([^\]]*)\]/.exec(inner)?.[1] ?? '').trim().split(/\s+/).map(Number);
  return { letters, widths };
}

function runsOnPage(content: string, fonts: Map<string, ReadFont>, page: number): Run[] {
  return [...content.matchAll(/BT\n([\s\S]*?)ET/g)].map(([, block]) => {
    const [, x, y] = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/.exec(block) as RegExpExecArray;
    const [, name, size] = /\/(F\d+) ([\d.]+) Tf/.exec(block) as RegExpExecArray;
    const font = fonts.get(name) as ReadFont;
    const glyphs = [...block.matchAll(/<([0-9a-f]+)>/g)]
      .flatMap(([, hex]) => hex.match(/.{4}/g) ?? [])
      .map((hex) => parseInt(hex, 16));
    const text = glyphs.map((glyph) => font.letters[glyph]).join('');
    const trimmed = glyphs.slice(0, text.trimEnd().length);
    const width = trimmed.reduce((sum, glyph) => sum + font.widths[glyph], 0) * (Number(size) / 1000);
    return { page, x: Number(x), y: Number(y), width, text };
  });
}

function contentOf(bytes: Buffer): string {
  return [...objectsOf(bytes).values()].map((one) => one.stream).join('\n');
}

/** The text of each page, runs on one line joined. */
function textOf(bytes: Buffer): string[] {
  const pages: string[] = [];
  let last: Run | undefined;
  for (const run of runsOf(bytes)) {
    const before = pages[run.page] ?? '';
    const touching = last?.page === run.page && last.y === run.y && Math.abs(last.x + last.width - run.x) < 4;
    pages[run.page] = before + (touching || before.endsWith(' ') || !before ? '' : ' ') + run.text;
    last = run;
  }
  return pages;
}

function idOf(bytes: Buffer): string | undefined {
  return /\/ID \[<([0-9a-f]+)>/.exec(bytes.toString('latin1'))?.[1];
}
