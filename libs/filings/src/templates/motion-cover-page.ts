import type { Block, Inline } from '../document/model';
import {
  blank,
  bold,
  columns,
  heading,
  nobreak,
  paragraph,
  sized,
  space,
  type Words,
} from '../document/write';
import { courtLines, matterOf } from './caption';
import type { FilerFacts, MotionFacts } from './facts';
import { template, type Template } from './template';
import { dayInWords, footerNumber, known, motionTitle, partyWord, timeInWords } from './wording';

/**
 * Cover page of a motion before the immigration court. Order of parts after the sample in the court
 * manual's appendix: filer, custody marker, court, matter, judge and hearing, title.
 */
export const motionCoverPage: Template<MotionFacts> = template({
  kind: 'motion_cover_page',
  version: '1',
  ruleSetDate: '2026-11-22',
  title: 'Motion cover page',
  ruleSource: [
    {
      rule: 'Parts of the cover page and their places',
      citation: 'Immigration court manual, chapter 3.3 and appendix with the sample cover page',
      basis: 'general_knowledge',
      verified: false,
    },
    {
      rule: 'Titles of motions to reopen and to stay removal',
      citation: 'Immigration court manual, chapters 5.7 and 8, as repeated by practice guides',
      basis: 'secondary_source',
      verified: false,
    },
    {
      rule: 'REMOVAL IMMINENT marker',
      citation: 'Practice template for emergency stay motions',
      basis: 'secondary_source',
      verified: false,
    },
    {
      rule: 'Fee receipt or fee waiver request with a motion to reopen; exempt cases say so',
      citation: '8 CFR 1003.24, 1103.7; Form EOIR-26A',
      basis: 'general_knowledge',
      verified: false,
    },
  ],
  sections: (facts) => [
    {
      blocks: [
        columns([{ left: filerLines(facts.filer, facts), right: custodyLines(facts) }], {
          share: 0.6,
          after: 0,
        }),
        space(24, 2),
        ...courtLines(facts.caption, 0),
        space(24, 2),
        matterOf(facts.caption),
        space(24, 2),
        columns([{ left: [judgeLine(facts)], right: [hearingLine(facts)] }], { share: 0.5, gap: 12 }),
        space(18, 2),
        heading(1, motionTitle(facts.motion), { before: 0, after: 0 }),
        space(18, 2),
        paragraph(feeWords(facts), { align: 'center' }),
        space(0, 1),
      ],
      footer: { left: footerNumber(facts.caption), pages: 'when_several' },
    },
  ],
});

const filerPlace = 'upper left, filer';

function filerLines(filer: FilerFacts, facts: MotionFacts): Block[] {
  const line = (words: Words) => paragraph(words);
  const has = filer.role !== 'pro_se';
  const address = filer.addressLines.filter((part) => part.trim());
  const lines: (Words | null)[] = [
    known(filer.name, 'filer.name', 'name of the filer', filerPlace),
    has ? ['EOIR ID No. ', known(filer.eoirId, 'filer.eoirId', 'EOIR ID', filerPlace)] : null,
    has && filer.organization ? filer.organization : null,
    ...(address.length ? address : [blank('filer.addressLines', 'address of the filer', filerPlace)]),
    known(filer.phone, 'filer.phone', 'telephone of the filer', filerPlace),
    known(filer.email, 'filer.email', 'e-mail of the filer', filerPlace),
    filerRole(filer, facts),
  ];
  return lines.filter((words) => words !== null).map(line);
}

function filerRole(filer: FilerFacts, facts: MotionFacts): string {
  const party = partyWord(facts.caption);
  if (filer.role === 'pro_se') return `${party}, pro se`;
  return filer.role === 'attorney' ? `Attorney for ${party}` : `Accredited Representative for ${party}`;
}

function custodyLines(facts: MotionFacts): Block[] {
  const markers = { detained: 'DETAINED', non_detained: 'NON-DETAINED' };
  const marker: Inline = facts.custody
    ? nobreak(markers[facts.custody])
    : blank('custody', 'DETAINED or NON-DETAINED', 'upper right, custody marker');
  const right = (words: Inline) => paragraph([bold(words)], { align: 'right' });
  return facts.removalImminent ? [right(marker), right(nobreak('REMOVAL IMMINENT'))] : [right(marker)];
}

function judgeLine(facts: MotionFacts): Block {
  const { judge } = facts;
  const name = judge === 'none' ? 'none' : known(judge?.name, 'judge', 'judge', 'lower left, judge');
  return paragraph(['Immigration Judge: ', name]);
}

function hearingLine(facts: MotionFacts): Block {
  const { nextHearing } = facts;
  const where = 'lower right, next hearing';
  if (nextHearing === 'none') return paragraph(['Next Hearing: none'], { align: 'right' });
  if (!nextHearing) {
    return paragraph(['Next Hearing: ', blank('nextHearing', 'date and time, or none', where)], {
      align: 'right',
    });
  }
  const time = nextHearing.time
    ? nobreak(timeInWords(nextHearing.time))
    : blank('nextHearing.time', 'time of the hearing', where);
  return paragraph(['Next Hearing: ', nobreak(dayInWords(nextHearing.date)), ' at ', time], {
    align: 'right',
  });
}

function feeWords(facts: MotionFacts): Inline[] {
  const where = 'foot of the page, fee status';
  const small = (words: Words) => [sized(11, words)];
  if (!facts.fee)
    return small(['Filing fee: ', blank('fee', 'receipt, waiver request or reason for no fee', where)]);
  if (facts.fee.kind === 'receipt_attached') return small('Filing fee: receipt attached');
  if (facts.fee.kind === 'waiver_requested') {
    return small('Filing fee: waiver requested, Form EOIR-26A attached');
  }
  return small(['No filing fee required: ', known(facts.fee.basis, 'fee.basis', 'reason for no fee', where)]);
}
