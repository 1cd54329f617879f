/** Registry under INA 249, the law in force. */
export const REGISTRY = { enteredBefore: '1972-01-01', inForceSince: '1986-11-06' } as const;

/** A bill that would change a rule. It is shown only on request and never as law. */
export interface IntroducedBill {
  readonly id: string;
  readonly title: string;
  readonly introducedOn: string;
  readonly stage: string;
  /** Entry at least so many years before the application. */
  readonly rollingYears: number;
  readonly wouldStart: string;
}

/** Bills on registry that were found; INA 249 stands until one becomes law. */
export const REGISTRY_BILLS: readonly IntroducedBill[] = [
  {
    id: 'H.R. 4696 (119th Congress)',
    title: 'Renewing Immigration Provisions of the Immigration Act of 1929',
    introducedOn: '2025-07-23',
    stage: 'Sent to the House Judiciary Committee; no later step was found.',
    rollingYears: 7,
    wouldStart: '60 days after enactment',
  },
];

/** The agreement of 2008 with Viet Nam. */
export const VIETNAM_AGREEMENT = { inForceSince: '2008-03-22', arrivedBefore: '1995-07-12' } as const;

/** The class injunction for Cambodian nationals. `confirmedInForceOn`: last day somebody confirmed it; null: never. */
export const CHHOEUN_INJUNCTION = {
  orderedOn: '2020-04-27',
  noticeDays: 14,
  confirmedInForceOn: null,
} as const;

/** Good moral character for naturalisation. */
export const GOOD_CHARACTER = { years: 5, yearsOfSpouse: 3, aggravatedFelonyFrom: '1990-11-29' } as const;

/** From the day after this one every screening says that its law is stale. */
export const SCREENING_NEXT_REVIEW = '2027-02-22';

/** Newest last. A programme is never changed without an entry here. */
export const SCREENING_CHANGES: ReadonlyArray<{ version: string; on: string; what: string; why: string }> = [
  {
    version: '2026-11-22.1',
    on: '2026-11-22',
    what: 'First set: registry and one bill, returns to Vietnam, Cambodia and Laos, the Chhoeun class, naturalisation.',
    why: 'Programmes a person with an old removal order may ask about.',
  },
];

/** Stored with every screening. */
export const SCREENING_VERSION: string = SCREENING_CHANGES[SCREENING_CHANGES.length - 1].version;
