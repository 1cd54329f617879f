import { parsePartialDate, partialDateBounds } from '../identifiers';
import type { Conviction } from './types';

/** First and last day a partial date can mean. */
export interface Bounds {
  first: string;
  last: string;
}

/** Reads partial dates once each: ten thousand convictions share a few hundred of them. */
export class PartialDays {
  private readonly read = new Map<string, Bounds | null>();

  of(date: string | null | undefined): Bounds | null {
    if (!date) return null;
    const known = this.read.get(date);
    if (known !== undefined) return known;
    const parsed = parsePartialDate(date);
    const bounds = parsed.ok ? partialDateBounds(parsed.value) : null;
    this.read.set(date, bounds);
    return bounds;
  }

  /** The day of conviction: plea, else verdict, else sentence. */
  convicted({ pleaOn, verdictOn, sentencedOn }: Conviction): Bounds | null {
    return this.of(pleaOn) ?? this.of(verdictOn) ?? this.of(sentencedOn);
  }

  sentenced({ pleaOn, verdictOn, sentencedOn }: Conviction): Bounds | null {
    return this.of(sentencedOn) ?? this.of(verdictOn) ?? this.of(pleaOn);
  }

  /** The plea. A conviction recorded with a verdict and no plea went to trial. */
  pleaded({ pleaOn, verdictOn, sentencedOn }: Conviction): Bounds | null {
    return this.of(pleaOn) ?? (this.of(verdictOn) ? null : this.of(sentencedOn));
  }

  /** Whether the dates of a conviction cannot all be right: convicted before the offence, sentenced before the plea. */
  contradict({ offenceOn, pleaOn, verdictOn, sentencedOn }: Conviction): boolean {
    const steps = [offenceOn, pleaOn ?? verdictOn, sentencedOn].map((date) => this.of(date));
    return outOfOrder(steps);
  }
}

/** Whether one of the known dates surely lies before one that should come first. */
export function outOfOrder(steps: ReadonlyArray<Bounds | null>): boolean {
  let latestFirst = '';
  for (const step of steps) {
    if (!step) continue;
    if (step.last < latestFirst) return true;
    if (step.first > latestFirst) latestFirst = step.first;
  }
  return false;
}
