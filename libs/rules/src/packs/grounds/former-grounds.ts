import type { GroundBasis, Waived } from './ground';

/** Which text of former INA 241(a): the numbered paragraphs of the Act of 1952, or the five of the Act of 1990. */
export type FormerNumbering = '1952' | '1991';

/** One ground of deportation of former INA 241(a), which orders from before April 1997 carry. General knowledge. */
export interface FormerGround {
  /** 'former-1952-a4', 'former-1991-a2Aiii'. */
  id: string;
  ina: string;
  /** In the Code as it then was; 8 USC 1251 is no longer in force. */
  usc: string;
  parts: readonly string[];
  numbering: FormerNumbering;
  name: string;
  basis: GroundBasis;
  /** Today's counterparts in the grounds pack, the nearest first; empty when there is none among the grounds of deportability. */
  presentIds: readonly string[];
  /** What the pardon waiver of its time did to it. */
  waived: Waived;
  /** The predecessor of today's waiver that reached it; null when none did. */
  waiver: 'former 241(b)(1)' | 'former 241(a)(2)(A)(iv)' | null;
  /** Days of the charging document under which this text was used, both inclusive. */
  effectiveFrom: string;
  effectiveTo: string;
  status: 'historical';
  note: string;
  provenance: 'general_knowledge';
}

type Row = [paragraph: string, name: string, basis: GroundBasis, presentIds: string[], extra?: Extra];
interface Extra {
  from?: string;
  note?: string;
  waived?: Waived;
}

const SPAN: Record<FormerNumbering, { from: string; to: string }> = {
  '1952': { from: '1952-12-24', to: '1991-02-28' },
  '1991': { from: '1991-03-01', to: '1997-03-31' },
};
const IIRIRA = '1996-09-30';
const MORAL = ['237a2Ai', '237a2Aii'];
const PARAGRAPH_4 =
  'One crime within five years of entry with a year’s sentence or confinement, or two crimes at any time not arising out of one scheme. The old waiver named the paragraph as a whole.';

const OF_1952: Row[] = [
  ['a1', 'Excludable at the time of entry', 'status', ['237a1A'], { waived: 'contested' }],
  [
    'a2',
    'Entered without inspection, or present in violation of law',
    'status',
    ['237a1B'],
    { note: 'Entry without inspection is a matter of inadmissibility today, 212(a)(6)(A)(i).' },
  ],
  ['a3', 'In an institution at public expense within five years of entry', 'status', []],
  [
    'a4',
    'One or more crimes involving moral turpitude',
    'conviction',
    MORAL,
    { waived: 'yes', note: PARAGRAPH_4 },
  ],
  [
    'a4A',
    'One or more crimes involving moral turpitude',
    'conviction',
    MORAL,
    { waived: 'yes', from: '1988-11-18', note: PARAGRAPH_4 },
  ],
  [
    'a4B',
    'Aggravated felony',
    'conviction',
    ['237a2Aiii'],
    {
      waived: 'yes',
      from: '1988-11-18',
      note: 'Put in on 18 November 1988. The old waiver named the paragraph (4) as a whole.',
    },
  ],
  ['a5', 'Did not register or report an address, or falsified documents', 'conduct', ['237a3B', '237a3A']],
  ['a6', 'Anarchist, communist or subversive', 'conduct', ['237a4']],
  ['a7', 'Activities against the public interest or subversive', 'conduct', ['237a4']],
  ['a8', 'Public charge within five years of entry', 'status', ['237a5']],
  ['a9', 'Did not keep nonimmigrant status', 'status', ['237a1Ci']],
  ['a9A', 'Did not keep nonimmigrant status', 'status', ['237a1Ci'], { from: '1986-11-10' }],
  ['a9B', 'Conditional residence terminated', 'status', ['237a1D'], { from: '1986-11-10' }],
  ['a10', 'Came from contiguous territory on a line without an agreement', 'status', []],
  [
    'a11',
    'Drug addict, or convicted of a controlled-substance offence',
    'conviction',
    ['237a2Bi', '237a2Bii'],
    { note: 'The last sentence of the old waiver kept it away from this paragraph in words.' },
  ],
  ['a12', 'Prostitution and related conduct after entry', 'conduct', []],
  ['a13', 'Smuggled others for gain', 'conduct', ['237a1E']],
  [
    'a14',
    'Convicted of possessing or carrying certain weapons',
    'conviction',
    ['237a2C'],
    {
      note: 'Automatic and sawn-off weapons; any firearm or destructive device from 18 November 1988. Possessing or carrying only.',
    },
  ],
  [
    'a15',
    'Convicted under title I of the Alien Registration Act of 1940 within five years',
    'conviction',
    [],
  ],
  ['a16', 'Convicted more than once under title I of the Alien Registration Act of 1940', 'conviction', []],
  [
    'a17',
    'Undesirable resident: espionage, neutrality, Selective Service, Trading with the Enemy Act',
    'conviction',
    ['237a2Di', '237a2Dii', '237a2Diii'],
  ],
  ['a18', 'Convicted of importing people for immoral purposes', 'conviction', ['237a2Div']],
  ['a19', 'Took part in Nazi persecution', 'conduct', ['237a4'], { from: '1978-10-30' }],
];

