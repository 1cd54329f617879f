import type { ClosingCodes, Words } from '../en';

export const closing: Pick<Words, 'closing'> = {
  closing: {
    lead: 'Esto sigue abierto. Resuelva cada cosa en el expediente o diga aquí por qué queda abierta.',
    nothingOpen: 'No queda nada abierto en este caso.',
    looseEnds: 'Sigue abierto',
    reasonHint: 'Por qué queda abierto aunque el caso se cierre',
    oneReason: 'Una razón para todas',
    oneReasonHint: 'Vale donde abajo no se da otra razón.',
    ending: 'Cómo terminó',
    aftercare: 'Después del caso',
    aftercareHint: 'Con un día se vuelve tarea; sin día se deja fuera.',
    letter: 'Carta de cierre',
    letterLead:
      'Un borrador para la persona, guardado entre los documentos. Un abogado lo aprueba antes de enviarlo.',
    letterLanguage: 'Idioma de la carta',
    handover: 'Casos abiertos: {{cases}}. Tareas abiertas: {{tasks}}.',
    handoverNothing: 'No responde por ningún caso abierto ni tiene tareas abiertas.',
    successor: 'Quién continúa',
    successorHint:
      'Entra en los equipos. Lo que una barrera le oculta queda donde está, en la lista de trabajo que nadie atiende.',
    leave: 'Dejar el trabajo a la dirección',
    suspended: 'Cuenta suspendida',
  },
};

export const closingCodes: ClosingCodes = {
  looseEnd: {
    deadline: 'Plazo',
    proof: 'Una prueba de presentación espera el visto bueno',
    task: 'Tarea',
    check_in: 'Cita de control',
    hearing: 'Audiencia',
    custody: 'Custodia',
    record_request: 'Solicitud de registros',
  },
  aftercare: {
    certified_copies: 'Copias certificadas de la decisión',
    fee_waiver_refund: 'Reembolsos y exenciones de tarifas',
    naturalization_review: 'Posibilidad de naturalización',
    file_disposal: 'Devolver o destruir el expediente',
    ice_systems_check: 'Comprobar que los sistemas de ICE muestran la orden como anulada',
  },
  letterLanguage: { en: 'Inglés', es: 'Español' },
};
