import { Injectable } from '@nestjs/common';

type Listener = (clientId: string) => Promise<unknown>;

/**
 * Tells libraries above this one that a dated fact of a case changed (a motion was filed), in the transaction that
 * changes it. Cases may not import who counts deadlines from their facts; that library listens instead.
 */
@Injectable()
export class CaseChanges {
  private readonly listeners: Listener[] = [];

  /** Called once, when the listening library starts. */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Waits for each listener; if one fails, the change fails with it. */
  async tell(clientId: string): Promise<void> {
    for (const listener of this.listeners) await listener(clientId);
  }
}
