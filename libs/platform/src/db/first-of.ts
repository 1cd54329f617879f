/** A list that ends before its rows do, and says so. */
export interface FirstOf<T> {
  shown: T[];
  more: boolean;
}

/**
 * The first `most` of rows that were read with one row more than that (`LIMIT most + 1`). A list that stops somewhere
 * must tell whoever reads it that there is more, or a date beyond its end is lost.
 */
export function firstOf<T>(rows: readonly T[], most: number): FirstOf<T> {
  return { shown: rows.slice(0, most), more: rows.length > most };
}

/** The names of the lists that go on beyond what is shown. */
export function cutOnes<Name extends string>(lists: Record<Name, FirstOf<unknown>>): Name[] {
  return (Object.keys(lists) as Name[]).filter((name) => lists[name].more);
}
