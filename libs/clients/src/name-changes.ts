import { Injectable } from '@nestjs/common';

/** A name that somebody wrote down about a client, for whoever looks every new name up. */
export interface NamesChanged {
  clientId: string;
  /** `client` for the client's own names; else what the person is to them, in the words of a conflict party. */
  kind: 'client' | 'family_member' | 'related_person';
  /** The row that holds the name; null for the client's own. */
  sourceId: string | null;
  /** All names of the person as they are now; none when the row was taken off. */
  names: string[];
}

/** An A-number that was given to a client, as the indexes it may be stored under. */
export interface NumberGiven {
  clientId: string;
  indexes: Buffer[];
}

/**
 * Tells libraries above this one of new names and numbers, in the transaction that writes them. Clients may not import
 * who checks conflicts; that library listens instead.
 */
@Injectable()
export class NameChanges {
  private readonly names: ((change: NamesChanged) => Promise<unknown>)[] = [];
  private readonly numbers: ((change: NumberGiven) => Promise<unknown>)[] = [];

  /** Called once, when the listening library starts. */
  listen(
    names: (change: NamesChanged) => Promise<unknown>,
    numbers: (change: NumberGiven) => Promise<unknown>,
  ): void {
    this.names.push(names);
    this.numbers.push(numbers);
  }

  /** Waits for each listener; if one fails, the change fails with it. */
  async tell(change: NamesChanged): Promise<void> {
    for (const listener of this.names) await listener(change);
  }

  async tellNumber(change: NumberGiven): Promise<void> {
    for (const listener of this.numbers) await listener(change);
  }
}
