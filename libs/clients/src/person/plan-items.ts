export const PLAN_SECTIONS = [
  'children',
  'medicines',
  'home',
  'work',
  'money',
  'documents',
  'phone_numbers',
] as const;
export type PlanSection = (typeof PLAN_SECTIONS)[number];

/** What every family is asked, in the order of the printed plan. Their words are the web app's. */
export const PLAN_ITEMS = {
  children: ['caregiver', 'school_pickup', 'school', 'caregiver_affidavit', 'child_papers', 'child_needs'],
  medicines: ['medicine_list', 'medicine_place', 'pharmacy', 'doctor'],
  home: ['keys', 'landlord', 'car', 'pets'],
  work: ['tell_employer', 'last_pay', 'tools'],
  money: ['bank', 'bills', 'emergency_fund', 'power_of_attorney'],
  documents: ['document_place', 'copies', 'who_may_fetch', 'lawyer_papers'],
  phone_numbers: ['number_by_heart', 'lawyer_number', 'detention_line'],
} as const satisfies Record<PlanSection, readonly string[]>;

export const PLAN_ITEM_CODES: string[] = Object.values(PLAN_ITEMS).flat();

/** The section of an item that every family is asked, or null. */
export function sectionOf(item: string): PlanSection | null {
  return PLAN_SECTIONS.find((section) => (PLAN_ITEMS[section] as readonly string[]).includes(item)) ?? null;
}
