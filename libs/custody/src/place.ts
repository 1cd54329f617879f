import { may } from '@app/access';
import { badField, type ClientKey, type SealedBox } from '@app/platform';
import { facilityByCode } from '@app/rules';
import type { PlaceView } from './place.view';

/** Where somebody is held: a place of the list by its code, or one that is typed in. */
export interface Place {
  facilityCode?: string | null;
  place?: string | null;
}

export interface SealedPlace {
  facilityCode: Buffer | null;
  place: Buffer | null;
}

/** A place that can be recorded. @throws Problem 422 for a code that is not in the list */
export function readPlace(input: Place): { facilityCode: string | null; place: string | null } {
  const place = input.place?.trim() || null;
  if (!input.facilityCode) return { facilityCode: null, place };
  const facility = facilityByCode(input.facilityCode);
  if (!facility)
    throw badField(
      'facilityCode',
      'unknown_facility',
      'This place is not in our list. Type its name instead.',
    );
  return { facilityCode: facility.code, place };
}

/** Whether anything was said of the place. */
export const isNamed = ({ facilityCode, place }: ReturnType<typeof readPlace>): boolean =>
  facilityCode !== null || place !== null;

export function sealPlace(box: SealedBox, place: ReturnType<typeof readPlace>): SealedPlace {
  return {
    facilityCode: box.seal('facility_code', place.facilityCode),
    place: box.seal('place', place.place),
  };
}

/** Whether two recorded places are the same one, as far as a program can tell. */
export function samePlace(a: ReturnType<typeof readPlace>, b: ReturnType<typeof readPlace>): boolean {
  if (a.facilityCode !== null || b.facilityCode !== null) return a.facilityCode === b.facilityCode;
  return (a.place ?? '').toLowerCase() === (b.place ?? '').toLowerCase();
}

/** Opens a place, without asking who reads it. */
export function openPlace(box: SealedBox, row: SealedPlace): ReturnType<typeof readPlace> {
  return {
    facilityCode: box.open('facility_code', row.facilityCode),
    place: box.open('place', row.place),
  };
}

/** The place for the person of this request: roles that may not see who a client is do not see where. */
export function placeView(
  key: ClientKey,
  table: string,
  row: SealedPlace & { id: string },
): PlaceView | null {
  if (key.erased || !may('client.names') || (!row.facilityCode && !row.place)) return null;
  return placeNamed(openPlace(key.box(table, row.id), row));
}

/** A place by what is recorded of it. */
export function placeNamed({ facilityCode, place }: ReturnType<typeof readPlace>): PlaceView {
  const facility = facilityCode ? facilityByCode(facilityCode) : undefined;
  return {
    facilityCode,
    name: [facility?.name ?? facilityCode, place].filter(Boolean).join(', '),
    city: facility?.city ?? null,
    state: facility?.state ?? null,
    fieldOffice: facility?.fieldOffice ?? null,
  };
}
