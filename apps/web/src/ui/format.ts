import { useTranslation } from 'react-i18next';

/** Today as a legal day in a time zone. */
export function todayIn(timeZone?: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
}

/** Whole calendar days from one legal day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A legal day moved by whole days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

const isFullDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

function formatDay(locale: string, text: string | null | undefined, weekday = false): string {
  if (!text) return '';
  if (/^\d{4}$/.test(text)) return text;
  const whole = isFullDay(text);
  const date = new Date(`${whole ? text : `${text}-01`}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: whole ? 'numeric' : undefined,
    weekday: weekday && whole ? 'short' : undefined,
  }).format(date);
}

/** A day without its year where the year is plain: a date within about nine months. */
function formatNear(locale: string, text: string | null | undefined): string {
  if (!text || !isFullDay(text)) return formatDay(locale, text);
  const near = Math.abs(daysBetween(todayIn(), text)) < 270;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: near ? undefined : 'numeric',
  }).format(new Date(`${text}T00:00:00Z`));
}

function formatTime(locale: string, text: string | null | undefined): string {
  if (!text) return '';
  const date = new Date(`1970-01-01T${text.slice(0, 5)}:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }).format(
    date,
  );
}

function zoneName(locale: string, timeZone: string, on: string): string {
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
    const found = parts.formatToParts(new Date(`${on}T17:00:00Z`)).find((p) => p.type === 'timeZoneName');
    return found?.value ?? timeZone;
  } catch {
    return timeZone;
  }
}

/** How dates, times and distances read in the person's language. */
export function useFormat() {
  const { i18n } = useTranslation();
  const locale = i18n.language.startsWith('es') ? 'es-US' : 'en-US';
  return {
    locale,
    /** A legal day or a partial date. */
    day: (text: string | null | undefined) => formatDay(locale, text),
    nearDay: (text: string | null | undefined) => formatNear(locale, text),
    longDay: (text: string | null | undefined) => formatDay(locale, text, true),
    time: (text: string | null | undefined) => formatTime(locale, text),
    zone: (timeZone: string, on: string) => zoneName(locale, timeZone, on),
    instant: (text: string | null | undefined) =>
      text
        ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text))
        : '',
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    /** "in 9 days", "yesterday". */
    distance: (days: number) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'),
  };
}

/** The name in an answer that gives a person as an object or as plain text. */
export function personName(by: { name: string } | string | null | undefined): string {
  return typeof by === 'string' ? by : (by?.name ?? '');
}
