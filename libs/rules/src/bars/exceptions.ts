/** A way past the limit of one motion. Whether its facts are there is an attorney's question, never answered here. */
export interface BarException {
  readonly id: 'country_conditions' | 'joint' | 'vawa' | 'sua_sponte';
  readonly title: string;
  /** Whether it lifts the limit of number in this circuit. */
  readonly liftsNumber: 'yes' | 'no' | 'contested';
  readonly liftsTime: 'yes' | 'in_part';
  readonly why: string;
  readonly citation: string;
  readonly provenance: 'sourced' | 'general_knowledge';
}

const DJIE = 'Djie v. Garland (5th Cir. 2022)';

function countryConditions(circuit: string | null): BarException {
  const base = {
    id: 'country_conditions',
    title: 'Changed country conditions (asylum, withholding, Convention against Torture)',
    liftsTime: 'yes',
    citation: `INA 240(c)(7)(C)(ii); Matter of J-G-, 26 I&N Dec. 161 (BIA 2013); ${DJIE}`,
    provenance: 'sourced',
  } as const;
  if (circuit === '5')
    return { ...base, liftsNumber: 'no', why: `The Fifth Circuit applies the number limit: ${DJIE}.` };
  return circuit === null
    ? {
        ...base,
        liftsNumber: 'contested',
        why: 'The circuit is not recorded. The Board lifts the limit; the Fifth Circuit does not.',
      }
    : {
        ...base,
        liftsNumber: 'yes',
        why: 'The Board does not apply the number limit (Matter of J-G-). Check for newer law of the circuit.',
      };
}

const OTHERS: readonly BarException[] = [
  {
    id: 'joint',
    title: 'Joint motion with DHS',
    liftsNumber: 'yes',
    liftsTime: 'yes',
    why: 'No limit of number or time when DHS joins. Reopening only, not reconsideration.',
    citation: '8 CFR 1003.2(c)(3)(iii), 1003.23(b)(4)(iv)',
    provenance: 'sourced',
  },
  {
    id: 'vawa',
    title: 'Battered spouse, child or parent',
    liftsNumber: 'yes',
    liftsTime: 'in_part',
    why: 'One such motion within a year of the order; the year can be waived. Presence in the United States is needed.',
    citation: 'INA 240(c)(7)(C)(iv)',
    provenance: 'general_knowledge',
  },
  {
    id: 'sua_sponte',
    title: 'The court’s or the Board’s own motion',
    liftsNumber: 'yes',
    liftsTime: 'yes',
    why: 'Discretionary and often unreviewable; for exceptional situations only.',
    citation: '8 CFR 1003.2(a), 1003.23(b)(1)',
    provenance: 'general_knowledge',
  },
];

/** The exceptions to the number limit as they stand in a circuit ('1' to '11', 'DC', or null when not known). */
export const exceptionsFor = (circuit: string | null): readonly BarException[] => [
  countryConditions(circuit),
  ...OTHERS,
];
