import { Refused } from './refusal';

const MOST = 100_000_000;

/** A picture with more than 100 million pixels fills the memory of whoever opens it. */
export function refusePixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new Refused('damaged');
  if (width * height > MOST) throw new Refused('too_many_pixels');
}
