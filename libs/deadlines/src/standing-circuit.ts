import { Injectable } from '@nestjs/common';

type Source = (clientId: string) => Promise<string | null>;

/**
 * The federal circuit of a client's matter. Proceedings and their courts belong to a library above this one, which
 * says here how to ask it.
 */
@Injectable()
export class CircuitOfMatter {
  private source: Source = async () => null;

  /** Names who knows. */
  learn(source: Source): void {
    this.source = source;
  }

  /** '1' to '11' or 'DC'; null when it is not known, or not one. */
  of(clientId: string): Promise<string | null> {
    return this.source(clientId);
  }
}
