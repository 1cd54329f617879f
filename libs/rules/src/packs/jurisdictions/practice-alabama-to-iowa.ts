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

/** Procedure of the authorities from Alabama to Iowa, read from the texts of their records. */
export const ALABAMA_TO_IOWA = [
  practice({
    code: 'AL',
    wait: wait('fixed', [
      after(0, 'sentence_end', { note: 'Sentence completed.' }),
      after(3, 'parole', { note: 'Three years of successful parole, without waiting for the end.' }),
    ]),
    clocks: [expected('decision', 'Decision expected (about one year)', 1, 'year')],
    service: [
      duty(
        'Attorney General, judge, district attorney, police, victim',
        'authority',
        'Notice of the hearing',
        {
          daysBefore: { days: 30, event: 'hearing' },
          basis: 'hearing',
        },
      ),
    ],
    particulars: [
      {
        text: 'Ask for a full pardon with every right restored: a pardon relieves civil disabilities only if it says so.',
        basis: 'watchFor',
      },
    ],
  }),
  practice({
    code: 'AK',
    wait: wait('none_fixed', [], { conditions: ['Board staff screens eligibility.'] }),
  }),
  practice({
    code: 'AZ',
    wait: wait('none_fixed'),
    second: boardFirst('Board of Executive Clemency'),
    sessions: { what: 'Board calendar', perYear: 12, months: null, basis: 'cadence' },
  }),
  practice({
    code: 'AR',
    wait: wait('varies', [
      after(0, 'sentence_end', { note: 'Sentence completed; longer for some offences.' }),
    ]),
    service: [duty('The public', 'authority', 'Notice of intent to grant', { basis: 'hearing' })],
    sessions: { what: 'Governor acts in monthly batches', perYear: 12, months: null, basis: 'cadence' },
  }),
  practice({
    code: 'CA',
    wait: wait(
      'fixed',
      [
        after(5, 'release', {
          standing: 'special_programme',
          approximate: true,
          startStated: false,
          note: 'Certificate of rehabilitation: five years’ residence in California at least; the period is set by statute for the offence.',
        }),
        after(10, 'crime_free', {
          standing: 'policy',
          approximate: true,
          note: 'Direct application: policy of about ten years without an offence after discharge.',
        }),
      ],
      {
        waiver:
          'The ten years of the direct route can be waived for need; urgent cases skip the certificate.',
      },
    ),
    clocks: [
      expected('recommendation', 'Board recommendation due (one year)', 1, 'year', {
        standing: 'statute',
        note: 'AB 2845: the board’s recommendation is due within a year. No date binds the governor.',
        basis: { keys: ['caAB2845'] },
      }),
    ],
    service: [
      duty(
        'District attorney of the county of conviction',
        'applicant',
        'Written notice of the application with proof by affidavit',
        { basis: 'general_knowledge' },
      ),
    ],
    expedite: expedite('statute', {
      authority: 'AB 2845 (2018)',
      inForceFrom: '2019-01-01',
      immigration: 'named',
      limits: [
        'The board must consider expedited review for urgent need, a pending deportation included; it need not grant it.',
        'The applicant must be told of receipt and outcome.',
      ],
    }),
    second: {
      body: 'Supreme Court of California',
      rule: 'for_some_cases',
      effect:
        'With two or more felony cases a majority of the Supreme Court must recommend first, and the board must be consulted.',
      basis: 'whoDecides',
    },
    particulars: [
      {
        text: 'Two routes: certificate of rehabilitation (Superior Court, forwarded as a pardon application) or direct application; somebody outside California uses the direct route.',
        basis: 'application',
      },
      { text: 'Firearm rights must be restored in express words.', basis: 'watchFor' },
    ],
  }),
  practice({
    code: 'CO',
    wait: wait('fixed', [about(10, { note: 'Generally ten years after the sentence.' })]),
    service: [
      duty('District attorney, judge and prosecutor', 'authority', 'Must be asked for their views', {
        basis: 'hearing',
      }),
    ],
    sessions: {
      what: 'Grants in batches, typically December',
      perYear: null,
      months: [12],
      basis: 'cadence',
    },
    tenure: {
      restsOn: 'executive_order',
      note: 'The Executive Clemency Advisory Board rests on an executive order: a pending application may have to start again.',
      basis: 'body',
    },
  }),
  practice({
    code: 'CT',
    wait: wait(
      'fixed',
      [after(5, 'disposition', { level: 'felony' }), after(3, 'disposition', { level: 'misdemeanor' })],
      { conditions: ['No nolle within 13 months.', 'Not on supervision.', 'No pending case.'] },
    ),
    clocks: [expected('decision', 'Decision expected (about 12 months)', 12, 'month')],
    expedite: expedite('none_found', { limits: ['Ask the board.'] }),
    records: recordsGo('erased', 'Records are erased: obtain certified copies before the grant.'),
    particulars: [
      {
        text: 'Only an absolute pardon, asked for by the person: a provisional pardon or certificate of employability is not enough.',
        basis: 'watchFor',
      },
    ],
  }),
  practice({
    code: 'DE',
    wait: wait('fixed', [about(3, { standing: 'policy', note: 'By rule of the board.' })]),
    expedite: expedite('practice', { authority: 'Letter to the board', immigration: 'not_known' }),
    second: boardFirst('Board of Pardons'),
    sessions: { what: 'Board hearings, roughly monthly', perYear: 12, months: null, basis: 'cadence' },
  }),
  practice({
    code: 'FL',
    wait: wait('fixed', [about(10, { note: 'For a full pardon.' })]),
    second: {
      body: 'At least two members of the cabinet',
      rule: 'votes_together',
      effect: 'The grant needs the governor and two members of the cabinet: keep the vote as an exhibit.',
      basis: 'whoDecides',
    },
    sessions: { what: 'Board meetings', perYear: 4, months: null, basis: 'cadence' },
    particulars: [
      { text: 'Ask for the full form: a pardon without firearm authority has its own.', basis: 'watchFor' },
    ],
  }),
  practice({
    code: 'GA',
    wait: wait(
      'fixed',
      [
        after(5, 'sentence_end', { note: 'The sentence includes fines.' }),
        after(10, 'sentence_end', { level: 'sex_offence' }),
      ],
      { waiver: 'The wait can be waived for harm.' },
    ),
    clocks: [
      expected('decision', 'Decision expected (six to nine months on average)', 6, 'month', {
        note: 'Six to nine months on average: the earlier end is shown.',
      }),
    ],
    service: [duty('Victims and prosecutors', 'authority', 'Are notified', { basis: 'hearing' })],
    expedite: expedite('practice', { authority: 'Letter explaining urgency', immigration: 'not_known' }),
    particulars: [
      {
        text: 'Ask in words for firearm restoration; restoration of rights alone is not a pardon.',
        basis: 'watchFor',
      },
    ],
  }),
  practice({ code: 'HI', wait: wait('none_fixed') }),
  practice({
    code: 'ID',
    wait: wait('fixed', [
      startNotStated(5, { level: 'nonviolent' }),
      startNotStated(10, { level: 'violent_or_sex' }),
      startNotStated(15, { level: 'dui_or_vehicular' }),
      startNotStated(3, {
        level: 'nonviolent',
        standing: 'other_published',
        note: 'An older page of the commission: three years.',
      }),
      startNotStated(5, {
        level: 'violent_or_sex',
        standing: 'other_published',
        note: 'An older page of the commission: five years.',
      }),
    ]),
    clocks: [
      expected('governor', 'Governor’s approval due for the listed serious offences (30 days)', 30, 'day', {
        kind: 'lapses',
        from: 'board_decision',
        standing: 'published',
        note: 'Murder, voluntary manslaughter, rape, kidnapping, lewd conduct, drug delivery or manufacture: without the governor’s approval within 30 days the pardon counts as denied.',
        basis: 'whoDecides',
      }),
    ],
    service: [duty('The public', 'authority', 'Notice is published', { basis: 'hearing' })],
    second: {
      body: 'Governor',
      rule: 'for_some_cases',
      effect: 'For the listed serious offences the governor must approve: keep the approval as an exhibit.',
      basis: 'whoDecides',
    },
    sessions: { what: 'Commission sessions', perYear: 4, months: null, basis: 'cadence' },
  }),
  practice({
    code: 'IL',
    wait: wait('none'),
    cutoffs: [
      {
        days: 75,
        before: 'first hearing day of the docket',
        standing: 'current',
        note: 'Complete petition, as the board publishes it. No roll is stated.',
        basis: { keys: ['ilFAQ'] },
      },
      {
        days: 30,
        before: 'hearing',
        standing: 'older_rule',
        note: 'The older state rule: 30 days and five copies. Not the day to plan by.',
        basis: { keys: ['ilJCAR'] },
      },
    ],
    clocks: [
      expected('cure', 'Last day to complete an incomplete petition (90 days)', 90, 'day', {
        kind: 'cure',
        standing: 'published',
        note: 'An incomplete petition lapses after 90 days. The start is not stated: counted from filing, the earlier reading.',
        basis: 'application',
      }),
      expected('recommendation', 'Recommendation to the governor expected (about 60 days)', 60, 'day', {
        from: 'hearing',
        note: 'Confidential. No date binds the governor.',
      }),
    ],
    service: [duty('Sentencing judge and state’s attorney', 'applicant', 'Serve the petition')],
    expedite: expedite('none_found', {
      limits: [
        'Letter to the board and the governor’s counsel; the board’s page says nothing can speed the process.',
      ],
    }),
    records: recordsGo(
      'may_be_expunged',
      'A grant may authorise expungement, which destroys proof: certify the records first.',
    ),
    sessions: { what: 'Dockets (Chicago and Springfield)', perYear: 4, months: null, basis: 'cadence' },
    particulars: [
      {
        text: 'The petitioner chooses a public or a non-public hearing; coming in person is preferred.',
        basis: 'hearing',
      },
      { text: 'Docket days for 2026 and 2027 were not found: ask the board.', basis: 'general_knowledge' },
    ],
  }),
  practice({ code: 'IN', wait: wait('fixed', [about(5)]) }),
  practice({
    code: 'IA',
    wait: wait('fixed', [about(10, { standing: 'policy' })]),
    particulars: [{ text: 'A special restoration of citizenship is not a pardon.', basis: 'watchFor' }],
  }),
];
