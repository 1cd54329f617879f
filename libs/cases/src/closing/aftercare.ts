export const AFTERCARE_ITEMS = [
  'certified_copies',
  'fee_waiver_refund',
  'naturalization_review',
  'file_disposal',
  'ice_systems_check',
] as const;
export type AftercareItem = (typeof AFTERCARE_ITEMS)[number];

export const AFTERCARE_LANGUAGES = ['en', 'es'] as const;
export type AftercareLanguage = (typeof AFTERCARE_LANGUAGES)[number];

/** The task of each item. The texts are sealed with the client like those that people type. */
export const AFTERCARE: Record<AftercareLanguage, Record<AftercareItem, string>> = {
  en: {
    certified_copies: 'Order certified copies of the decision and give them to the client',
    fee_waiver_refund: 'Ask for refunds and settle fee waivers',
    naturalization_review: 'Look at eligibility for naturalization',
    file_disposal: 'Return the file to the client or destroy it',
    ice_systems_check: 'Check that ICE systems show the order as vacated',
  },
  es: {
    certified_copies: 'Pedir copias certificadas de la decisión y entregarlas a la persona',
    fee_waiver_refund: 'Pedir reembolsos y cerrar las exenciones de tarifas',
    naturalization_review: 'Revisar si puede pedir la naturalización',
    file_disposal: 'Devolver el expediente a la persona o destruirlo',
    ice_systems_check: 'Comprobar que los sistemas de ICE muestran la orden como anulada',
  },
};
