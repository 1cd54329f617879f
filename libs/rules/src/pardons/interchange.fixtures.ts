export const CLEAR = { drug: false, firearm: false, domestic: false, childVictim: false };
/** A New York larceny of 1995 in the interchange form. */
export const theft = (id: string, more: object = {}) => ({
  id,
  state: 'NY',
  statute: 'Penal Law 155.30',
  offence: `grand larceny ${id}`,
  pleaDate: '1995-03-02',
  flags: { ...CLEAR, moralTurpitude: true, aggravatedFelony: false },
  ...more,
});
/** A governor's full and unconditional pardon of 2025. */
export const pardoned = (convictionIds: string[], more: object = {}) => ({
  id: 'p',
  jurisdiction: 'NY',
  grantor: 'governor',
  instrumentKind: 'full_and_unconditional',
  convictionIds,
  individual: true,
  signed: '2025-07-01',
  ...more,
});
/** A sustained charge. */
export const charged = (groundId: string, convictionIds: string[], more: object = {}) => ({
  id: `charge ${groundId}`,
  groundId,
  origin: 'CHARGED',
  statusInOrder: 'SUSTAINED',
  convictionIds,
  ...more,
});
/** Two larcenies, both pardoned, under one sustained charge. */
export const entry = (more: object = {}) => ({
  id: 'case-1',
  convictions: [theft('a'), theft('b')],
  pardons: [pardoned(['a', 'b'])],
  charges: [charged('237a2Aii', ['a', 'b'])],
  admission: { refugeeAdmission: '1982-05', adjustment: '1984', trips: [] },
  circuit: '2d Cir.',
  venue: 'IJ',
  ...more,
});
