/** A crime as the demo's convictions have it, with the charge of removability it led to. */
export interface Offence {
  offence: string;
  statute: string;
  level: 'felony' | 'misdemeanor';
  sentence: string;
  maximum: string;
  /** EOIR codes since 1 April 1997. */
  charges: string[];
  flags: Partial<
    Record<'drug' | 'firearm' | 'domestic' | 'moralTurpitude' | 'aggravatedFelony', 'yes' | 'no'>
  >;
}

const theft = { moralTurpitude: 'yes', drug: 'no', firearm: 'no', domestic: 'no' } as const;
const violent = { moralTurpitude: 'yes', aggravatedFelony: 'yes', drug: 'no', domestic: 'no' } as const;

const crime = (
  offence: string,
  statute: string,
  sentence: [given: string, most: string],
  charges: string[],
  flags: Offence['flags'],
  level: Offence['level'] = 'felony',
): Offence => ({ offence, statute, level, sentence: sentence[0], maximum: sentence[1], charges, flags });

/** Statutes of the states, whose citations are real. */
export const OFFENCES: Record<string, Offence[]> = {
  NY: [
    crime(
      'Burglary in the second degree',
      'N.Y. Penal Law § 140.25',
      ['3 to 6 years', '15 years'],
      ['237a02Aiii'],
      {
        ...theft,
        aggravatedFelony: 'yes',
      },
    ),
    crime(
      'Robbery in the second degree',
      'N.Y. Penal Law § 160.10',
      ['4 to 8 years', '15 years'],
      ['237a02Aiii', '237a02Ai'],
      violent,
    ),
    crime(
      'Manslaughter in the first degree',
      'N.Y. Penal Law § 125.20',
      ['7 to 21 years', '25 years'],
      ['237a02Aiii'],
      violent,
    ),
    crime(
      'Assault in the second degree',
      'N.Y. Penal Law § 120.05',
      ['2 to 4 years', '7 years'],
      ['237a02Aiii'],
      {
        ...violent,
        firearm: 'no',
      },
    ),
    crime(
      'Forgery in the second degree',
      'N.Y. Penal Law § 170.10',
      ['1 to 3 years', '7 years'],
      ['237a02Ai'],
      theft,
    ),
    crime(
      'Grand larceny in the fourth degree',
      'N.Y. Penal Law § 155.30',
      ['1 to 3 years', '4 years'],
      ['237a02Aii'],
      theft,
    ),
    crime(
      'Criminal sale of a controlled substance in the third degree',
      'N.Y. Penal Law § 220.39',
      ['3 to 9 years', '9 years'],
      ['237a02Bi', '237a02Aiii'],
      { drug: 'yes', firearm: 'no', domestic: 'no', aggravatedFelony: 'yes' },
    ),
    crime(
      'Criminal possession of a weapon in the third degree',
      'N.Y. Penal Law § 265.02',
      ['2 to 6 years', '7 years'],
      ['237a02C'],
      {
        firearm: 'yes',
        drug: 'no',
        domestic: 'no',
      },
    ),
  ],
  NJ: [
    crime('Robbery', 'N.J.S.A. 2C:15-1', ['5 years', '10 years'], ['237a02Aiii'], violent),
    crime('Burglary', 'N.J.S.A. 2C:18-2', ['4 years', '5 years'], ['237a02Aiii'], {
      ...theft,
      aggravatedFelony: 'yes',
    }),
    crime('Theft by deception', 'N.J.S.A. 2C:20-4', ['364 days', '5 years'], ['237a02Ai'], theft),
  ],
  PA: [
    crime('Aggravated assault', '18 Pa.C.S. § 2702', ['3 to 6 years', '20 years'], ['237a02Aiii'], violent),
    crime('Retail theft', '18 Pa.C.S. § 3929', ['6 to 23 months', '7 years'], ['237a02Aii'], theft),
  ],
  CT: [
    crime(
      'Larceny in the second degree',
      'Conn. Gen. Stat. § 53a-123',
      ['2 years', '10 years'],
      ['237a02Aiii'],
      {
        ...theft,
        aggravatedFelony: 'yes',
      },
    ),
    crime(
      'Assault in the second degree',
      'Conn. Gen. Stat. § 53a-60',
      ['3 years', '5 years'],
      ['237a02Aiii'],
      violent,
    ),
  ],
  MN: [
    crime('Simple robbery', 'Minn. Stat. § 609.24', ['21 months', '10 years'], ['237a02Aiii'], violent),
    crime(
      'Burglary in the second degree',
      'Minn. Stat. § 609.582',
      ['18 months', '10 years'],
      ['237a02Aiii'],
      {
        ...theft,
        aggravatedFelony: 'yes',
      },
    ),
    crime('Theft', 'Minn. Stat. § 609.52', ['366 days', '5 years'], ['237a02Aii'], theft),
    crime(
      'Assault in the second degree',
      'Minn. Stat. § 609.222',
      ['36 months', '7 years'],
      ['237a02Aiii', '237a02C'],
      {
        ...violent,
        firearm: 'yes',
      },
    ),
  ],
  WI: [
    crime('Burglary', 'Wis. Stat. § 943.10', ['3 years', '12.5 years'], ['237a02Aiii'], {
      ...theft,
      aggravatedFelony: 'yes',
    }),
    crime('Armed robbery', 'Wis. Stat. § 943.32', ['5 years', '40 years'], ['237a02Aiii'], {
      ...violent,
      firearm: 'yes',
    }),
  ],
};

/** A second, small conviction beside the main one. */
export const LESSER: Record<string, Offence> = {
  NY: crime('Petit larceny', 'N.Y. Penal Law § 155.25', ['30 days', '1 year'], [], theft, 'misdemeanor'),
  MN: crime('Fifth-degree theft', 'Minn. Stat. § 609.52', ['30 days', '90 days'], [], theft, 'misdemeanor'),
};

/** Counties, so that convictions have a court. */
export const COUNTIES: Record<string, string[]> = {
  NY: ['Kings', 'Bronx', 'Queens', 'New York', 'Westchester', 'Monroe'],
  NJ: ['Essex', 'Hudson', 'Camden'],
  PA: ['Philadelphia', 'Lancaster'],
  CT: ['Hartford', 'New Haven'],
  MN: ['Ramsey', 'Hennepin', 'Washington'],
  WI: ['Milwaukee', 'Eau Claire'],
};
