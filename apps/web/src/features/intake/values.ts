/** The contract's closed lists of this area, in the order people expect them. */
export const partyKinds = [
  'family_member',
  'related_person',
  'opposing_party',
  'witness',
  'co_defendant',
  'victim',
  'government_official',
  'other',
] as const;

export const officePartyKinds = [
  'former_client',
  'opposing_party',
  'witness',
  'victim',
  'government_official',
  'other',
] as const;

export const conflictDecisions = ['no_conflict', 'waived', 'confirmed'] as const;

export const nextKinds = ['check_in', 'hearing', 'other'] as const;

export const detainedValues = ['yes', 'no', 'not_known'] as const;

export const declineCodes = [
  'conflict',
  'no_capacity',
  'outside_area',
  'other_kind_of_matter',
  'not_reached',
  'withdrew',
  'other',
] as const;

export const crossingFields = ['birth', 'a_number', 'other_names', 'languages', 'contacts', 'story'] as const;

/** Of a client also the nearest of what is ahead in the record. */
export const sendingFields = [...crossingFields, 'next_hearing', 'next_check_in', 'next_deadline'] as const;

/** Of somebody who only asked for help, what they said of the next date and of detention may cross too. */
export const passingFields = [...crossingFields, 'next_date', 'detention'] as const;
