import { registerDecorator } from 'class-validator';
import { courtByCode, immigrationCourts, noticesFor } from '@app/rules';

const NAMED = /^(?:board|eoir|uscis|ice|circuit:(?:[1-9]|1[01]|DC)|district:[a-z]{2,6})$/;

/** Whether the text names a forum: a body, a circuit, a district, or an immigration court by its EOIR code. */
export function isForum(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 40) return false;
  return NAMED.test(value) || courtByCode(value)?.code === value;
}

/** A forum as notices name it. */
export function IsForum(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isForum',
      target: target.constructor,
      propertyName: String(property),
      options: {
        message: '$property must be board, eoir, uscis, ice, circuit:9, district:cacd or the code of a court',
      },
      validator: { validate: isForum },
    });
  };
}

/** Whether a notice closes this forum. A notice that names none closes every one. */
export function concerns(notice: string | null, forum: string): boolean {
  if (notice === null) return true;
  return noticesFor(forum, [{ forum: notice, on: '2000-01-01', name: 'x', source: 'x' }]).length > 0;
}

const CIRCUIT = /\b(\d{1,2})(?:st|nd|rd|d|th)\.?\s*cir/i;

/** The forum that a calculator's jurisdiction names ('BIA', 'IJ Honolulu', '9th Cir.'), or null. */
export function forumOf(jurisdiction: string | null | undefined): string | null {
  if (!jurisdiction) return null;
  const text = jurisdiction.trim();
  if (/^(?:bia|board)\b/i.test(text)) return 'board';
  const circuit = /\bd\.?\s?c\.?\s*cir/i.test(text) ? 'DC' : CIRCUIT.exec(text)?.[1];
  if (circuit) return `circuit:${circuit}`;
  if (!/^ij\b/i.test(text)) return null;
  const place = text.replace(/^ij\s*/i, '').toLowerCase();
  const courts = immigrationCourts().items.filter(({ name }) => name.toLowerCase().startsWith(place));
  return place !== '' && courts.length === 1 ? courts[0].code : 'eoir';
}
