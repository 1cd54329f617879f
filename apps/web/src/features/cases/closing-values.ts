export const aftercareItems = [
  'certified_copies',
  'fee_waiver_refund',
  'naturalization_review',
  'file_disposal',
  'ice_systems_check',
] as const;
export type AftercareItem = (typeof aftercareItems)[number];

export const letterLanguages = ['en', 'es'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];
