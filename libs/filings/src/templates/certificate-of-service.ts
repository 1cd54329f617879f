import type { Block, Inline } from '../document/model';
import { blank, bold, columns, heading, item, keep, paragraph, signature, space } from '../document/write';
import { courtLines, matterOf } from './caption';
import type { ServiceFacts, ServiceMethod } from './facts';
import { template, type Template } from './template';
import { footerNumber, known, knownDay } from './wording';

/** Certificate (proof) of service on the Department of Homeland Security's lawyers. */
export const certificateOfService: Template<ServiceFacts> = template({
  kind: 'certificate_of_service',
  version: '1',
  ruleSetDate: '2026-11-22',
  title: 'Certificate of service',
  ruleSource: [
    {
      rule: 'Names, date, place, means and signature; served on OPLA',
      citation: 'Immigration court manual, chapter 3.2 and appendix with the sample proof of service',
      basis: 'general_knowledge',
      verified: false,
    },
    {
      rule: 'Filing through ECAS serves the other side when both take part in it',
      citation: 'EOIR electronic filing rule of 2021 (effective 11 February 2022)',
      basis: 'general_knowledge',
      verified: false,
    },
  ],
  sections: (facts) => [
    {
      blocks: [
        ...courtLines(facts.caption, 20),
        matterOf(facts.caption, 8),
        heading(1, 'CERTIFICATE OF SERVICE', { before: 14, after: 14 }),
        ...statement(facts),
        signatureBlock(facts),
      ],
      footer: { left: footerNumber(facts.caption), pages: 'always' },
    },
  ],
});

const means: Record<Exclude<ServiceMethod, 'ecas'>, string> = {
  ice_eservice: 'by the ICE eService system',
  hand_delivery: 'by hand delivery',
  first_class_mail: 'by first-class mail, postage prepaid',
  certified_mail: 'by certified mail, return receipt requested',
  overnight_courier: 'by overnight courier',
};

function statement(facts: ServiceFacts): Block[] {
  const place = 'statement of service';
  const day = knownDay(facts.servedOn, 'servedOn', 'date of service', place);
  const signer = known(facts.signer.name, 'signer.name', 'name of the person who serves', place);
  const party = known(facts.served.name, 'served.name', 'office served', place);
  const body = (words: Inline[]) => paragraph(words, { first: 36, leading: 1.6, after: 10 });
  if (facts.method === 'ecas') {
    return [
      body([
        'On ',
        day,
        ', I, ',
        signer,
        ', electronically filed the following through the EOIR Courts & Appeals System (ECAS):',
      ]),
      ...papers(facts),
      body([
        'Both parties take part in ECAS in this case. ECAS served this filing on the Department of Homeland Security, ',
        party,
        '. No separate service was made.',
      ]),
    ];
  }
  const how = facts.method ? means[facts.method] : blank('method', 'how it was served', place);
  return [
    body(['On ', day, ', I, ', signer, ', served a copy of the following, with all attached pages:']),
    ...papers(facts),
    paragraph(['on the Department of Homeland Security ', how, ' at:'], {
      leading: 1.6,
      after: 10,
      keepWithNext: true,
    }),
    addressBlock(facts, party),
  ];
}

function papers(facts: ServiceFacts): Block[] {
  const place = 'list of papers served';
  const listed = facts.papers.filter((title) => title.trim());
  if (!listed.length) return [item('1.', blank('papers', 'papers served', place), { indent: 36 })];
  return listed.map((title, at) =>
    item(`${at + 1}.`, title, { indent: 36, after: at === listed.length - 1 ? 12 : 6 }),
  );
}

function addressBlock(facts: ServiceFacts, party: Inline): Block {
  const lines = facts.served.addressLines.filter((line) => line.trim());
  const address: Inline[] = lines.length
    ? lines
    : [blank('served.addressLines', 'address served', 'address of service')];
  return keep([party, ...address].map((line) => paragraph([line], { indent: 72 })));
}

function signatureBlock(facts: ServiceFacts): Block {
  const name = known(facts.signer.name, 'signer.name', 'name of the person who serves', 'signature block');
  const title = facts.signer.title?.trim();
  return keep([
    space(48),
    columns(
      [
        {
          left: [signature([bold(name), ...(title ? [title] : [])], { width: 250 })],
          right: [signature(['Date'], { width: 150 })],
        },
      ],
      { share: 0.58, gap: 24 },
    ),
  ]);
}
