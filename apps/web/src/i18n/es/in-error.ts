import type { inError as Words, inErrorCodes as Codes } from '../en/in-error';

/** Datos que no debieron registrarse. */
export const inError: typeof Words = {
  inError: {
    title: 'Registrado por error',
    by: '{{name}}, {{at}}: {{reason}}',
    backBy: 'Restituido por {{name}}, {{at}}: vuelve a contar',
    withdraw: 'Registrado por error',
    withdrawTitle: 'Decir que esto se registró por error',
    withdrawIntro:
      'Sale de inmediato de las listas, los plazos, la cronología y los informes. Nada se borra: queda aquí, tachado, con su motivo, y puede restituirse. Para corregir un detalle, edítelo.',
    withdrawLookUp:
      'Lo que siguió de esta consulta permanece: una audiencia movida, un traslado, un mensaje. Corríjalo aparte.',
    reason: 'Por qué no debió registrarse',
    putBack: 'Restituir',
    putBackAsk: '¿Restituirlo? Vuelve a contar, tal como estaba.',
  },
};

export const inErrorCodes: typeof Codes = {
  entryKind: {
    charge: 'Cargo',
    motion: 'Moción',
    relief_application: 'Solicitud de alivio',
    appeal: 'Apelación',
    reinstatement: 'Reinstalación de la orden',
    country_concern: 'País',
    travel_document: 'Documento de viaje',
    supervision_condition: 'Condición de supervisión',
    arrest: 'Arresto',
    admission: 'Admisión',
    departure: 'Salida',
    inquiry: 'Lo que se preguntó',
    hearing_look_up: 'Consulta de una audiencia',
    locator_look_up: 'Consulta del paradero',
  },
};
