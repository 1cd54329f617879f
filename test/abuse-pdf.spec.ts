import * as fc from 'fast-check';
import { readFileSafely } from '@app/documents';
import { closeRenderer, motionCoverPage, renderPdf, type FilingDocument } from '@app/filings';
import { effort, PATIENCE_MS } from './support/effort';

/**
 * A14: whatever is typed into a paper, the text read back from the PDF is what was typed, after the cleaning that
 * libs/filings/src/pdf/text.ts documents: composed letters, no invisible controls, no line breaks of a form field.
 */
jest.setTimeout(PATIENCE_MS);
afterAll(() => closeRenderer());

const TEXTS = effort(5_000, 50_000);
const IN_ONE_PAPER = 1000;

/** What means something in a PDF, in a line, or to somebody who reads one way and is shown another. */
const tricks = fc.constantFrom(
  ...[
    ') Tj ET (',
    '\\)',
    '\\',
    '((',
    'endstream endobj',
    '<< /S /JavaScript /JS (x) >>',
    '%%EOF',
    '<feff0041>',
  ],
  ...[
    '/URI (https://elsewhere.example)',
    'BT /F1 12 Tf',
    '\r\n',
    '\n\n',
    '\t',
    '\0',
    '\x1b[31m',
    '\x85',
    '\u2028',
  ],
  ...[
    '\u202egnp.',
    '\u2066x\u2069',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u00ad',
    '\u00a0',
    '\u2011',
    'A\u030a',
    'e\u0302\u0301',
  ],
  ...[
    'ﬁ'.normalize('NFKC'),
    'AVATAR',
    'ffi fl',
    'İıŞş',
    'Đặng Nguyễn',
    'Zoë Ångström',
    'Ωμέγα',
    'Юлия',
    '{{x}}',
    '${x}',
  ],
);
const letter = fc.integer({ min: 0x20, max: 0x17f }).map((code) => String.fromCodePoint(code));
const text = fc
  .array(fc.oneof(tricks, fc.string({ unit: letter, maxLength: 10 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));

/**
 * Where lines end is the paper's business, so blanks are left out of the comparison; and the court font has one glyph for
 * the micro sign and the Greek letter.
 */
const written = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\s\p{Cc}]+/gu, '')
    .replaceAll('µ', 'μ');

function paperOf(texts: string[]): FilingDocument {
  const nobody = { court: null, respondents: [], proceeding: null };
  const facts = { preparedOn: '2026-11-22', caption: nobody, custody: null, judge: null, nextHearing: null };
  const filer = {
    role: 'attorney',
    name: null,
    eoirId: null,
    organization: null,
    addressLines: [],
    phone: null,
  };
  const built = motionCoverPage.build({
    ...{ ...facts, motion: 'reopen', fee: null },
    filer: { ...filer, email: null } as never,
  });
  const paragraph = { kind: 'paragraph', align: 'left', first: 0, indent: 0, leading: 1, after: 2 } as const;
  const blocks = texts.map((typed) => ({ ...paragraph, content: [typed], keepWithNext: false }));
  return { ...built, sections: [{ ...built.sections[0], footer: null, blocks }] };
}

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

it(`A14: of ${TEXTS} texts in papers, each is read back as it was typed, and none is anything but text`, async () => {
  const limits = { milliseconds: 120_000, bytesOfMemory: 1024 ** 3 };
  const typed = fc.sample(text, { numRuns: TEXTS, seed: 20261122 });
  for (let at = 0; at < TEXTS; at += IN_ONE_PAPER) {
    const some = typed.slice(at, at + IN_ONE_PAPER);
    const bytes = await renderPdf(paperOf(some), { signedOff: true });
    const read = await readFileSafely('pdf', () => whole(bytes), limits);
    expect([read.active, read.complete]).toEqual([false, true]);
    const got = [...read.texts.values()].join('').normalize('NFC').replace(/\s+/g, '');
    const expected = some.map(written).join('');
    if (got !== expected) {
      const from = [...expected].findIndex((_, n) => got[n] !== expected[n]);
      expect(got.slice(from - 40, from + 40)).toBe(expected.slice(from - 40, from + 40));
    }
    expect(got).toHaveLength(expected.length);
  }
});
