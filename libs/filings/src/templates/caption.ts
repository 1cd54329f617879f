import type { Block, Columns, Inline } from '../document/model';
import { blank, bold, columns, nobreak, paragraph } from '../document/write';
import type { CaptionFacts, RespondentFacts } from './facts';
import { aNumberInWords, known, partyWord } from './wording';

const where = 'caption';

/** The centred name of the court. */
export function courtLines(caption: CaptionFacts, after = 28): Block[] {
  const centred = (words: Inline[], last = 0) => paragraph(words, { align: 'center', after: last });
  const seat: Inline = caption.court
    ? `${caption.court.city}, ${caption.court.state}`.toUpperCase()
    : blank('caption.court', 'city and state of the court', 'court name, centred');
  return [
    centred([bold('UNITED STATES DEPARTMENT OF JUSTICE')]),
    centred([bold('EXECUTIVE OFFICE FOR IMMIGRATION REVIEW')]),
    centred([bold('IMMIGRATION COURT')]),
    centred([bold(seat)], after),
  ];
}

/** "In the Matter of" with the column of ")" and the file numbers, one row a person so that they stay aligned. */
export function matterOf(caption: CaptionFacts, after = 0): Columns {
  const people = caption.respondents.length ? caption.respondents : [{ name: null, aNumber: null }];
  const one = people.length === 1;
  const line = (words: Inline[], indent = 0) => paragraph(words, { indent });
  const empty = line(['']);
  return columns(
    [
      { left: [line(['In the Matter of'])], right: [line([one ? '' : 'File Nos.'])] },
      { left: [empty], right: [empty] },
      ...people.map((person, at) => personRow(person, at, one)),
      {
        left: [line([bold(`${partyWord({ ...caption, respondents: people })}.`)], 108), empty],
        right: [line(proceedingWords(caption))],
      },
    ],
    { bar: true, share: 0.53, gap: 30, after },
  );
}

function personRow(person: RespondentFacts, at: number, one: boolean): Columns['rows'][number] {
  const field = `caption.respondents.${at}`;
  const number = person.aNumber
    ? nobreak(aNumberInWords(person.aNumber))
    : blank(`${field}.aNumber`, 'A-number', where);
  const aliases = (person.aliases ?? []).map((alias) => paragraph(['a.k.a. ', alias], { indent: 18 }));
  return {
    left: [
      paragraph([bold(known(person.name, `${field}.name`, 'name as on the charging document', where))], {
        indent: 18,
      }),
      ...aliases,
      paragraph(['']),
    ],
    right: [paragraph(one ? ['File No. ', bold(number)] : bold(number))],
  };
}

function proceedingWords(caption: CaptionFacts): Inline[] {
  if (caption.proceeding) return [`In ${caption.proceeding} proceedings`];
  return ['In ', blank('caption.proceeding', 'kind of proceedings', where)];
}
