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
import type { ReapplyRule } from './practice-types';

const again = (months: number, extra: Partial<ReapplyRule>): ReapplyRule => ({
  months,
  from: 'denied',
  denial: null,
  approximate: false,
  note: '',
  basis: 'cadence',
  ...extra,
});

/** Procedure of the authorities from Ohio to Wyoming, DC, Puerto Rico and the federal power. */
export const OHIO_TO_FEDERAL = [
  practice({
    code: 'OH',
    wait: wait('none_fixed', [
      startNotStated(10, {
        standing: 'special_programme',
        note: 'The Expedited Pardon Project used about ten years.',
      }),
    ]),
    reapply: [again(24, { note: 'Apply again after two years.' })],
    expedite: expedite('practice', {
      authority: 'Expedited Pardon Project',
      limits: ['Not about immigration; through law-school clinics.'],
    }),
  }),
  practice({
    code: 'OK',
    wait: wait('fixed', [
      after(0, 'sentence_end', { note: 'Sentence completed.' }),
      after(5, 'supervision', { note: 'Five years on supervision, without waiting for the end.' }),
    ]),
    clocks: [expected('decision', 'Decision expected (about six months)', 6, 'month')],
    second: boardFirst('Pardon and Parole Board'),
    sessions: { what: 'Board dockets', perYear: 12, months: null, basis: 'cadence' },
  }),
  practice({
    code: 'OR',
    wait: wait('none_fixed', [], { conditions: ['Normally after the sentence.'] }),
    clocks: [
      expected('lapse', 'Application may lapse (180 days)', 180, 'day', {
        kind: 'lapses',
        note: 'One practitioner page says an application lapses if not decided in 180 days: confirm with the governor’s office and file again in time.',
        basis: { keys: ['orCogan'] },
      }),
    ],
    service: [
      duty(
        'District attorney of the county, Parole Board, Corrections director',
        'applicant',
        'Serve the application; affidavit of service',
        { consequence: 'In practice nothing is considered without proof of service.' },
      ),
    ],
    expedite: expedite('practice', {
      authority: 'Explain the urgency in the application',
      immigration: 'not_known',
    }),
  }),
  practice({
    code: 'PA',
    wait: wait('none'),
    reapply: [
      again(12, { denial: 'first', note: 'Twelve months after a first denial.' }),
      again(24, { denial: 'later', note: 'Twenty-four months after a later denial.' }),
    ],
    expedite: expedite('body_rule', {
      authority: 'Expedited review of the Board of Pardons',
      limits: ['Only older, non-violent cases.', 'Homicide and firearm offences are excluded.'],
    }),
    second: boardFirst('Board of Pardons', { keys: ['paBOP'] }),
  }),
  practice({
    code: 'RI',
    wait: wait('none'),
    second: {
      body: 'Senate',
      rule: 'must_consent',
      effect: 'The Senate must consent, and the consent must be proved: effective on the later date.',
      basis: { keys: ['riLeg'] },
    },
    particulars: [
      { text: 'Last grant reported in 2011: consider vacating the conviction instead.', basis: 'cadence' },
    ],
  }),
  practice({
    code: 'SC',
    wait: wait('fixed', [after(0, 'sentence_end', { note: 'Sentence completed and restitution paid.' })]),
    clocks: [
      expected('decision', 'Decision expected (roughly seven to nine months)', 7, 'month', {
        note: 'Roughly seven to nine months: the earlier end is shown.',
      }),
    ],
  }),
  practice({
    code: 'SD',
    wait: wait('fixed', [startNotStated(5)]),
    second: {
      body: 'Board of Pardons and Paroles',
      rule: 'for_some_cases',
      effect: 'The board’s route is needed for sealing.',
      basis: 'whoDecides',
    },
    records: recordsGo('sealed', 'The statutory route seals the record: certify first.'),
    sessions: { what: 'Board meetings', perYear: 12, months: null, basis: 'cadence' },
  }),
  practice({
    code: 'TN',
    wait: wait('fixed', [about(5, { note: 'Criteria.' })]),
    sessions: { what: 'Grants, irregular, December', perYear: null, months: [12], basis: 'cadence' },
  }),
  practice({
    code: 'TX',
    wait: wait('fixed', [
      after(0, 'sentence_end', { note: 'Sentence discharged.' }),
      startNotStated(10, { level: 'deferred_adjudication' }),
    ]),
    reapply: [again(24, { note: 'Apply again after two years.', basis: 'waitingPeriod' })],
    second: boardFirst('Board of Pardons and Paroles (majority, in writing)', { keys: ['txRule'] }),
    sessions: {
      what: 'Grants all year, small batch in December',
      perYear: null,
      months: [12],
      basis: 'cadence',
    },
  }),
  practice({
    code: 'UT',
    wait: wait('fixed', [about(5)], { conditions: ['Expungement is normally tried first.'] }),
    records: recordsGo('expunged', 'The pardon works as an expungement: certify the records first.'),
  }),
  practice({ code: 'VT', wait: wait('fixed', [startNotStated(10, { standing: 'policy' })]) }),
  practice({
    code: 'VA',
    wait: wait('fixed', [about(5, { note: 'Simple pardon.' })]),
    reapply: [again(24, { approximate: true, note: 'After about two years.' })],
    expedite: expedite('practice', {
      authority: 'Conditional pardons of past governors',
      immigration: 'named',
      limits: ['A conditional pardon is not an unconditional one: it does not satisfy the waiver.'],
    }),
    particulars: [
      {
        text: 'Get the words “full and unconditional”: of the three instruments none has them by itself.',
        basis: 'watchFor',
      },
    ],
  }),
  practice({
    code: 'WA',
    wait: wait('none_fixed', [], {
      conditions: ['Board policy; one petition in three years for the same conviction.'],
    }),
    reapply: [
      again(36, {
        from: 'filed',
        note: 'One petition in three years for the same conviction; counted from the last filing.',
        basis: 'waitingPeriod',
      }),
    ],
    expedite: expedite('statute', {
      authority: 'HB 1131 (2025)',
      inForceFrom: '2026-01-01',
      immigration: 'named',
      limits: [
        'The board may expedite for urgent need, a pending deportation order or proceeding included: discretionary.',
        'Enlargement of the board depends on funding.',
      ],
    }),
    sessions: { what: 'Public board hearings', perYear: 4, months: [3, 6, 9, 12], basis: 'cadence' },
    particulars: [
      {
        text: 'One governor refused to act without a recommendation (July 2025); another acted without a hearing (December 2018).',
        basis: 'watchFor',
      },
    ],
  }),
  practice({ code: 'WV', wait: wait('none_fixed') }),
  practice({
    code: 'WI',
    wait: wait('fixed', [after(5, 'sentence_end', { level: 'felony', note: 'After the whole sentence.' })], {
      conditions: [
        'Felony convictions only: a deportation ground that rests on a misdemeanor cannot be pardoned under the criteria.',
        'No pending case.',
        'Not on the sex-offender registry.',
        'The criteria cannot be waived.',
      ],
    }),
    clocks: [
      expected('hearing', 'Hearing not before (at least 18 months)', 18, 'month', {
        kind: 'not_before',
        standing: 'published',
        note: 'At least 18 months from filing to hearing.',
      }),
    ],
    expedite: expedite('executive_order', {
      authority: 'Executive order of 2021',
      limits: [
        'The chair may send low-level, non-violent cases straight to the governor.',
        'None for immigration.',
      ],
    }),
    tenure: {
      restsOn: 'executive_order',
      note: 'The Pardon Advisory Board rests on an executive order and ends with it.',
      basis: 'watchFor',
    },
  }),
  practice({
    code: 'WY',
    wait: wait('fixed', [startNotStated(10)]),
    service: [duty('District attorney', 'applicant', 'Notice of the application')],
  }),
  practice({
    code: 'DC',
    wait: wait('fixed', [after(5, 'release_or_sentence')]),
    particulars: [
      {
        text: 'The President pardons D.C. Code offences; the mayor’s power is municipal.',
        basis: 'whoDecides',
      },
    ],
  }),
  practice({
    code: 'PR',
    wait: wait('not_known'),
    expedite: expedite('not_checked', { immigration: 'not_known' }),
  }),
  practice({
    code: 'FED',
    wait: wait('fixed', [after(5, 'release_or_sentence', { note: '28 CFR 1.2.' })], {
      waiver: 'A waiver of the five years is rare.',
    }),
  }),
];
