const { floor, imul } = Math;

/** A small generator of numbers from a seed (mulberry32), so that a failing case can be run again. */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** A whole number from `least` to `most`, both included. */
    whole: (least: number, most: number) => least + floor(next() * (most - least + 1)),
    pick: <T>(list: readonly T[]): T => list[floor(next() * list.length)]!,
    chance: (of: number) => next() < of,
  };
}

export type Random = ReturnType<typeof randomFrom>;
