/** One date of a rule that gives several. */
export interface CompositePart {
  /** Stable name of the result, such as day_90. */
  readonly name: string;
  /** The record that is counted. */
  readonly rule: string;
  /** Fact names this part runs from when they are not those of the record's own trigger. */
  readonly from?: readonly string[];
  /** The part whose result starts this one. */
  readonly fromPart?: string;
  /** Facts, yes or a day, with which this date does not come to be, and why. */
  readonly stoppedBy?: readonly { readonly facts: readonly string[]; readonly why: string }[];
}

/** A rule id under which several dates follow together, each counted by a record of its own. */
export interface CompositeRule {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly citation: string;
  readonly notes: readonly string[];
  readonly parts: readonly CompositePart[];
}
