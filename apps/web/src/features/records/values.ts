/** The words of the contract about requests for records, in the order people expect them. */
export const agencies = [
  'uscis',
  'ice',
  'eoir',
  'cbp',
  'obim',
  'fbi',
  'state_court',
  'police',
  'prison',
  'other',
] as const;
export const requestKinds = [
  'a_file',
  'case_file',
  'detention_file',
  'entry_records',
  'biometrics',
  'identity_history',
  'court_record',
  'police_report',
  'prison_record',
  'other',
] as const;
export const requestMethods = ['online', 'mail', 'email', 'fax', 'in_person', 'other'] as const;
export const requestOutcomes = ['full', 'partial', 'denied', 'no_records'] as const;
export const requestStatuses = [
  'draft',
  'sent',
  'with_agency',
  'answered',
  'appealed',
  'decided',
  'closed',
] as const;
