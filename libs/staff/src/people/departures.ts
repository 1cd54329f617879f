import { Injectable } from '@nestjs/common';

/** What somebody answers for, as far as whoever asks can see it. */
export interface Held {
  cases: number;
  tasks: number;
}

/** What moved to the successor, and what stayed for the directors because a wall keeps the successor out. */
export interface HandedOver {
  moved: Held;
  stayed: Held;
}

/** A library whose work people answer for. */
export interface WorkHolder {
  held(userId: string): Promise<Held>;
  /** @throws Problem 422 at `path` when the successor may not hold this work */
  handOver(userId: string, successorId: string, path: string): Promise<HandedOver>;
}

/**
 * What becomes of somebody's work when they leave. The people library may not know of cases; the library that keeps
 * them says so here when it starts.
 */
@Injectable()
export class Departures {
  private holder: WorkHolder | null = null;

  /** Called once, when the library that keeps the work starts. */
  keptBy(holder: WorkHolder): void {
    this.holder = holder;
  }

  async held(userId: string): Promise<Held> {
    return this.holder ? this.holder.held(userId) : { cases: 0, tasks: 0 };
  }

  async handOver(userId: string, successorId: string, path: string): Promise<HandedOver> {
    const nothing = { cases: 0, tasks: 0 };
    return this.holder
      ? this.holder.handOver(userId, successorId, path)
      : { moved: nothing, stayed: nothing };
  }
}
