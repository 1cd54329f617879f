/** Day as of which the programmes and authorities of this pack were written. */
export const SCREENING_AS_OF = '2026-11-22';
/** Where the screening facts come from. */
export const SCREENING_SOURCE =
  'Public pages named with each authority; what has no address is general knowledge and must be verified.';
/** What nobody has verified about the screening rules, in words for a screen. */
export const SCREENING_NOTE =
  'Issue-spotting for an attorney. Secondary copies were read, not the current official texts.';

export interface ScreeningAuthority {
  cite: string;
  /** What the page supports, and no more. */
  note: string;
  provenance: 'sourced' | 'general_knowledge';
  asOf: string;
  address: string | null;
}

const seen = (cite: string, address: string, note: string): ScreeningAuthority => ({
  cite,
  note,
  provenance: 'sourced',
  asOf: SCREENING_AS_OF,
  address,
});

const unseen = (cite: string, note: string): ScreeningAuthority => ({
  cite,
  note,
  provenance: 'general_knowledge',
  asOf: SCREENING_AS_OF,
  address: null,
});

/** What the screening rests on, by key. */
export const SCREENING_AUTHORITIES = {
  registry: seen(
    'INA 249, 8 USC 1259',
    'https://docslib.org/doc/8291823/undocumented-aliens-who-entered-the-united-states-before-1972-and',
    'Quotes the section: entry before January 1, 1972, residence since, good moral character, not inadmissible as a criminal, no other record of admission for permanent residence.',
  ),
  registryBench: seen(
    'EOIR bench book, registry under INA 249 (Matter of M-P-, 9 I&N Dec. 747 (BIA 1968))',
    'http://www.justice.gov/eoir/vll/benchbook/templates/Registry%20Under%20INA.htm',
    'Not eligible with a previous record of lawful admission for permanent residence. Archived page.',
  ),
  registryBill: seen(
    'H.R. 4696, 119th Congress (introduced July 23, 2025)',
    'https://policysoup.com/bills/hr4696-119',
    'Would put entry at least seven years before the application in place of 1972; sent to the House Judiciary Committee. Not law.',
  ),
  registryProcedure: unseen(
    '8 CFR 249.2, 1249.2',
    'Who hears an application of somebody under an order: the order comes first.',
  ),
  dhsPardons: seen(
    'DHS statement on Connecticut pardons (March 2021, revised August 2022)',
    'https://dhs.gov/news/2021/03/23/dhs-statement-connecticut-pardons-and-immigration',
    'A pardon has no effect on grounds of inadmissibility.',
  ),
  vietnam2008: seen(
    'Agreement with Viet Nam on the acceptance of the return of citizens, in force March 22, 2008',
    'https://docslib.org/doc/4445615/repatriation',
    'People who arrived in the United States before July 12, 1995 are not subject to return under the agreement.',
  ),
  vietnam2020: seen(
    'Memorandum of understanding with Viet Nam, November 2020',
    'https://lowenthal.house.gov/media/press-releases/congressman-lowenthal-slams-newly-released-2020-us-mou-vietnam-allowing',
    'A member of Congress describes the released text: removal of people who arrived before July 12, 1995. The text itself was not read, nor whether it is applied in 2026.',
  ),
  cambodia: seen(
    'Repatriation arrangement with Cambodia, 2002',
    'https://www.asianlawcaucus.org/news-resources/guides-reports/resources-southeast-asian-refugees-facing-deportation',
    'More than 800 people removed by 2022; Cambodian officials interview before a travel document is issued.',
  ),
  laosProcedures: seen(
    'Diplomatic cables of 2008 and 2009 on returns to Laos',
    'https://www.scoop.co.nz/stories/WL0808/S01329/',
    'Working procedures were discussed; no formal agreement is reported.',
  ),
  laos2025: seen(
    'Star Tribune on removals to Laos, 2025',
    'https://www.startribune.com/minnesota-lawmakers-ask-state-officials-to-intervene-as-hmong-minnesotans-face-deportation-to-laos/601371725',
    '32 people were sent to Laos in June 2025.',
  ),
  finalOrders: seen(
    'Final orders not carried out, November 2024',
    'https://www.collective-freedom.org/deportationhistorytimeline',
    'Cambodia 1,747; Laos 4,850; Vietnam 8,675.',
  ),
  campBirth: unseen(
    'Thai nationality law',
    'Birth in a refugee camp in Thailand does not by itself make a citizen of Thailand.',
  ),
  chhoeunClass: seen(
    'Chhoeun v. Marin, No. 8:17-cv-01898 (C.D. Cal.), class certified August 14, 2018',
    'https://assets.documentcloud.org/documents/5674430/RestrainingOrder.txt',
    'Cambodian nationals with final orders who were released from ICE custody and have not since violated criminal law or the conditions of release. Order of January 3, 2019 quoting the certification.',
  ),
  chhoeunInjunction: seen(
    'Chhoeun v. Marin, permanent injunction of April 27, 2020',
    'https://www.khaagwa.org/ice-alert.html',
    'Community advisory: written notice mailed at least 14 days before an arrest; no expiry, but an appeal was expected. Its force in 2026 was not confirmed.',
  ),
  goodCharacter: seen(
    '8 CFR 316.10(c)(2), as described in a practice treatise',
    'https://nortontooby.com/node/16587',
    'A full executive pardon before the period of good moral character helps if reform is shown; during it only with extenuating or exonerating facts.',
  ),
  characterPeriod: seen(
    'INA 316(a), 319(a); USCIS Policy Manual, volume 12, part F, chapter 2',
    'https://uscis.gov/node/73877',
    'The period is five years before filing, three for certain spouses of citizens; earlier conduct may be weighed.',
  ),
  aggravatedBar: unseen(
    'INA 101(f)(8), 8 CFR 316.10(b)(1)',
    'An aggravated felony on or after November 29, 1990 bars good moral character for good; murder at any time. Whether a pardon lifts it is disputed.',
  ),
  finalOrderBar: unseen('INA 318, 8 USC 1429', 'Nobody is naturalised with a final order outstanding.'),
} as const satisfies Record<string, ScreeningAuthority>;

export type ScreeningAuthorityKey = keyof typeof SCREENING_AUTHORITIES;
