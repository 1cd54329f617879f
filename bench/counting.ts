import { addDays, count, Temporal } from '@app/rules';
import { addBusinessDays, addDays as addDaysOfDate } from 'date-fns';
import { median } from './measure';

const ROUNDS = 9;
const STARTS = 4000;

const starts = Array.from({ length: STARTS }, (_, i) => addDays('1997-04-01', (i * 7919) % 12_000));
const dates = starts.map((day) => new Date(`${day}T12:00:00`));
const plain = starts.map((day) => Temporal.PlainDate.from(day));

/** Weekends only: what can be said of a day without a calendar of holidays. */
function temporalBusinessDays(from: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < 6) left -= 1;
  }
  return day;
}

interface Way {
  name: string;
  does: string;
  run(i: number): unknown;
}

const WAYS: Record<string, Way[]> = {
  '30 days': [
    {
      name: 'engine',
      does: 'rolled off weekends and holidays, with its reasons',
      run: (i) => count({ start: starts[i], n: 30, unit: 'day', roll: 'forward' }),
    },
    { name: 'date-fns addDays', does: 'no roll', run: (i) => addDaysOfDate(dates[i], 30) },
    { name: 'Temporal', does: 'no roll: the floor', run: (i) => plain[i].add({ days: 30 }) },
  ],
  '10 business days': [
    {
      name: 'engine',
      does: 'without weekends and holidays, with its reasons',
      run: (i) => count({ start: starts[i], n: 10, unit: 'business_day', roll: 'none' }),
    },
    {
      name: 'date-fns addBusinessDays',
      does: 'without weekends',
      run: (i) => addBusinessDays(dates[i], 10),
    },
    {
      name: 'Temporal, day by day',
      does: 'without weekends: the floor',
      run: (i) => temporalBusinessDays(plain[i], 10),
    },
  ],
};

/** Microseconds of one call, the median of interleaved rounds. */
export function countings(say: (text: string) => void): void {
  for (const [title, ways] of Object.entries(WAYS)) {
    const times = ways.map((): number[] => []);
    for (let round = -2; round < ROUNDS; round += 1) {
      ways.forEach((way, at) => {
        const began = performance.now();
        for (let i = 0; i < STARTS; i += 1) way.run(i);
        if (round >= 0) times[at].push(((performance.now() - began) * 1000) / STARTS);
      });
    }
    say(`\n${title} (medians of ${ROUNDS} interleaved rounds of ${STARTS})`);
    ways.forEach(({ name, does }, at) =>
      say(`  ${name.padEnd(28)}${`${median(times[at]).toFixed(2)} µs`.padStart(10)}   ${does}`),
    );
  }
}
