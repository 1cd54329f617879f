/** What was typed into a form: only what differs from the record, and the record as it was then. */
export interface Draft {
  edits: Record<string, unknown>;
  key: string;
  /** The record as it was when the first of it was typed. */
  base?: unknown;
}

/** Where drafts outlive the tab. Nothing of them is ever written to the browser's own storage. */
export interface DraftServer {
  list(): Promise<{ key: string; body: Draft }[]>;
  put(key: string, body: Draft): Promise<unknown>;
  remove(key: string): Promise<unknown>;
}

type Kept = Draft & { unsaved: boolean };

/** Between the last key and the request that keeps what was typed. */
const PAUSE_MS = 2500;
/** A slow server holds up neither the first screen nor the way out. */
const PATIENCE_MS = 2000;

/**
 * What people typed and did not send: in memory while the tab lives, on the server for the next one. Requests go one
 * after the other, so that no draft arrives after its form was saved.
 */
export class DraftBook {
  private readonly kept = new Map<string, Kept>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Names the server may hold a draft of. */
  private readonly stored = new Set<string>();
  /** Names of forms that were saved and whose draft the server may hold still. */
  private readonly finished = new Set<string>();
  private owner: string | null = null;
  private opening: Promise<void> | null = null;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: DraftServer,
    private readonly pauseMs = PAUSE_MS,
  ) {}

  /** Somebody signed in. The same person finds and stores what a lost session left; anybody else finds nothing of it. */
  begin(owner: string): Promise<void> {
    if (this.owner !== null && this.owner !== owner) this.forgetAll();
    this.owner = owner;
    this.opening = patiently(this.refresh());
    return this.opening;
  }

  /** Begins once a tab. */
  ready(owner: string): Promise<void> {
    return this.opening && this.owner === owner ? this.opening : this.begin(owner);
  }

  /** Stores what is not stored and reads what there is: another tab may have saved a form meanwhile. */
  async refresh(): Promise<void> {
    if (this.owner === null) return;
    for (const name of this.finished) this.take(name);
    await this.flush();
    await this.inTurn(async () => {
      const found = await this.server.list();
      const names = new Set(found.map(({ key }) => key));
      for (const [name, draft] of this.kept) if (!draft.unsaved && !names.has(name)) this.kept.delete(name);
      for (const { key, body } of found) {
        this.stored.add(key);
        if (!this.kept.has(key) && !this.finished.has(key)) this.kept.set(key, { ...body, unsaved: false });
      }
    });
  }

  /** Stores at once what waits for a pause in typing. */
  flush(): Promise<void> {
    for (const [name, draft] of this.kept) if (draft.unsaved) this.save(name);
    return patiently(this.queue);
  }

  of(name: string): Draft {
    return this.kept.get(name) ?? { edits: {}, key: crypto.randomUUID() };
  }

  keep(name: string, draft: Draft): void {
    // A form without a name holds a secret or belongs to nobody: it is never kept.
    if (name === '') return;
    if (Object.keys(draft.edits).length === 0) {
      this.drop(name);
      return;
    }
    this.finished.delete(name);
    this.kept.set(name, { ...draft, unsaved: true });
    clearTimeout(this.timers.get(name));
    if (this.owner === null) return;
    this.timers.set(
      name,
      setTimeout(() => this.save(name), this.pauseMs),
    );
  }

  /** The form was saved, or its draft discarded: it never comes back. */
  drop(name: string): void {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
    this.kept.delete(name);
    if (!this.stored.has(name)) return;
    this.finished.add(name);
    this.take(name);
  }

  /** Nobody is at the screen: what the server holds is read again when somebody is. */
  forgetStored(): void {
    for (const [name, draft] of this.kept) if (!draft.unsaved) this.kept.delete(name);
  }

  /** Signing out leaves nothing behind. */
  forgetAll(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const held of [this.timers, this.kept, this.stored, this.finished]) held.clear();
    this.owner = null;
    this.opening = null;
  }

  private save(name: string): void {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
    void this.inTurn(async () => {
      const draft = this.kept.get(name);
      if (!draft?.unsaved) return;
      const { edits, key, base } = draft;
      this.stored.add(name);
      await this.server.put(name, { edits, key, base });
      draft.unsaved = false;
    });
  }

  private take(name: string): void {
    void this.inTurn(async () => {
      await this.server.remove(name);
      this.finished.delete(name);
    });
  }

  /** One after the other, for the person who asked for it. What failed stays to be done and comes up again. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const { owner } = this;
    this.queue = this.queue
      .then(() => (owner !== null && owner === this.owner ? work() : undefined))
      .catch(() => undefined);
    return this.queue;
  }
}

async function patiently(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
