import { badField } from '@app/platform';
import { parseANumber, parsePartialDate } from '@app/rules';
import type { Arrival } from './client.dto';

/** The A-number in its one stored form, nine digits. @throws Problem 422 with the reason */
export function readANumber(text: string | null | undefined): string | null | undefined {
  if (text === null || text === undefined) return text;
  const parsed = parseANumber(text);
  if (!parsed.ok) throw badField('aNumber', parsed.code, parsed.reason);
  return parsed.value;
}

/** A date of which the day or month may be unknown. @throws Problem 422 with the reason */
export function readPartialDate(path: string, text: string | null | undefined): string | null | undefined {
  if (text === null || text === undefined) return text;
  const parsed = parsePartialDate(text);
  if (!parsed.ok) throw badField(path, parsed.code, parsed.reason);
  return parsed.value;
}

/** How and when somebody arrived, as one sealed text. */
export function readArrival(arrival: Arrival | null | undefined): string | null | undefined {
  if (!arrival) return arrival;
  return JSON.stringify({ on: readPartialDate('arrival.on', arrival.on) ?? null, manner: arrival.manner });
}
