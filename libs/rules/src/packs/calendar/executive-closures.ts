/**
 * Days on which executive departments were closed by order of the President (5 USC 6103(b), Executive Order 11582 and
 * before it the President's own power). They are not statutory holidays: no date rolls over them, they only show an
 * outer bound. `sourced` days were compared with the text of the order; the others are general knowledge, to be
 * checked in the Federal Register. Half days are left out: an office that closes at noon is open for filing.
 */
export const EXECUTIVE_CLOSURES_PACK = {
  asOf: '2026-11-22',
  source:
    'Texts of the orders named (American Presidency Project, Federal Register, Reagan Library, 3 CFR 2007) for the days marked as sourced; the others from general knowledge',
  citation: '5 USC 6103(b); Executive Order 11582 sec. 5',
  days: [
    { on: '1952-12-26', name: 'Day after Christmas', order: 'Executive Order 10417-A', sourced: true },
    {
      on: '1959-07-03',
      name: 'Friday before a Saturday July 4',
      order: 'Executive Order 10825',
      sourced: true,
    },
    { on: '1963-11-25', name: 'Funeral of President Kennedy', order: 'Executive Order 11128', sourced: true },
    {
      on: '1969-03-31',
      name: 'Mourning for President Eisenhower',
      order: 'Executive Order 11462',
      sourced: true,
    },
    { on: '1969-07-21', name: 'National Day of Participation', order: 'Proclamation 3919', sourced: true },
    { on: '1972-12-28', name: 'National day of mourning (President Truman)', order: null, sourced: false },
    { on: '1973-01-25', name: 'National day of mourning (President Johnson)', order: null, sourced: false },
    { on: '1986-12-26', name: 'Day after Christmas', order: 'Executive Order 12577', sourced: true },
    {
      on: '1994-04-27',
      name: 'National day of mourning (President Nixon)',
      order: '59 FR 21915',
      sourced: true,
    },
    { on: '2001-12-24', name: 'Christmas Eve', order: null, sourced: false },
    { on: '2004-06-11', name: 'National day of mourning (President Reagan)', order: null, sourced: false },
    { on: '2007-01-02', name: 'National day of mourning (President Ford)', order: null, sourced: false },
    { on: '2007-12-24', name: 'Christmas Eve', order: 'Executive Order 13453', sourced: true },
    { on: '2008-12-26', name: 'Day after Christmas', order: 'Executive Order 13482', sourced: true },
    { on: '2012-12-24', name: 'Christmas Eve', order: null, sourced: false },
    { on: '2014-12-26', name: 'Day after Christmas', order: null, sourced: false },
    {
      on: '2018-12-05',
      name: 'National day of mourning (President G. H. W. Bush)',
      order: null,
      sourced: false,
    },
    { on: '2018-12-24', name: 'Christmas Eve', order: 'Executive order of 2018-12-18', sourced: true },
    { on: '2019-12-24', name: 'Christmas Eve', order: 'Executive order of 2019-12-17', sourced: false },
    { on: '2020-12-24', name: 'Christmas Eve', order: 'Executive order of 2020-12-11', sourced: false },
    { on: '2024-12-24', name: 'Christmas Eve', order: null, sourced: false },
    { on: '2025-01-09', name: 'National day of mourning (President Carter)', order: null, sourced: false },
    { on: '2025-12-24', name: 'Christmas Eve', order: 'Executive order of 2025-12-18', sourced: true },
    { on: '2025-12-26', name: 'Day after Christmas', order: 'Executive order of 2025-12-18', sourced: true },
  ],
} as const;
