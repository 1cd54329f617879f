import type { Charge, Conviction, ConvictionFlags, Pardon, PardonEffectInput } from './types';

const CLEAR: ConvictionFlags = {
  drug: 'no',
  firearm: 'no',
  domestic: 'no',
  childVictim: 'no',
  moralTurpitude: 'no',
  aggravatedFelony: 'no',
};

type Loose = Omit<Partial<Conviction>, 'flags'> & { flags?: Partial<ConvictionFlags> };

/** A New York felony of 1995 with every flag answered no, changed as the test needs. */
export function conviction(id: string, change: Loose = {}): Conviction {
  return {
    id,
    state: 'NY',
    statute: 'Penal Law',
    level: 'felony',
    offence: `offence ${id}`,
    pleaOn: '1995-03',
    ...change,
    flags: { ...CLEAR, ...change.flags },
  };
}

/** A full and unconditional New York governor's pardon of 2025 with clean wording. */
export function pardon(convictionIds: string[], change: Partial<Pardon> = {}): Pardon {
  return {
    id: 'pardon',
    jurisdiction: 'NY',
    grantor: 'governor',
    instrumentKind: 'full_and_unconditional',
    individual: true,
    effectiveOn: '2025-07-01',
    wording: 'I grant a full and unconditional pardon, including relief from removal.',
    convictionIds,
    ...change,
  };
}

/** A sustained charge by EOIR code or citation. */
export function charge(code: string, convictionIds: string[], change: Partial<Charge> = {}): Charge {
  return {
    id: `charge ${code}`,
    code,
    ina: '',
    origin: 'charged',
    statusInOrder: 'sustained',
    convictionIds,
    ...change,
  };
}

export function input(change: Partial<PardonEffectInput>): PardonEffectInput {
  return { proceedingKind: 'removal', circuit: '2', convictions: [], pardons: [], charges: [], ...change };
}
