import {
  about,
  after,
  boardFirst,
  duty,
  expected,
  expedite,
  practice,
  recordsGo,
  startNotStated,
  wait,
} from './practice-build';

/** Procedure of the authorities from Kansas to North Dakota, read from the texts of their records. */
export const KANSAS_TO_NORTH_DAKOTA = [
  practice({
    code: 'KS',
    wait: wait('none_fixed'),
    service: [
      duty('The public', 'applicant', 'Newspaper notice; keep proof of publication', {
        consequence: 'Failure to publish can void the pardon under state law.',
      }),
    ],
  }),
  practice({
    code: 'KY',
    wait: wait('fixed', [
      startNotStated(7, { standing: 'policy', note: 'Policy that changes with the governor.' }),
    ]),
    particulars: [
      { text: 'A restoration of civil rights is a different, partial instrument.', basis: 'watchFor' },
    ],
  }),
  practice({
    code: 'LA',
    wait: wait('varies', [after(0, 'sentence_end', { note: 'After the sentence; longer by offence.' })]),
    second: boardFirst('Board of Pardons'),
    particulars: [
      {
        text: 'The automatic first-offender pardon does not satisfy the waiver (Matter of Nolan).',
        basis: 'watchFor',
      },
    ],
  }),
  practice({
    code: 'ME',
    wait: wait('fixed', [after(5, 'sentence_end')]),
    service: [
      duty('Prosecutor', 'applicant', 'Notify of the petition'),
      duty('The public', 'applicant', 'Newspaper notice in the county of conviction'),
    ],
    tenure: {
      restsOn: 'governor_appointment',
      note: 'The Governor’s Board on Executive Clemency is appointed and not statutory: it may not outlast the governor.',
      basis: 'body',
    },
  }),
  practice({
    code: 'MD',
    wait: wait('fixed', [
      after(10, 'crime_free', { level: 'felony' }),
      after(7, 'crime_free', {
        level: 'felony',
        standing: 'with_waiver',
        note: 'Seven years with a waiver.',
      }),
      after(5, 'crime_free', { level: 'misdemeanor' }),
      after(20, 'crime_free', { level: 'violent_or_drug' }),
    ]),
    service: [
      duty('The public', 'authority', 'Newspaper notice of the intent to grant', { basis: 'cadence' }),
    ],
  }),
  practice({
    code: 'MA',
    wait: wait(
      'not_known',
      [
        startNotStated(10, { level: 'felony', standing: 'other_published', note: 'Older guides.' }),
        startNotStated(5, { level: 'misdemeanor', standing: 'other_published', note: 'Older guides.' }),
      ],
      { conditions: ['Set by the governor’s clemency guidelines of 2023: read them.'] },
    ),
    service: [duty('District attorney', 'authority', 'May be heard', { basis: 'hearing' })],
    expedite: expedite('practice', {
      authority: 'Governor’s clemency guidelines (2023)',
      immigration: 'not_known',
      limits: ['The guidelines weigh collateral harm: verify the wording on immigration.'],
    }),
    second: {
      body: 'Governor’s Council',
      rule: 'must_consent',
      effect:
        'Effective on the later date, the Council’s vote or the instrument, and not on the announcement.',
      basis: { keys: ['maProc'] },
    },
    sessions: { what: 'Governor’s Council meetings, weekly', perYear: 52, months: null, basis: 'cadence' },
  }),
  practice({
    code: 'MI',
    wait: wait('none'),
    clocks: [expected('merit', 'Board’s decision on merit expected (about 60 days)', 60, 'day')],
    reapply: [
      {
        months: 24,
        from: 'filed',
        denial: null,
        approximate: false,
        note: 'One application every two years; counted from the last filing.',
        basis: 'application',
      },
    ],
    service: [
      duty('Judge and prosecutor', 'authority', 'Have 30 days to give their positions', { basis: 'cadence' }),
    ],
    expedite: expedite('practice', {
      authority: 'Governor’s own action in one detained case (pardon of October 22, 2025)',
      immigration: 'not_known',
    }),
    executiveChangeOn: '2027-01-01',
  }),
  practice({
    code: 'MN',
    wait: wait('fixed', [after(5, 'sentence_end', { note: 'From discharge of the sentence.' })], {
      waiver:
        'Waiver for unusual need, immigration given as an example. It is an application of its own, with its own vote.',
    }),
    clocks: [
      expected('recommendation', 'Recommendation to the board due (14 days)', 14, 'day', {
        from: 'hearing',
        standing: 'published',
        note: 'From the commission’s hearing to its recommendation to the Board of Pardons.',
        basis: 'hearing',
      }),
    ],
    reapply: [
      {
        months: 60,
        from: 'denied',
        denial: null,
        approximate: false,
        note: 'Five years after a denial, unless the wait is waived.',
        basis: 'waitingPeriod',
      },
    ],
    expedite: expedite('body_rule', {
      authority: 'Waiver of the waiting period and expedited review (Clemency Review Commission)',
      immigration: 'named',
    }),
    second: {
      body: 'Board of Pardons: governor and one more vote, after the Clemency Review Commission',
      rule: 'votes_together',
      effect:
        'Two bodies: the commission recommends, the board votes. The day of the vote starts the filing: one person was arrested within 24 hours of it.',
      basis: { keys: ['mnFAQ', 'mnWait'] },
    },
    records: recordsGo('expunged', 'A pardon expunges or seals by itself: certify the records first.'),
    sessions: {
      what: 'Commission at least four meetings a year, board at least two',
      perYear: 4,
      months: null,
      basis: 'cadence',
    },
  }),
  practice({
    code: 'MS',
    wait: wait('fixed', [startNotStated(7, { standing: 'policy' })]),
    service: [
      duty('The public', 'applicant', 'Newspaper notice for 30 days; keep proof of publication', {
        daysBefore: { days: 30, event: 'filed' },
        consequence: 'Proof of publication is needed for validity.',
      }),
    ],
  }),
  practice({ code: 'MO', wait: wait('fixed', [about(3, { note: 'After discharge.' })]) }),
  practice({ code: 'MT', wait: wait('none_fixed') }),
  practice({
    code: 'NE',
    wait: wait('fixed', [
      startNotStated(10, { level: 'felony', standing: 'policy' }),
      startNotStated(3, { level: 'misdemeanor', standing: 'policy' }),
    ]),
    second: {
      body: 'Attorney General and Secretary of State',
      rule: 'votes_together',
      effect: 'Majority of three; the governor can be outvoted: keep the vote record as an exhibit.',
      basis: 'whoDecides',
    },
    sessions: { what: 'Board meetings, about quarterly', perYear: 4, months: null, basis: 'cadence' },
    particulars: [
      {
        text: 'Firearm authority is a separate, express act of the governor; a court set-aside is not a pardon.',
        basis: 'watchFor',
      },
    ],
  }),
  practice({
    code: 'NV',
    wait: wait('varies', [], {
      conditions: ['Significant time after discharge, by offence (staff policy).'],
    }),
    second: {
      body: 'Supreme Court justices and Attorney General',
      rule: 'votes_together',
      effect:
        'The governor need not be in the majority since the amendment of 2020: keep the vote as an exhibit.',
      basis: 'general_knowledge',
    },
    sessions: { what: 'Board meetings, at least twice a year', perYear: 2, months: null, basis: 'cadence' },
  }),
  practice({
    code: 'NH',
    wait: wait('none_fixed'),
    second: {
      body: 'Executive Council',
      rule: 'must_consent',
      effect: 'The Council must consent: effective on the later date.',
      basis: 'whoDecides',
    },
  }),
  practice({
    code: 'NJ',
    wait: wait('none_fixed', [], { conditions: ['Executive Order 362 set expedited categories.'] }),
    expedite: expedite('executive_order', {
      authority: 'Executive Order 362 (2024)',
      limits: ['Categories such as non-violent offences with a clean period; not about immigration.'],
    }),
    tenure: {
      restsOn: 'executive_order',
      note: 'The Clemency Advisory Board rests on an executive order of the last governor, who left in January 2026: confirm that it continues.',
      basis: 'watchFor',
    },
  }),
  practice({ code: 'NM', wait: wait('varies', [], { conditions: ['Waits by offence (policy).'] }) }),
  practice({
    code: 'NY',
    wait: wait('none_fixed', [], { conditions: ['Other remedies are considered first.'] }),
    expedite: expedite('practice', {
      authority: 'Stated purposes of a standard pardon',
      immigration: 'named',
      limits: ['Urgency by letter and a call to the counsel’s office; no clock and no hearing.'],
    }),
    particulars: [
      {
        text: 'No hearing and no clock: the work is the record, the letter and the campaign.',
        basis: 'cadence',
      },
    ],
  }),
  practice({
    code: 'NC',
    wait: wait('fixed', [about(5)]),
    particulars: [
      {
        text: 'Three instruments; the pardon of forgiveness carries conditions: ask for the unconditional one.',
        basis: 'watchFor',
      },
    ],
  }),
  practice({
    code: 'ND',
    wait: wait('none_fixed', [], { conditions: ['Rules by offence.'] }),
    cutoffs: [
      {
        days: 90,
        before: 'meeting of the Pardon Advisory Board',
        standing: 'approximate',
        note: 'About 90 days before the meeting. No roll is stated.',
        basis: 'application',
      },
    ],
    sessions: { what: 'Board meetings, twice a year', perYear: 2, months: null, basis: 'cadence' },
  }),
];
