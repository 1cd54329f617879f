import type { StateHolidayRule } from './state-holiday-rule';

const ELECTION_DAY = { kind: 'nth', month: 11, weekday: 1, n: 1, plus: 1 } as const;
const DAY_AFTER_THANKSGIVING = { kind: 'nth', month: 11, weekday: 4, n: 4, plus: 1 } as const;
const GOOD_FRIDAY = { kind: 'easter', plus: -2 } as const;
const KNOWN = { provenance: 'general_knowledge' } as const;

/** The state of the clerk's principal office of each court of appeals: FRAP 26(a)(6)(C). Boston, New York, and so on. */
export const CLERK_STATES: Readonly<Record<string, string>> = {
  '1': 'MA',
  '2': 'NY',
  '3': 'PA',
  '4': 'VA',
  '5': 'LA',
  '6': 'OH',
  '7': 'IL',
  '8': 'MO',
  '9': 'CA',
  '10': 'CO',
  '11': 'GA',
  DC: 'DC',
};

/** Clock of the clerk's principal office of each circuit. FRAP 26(a)(4)(A). */
export const CLERK_TIME_ZONES: Readonly<Record<string, string>> = {
  '1': 'America/New_York',
  '2': 'America/New_York',
  '3': 'America/New_York',
  '4': 'America/New_York',
  '5': 'America/Chicago',
  '6': 'America/New_York',
  '7': 'America/Chicago',
  '8': 'America/Chicago',
  '9': 'America/Los_Angeles',
  '10': 'America/Denver',
  '11': 'America/New_York',
  DC: 'America/New_York',
};

/**
 * Holidays that a state keeps besides those of 5 USC 6103, for the states where the clerks of the courts of appeals sit
 * and the District of Columbia. A date is never rolled over them: FRAP 26(a)(6)(C) counts them for forward periods only,
 * and they show the outer bound. Every record is general knowledge, to be compared with the state's code before anyone
 * relies on it. Not in the pack, to be supplied by hand: days that a governor proclaims year by year (Georgia's days for
 * Washington and Lee in December and November are moved so), and days of a lunar calendar (California from 2023 and 2026).
 */
