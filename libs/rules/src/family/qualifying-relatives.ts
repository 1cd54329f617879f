import { partialDateBounds, type PartialDateText } from '../identifiers';

export const RELATIONSHIPS = [
  'spouse',
  'former_spouse',
  'partner',
  'child',
  'stepchild',
  'parent',
  'stepparent',
  'sibling',
  'grandparent',
  'grandchild',
  'guardian',
  'other',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** A relative's own standing: citizen, lawful permanent resident, and what neither is. */
export const FAMILY_STATUSES = [
  'usc',
  'lpr',
  'refugee_or_asylee',
  'other_lawful',
  'pending',
  'none',
  'not_known',
] as const;
export type FamilyStatus = (typeof FAMILY_STATUSES)[number];

export const QUALIFYING_PURPOSES = [
  'cancellation',
  'waiver_212h',
  'waiver_212i',
  'waiver_unlawful_presence',
  'family_petition',
] as const;
export type QualifyingPurpose = (typeof QUALIFYING_PURPOSES)[number];

/** What is still to be found out before the relative counts. */
export type QualifyingQuestion = 'status' | 'age';

/** A relief for which a relative may count. Never more than a possibility: marriage, legitimation and age at the time are for an attorney. */
export interface PossibleQualifying {
  purpose: QualifyingPurpose;
  authority: string;
  /** True where the relief asks for hardship to this relative. */
  hardship: boolean;
  questions: QualifyingQuestion[];
}

export interface RelativeFacts {
  /** What the relative is to the client. */
  relationship: Relationship;
  status: FamilyStatus;
  birth: PartialDateText | null;
}

type Group = 'spouse' | 'parent' | 'child' | 'sibling';
type AgeRule = 'any' | 'under_21' | 'from_21';

interface Relief {
  purpose: QualifyingPurpose;
  authority: string;
  hardship: boolean;
  /** Which relatives count, and at which age. */
  counts: Partial<Record<Group, AgeRule>>;
  /** Groups of which only citizens count. */
  citizensOnly?: readonly Group[];
}

/** INA 101(b)(1) makes a stepchild a child when the marriage came before the age of 18. */
const GROUPS: Partial<Record<Relationship, Group>> = {
  spouse: 'spouse',
  parent: 'parent',
  stepparent: 'parent',
  child: 'child',
  stepchild: 'child',
  sibling: 'sibling',
};

const RELIEFS: readonly Relief[] = [
  {
    purpose: 'cancellation',
    authority: 'INA 240A(b)(1)(D)',
    hardship: true,
    counts: { spouse: 'any', parent: 'any', child: 'under_21' },
  },
  {
    purpose: 'waiver_212h',
    authority: 'INA 212(h)(1)(B)',
    hardship: true,
    counts: { spouse: 'any', parent: 'any', child: 'any' },
  },
  {
    purpose: 'waiver_212i',
    authority: 'INA 212(i)(1)',
    hardship: true,
    counts: { spouse: 'any', parent: 'any' },
  },
  {
    purpose: 'waiver_unlawful_presence',
    authority: 'INA 212(a)(9)(B)(v)',
    hardship: true,
    counts: { spouse: 'any', parent: 'any' },
  },
  {
    purpose: 'family_petition',
    authority: 'INA 201(b)(2)(A)(i), 203(a)',
    hardship: false,
    counts: { spouse: 'any', parent: 'any', child: 'from_21', sibling: 'from_21' },
    citizensOnly: ['child', 'sibling'],
  },
];

/** The reliefs for which this relative may count on a day. Empty for relatives of whom no relief asks. */
export function possibleQualifying(facts: RelativeFacts, today: string): PossibleQualifying[] {
  const group = GROUPS[facts.relationship];
  if (!group) return [];
  return RELIEFS.flatMap((relief) => {
    const age = relief.counts[group];
    if (!age) return [];
    const status = statusCounts(facts.status, relief.citizensOnly?.includes(group) ?? false);
    const old = ageCounts(age, facts.birth, today);
    if (status === 'no' || old === 'no') return [];
    const questions: QualifyingQuestion[] = [];
    if (status === 'unclear') questions.push('status');
    if (old === 'unclear') questions.push('age');
    const { purpose, authority, hardship } = relief;
    return [{ purpose, authority, hardship, questions }];
  });
}

type Counts = 'yes' | 'no' | 'unclear';

function statusCounts(status: FamilyStatus, citizensOnly: boolean): Counts {
  if (status === 'not_known') return 'unclear';
  return status === 'usc' || (status === 'lpr' && !citizensOnly) ? 'yes' : 'no';
}

function ageCounts(rule: AgeRule, birth: PartialDateText | null, today: string): Counts {
  if (rule === 'any') return 'yes';
  if (birth === null) return 'unclear';
  const { first, last } = partialDateBounds(birth);
  const [oldest, youngest] = [is21(first, today), is21(last, today)];
  if (oldest !== youngest) return 'unclear';
  return oldest === (rule === 'from_21') ? 'yes' : 'no';
}

/** Whether somebody born on this day is 21. Who was born on February 29 is so on March 1 of other years. */
function is21(birth: string, today: string): boolean {
  return `${Number(birth.slice(0, 4)) + 21}${birth.slice(4)}` <= today;
}
