import type { Block, Inline } from '../document/model';
import {
  bold,
  box,
  checkbox,
  columns,
  divider,
  heading,
  keep,
  nobreak,
  paragraph,
  rule,
  signature,
  sized,
  space,
} from '../document/write';
import { courtLines, matterOf } from './caption';
import type { ProposedOrderFacts, Relief } from './facts';
import { template, type Template } from './template';
import { footerNumber, knownDay, motionTitle, partyPossessive, partyWord } from './wording';

/**
 * Proposed order for the judge to sign. Boxes and lines here belong to the court: they are left open
 * on purpose and are not blanks of the filer.
 */
export const proposedOrder: Template<ProposedOrderFacts> = template({
  kind: 'proposed_order',
  version: '1',
  ruleSetDate: '2026-11-22',
  title: 'Proposed order',
  ruleSource: [
    {
      rule: 'Separate page with caption, "upon consideration", grant and deny boxes, reasons, signature line, service block',
      citation: 'Immigration court manual, chapter 5.2 and appendix with the sample proposed order',
      basis: 'general_knowledge',
      verified: false,
    },
    {
      rule: 'Relief asked for after a pardon: reopen, vacate the order, stay, terminate',
      citation: '8 CFR 1003.23(b), 1003.18(d)',
      basis: 'general_knowledge',
      verified: false,
    },
  ],
  sections: (facts) => [
    {
      blocks: [
        ...courtLines(facts.caption, 14),
        matterOf(facts.caption),
        heading(1, 'ORDER OF THE IMMIGRATION JUDGE', { before: 8, after: 8 }),
        ...consideration(facts),
        ...reliefBlocks(facts),
        judgeBlock(facts),
        serviceBlock(facts),
      ],
      footer: { left: footerNumber(facts.caption), pages: 'always' },
    },
  ],
});

function consideration(facts: ProposedOrderFacts): Block[] {
  const title = motionTitle(facts.motion);
  const whose = facts.motion === 'joint_reopen' ? 'the parties’ ' : `${partyPossessive(facts.caption)} `;
  const reason = (words: Inline[]) => checkbox(words, { indent: 36, after: 2 });
  return [
    paragraph(
      [
        `Upon consideration of ${whose}`,
        bold(title),
        ', it is HEREBY ORDERED that the motion be ',
        nobreak([box(), ' ', bold('GRANTED')]),
        '    ',
        nobreak([box(), ' ', bold('DENIED')]),
        ' because:',
      ],
      { first: 36, leading: 1.3, after: 6 },
    ),
    reason(['DHS does not oppose the motion.']),
    reason(['A response to the motion has not been filed with the court.']),
    reason(['Good cause has been established for the motion.']),
    reason(['The court agrees with the reasons stated in the motion.']),
    reason(['The court agrees with the reasons stated in the opposition to the motion.']),
    reason(['The motion is untimely per ', rule(180), '.']),
    reason(['Other: ', rule(330)]),
    space(4),
  ];
}

const orderPlace = 'relief, removal order';

function reliefWords(relief: Relief, facts: ProposedOrderFacts): Inline[] {
  const dated = knownDay(facts.orderDate, 'orderDate', 'date of the removal order', orderPlace);
  const words: Record<Relief, Inline[]> = {
    reopen: ['The proceedings are REOPENED.'],
    vacate_order: [`The order of ${orderNoun(facts)} dated `, dated, ' is VACATED.'],
    stay: [
      `Execution of the order of ${orderNoun(facts)} dated `,
      dated,
      ' is STAYED until further order of the court.',
    ],
    terminate: ['The proceedings are TERMINATED.'],
  };
  return words[relief];
}

/** What the order was called in its own proceedings. */
function orderNoun(facts: ProposedOrderFacts): string {
  if (facts.caption.proceeding === 'deportation') return 'deportation';
  return facts.caption.proceeding === 'exclusion' ? 'exclusion and deportation' : 'removal';
}

function reliefBlocks(facts: ProposedOrderFacts): Block[] {
  if (!facts.relief.length) return [];
  return [
    paragraph('If the motion is granted, it is FURTHER ORDERED that:', { after: 4, keepWithNext: true }),
    ...facts.relief.map((relief) => checkbox(reliefWords(relief, facts), { indent: 36, after: 2 })),
  ];
}

function judgeBlock(facts: ProposedOrderFacts): Block {
  const name = facts.judge && facts.judge !== 'none' ? [facts.judge.name] : [];
  return keep([
    space(26),
    columns(
      [
        {
          left: [signature(['Date'], { width: 150 })],
          right: [signature([...name, 'Immigration Judge'], { width: 260 })],
        },
      ],
      { share: 0.4, gap: 24 },
    ),
  ]);
}

function serviceBlock(facts: ProposedOrderFacts): Block {
  const party = partyWord(facts.caption);
  const small = (words: Inline[]) => paragraph([sized(11, words)], { after: 5 });
  const choice = (words: string) => nobreak([box(), ' ', words]);
  const between = '     ';
  return keep([
    divider(16, 8),
    heading(2, 'CERTIFICATE OF SERVICE', { before: 0, after: 5 }),
    small([
      'This document was served by: ',
      choice('Mail'),
      between,
      choice('Personal service'),
      between,
      choice('Electronic service'),
    ]),
    small([
      'To: ',
      choice(party),
      between,
      choice(`${party} c/o custodial officer`),
      between,
      choice(`${partyPossessive(facts.caption)} attorney/rep.`),
      between,
      choice('DHS'),
    ]),
    small(['Date: ', rule(120), between, 'By: Court staff ', rule(190)]),
  ]);
}
