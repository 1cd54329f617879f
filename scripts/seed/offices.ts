import type { Role } from '@app/access';

/** Everybody of the demo signs in with this. It is printed at every start and protects nothing. */
export const DEMO_PASSWORD = 'this is only a demo';

export const OPERATOR = {
  name: 'Olive Operator',
  email: 'operator@vacatur.example',
  password: DEMO_PASSWORD,
};

/** An invented office that works with real courts and ICE offices. */
export interface DemoOffice {
  name: string;
  slug: string;
  timeZone: string;
  staff: [role: Role, name: string][];
  clients: number;
  /** Codes of states whose convictions its clients have, the usual one first. */
  states: string[];
  /** EOIR codes of immigration courts. */
  courts: string[];
  iceOffices: string[];
  facilities: string[];
  /** The block on court papers. */
  letterhead: { addressLines: string[]; phone: string };
}

export const OFFICES: DemoOffice[] = [
  {
    name: 'Lantern Street Defense Project',
    slug: 'lantern-street',
    timeZone: 'America/New_York',
    clients: 150,
    states: ['NY', 'NY', 'NY', 'NY', 'NJ', 'PA', 'CT'],
    courts: ['NYC', 'NYC', 'NYB', 'NYV', 'NEW'],
    iceOffices: ['ERO-NY-NEW-YORK-CITY', 'ERO-NY-NEW-YORK-CITY', 'ERO-NJ-NEWARK', 'ERO-CT-HARTFORD'],
    letterhead: {
      addressLines: ['100 Lantern Street, Suite 4', 'New York, NY 10000'],
      phone: '212 555 0100',
    },
    facilities: ['Orange County Jail, Goshen', 'Delaney Hall, Newark', 'Buffalo Federal Detention Facility'],
    staff: [
      ['director', 'Dana Okonjo-Reyes'],
      ['attorney', 'Amara Linden'],
      ['attorney', 'Tomas Birkeland'],
      ['attorney', 'Soledad Marsh'],
      ['attorney', 'Noor Halloran'],
      ['attorney', 'Kit Yamashiro'],
      ['accredited_representative', 'Rosa Lindqvist'],
      ['accredited_representative', 'Chai Somerset'],
      ['paralegal', 'Pilar Nightingale'],
      ['paralegal', 'Jonah Vantongeren'],
      ['paralegal', 'Mei Castlebrook'],
      ['intake', 'Ines Okaforth'],
      ['intake', 'Dov Arden'],
      ['volunteer', 'Victor Saelee-Brown'],
      ['volunteer', 'Wren Abelard'],
      ['auditor', 'Audrey Bergmanson'],
    ],
  },
  {
    name: 'Two Rivers Clemency Clinic',
    slug: 'two-rivers',
    timeZone: 'America/Chicago',
    clients: 30,
    states: ['MN', 'MN', 'MN', 'WI'],
    courts: ['BLM'],
    iceOffices: ['ERO-MN-ST-PAUL', 'ERO-MN-ST-PAUL', 'ERO-WI-MILWAUKEE'],
    letterhead: { addressLines: ['12 Confluence Avenue', 'St. Paul, MN 55100'], phone: '651 555 0100' },
    facilities: ['Sherburne County Jail, Elk River', 'Kandiyohi County Jail, Willmar'],
    staff: [
      ['director', 'Greta Paulsonby'],
      ['attorney', 'Mark Thaolong'],
      ['attorney', 'Elise Winterbourne'],
      ['accredited_representative', 'Sami Kolehmain'],
      ['paralegal', 'Yia Rosendahl'],
      ['intake', 'Bea Montclair'],
      ['volunteer', 'Otis Fairweather'],
      ['auditor', 'Lena Straithmore'],
    ],
  },
];

/** dana.okonjo.reyes@lantern-street.example: a domain that can never receive mail (RFC 2606). */
export function addressOf(name: string, office: { slug: string }): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${office.slug}.example`;
}