export const STATE_HOLIDAYS_PACK: {
  readonly asOf: string;
  readonly source: string;
  readonly names: Readonly<Record<string, string>>;
  readonly rules: readonly StateHolidayRule[];
} = {
  asOf: '2026-11-22',
  source: 'General knowledge of the state codes cited in each record; not compared with the official texts',
  names: {
    MA: 'Massachusetts',
    NY: 'New York',
    PA: 'Pennsylvania',
    VA: 'Virginia',
    LA: 'Louisiana',
    OH: 'Ohio',
    IL: 'Illinois',
    MO: 'Missouri',
    CA: 'California',
    CO: 'Colorado',
    GA: 'Georgia',
    DC: 'District of Columbia',
  },
  rules: [
    // First Circuit, Boston.
    {
      state: 'MA',
      name: "Patriots' Day",
      to: 1968,
      rule: { kind: 'fixed', month: 4, date: 19 },
      sunday: 'monday',
      citation: 'Mass. Gen. Laws ch. 4, sec. 7, cl. 18 before 1969',
      ...KNOWN,
    },
    {
      state: 'MA',
      name: "Patriots' Day",
      from: 1969,
      rule: { kind: 'nth', month: 4, weekday: 1, n: 3 },
      citation: 'Mass. Gen. Laws ch. 4, sec. 7, cl. 18',
      ...KNOWN,
    },
    {
      state: 'MA',
      name: 'Evacuation Day (Suffolk County)',
      rule: { kind: 'fixed', month: 3, date: 17 },
      sunday: 'monday',
      citation: 'Mass. Gen. Laws ch. 4, sec. 7, cl. 18; ch. 136, sec. 12',
      ...KNOWN,
    },
    {
      state: 'MA',
      name: 'Bunker Hill Day (Suffolk County)',
      rule: { kind: 'fixed', month: 6, date: 17 },
      sunday: 'monday',
      citation: 'Mass. Gen. Laws ch. 4, sec. 7, cl. 18; ch. 136, sec. 12',
      ...KNOWN,
    },
    // Second Circuit, New York.
    {
      state: 'NY',
      name: "Lincoln's Birthday",
      rule: { kind: 'fixed', month: 2, date: 12 },
      sunday: 'monday',
      citation: 'N.Y. Gen. Constr. Law sec. 24',
      ...KNOWN,
    },
    {
      state: 'NY',
      name: 'General election day',
      rule: ELECTION_DAY,
      citation: 'N.Y. Gen. Constr. Law sec. 24',
      ...KNOWN,
    },
    // Third Circuit, Philadelphia.
    {
      state: 'PA',
      name: "Lincoln's Birthday",
      rule: { kind: 'fixed', month: 2, date: 12 },
      citation: '44 Pa. Stat. sec. 11',
      ...KNOWN,
    },
    { state: 'PA', name: 'Good Friday', rule: GOOD_FRIDAY, citation: '44 Pa. Stat. sec. 11', ...KNOWN },
    {
      state: 'PA',
      name: 'Flag Day',
      rule: { kind: 'fixed', month: 6, date: 14 },
      citation: '44 Pa. Stat. sec. 11',
      ...KNOWN,
    },
    { state: 'PA', name: 'Election day', rule: ELECTION_DAY, citation: '44 Pa. Stat. sec. 11', ...KNOWN },
    // Fourth Circuit, Richmond.
    {
      state: 'VA',
      name: 'Lee-Jackson Day',
      from: 2001,
      to: 2020,
      rule: { kind: 'nth', month: 1, weekday: 1, n: 3, plus: -3 },
      citation: 'Va. Code sec. 2.2-3300 before July 2020',
      ...KNOWN,
    },
    {
      state: 'VA',
      name: 'Election day',
      from: 2020,
      rule: ELECTION_DAY,
      citation: 'Va. Code sec. 2.2-3300',
      ...KNOWN,
    },
    {
      state: 'VA',
      name: 'Day after Thanksgiving',
      rule: DAY_AFTER_THANKSGIVING,
      citation: 'Va. Code sec. 2.2-3300',
      ...KNOWN,
    },
    // Fifth Circuit, New Orleans.
    {
      state: 'LA',
      name: 'Battle of New Orleans',
      rule: { kind: 'fixed', month: 1, date: 8 },
      citation: 'La. Rev. Stat. 1:55(A)',
      ...KNOWN,
    },
    {
      state: 'LA',
      name: 'Robert E. Lee Day',
      to: 2022,
      rule: { kind: 'fixed', month: 1, date: 19 },
      citation: 'La. Rev. Stat. 1:55(A) before August 2022',
      ...KNOWN,
    },
    {
      state: 'LA',
      name: 'Mardi Gras',
      rule: { kind: 'easter', plus: -47 },
      citation: 'La. Rev. Stat. 1:55(A)',
      ...KNOWN,
    },
    { state: 'LA', name: 'Good Friday', rule: GOOD_FRIDAY, citation: 'La. Rev. Stat. 1:55(A)', ...KNOWN },
    {
      state: 'LA',
      name: 'Confederate Memorial Day',
      to: 2022,
      rule: { kind: 'fixed', month: 6, date: 3 },
      citation: 'La. Rev. Stat. 1:55(A) before August 2022',
      ...KNOWN,
    },
    {
      state: 'LA',
      name: 'Huey P. Long Day',
      rule: { kind: 'fixed', month: 8, date: 30 },
      citation: 'La. Rev. Stat. 1:55(A)',
      ...KNOWN,
    },
    {
      state: 'LA',
      name: "All Saints' Day",
      rule: { kind: 'fixed', month: 11, date: 1 },
      citation: 'La. Rev. Stat. 1:55(A)',
      ...KNOWN,
    },
    {
      state: 'LA',
      name: 'General election day',
      rule: ELECTION_DAY,
      evenYears: true,
      citation: 'La. Rev. Stat. 1:55(B)',
      ...KNOWN,
    },
    {
      state: 'LA',
      name: 'Acadian Day',
      rule: DAY_AFTER_THANKSGIVING,
      citation: 'La. Rev. Stat. 1:55(B), (E)',
      ...KNOWN,
    },
    // Sixth Circuit, Cincinnati: Ohio Rev. Code 1.14 keeps the federal days only; election day is a half holiday there.
    // Seventh Circuit, Chicago.
    {
      state: 'IL',
      name: "Lincoln's Birthday",
      rule: { kind: 'fixed', month: 2, date: 12 },
      sunday: 'monday',
      citation: '205 ILCS 630/17; 80 Ill. Adm. Code 303.190',
      ...KNOWN,
    },
    { state: 'IL', name: 'Good Friday', rule: GOOD_FRIDAY, citation: '205 ILCS 630/17', ...KNOWN },
    {
      state: 'IL',
      name: 'General election day',
      rule: ELECTION_DAY,
      evenYears: true,
      citation: '205 ILCS 630/17; 80 Ill. Adm. Code 303.190',
      ...KNOWN,
    },
    {
      state: 'IL',
      name: 'Day after Thanksgiving',
      rule: DAY_AFTER_THANKSGIVING,
      citation: '205 ILCS 630/17',
      ...KNOWN,
    },
    // Eighth Circuit, St. Louis.
    {
      state: 'MO',
      name: 'Lincoln Day',
      rule: { kind: 'fixed', month: 2, date: 12 },
      sunday: 'monday',
      saturday: 'friday',
      citation: 'Mo. Rev. Stat. sec. 9.010',
      ...KNOWN,
    },
    {
      state: 'MO',
      name: 'Truman Day',
      from: 1967,
      rule: { kind: 'fixed', month: 5, date: 8 },
      sunday: 'monday',
      saturday: 'friday',
      citation: 'Mo. Rev. Stat. sec. 9.010',
      ...KNOWN,
    },
    // Ninth Circuit, San Francisco.
    {
      state: 'CA',
      name: 'Lincoln Day',
      rule: { kind: 'fixed', month: 2, date: 12 },
      sunday: 'monday',
      citation: 'Cal. Gov. Code secs. 6700, 6701',
      ...KNOWN,
    },
    {
      state: 'CA',
      name: 'Cesar Chavez Day',
      from: 2001,
      rule: { kind: 'fixed', month: 3, date: 31 },
      sunday: 'monday',
      citation: 'Cal. Gov. Code secs. 6700, 6701',
      ...KNOWN,
    },
    {
      state: 'CA',
      name: 'Genocide Remembrance Day',
      from: 2023,
      rule: { kind: 'fixed', month: 4, date: 24 },
      citation: 'Cal. Gov. Code sec. 6700',
      ...KNOWN,
    },
    {
      state: 'CA',
      name: 'Admission Day',
      rule: { kind: 'fixed', month: 9, date: 9 },
      sunday: 'monday',
      citation: 'Cal. Gov. Code secs. 6700, 6701',
      ...KNOWN,
    },
    {
      state: 'CA',
      name: 'Native American Day',
      from: 2015,
      rule: { kind: 'nth', month: 9, weekday: 5, n: 4 },
      citation: 'Cal. Gov. Code sec. 6700',
      ...KNOWN,
    },
    {
      state: 'CA',
      name: 'Day after Thanksgiving',
      rule: DAY_AFTER_THANKSGIVING,
      citation: 'Cal. Gov. Code sec. 19853; Cal. Code Civ. Proc. sec. 135',
      ...KNOWN,
    },
    // Tenth Circuit, Denver.
    {
      state: 'CO',
      name: 'Frances Xavier Cabrini Day',
      from: 2020,
      rule: { kind: 'nth', month: 10, weekday: 1, n: 1 },
      citation: 'Colo. Rev. Stat. sec. 24-11-101',
      ...KNOWN,
    },
    // Eleventh Circuit, Atlanta. The Governor names the day; since 2020 it has been Good Friday.
    {
      state: 'GA',
      name: 'Confederate Memorial Day',
      to: 2015,
      rule: { kind: 'fixed', month: 4, date: 26 },
      sunday: 'monday',
      citation: 'Ga. Code sec. 1-4-1',
      ...KNOWN,
    },
    {
      state: 'GA',
      name: 'State Holiday',
      from: 2020,
      rule: GOOD_FRIDAY,
      citation: 'Ga. Code sec. 1-4-1, by proclamation of each year',
      ...KNOWN,
    },
    {
      state: 'GA',
      name: 'Day after Thanksgiving',
      rule: DAY_AFTER_THANKSGIVING,
      citation: 'Ga. Code sec. 1-4-1, by proclamation of each year',
      ...KNOWN,
    },
    // District of Columbia Circuit.
    {
      state: 'DC',
      name: 'Emancipation Day',
      from: 2005,
      rule: { kind: 'fixed', month: 4, date: 16 },
      sunday: 'monday',
      saturday: 'friday',
      citation: 'D.C. Code secs. 1-612.02a, 28-2701',
      ...KNOWN,
    },
    {
      state: 'DC',
      name: 'Inauguration Day',
      from: 1953,
      rule: { kind: 'fixed', month: 1, date: 20 },
      everyFourthFrom: 1953,
      sunday: 'monday',
      citation: 'D.C. Code sec. 28-2701',
      ...KNOWN,
    },
  ],
};
