import type { Words } from '../en';
import type { workCodes as english } from '../en/work';

export const work: Pick<Words, 'notes'> = {
  notes: {
    title: 'Notas',
    add: 'Añadir una nota',
    text: 'Nota',
    kind: 'Quién puede leerla',
    kindHint: 'Después no se puede cambiar. Los voluntarios solo leen lo marcado para voluntarios.',
    topic: 'Sobre',
    pinned: 'Mantener arriba',
    pin: 'Mantener arriba',
    unpin: 'Dejar de mantener arriba',
    correct: 'Corregir',
    correctTitle: 'Corregir esta nota',
    correctWhy: 'Una nota nunca se cambia. Su corrección se muestra con ella y ambas se pueden leer.',
    corrected: 'Corregida más abajo',
    correction: 'Corrección',
    allTopics: 'Todos los temas',
    empty: 'Aún no hay notas. Escriba lo que dijo el cliente y lo que se decidió.',
    emptyTopic: 'Ninguna nota sobre esto.',
    emptyShared: 'No se escribió nada para voluntarios en este caso.',
  },
};

type Text<T> = { [K in keyof T]: T[K] extends string ? string : Text<T[K]> };

export const workCodes: Text<typeof english> = {
  noteKind: {
    privileged: 'Confidencial: solo el equipo legal',
    ordinary: 'Personal',
    volunteer_visible: 'Personal y voluntarios',
  },
  noteKindTag: {
    privileged: 'Confidencial',
    ordinary: 'Personal',
    volunteer_visible: 'También para voluntarios',
  },
  noteTopic: {
    general: 'En general',
    interview: 'Entrevista',
    call: 'Llamada telefónica',
    strategy: 'Estrategia',
    evidence: 'Pruebas',
    court: 'Tribunal',
    check_in: 'Cita de control',
    family: 'Familia',
    money: 'Dinero y tarifas',
  },
};
