import type { Words } from '../en';

export const standingCodes: Pick<Words['enums'], 'readingStatus' | 'printedDocument'> = {
  readingStatus: {
    operative: 'vigente',
    operative_contested: 'vigente, discutida',
    vacated: 'anulada',
    stayed: 'suspendida',
    superseded: 'reemplazada',
    historical: 'histórica',
    policy_only: 'solo política',
    agency_target: 'meta de la agencia',
    conservative: 'prudente',
    uncertain: 'incierta',
    outer_bound: 'límite extremo',
  },
  printedDocument: {
    order: 'Orden',
    notice: 'Aviso',
    briefing_schedule: 'Calendario de escritos',
    hearing_notice: 'Aviso de audiencia',
    other: 'Otro documento',
  },
};
