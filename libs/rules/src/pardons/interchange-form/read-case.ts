import { PartialDays, outOfOrder } from '../days';
import type { AdmissionHistory, PardonEffectInput, Trip } from '../types';
import { contradictory, dateOf, Fields, listOf, malformed, saysNothing, wordOf, type Found } from './fields';

/** Admission, trips and the rest of the case. */
export function readAdmission(found: Found | null): AdmissionHistory | null {
  if (!found) return null;
  const fields = new Fields(found.value, found.path);
  const refugee = fields.find('refugeeAdmission', 'admittedAsRefugee', 'refugee', 'asRefugee');
  const trips = fields.find('trips', 'travel', 'everyTrip');
  return {
    admittedOn:
      (refugee && dayOf(refugee)) ??
      fields.date('admittedOn', 'admission', 'admissionDate', 'date', 'entry', 'entryDate'),
    asRefugee: refugee ? !saysNo(refugee) : null,
    adjustedOn: adjustment(fields.find('adjustment', 'adjustedOn', 'adjustmentDate', 'lprSince', 'lprDate')),
    trips: trips ? tripsOf(trips) : null,
  };
}

/** A day given by itself or under `on` or `date`; null for plain yes and no. */
function dayOf(found: Found): string | null {
  if (typeof found.value === 'boolean') return null;
  if (typeof found.value === 'object') {
    return new Fields(found.value, found.path).date('on', 'date', 'admittedOn', 'adjustedOn', 'day');
  }
  const word = wordOf(found.value) ?? '';
  return ['yes', 'no', 'none'].includes(word) ? null : dateOf(found);
}

function adjustment(found: Found | null): string | null {
  return found ? dayOf(found) : null;
}

function saysNo({ value }: Found): boolean {
  return value === false || ['no', 'none'].includes(wordOf(value) ?? '');
}

function tripsOf(found: Found): Trip[] | null {
  if (saysNo(found)) return [];
  const word = wordOf(found.value);
  if (word !== null && saysNothing(word)) return null;
  return listOf(found).map((item) => {
    if (typeof item.value === 'string' || typeof item.value === 'number')
      return { departedOn: null, returnedOn: dateOf(item) };
    const fields = new Fields(item.value, item.path);
    const departedOn = fields.date(
      'departedOn',
      'departed',
      'departure',
      'departureDate',
      'left',
      'out',
      'from',
    );
    const returnedOn = fields.date(
      'returnedOn',
      'returned',
      'return',
      'returnDate',
      'back',
      'in',
      'to',
      'reentry',
    );
    const days = new PartialDays();
    if (outOfOrder([days.of(departedOn), days.of(returnedOn)]))
      throw contradictory(item.path, 'The client returned before leaving: one of the days is wrong.');
    return { departedOn, returnedOn };
  });
}

export function readVenue(found: Found | null): PardonEffectInput['venue'] {
  if (!found) return null;
  const word = wordOf(found.value) ?? '';
  if (saysNothing(word)) return null;
  if (/^(?:ij|immigration (?:judge|court))$/.test(word)) return 'immigration_judge';
  if (/^(?:bia|board(?: of immigration appeals)?)$/.test(word)) return 'board_of_immigration_appeals';
  throw malformed(found.path, 'A venue is IJ or BIA.');
}

export function readProceedings(found: Found | null): PardonEffectInput['proceedingKind'] {
  const word = wordOf(found?.value) ?? '';
  if (!found || saysNothing(word)) return 'not_known';
  const kind = (['removal', 'deportation', 'exclusion'] as const).find((one) => one === word);
  if (!kind) throw malformed(found.path, 'Proceedings are removal, deportation or exclusion.');
  return kind;
}

const ORDER = ['orderDates', 'orderDate', 'orderOn', 'orderYears', 'orderYear'];

/** Every date the entry gives for the removal order: one, a list, objects with a date, or a date beside a charge. */
export function readOrderDates(fields: Fields): string[] {
  const found = fields.find(...ORDER, 'orders', 'order', 'removalOrder', 'removalOrders');
  const onCharges = (fields.list('charges') ?? []).flatMap(({ value, path }) => {
    const date = new Fields(value, path).find(...ORDER, 'orderedOn');
    return date ? datesIn(date) : [];
  });
  return [...new Set([...(found ? datesIn(found) : []), ...onCharges])];
}

function datesIn(found: Found): string[] {
  if (Array.isArray(found.value)) return listOf(found).flatMap(datesIn);
  if (typeof found.value !== 'object') {
    const date = dateOf(found);
    return date === null ? [] : [date];
  }
  const inside = new Fields(found.value, found.path);
  const more = inside.find('dates', 'date', 'on', 'decidedOn', 'orderedOn', 'years', 'year');
  return more ? datesIn(more) : [];
}

/** Abroad when said so, or when a day of removal is given. */
export function readAbroad(fields: Fields): boolean | null {
  if (fields.date('removedOn', 'deportedOn', 'removalDate') !== null) return true;
  const answer = fields.known('abroad', 'outsideUnitedStates', 'deported');
  return answer === 'not_known' ? null : answer === 'yes';
}
