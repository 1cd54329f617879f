import { registerDecorator, type ValidationOptions } from 'class-validator';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists, written YYYY-MM-DD, between 1900 and 2200. */
export function isLegalDay(value: unknown): value is string {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A legal day in a body: YYYY-MM-DD, no time, no zone. */
export function IsLegalDay(options?: ValidationOptions): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isLegalDay',
      target: target.constructor,
      propertyName: String(property),
      options: { message: '$property must be a day that exists, written YYYY-MM-DD', ...options },
      validator: { validate: isLegalDay },
    });
  };
}
