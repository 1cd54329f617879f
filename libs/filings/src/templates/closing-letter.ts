import type { Block, Inline } from '../document/model';
import { blank, bold, divider, item, keep, nobreak, paragraph, signature, space } from '../document/write';
import { CLOSING_WORDS, dayInLanguage } from './closing-letter-words';
import type { ClosingLetterFacts } from './facts';
import { template, type Template } from './template';
import { known, legalDay } from './wording';

const PLACE = 'letter';

function letterhead({ office }: ClosingLetterFacts): Block[] {
  const lines = [...office.addressLines, office.phone, office.email].filter((line): line is string => !!line);
  return [
    paragraph([bold(known(office.name, 'office.name', 'name of the office', 'letterhead'))], {
      align: 'center',
    }),
    ...lines.map((line) => paragraph(line, { align: 'center' })),
    divider(10, 14),
  ];
}

function body(facts: ClosingLetterFacts): Block[] {
  const words = CLOSING_WORDS[facts.language];
  const closedOn: Inline = facts.closedOn
    ? nobreak(dayInLanguage(legalDay(facts.closedOn), facts.language))
    : blank('closedOn', 'day the case was closed', PLACE);
  const ending: Inline = facts.outcome
    ? words.outcomes[facts.outcome]
    : blank('outcome', 'how the case ended', PLACE);
  const text = (content: Inline[]): Block => paragraph(content, { after: 10, leading: 1.35 });
  return [
    text([words.closed, closedOn, words.because, ending, '.']),
    text([words.noMore]),
    paragraph([bold(words.keepTitle)], { after: 6, keepWithNext: true }),
    ...words.keep.map((line) => item('•', line, { indent: 12, hang: 16 })),
    text([words.duties]),
    text([words.again]),
  ];
}

/** The letter that tells a client that the case is closed, how it ended and what is theirs to do. It names no number. */
export const closingLetter: Template<ClosingLetterFacts> = template({
  kind: 'closing_letter',
  version: '1',
  ruleSetDate: '2026-11-22',
  title: 'Closing letter',
  lang: ({ language }) => `${language}-US`,
  ruleSource: [
    {
      rule: 'A client is told that the representation ended and keeps what belongs to them',
      citation: 'ABA Model Rules 1.4 and 1.16(d)',
      basis: 'general_knowledge',
      verified: false,
    },
  ],
  sections: (facts) => {
    const words = CLOSING_WORDS[facts.language];
    return [
      {
        blocks: [
          ...letterhead(facts),
          paragraph(dayInLanguage(legalDay(facts.preparedOn), facts.language), { after: 16 }),
          paragraph([words.dear, known(facts.client, 'client', 'name of the client', 'salutation'), ':'], {
            after: 12,
          }),
          ...body(facts),
          keep([
            paragraph(words.regards, { after: 0 }),
            space(40),
            signature([known(facts.signer, 'signer', 'name of who signs', 'signature')]),
          ]),
        ],
        footer: { left: '', pages: 'when_several' },
      },
    ];
  },
});
