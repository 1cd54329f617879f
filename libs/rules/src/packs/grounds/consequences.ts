import type { AuthorityKey } from './authorities';

/** What a pardon does outside the grounds of removal. */
export interface OtherConsequence {
  id: 'naturalisation' | 'detention' | 'conviction' | 'discretion' | 'resident_status';
  name: string;
  rule: string;
  effect: string;
  provenance: 'sourced' | 'general_knowledge';
  authorities: readonly AuthorityKey[];
}

/** What a pardon does beside the waiver: naturalisation, discretion, travel. */
export const OTHER_CONSEQUENCES: readonly OtherConsequence[] = [
  {
    id: 'naturalisation',
    name: 'Good moral character for naturalisation',
    rule: 'INA 101(f)(8); 8 CFR 316.10(b)(1), (c)(2)',
    effect:
      'A full and unconditional executive pardon before the statutory period lets the applicant show reform; during the period it helps only with extenuating or exonerating facts. For an aggravated felony after 29 November 1990 expect a dispute (general knowledge).',
    provenance: 'sourced',
    authorities: ['naturalisation', 'dhs'],
  },
  {
    id: 'detention',
    name: 'Detention',
    rule: 'INA 236(c), 241(a)(2) and (6)',
    effect:
      'Somebody under a final order can be detained until the order is vacated. After reopening, detention under 236(c) turns on being deportable under listed grounds: ask for a Joseph hearing because the pardoned grounds do not apply.',
    provenance: 'general_knowledge',
    authorities: [],
  },
  {
    id: 'conviction',
    name: 'Conviction',
    rule: 'INA 101(a)(48)(A)',
    effect:
      'A pardon works through the waiver and not by erasing the conviction. Expungement, sealing and set-aside for rehabilitation do not erase it either.',
    provenance: 'general_knowledge',
    authorities: ['roldan'],
  },
  {
    id: 'discretion',
    name: 'Discretion',
    rule: 'Discretionary relief',
    effect: 'The facts behind a pardoned conviction may still be weighed.',
    provenance: 'sourced',
    authorities: ['dhs'],
  },
  {
    id: 'resident_status',
    name: 'Permanent residence',
    rule: '8 CFR 1.2, 1001.1(p)',
    effect:
      'Status ends with a final order. Once the order is vacated by reopening and proceedings end, status is treated as never finally lost: ask for proof of it (I-551 stamp, Form I-90).',
    provenance: 'general_knowledge',
    authorities: [],
  },
];