const OF_1991: Row[] = [
  ['a1A', 'Excludable at entry or adjustment', 'status', ['237a1A'], { waived: 'contested' }],
  [
    'a1B',
    'Entered without inspection',
    'status',
    ['237a1B'],
    { note: 'Entry without inspection is a matter of inadmissibility today, 212(a)(6)(A)(i).' },
  ],
  ['a1Ci', 'Did not keep nonimmigrant status', 'status', ['237a1Ci']],
  ['a1Cii', 'Broke a health condition of entry', 'status', ['237a1Cii']],
  ['a1D', 'Conditional residence terminated', 'status', ['237a1D']],
  ['a1E', 'Smuggling', 'conduct', ['237a1E']],
  ['a1F', 'Did not keep employment (special agricultural workers)', 'status', []],
  ['a1G', 'Marriage fraud', 'conduct', ['237a1G']],
  ['a2Ai', 'One crime involving moral turpitude', 'conviction', ['237a2Ai'], { waived: 'yes' }],
  ['a2Aii', 'Two or more crimes involving moral turpitude', 'conviction', ['237a2Aii'], { waived: 'yes' }],
  ['a2Aiii', 'Aggravated felony', 'conviction', ['237a2Aiii'], { waived: 'yes' }],
  [
    'a2Aiv',
    'High-speed flight from a checkpoint',
    'conviction',
    ['237a2Aiv'],
    {
      waived: 'yes',
      from: IIRIRA,
      note: 'Before 30 September 1996 this clause was the waiver itself; after, the waiver was (v).',
    },
  ],
  ['a2Bi', 'Controlled-substance conviction', 'conviction', ['237a2Bi']],
  ['a2Bii', 'Drug abuser or addict', 'conduct', ['237a2Bii']],
  ['a2C', 'Firearm conviction', 'conviction', ['237a2C']],
  ['a2Di', 'Espionage, sabotage, treason or sedition', 'conviction', ['237a2Di']],
  ['a2Dii', 'Threats to the President, or expedition against a friendly nation', 'conviction', ['237a2Dii']],
  ['a2Diii', 'Selective Service or Trading with the Enemy Act violation', 'conviction', ['237a2Diii']],
  ['a2Div', 'Travel-control or immoral-importation violation', 'conviction', ['237a2Div']],
  [
    'a2Ei',
    'Domestic violence, stalking or child abuse',
    'conviction',
    ['237a2Ei'],
    { from: IIRIRA, note: 'For convictions after 30 September 1996.' },
  ],
  ['a2Eii', 'Violation of a protection order', 'conduct', ['237a2Eii'], { from: IIRIRA }],
  ['a3A', 'Did not report a change of address', 'conduct', ['237a3A']],
  ['a3B', 'Registration or document falsification convictions', 'conviction', ['237a3B']],
  ['a3C', 'Civil document fraud', 'conduct', ['237a3C']],
  ['a3D', 'False claim to citizenship', 'conduct', ['237a3D'], { from: IIRIRA }],
  ['a4A', 'Espionage, sabotage and other danger to security', 'conduct', ['237a4']],
  ['a4B', 'Terrorist activities', 'conduct', ['237a4']],
  ['a4C', 'Foreign policy', 'conduct', ['237a4']],
  ['a4D', 'Took part in Nazi persecution or genocide', 'conduct', ['237a4']],
  ['a5', 'Public charge', 'status', ['237a5']],
  ['a6', 'Unlawful voting', 'conduct', ['237a6'], { from: IIRIRA }],
];

/** Every ground of former INA 241(a), in both numberings, each with the days in which charging documents used it. */
export const FORMER_GROUNDS: readonly FormerGround[] = Object.freeze([
  ...OF_1952.map((row) => read('1952', row)),
  ...OF_1991.map((row) => read('1991', row)),
]);

function read(
  numbering: FormerNumbering,
  [paragraph, name, basis, presentIds, extra = {}]: Row,
): FormerGround {
  const parts = paragraph.match(/^[a-z]|\d+|[A-Z]|[ivx]+$/g) ?? [];
  const brackets = parts.map((part) => `(${part})`).join('');
  const waived = extra.waived ?? 'no';
  const reached = numbering === '1952' ? 'former 241(b)(1)' : 'former 241(a)(2)(A)(iv)';
  return Object.freeze<FormerGround>({
    id: `former-${numbering}-${paragraph}`,
    ina: `former 241${brackets}`,
    usc: `former 8 USC 1251${brackets}`,
    parts,
    numbering,
    name,
    basis,
    presentIds,
    waived,
    waiver: waived === 'yes' ? reached : null,
    effectiveFrom: extra.from ?? SPAN[numbering].from,
    effectiveTo: SPAN[numbering].to,
    status: 'historical',
    note: extra.note ?? '',
    provenance: 'general_knowledge',
  });
}
