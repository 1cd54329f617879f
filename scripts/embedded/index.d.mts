/** Something the person at the keyboard can put right: the message is a sentence that says how. */
export class Problem extends Error {}

export interface RunningDatabase {
  /** Connection string of the cluster's owner, who may create roles and databases. Default database: postgres. */
  url(database?: string): string;
  port: number;
  /** True when this start made the cluster. */
  created: boolean;
  /** The folder that holds the database files. */
  place: string;
  logFile: string;
  account: { uid: number; gid: number; name: string } | undefined;
  /** Resolves when the server process ends, wanted or not. */
  ended(): Promise<void>;
  /** After an unwanted end: recovers and serves again on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export function openHome(folder: string): { home: string; free: () => void };
export function startDatabase(folder: string): Promise<RunningDatabase>;
export function runningDatabase(folder: string): { url(database?: string): string } | null;
export function startThrowAwayDatabase(): Promise<RunningDatabase>;
