import type { Words } from '../en';

export const merging: Pick<Words, 'merging'> = {
  merging: {
    merge: 'Unir expedientes',
    lead: 'Todo lo del otro expediente pasa a este. Ambos historiales se conservan y la unión se puede deshacer.',
    reason: 'Cómo sabe que es la misma persona',
    comparison: 'Los dos expedientes lado a lado',
    stays: 'Este expediente, que se queda',
    goes: 'El otro expediente',
    name: 'Nombre',
    otherNames: 'Otros nombres',
    aNumber: 'Número A',
    birth: 'Fecha de nacimiento',
    country: 'País de nacimiento',
    contacts: 'Medios de contacto',
    since: 'Registrado desde',
    alsoKnownAs: 'También conocido como',
    alsoNote: 'Expedientes de la misma persona que se unieron a este.',
    mergedBy: 'Unido por {{name}}, {{when}}',
    undoneBy: 'Deshecho por {{name}}, {{when}}',
    undo: 'Deshacer la unión',
    undoAsk: 'Lo que vino del otro expediente vuelve a él. Lo que se agregó después se queda aquí.',
  },
};
