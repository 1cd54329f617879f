/** Faults in what becomes of the texts and files that people bring. */
export const textFaults = [
  {
    name: 'a paper prints what turns the direction of text',
    file: 'libs/filings/src/pdf/text.ts',
    from: "    .replace(/\\p{Cf}+/gu, '')\n",
    to: '',
    test: 'test/abuse-pdf.spec.ts',
  },
  {
    name: 'full-width formulas leave in files for spreadsheets',
    file: 'libs/platform/src/http/csv.ts',
    from: '[=+\\-@＝＋－﹣﹢﹦＠|%]',
    to: '[=+\\-@|%]',
    test: 'test/abuse-csv.spec.ts',
  },
  {
    name: 'a picture of the screen keeps where it was taken',
    file: 'libs/documents/src/files/png.ts',
    from: "bKGD hIST pHYs'",
    to: "bKGD hIST pHYs eXIf'",
    test: 'test/abuse-files.spec.ts',
  },
];
