/**
 * Days on which executive departments were closed by order of the President under 5 USC 6103(b) powers.
 * They are not statutory holidays: no date rolls over them, they only show an outer bound.
 * Only the 2025 December days are sourced; the others are general knowledge, to be checked in the Federal Register.
 */
export const EXECUTIVE_CLOSURES_PACK = {
  asOf: '2026-11-22',
  source: 'Executive order of 2025-12-18 for 2025-12-24 and 2025-12-26; earlier days from general knowledge',
  citation: '5 USC 6103(b); Executive Order 11582 sec. 5',
  days: [
    { on: '2001-12-24', name: 'Christmas Eve', sourced: false },
    { on: '2004-06-11', name: 'National day of mourning (President Reagan)', sourced: false },
    { on: '2007-01-02', name: 'National day of mourning (President Ford)', sourced: false },
    { on: '2007-12-24', name: 'Christmas Eve', sourced: false },
    { on: '2008-12-26', name: 'Day after Christmas', sourced: false },
    { on: '2012-12-24', name: 'Christmas Eve', sourced: false },
    { on: '2014-12-26', name: 'Day after Christmas', sourced: false },
    { on: '2018-12-05', name: 'National day of mourning (President G. H. W. Bush)', sourced: false },
    { on: '2018-12-24', name: 'Christmas Eve', sourced: false },
    { on: '2019-12-24', name: 'Christmas Eve', sourced: false },
    { on: '2020-12-24', name: 'Christmas Eve', sourced: false },
    { on: '2024-12-24', name: 'Christmas Eve', sourced: false },
    { on: '2025-01-09', name: 'National day of mourning (President Carter)', sourced: false },
    { on: '2025-12-24', name: 'Christmas Eve', sourced: true },
    { on: '2025-12-26', name: 'Day after Christmas', sourced: true },
  ],
} as const;
