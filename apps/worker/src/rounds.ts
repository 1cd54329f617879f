import type { Log } from '@app/platform';
import type { Duty } from './duty';

/** A round that failed comes again soon, however rare the duty is: a day without it could cost somebody a date. */
const AGAIN_AFTER_MS = 60_000;

/** Keeps duties going, each in its own loop: a slow or failing one does not hold up the others. */
export class Rounds {
  private stopped = false;
  private readonly sleepers = new Set<() => void>();
  private loops: Promise<void>[] = [];

  constructor(
    private readonly duties: Duty[],
    private readonly log: Log,
    private readonly againAfterMs = AGAIN_AFTER_MS,
  ) {}

  start(): void {
    this.loops = this.duties.map((duty) => this.keep(duty));
  }

  /** Ends after the rounds that are under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const wake of this.sleepers) wake();
    await Promise.all(this.loops);
  }

  private async keep(duty: Duty): Promise<void> {
    while (!this.stopped) {
      const pause = await this.round(duty);
      if (pause > 0 && !this.stopped) await this.pause(pause);
    }
  }

  /** One round. Returns how long to wait for the next. */
  private async round(duty: Duty): Promise<number> {
    try {
      return (await duty.round()) > 0 ? 0 : duty.everyMs;
    } catch (error) {
      this.log.error({ event: 'duty failed', duty: duty.name }, error);
      return Math.min(duty.everyMs, this.againAfterMs);
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.sleepers.add(wake);
    });
  }
}
