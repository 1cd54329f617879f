import type { Coverages } from './coverage';
import { monthsIn } from './five-years';
import type { ChargeEffect, Conviction, PardonEffectInput, PardonEffectReport } from './types';

const FIVE_YEARS = 60;

/**
 * Whether leaving and coming back could bring a charge of inadmissibility, which the pardon does not lift (Balogun). A
 * conviction that is also a 212(a)(2) ground warns, and so does one nobody has looked at.
 */
export function travelOf(
  input: PardonEffectInput,
  effects: readonly ChargeEffect[],
  coverages: Coverages,
): Pick<PardonEffectReport, 'travelWarning' | 'travelNote'> {
  const inadmissible = effects.some(({ groundId }) => groundId?.startsWith('212'));
  const overlapping = input.convictions.filter(
    ({ flags }) => flags.drug !== 'no' || flags.moralTurpitude !== 'no',
  );
  const together = aggregate(input.convictions) >= FIVE_YEARS;
  const travelWarning = inadmissible || overlapping.length > 0 || together;
  if (!travelWarning) {
    return {
      travelWarning,
      travelNote:
        'No conviction is recorded as one that would also make the client inadmissible; an attorney confirms that before any travel.',
    };
  }
  const lines = [
    'Do not leave the United States before an attorney has looked at it: coming back can bring a charge of inadmissibility, which the pardon does not lift (Balogun, 11th Cir. 2005, charged on return years after a pardon).',
    ...(together
      ? ['The recorded sentences add up to five years or more, a ground of its own: 212(a)(2)(B).']
      : []),
    ...trips(overlapping.length > 0 ? overlapping : input.convictions, coverages),
  ];
  return { travelWarning, travelNote: lines.join(' ') };
}

/** Months of all sentences imposed, where there are two convictions or more; unreadable ones count nothing. */
function aggregate(convictions: readonly Conviction[]): number {
  if (convictions.length < 2) return 0;
  return convictions.reduce((months, { sentence }) => months + (monthsIn(sentence) ?? 0), 0);
}

function trips(convictions: readonly Conviction[], { admission, days }: Coverages): string[] {
  if (!admission) return [];
  if (!admission.trips) return ['Trips abroad since arrival have not been asked about: ask for every one.'];
  const convicted = convictions.map((conviction) => days.convicted(conviction)).filter((day) => day !== null);
  const earliest = convicted.reduce((day, { first }) => (day === '' || first < day ? first : day), '');
  const late = admission.trips.filter(({ returnedOn }) => {
    const back = days.of(returnedOn);
    return back !== null && earliest !== '' && back.last >= earliest;
  });
  if (late.length === 0) return [];
  const when = late.map(({ returnedOn }) => returnedOn).join(', ');
  return [
    `The client came back from abroad after a conviction (${when}): on that return DHS could treat them as seeking admission, INA 101(a)(13)(C), general knowledge.`,
  ];
}
