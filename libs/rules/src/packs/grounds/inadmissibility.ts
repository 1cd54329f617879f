import type { AuthorityKey } from './authorities';
import { NOT_CONVICTION, type Row } from './ground';

const NOT_LISTED = 'Inadmissibility, and not a ground the visa rules forgive for a pardon either.';
const INADMISSIBLE: AuthorityKey[] = ['balogun', 'aguilera', 'dhs'];

/** Paragraphs of INA 212. */
export const INADMISSIBILITY: Row[] = [
  [
    '212(a)(2)(A)(i)(I)',
    'Crime involving moral turpitude (inadmissibility)',
    'conviction',
    'no_in_removal_yes_at_consulate',
    'In removal proceedings a pardon does not help: pardoned people lost because they were charged as inadmissible. At a consulate a full and unconditional pardon by the President or a governor is accepted.',
    [...INADMISSIBLE, 'tran', 'visas'],
    [
      'INA 212(h)',
      'Petty-offence or youthful exception',
      'INA 209(c), for refugees adjusting',
      'Do not travel',
    ],
  ],
  [
    '212(a)(2)(A)(i)(II)',
    'Controlled-substance violation (inadmissibility)',
    'conviction',
    'no',
    'A pardon helps neither in court nor at a consulate.',
    INADMISSIBLE,
    [
      'INA 212(h), only for one simple possession of 30 grams or less of cannabis',
      'INA 209(c), for refugees',
    ],
  ],
  [
    '212(a)(2)(B)',
    'Multiple convictions with sentences of five years or more together',
    'conviction',
    'no_in_removal_yes_at_consulate',
    'The same split: accepted for visas, no effect in removal proceedings.',
    ['dhs', 'visas'],
    ['INA 212(h)', 'INA 209(c), for refugees'],
  ],
  ['212(a)(2)(C)', 'Reason to believe a drug trafficker', 'conduct', 'no', NOT_LISTED, ['dhs']],
  ['212(a)(2)(D)', 'Prostitution and commercialised vice', 'conduct', 'no', NOT_LISTED, ['dhs']],
  ['212(a)(2)(E)', 'Asserted immunity from prosecution', 'conduct', 'no', NOT_LISTED, ['dhs']],
  ['212(a)(2)(G)', 'Foreign official, violations of religious freedom', 'conduct', 'no', NOT_LISTED, ['dhs']],
  ['212(a)(2)(H)', 'Significant trafficker in persons', 'conduct', 'no', NOT_LISTED, ['dhs']],
  ['212(a)(2)(I)', 'Money laundering', 'conduct', 'no', NOT_LISTED, ['dhs']],
  [
    '212(a)(6)(C)',
    'Fraud, or false claim to citizenship (inadmissibility)',
    'conduct',
    'no',
    NOT_CONVICTION,
    ['dhs'],
  ],
  [
    '212(a)(9)(A)-(C)',
    'Removed before, or unlawfully present',
    'status',
    'no',
    'Matters for people already deported: the pardon does not lift it, but vacating the order by reopening may take its basis away.',
    ['dhs'],
    ['Form I-212, permission to apply again', 'Reopening the proceedings'],
  ],
];
