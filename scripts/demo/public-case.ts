/**
 * The case this product is modelled on, as far as news reports of June to October 2025 tell it. The person has a
 * role name here. What no report says is not filled in: `NOT_PUBLIC` stands in the story, and the record stays empty.
 */
export const NOT_PUBLIC = 'not public';

export const CLIENT = {
  name: { given: 'The', family: 'Client' },
  countryOfBirth: 'LA',
  arrival: { on: '1980', manner: 'refugee' },
};

/** What is told of the person, with its gaps. */
export const KNOWN: readonly (readonly [string, string])[] = [
  ['Name', 'withheld; here "the client"'],
  ['A-number', NOT_PUBLIC],
  ['Date of birth', `${NOT_PUBLIC}; age at the offence is reported as 15 and as 16`],
  ['Arrival', 'about 1980, a child, as a refugee from Laos'],
  ['Offence', 'a shooting on 24 December 1988, New York'],
  ['Conviction', 'manslaughter, about 1990; degree, statute, court, docket: not public'],
  ['Sentence', 'about 14 years were served; the sentence imposed: not public'],
  ['Removal order', 'about 2000; exact date, court, charges, appeal: not public'],
  ['Release', '2003, on supervision with yearly reporting; the day: not public'],
  ['Check-in', 'planned for 5 June 2025, moved, then 2 July 2025; hour and office: not public'],
  ['Pardon', "unconditional, signed by New York's governor on 1 July 2025; full text: not public"],
  ['Made public', '15 August 2025 by a newspaper, 16 August by others'],
  ['Outcome', 'reopened, order vacated, terminated, July to August 2025; exact days: not public'],
];

/** The day of the first report that speaks of the campaign for a pardon; the story begins there. */
export const FIRST_REPORT = '2025-06-03';

export const CONVICTION = {
  level: 'felony',
  state: 'NY',
  offence: 'Manslaughter (degree not public)',
  offenceOn: '1988-12-24',
  sentencedOn: '1990',
  ageAtOffence: null,
  // The name of the crime answers this one question; the others wait for the record of conviction.
  flags: { drug: 'no' },
  note:
    'From news reports. The year 1990 is approximate. Age at the offence: 15 in some reports, 16 in others. ' +
    'On 16 August 2025 DHS spoke in public of manslaughter and of firearm possession; whether there was a count ' +
    'of that kind, and what became of it, is not public.',
};

export const PROCEEDING = {
  kind: 'removal',
  courtCode: null,
  note: 'From news reports: a removal order about 2000. Court, charging document and charges are not public.',
};

export const ORDER = {
  kind: 'removal',
  decidedOn: '2000',
  decidedAbout: true,
  appeal: 'not_known',
  note: 'About 2000, from news reports of a "25-year-old" order. The day, the form and any appeal are not public.',
};

export const CHECK_IN = {
  officeCode: 'ERO-NY-NEW-YORK-CITY',
  date: '2025-07-02',
  time: '00:00',
  method: 'in_person',
  outcome: 'not_known',
  note:
    'Planned for 5 June 2025, then moved (reports of 3 and 26 June 2025). The hour is not public: 00:00 stands for ' +
    'that. The office is not public either: the field office for New York City stands for it.',
};

export const GRANT = {
  instrumentKind: 'full_and_unconditional',
  grantor: 'governor',
  individual: true,
  signedOn: '2025-07-01',
  effectiveOn: null,
  receivedOn: null,
  announcedOn: '2025-08-15',
  wording: null,
  note: 'Reported as unconditional and as including relief from removal. The text of the instrument is not public.',
};

/** How the order stood afterwards; of the days only the year is certain. */
export const ENDING = [
  { status: 'reopened', on: '2025', note: 'July or August 2025; the day is not public.' },
  { status: 'vacated', on: '2025', note: 'July or August 2025; the day is not public.' },
  { status: 'terminated', on: '2025', note: 'July or August 2025; reports differ on the month.' },
];
