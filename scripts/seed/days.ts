import { addDays } from '@app/rules';

/** Days of one office's calendar, counted from today there. */
export class Days {
  readonly today: string;

  constructor(timeZone: string) {
    this.today = new Date().toLocaleDateString('en-CA', { timeZone });
  }

  /** So many days from today; negative ones are past. */
  on(days: number): string {
    return addDays(this.today, days);
  }

  /** The same, on a weekday: courts and ICE offices see nobody on a Saturday. Later when ahead, earlier when past. */
  weekday(days: number): string {
    const step = days < 0 ? -1 : 1;
    let day = this.on(days);
    while (isWeekend(day)) day = addDays(day, step);
    return day;
  }

  /** Days of the current week that have passed, Monday first; none on a Monday. */
  passedThisWeek(): string[] {
    const weekday = (new Date(`${this.today}T12:00:00Z`).getUTCDay() + 6) % 7;
    return Array.from({ length: Math.min(weekday, 5) }, (_, day) => this.on(day - weekday));
  }

  /** Some day of a year, such as 2001-07-14. */
  ofYear(year: number, dice: { between(least: number, most: number): number }): string {
    const two = (n: number): string => String(n).padStart(2, '0');
    const day = `${year}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
    return isWeekend(day) ? addDays(day, -2) : day;
  }

  get year(): number {
    return Number(this.today.slice(0, 4));
  }
}

/** Whether a day is a Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}
