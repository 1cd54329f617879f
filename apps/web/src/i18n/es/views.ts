import type { Words } from '../en';

export const views: Pick<Words, 'views'> = {
  views: {
    title: 'Vistas guardadas',
    view: 'Vista',
    all: 'Todos los casos abiertos',
    noneYet: 'Ninguna guardada',
    mine: 'Mis vistas',
    office: 'Compartidas con la oficina',
    columns: 'Columnas',
    columnsHint: 'Se muestran junto al nombre',
    save: 'Guardar como vista',
    update: 'Guardar los cambios de la vista',
    rename: 'Editar la vista',
    remove: 'Eliminar la vista',
    removeMine: '¿Eliminar la vista «{{name}}»? Los casos quedan como están.',
    removeShared: '¿Eliminar la vista «{{name}}» para toda la oficina? Los casos quedan como están.',
    name: 'Nombre de la vista',
    nameHint: 'Para qué sirve la lista. Nunca el nombre ni el número de un cliente.',
    shared: 'Compartir con la oficina',
    sharedHint: 'Quien ve la lista encuentra la vista; cada quien sigue viendo solo sus propios casos.',
    gone: 'Esta vista ya no existe o no se comparte con usted. Estos son todos los casos abiertos.',
  },
};
