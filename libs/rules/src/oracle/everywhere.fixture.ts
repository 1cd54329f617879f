import { LAW_VECTORS } from '../calculator/vectors.fixture';
import { METHOD_VECTORS } from '../calendar/method-vectors.fixture';
import { methodOf } from '../calendar/method-text.fixture';
import {
  addDays,
  addHours,
  addOpenHours,
  checkDeadlines,
  clerkStateOf,
  count,
  deriveDeadlines,
  describeCalendar,
  endOfDay,
  federalHolidays,
  inaugurationDay,
  inLieuDays,
  instantAt,
  isDay,
  localAt,
  methodCount,
  openDayBefore,
  stateHolidays,
  statesWithHolidays,
  type CountUnit,
  type DatedFact,
} from '../engine';
import { randomFrom } from './random.fixture';

const ZONES = ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu', 'America/Anchorage', 'UTC'];
const line = (name: string, answer: unknown) => `${name} ${JSON.stringify(answer)}`;

function* calendars(): Generator<string> {
  for (let year = 1950; year <= 2100; year += 1) {
    yield line(`holidays ${year}`, [federalHolidays(year), inLieuDays(year), inaugurationDay(year)]);
    yield line(
      `states ${year}`,
      statesWithHolidays().map((state) => stateHolidays(state, year)),
    );
  }
  for (const from of ['1950-01-01', '1971-01-01', '2025-01-01', '2099-01-01'])
    yield line(`calendar ${from}`, describeCalendar({ from, to: addDays(from, 729), state: 'MA' }));
  for (let circuit = 1; circuit < 12; circuit += 1)
    yield `clerk ${circuit} ${clerkStateOf(`${circuit}th Cir.`)}`;
}

function* vectors(): Generator<string> {
  for (const [id, shows, text] of METHOD_VECTORS) yield line(`${id} ${shows}`, methodCount(methodOf(text)));
}

function* counts(): Generator<string> {
  const random = randomFrom(1996);
  const units: readonly CountUnit[] = ['day', 'business_day', 'month', 'year'];
  for (let done = 0; done < 2_000; done += 1) {
    const start = addDays('1963-01-01', random.whole(0, 44_000));
    const unit = random.pick(units);
    const direction = random.pick(['forward', 'backward'] as const);
    const roll = random.pick(['forward', 'backward', 'none'] as const);
    const n = unit === 'year' ? random.whole(0, 3) : random.whole(0, 90);
    yield line(`count ${done}`, count({ start, n, unit, direction, roll }));
    yield line(`open ${done}`, openDayBefore(start));
  }
}

function* hours(): Generator<string> {
  const random = randomFrom(241);
  for (let done = 0; done < 400; done += 1) {
    const day = addDays('1990-01-01', random.whole(0, 16_800));
    const zone = random.pick(ZONES);
    const start = instantAt(`${day}T${random.pick(['00:00', '02:30', '09:15', '23:59'])}`, zone);
    const length = random.whole(0, 72);
    const end = addHours(start, length);
    yield line(`hours ${done}`, [start, end, localAt(end, zone), endOfDay(day, zone)]);
    yield line(`open hours ${done}`, addOpenHours(start, length, zone));
  }
}

function* deadlines(): Generator<string> {
  const random = randomFrom(1003);
  for (let done = 0; done < 60; done += 1) {
    const facts: DatedFact[] = [
      {
        id: 'a',
        kind: 'order_decided',
        on: addDays('1992-01-01', random.whole(0, 12_700)),
        attributes: { orderId: 'o', appeal: 'not_known' },
      },
      { id: 'b', kind: 'pardon_signed', on: '2025-07-01', attributes: { grantId: 'g' } },
    ];
    yield line(`deadlines ${done}`, deriveDeadlines(facts, { today: '2026-11-22' }));
  }
}

/** Every worked example of the law, and the same on days so far moved. */
function* law(): Generator<string> {
  for (const moved of [0, -377, 148, 1_461]) {
    const moving = (value: unknown) => (isDay(value) ? addDays(value, moved) : value);
    const entries = LAW_VECTORS.map(({ id, rule, triggers, jurisdiction }) => ({
      id,
      rule,
      triggers: Object.fromEntries(Object.entries(triggers).map(([name, value]) => [name, moving(value)])),
      jurisdiction,
    }));
    for (const answer of checkDeadlines(entries, { today: '2026-11-22' })) yield line(`law ${moved}`, answer);
  }
}

/** A few thousand answers of the engine, one a line: the same wherever they are worked out. */
export const everywhere = (): string =>
  [...vectors(), ...law(), ...calendars(), ...counts(), ...hours(), ...deadlines()].join('\n');
