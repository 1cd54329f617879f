type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

/** A copy of what the rules answered, which an answer of a route may hold. */
export function mutable<T>(answer: T): Mutable<T> {
  return structuredClone(answer) as Mutable<T>;
}
