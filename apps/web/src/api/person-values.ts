/** Closed lists about the person and the people around them, in the order people expect. */
export const aliasKinds = [
  'native_script',
  'alias',
  'nickname',
  'spelling',
  'maiden',
  'married',
  'on_papers',
  'religious',
] as const;
export type AliasKind = (typeof aliasKinds)[number];

export const identifierKinds = [
  'a_number',
  'receipt',
  'fin',
  'fbi',
  'state_id',
  'doc_inmate',
  'passport',
  'ssn_last4',
  'eoir',
  'other',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export const speakLevels = ['first', 'fluent', 'some', 'a_little'] as const;
export const readLevels = ['well', 'a_little', 'no'] as const;
export const interpreterNeeds = ['yes', 'no', 'not_sure'] as const;
export const literacies = ['reads', 'reads_a_little', 'cannot_read'] as const;

export const relationships = [
  'spouse',
  'partner',
  'child',
  'stepchild',
  'parent',
  'stepparent',
  'sibling',
  'grandparent',
  'grandchild',
  'former_spouse',
  'guardian',
  'other',
] as const;

export const familyStatuses = [
  'usc',
  'lpr',
  'refugee_or_asylee',
  'other_lawful',
  'pending',
  'none',
  'not_known',
] as const;

export const consentRecipients = [
  'client',
  'trusted_contact',
  'relative',
  'organisation',
  'government_office',
  'media',
  'person',
] as const;

export const consentScopes = [
  'case_status',
  'hearing_dates',
  'check_ins',
  'detention',
  'health',
  'immigration_history',
  'criminal_history',
  'money',
  'everything',
] as const;

export const consentChannels = ['in_person', 'phone', 'text_message', 'email', 'post', 'public'] as const;
export const consentForms = ['written', 'oral'] as const;

export const trustedRoles = [
  'caregiver',
  'driver',
  'key_holder',
  'interpreter',
  'sponsor',
  'emergency',
  'spiritual',
  'employer',
  'other',
] as const;

export const planStates = ['open', 'done', 'not_needed'] as const;
