import {
  isClosed,
  monthLength,
  placeAt,
  read,
  ROLLING,
  step,
  written,
  type Place,
  type SlowLayer,
} from './slow-calendar.fixture';

/** A count to be walked through. */
export interface SlowMethod {
  readonly start: string;
  readonly n: number;
  readonly unit: 'day' | 'business_day' | 'month' | 'year';
  readonly sign: 1 | -1;
  readonly roll: 1 | -1 | 0;
  readonly layers?: readonly SlowLayer[];
  readonly extra?: ReadonlySet<string>;
  readonly notBefore?: string | null;
}

const NONE: ReadonlySet<string> = new Set();

/** Turns the pages of a wall calendar, one month at a time, and stops at the last date of a shorter month. */
function walkMonths(from: Place, months: number, sign: 1 | -1): Place {
  let [y, m] = [from.y, from.m];
  for (let turned = 0; turned < months; turned += 1) {
    m += sign;
    if (m === 13) [y, m] = [y + 1, 1];
    if (m === 0) [y, m] = [y - 1, 12];
  }
  return placeAt(y, m, Math.min(from.d, monthLength(y, m)));
}

function walk({ start, n, unit, sign }: SlowMethod, isOpen: (place: Place) => boolean): Place {
  const place = read(start);
  if (unit === 'month' || unit === 'year') return walkMonths(place, unit === 'year' ? n * 12 : n, sign);
  for (let passed = 0; passed < n;) {
    step(place, sign);
    if (unit === 'day' || isOpen(place)) passed += 1;
  }
  return place;
}

/** The day a count ends on, walked one day at a time. */
export function slowCount(method: SlowMethod): string {
  const { layers = ROLLING, extra = NONE, notBefore, roll, unit } = method;
  const isOpen = (place: Place) => !isClosed(place, layers, extra);
  let place = walk(method, isOpen);
  if (notBefore && written(place) < notBefore) place = read(notBefore);
  if (roll === 0 || unit === 'business_day') return written(place);
  while (!isOpen(place)) step(place, roll);
  return written(place);
}
