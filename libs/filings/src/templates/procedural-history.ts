import type { Inline } from '../document/model';
import { bold, heading, italic, numbered, paragraph } from '../document/write';
import { courtLines, matterOf } from './caption';
import type { HistoryFact, ProceduralHistoryFacts } from './facts';
import { historySentence } from './history-sentences';
import { template, type Template } from './template';
import { dayInWords, footerNumber } from './wording';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];

/** A date as sure as it is known: never a day that nobody recorded. */
function dateWords(on: string): string {
  if (on.length === 10) return dayInWords(on);
  if (on.length === 7) return `${MONTHS[Number(on.slice(5)) - 1]} ${on.slice(0, 4)}`;
  return on;
}

function whenWords({ on, about }: HistoryFact): string {
  if (on === null) return 'On a date that is not known';
  if (about) return `In about ${dateWords(on)}`;
  return `${on.length === 10 ? 'On' : 'In'} ${dateWords(on)}`;
}

function line(fact: HistoryFact): Inline[] {
  const disputed: Inline[] = fact.otherDates.length
    ? [
        ' ',
        bold('[date disputed: '),
        `another source gives ${fact.otherDates.map(dateWords).join(' and ')}`,
        bold(']'),
      ]
    : [];
  return [`${whenWords(fact)}, ${historySentence(fact)}.`, ...disputed];
}

/** The dated facts of a matter in the order of time, for the statement of the case in a motion. */
export const proceduralHistory: Template<ProceduralHistoryFacts> = template({
  kind: 'procedural_history',
  version: '1',
  ruleSetDate: '2026-11-22',
  title: 'Procedural history',
  ruleSource: [
    {
      rule: 'A motion states the facts and the history of the case in the order of time',
      citation: '8 CFR 1003.23(b)(1), 1003.2(e)',
      basis: 'general_knowledge',
      verified: false,
    },
  ],
  sections: (facts) => [
    {
      blocks: [
        ...courtLines(facts.caption, 14),
        matterOf(facts.caption),
        heading(1, 'PROCEDURAL HISTORY', { before: 12, after: 12 }),
        ...(facts.facts.length === 0 ? [paragraph('Nothing dated is recorded.')] : []),
        ...facts.facts.map((fact, at) => numbered(at + 1, line(fact))),
        paragraph(
          [
            italic(
              'Dates are given as far as they are known. Where only a year or a month stands, no record with the day was found.',
            ),
          ],
          { after: 0 },
        ),
      ],
      footer: { left: footerNumber(facts.caption), pages: 'always' },
    },
  ],
});
