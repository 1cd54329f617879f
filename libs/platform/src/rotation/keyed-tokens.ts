import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../request/unit-of-work';

/** Something that stores keyed tokens of a client's texts and can make them anew. */
export interface TokenKeeper {
  /** The columns it keeps, as `table.column`; a test compares them with the database's catalogue. */
  columns: readonly string[];
  /** Makes the tokens of one client anew, in the transaction that is open. Nothing to do is fine. */
  rebuild(clientId: string): Promise<void>;
}

/** Who stores tokens under the organisation's key. Libraries enter themselves at their start. */
@Injectable()
export class KeyedTokens {
  private readonly keepers: TokenKeeper[] = [];

  constructor(private readonly work: UnitOfWork) {}

  /** Enters a keeper; called once by its library. */
  register(keeper: TokenKeeper): void {
    this.keepers.push(keeper);
  }

  /** Every column that can be made anew, once each. */
  get columns(): string[] {
    return [...new Set(this.keepers.flatMap((keeper) => [...keeper.columns]))].sort();
  }

  /** Makes all tokens of one client anew, in a transaction of its own. */
  async rebuild(orgId: string, clientId: string): Promise<void> {
    await this.work.asSystem(orgId, 'keys.reindex', async () => {
      for (const keeper of this.keepers) await keeper.rebuild(clientId);
    });
  }
}
