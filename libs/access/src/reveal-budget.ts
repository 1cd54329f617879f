import { Inject, Injectable } from '@nestjs/common';
import { changed, CONFIG, currentActor, db, Problem, type Actor, type Config } from '@app/platform';
import { AccessAlerts } from './access-alerts';

interface Use {
  revealed_hour: number;
  revealed_day: number;
  clients_hour: number;
}

/** Field name that marks an entry of the audit trail as a reveal; the trail itself is the count. */
const MARK = 'revealed';
const HOUR = 60 * 60_000;
const LONGEST_PAUSE_MS = 5000;
/** How many clients a person opens between two looks at the trail. */
const LOOK_EVERY = 10;

/** A person's clients of this hour, as far as this process knows. */
interface Opened {
  since: number;
  clients: Set<string>;
  /** Openings that have begun and not ended: a script that asks for everything at once is as far as they are. */
  underWay: number;
  over: number;
}

/**
 * Somebody who takes everything along is stopped early: reveals of protected fields are refused above a number per
 * hour and day, and opening very many clients becomes slow. The audit trail says exactly which they were.
 */
@Injectable()
export class RevealBudget {
  private readonly opened = new Map<string, Opened>();

  constructor(
    private readonly alerts: AccessAlerts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Before a reveal, in its transaction: counts exactly, also when a script asks for many at once. @throws Problem 429 */
  async spend(): Promise<void> {
    const { userId } = currentActor();
    await db().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 20))', [userId]);
    const use = (await db().one<Use>('SELECT * FROM sec.my_use()'))!;
    const { revealsPerHour, revealsPerDay } = this.config;
    if (use.revealed_hour < revealsPerHour && use.revealed_day < revealsPerDay) return changed(MARK);
    throw new BudgetSpent(Math.max(use.revealed_hour, use.revealed_day));
  }

  /** After a refusal, outside its transaction. */
  async tell(actor: Actor, error: unknown): Promise<void> {
    if (error instanceof BudgetSpent)
      await this.alerts.raise(actor.orgId, 'reveals_refused', actor.userId, error.count);
  }

  /**
   * Before a client is opened: waits longer, the further this person is above what is usual.
   * @returns what to call when the opening has ended
   */
  async pause(actor: Actor): Promise<() => void> {
    const opened = this.of(actor);
    opened.underWay += 1;
    const over = Math.max(opened.over, opened.clients.size + opened.underWay - this.config.clientsPerHour);
    if (over > 0) await new Promise((go) => setTimeout(go, Math.min(LONGEST_PAUSE_MS, 100 + over * 20)));
    return () => void (opened.underWay -= 1);
  }

  /** After a client was opened, in its transaction. @returns true when the directors should hear of it */
  async note(actor: Actor, clientId: string): Promise<boolean> {
    const opened = this.of(actor);
    opened.clients.add(clientId);
    const { size } = opened.clients;
    if (size % LOOK_EVERY !== 0 && size <= this.config.clientsPerHour) return false;
    const use = (await db().one<Use>('SELECT * FROM sec.my_use()'))!;
    opened.over = Math.max(use.clients_hour, size) - this.config.clientsPerHour;
    return opened.over > 0;
  }

  /** Tells the directors that somebody opens very many clients. */
  async tellOfMany(actor: Actor): Promise<void> {
    await this.alerts.raise(actor.orgId, 'many_clients', actor.userId, this.of(actor).clients.size);
  }

  private of(actor: Actor): Opened {
    const now = Date.now();
    const known = this.opened.get(actor.userId);
    if (known && now - known.since < HOUR) return known;
    const fresh = { since: now, clients: new Set<string>(), underWay: 0, over: 0 };
    this.opened.set(actor.userId, fresh);
    return fresh;
  }
}

/** More was revealed than is usual. */
class BudgetSpent extends Problem {
  constructor(readonly count: number) {
    super(
      429,
      'reveal_budget_spent',
      'You have revealed as many protected numbers and documents as one person may in this time. ' +
        'The directors were told. Try again in an hour, or ask a director.',
    );
  }
}
