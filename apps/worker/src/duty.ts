/** Something the worker does again and again. */
export interface Duty {
  name: string;
  /** Pause between two rounds. */
  everyMs: number;
  /** One round. Returns how much it found to do; more than nothing starts the next round at once. */
  round(): Promise<number>;
}
