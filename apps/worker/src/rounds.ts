import type { Log } from '@app/platform';
import type { Duty } from './duty';

/** Keeps duties going, each in its own loop: a slow or failing one does not hold up the others. */
export class Rounds {
  private stopped = false;
  private readonly sleepers = new Set<() => void>();
  private loops: Promise<void>[] = [];

  constructor(
    private readonly duties: Duty[],
    private readonly log: Log,
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
      const done = await this.round(duty);
      if (done === 0 && !this.stopped) await this.pause(duty.everyMs);
    }
  }

  private async round(duty: Duty): Promise<number> {
    try {
      return await duty.round();
    } catch (error) {
      this.log.error({ event: 'duty failed', duty: duty.name }, error);
      return 0;
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
