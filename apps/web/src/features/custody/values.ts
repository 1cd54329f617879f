/** The words of the contract about detention, in the order people expect them. */
export const arrestedByValues = ['ice', 'cbp', 'police', 'jail_transfer', 'other', 'not_known'] as const;
export const arrestedWhereValues = [
  'check_in',
  'home',
  'street',
  'workplace',
  'court',
  'jail',
  'airport',
  'border',
  'other',
  'not_known',
] as const;
export const episodeEnds = [
  'released_supervision',
  'released_bond',
  'released_recognizance',
  'released_parole',
  'habeas',
  'relief',
  'removed',
  'departed',
  'other_custody',
  'died',
  'other',
  'not_known',
] as const;
export const staySources = [
  'locator',
  'facility',
  'field_office',
  'family',
  'client',
  'counsel',
  'court',
  'government',
  'other',
] as const;
export const lookedInValues = [
  'ice_locator',
  'facility_call',
  'field_office_call',
  'field_office_visit',
  'detention_line',
  'bop_locator',
  'jail_locator',
  'consulate',
  'family',
  'court_system',
  'other',
] as const;
export const lookUpResults = ['found', 'not_found', 'unclear'] as const;
export const protocolEnds = ['released', 'false_alarm', 'removed', 'steady', 'other'] as const;
export const bondSetters = ['ice', 'immigration_judge'] as const;
export const bondDecisions = ['granted', 'denied', 'no_jurisdiction'] as const;
export const bondAppellants = ['client', 'government'] as const;
export const stayEnds = ['lapsed', 'court_order', 'government_withdrew', 'recorded_in_error'] as const;
export const automaticStays = ['yes', 'no', 'not_known'] as const;
export const bondAppealOutcomes = ['dismissed', 'sustained', 'remanded'] as const;
