import type { ChildProcess } from 'node:child_process';

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
  child: ChildProcess;
  account: { uid: number; gid: number; name: string } | undefined;
  stop(): Promise<void>;
}

export function startDatabase(folder: string): Promise<RunningDatabase>;
export function startThrowAwayDatabase(): Promise<RunningDatabase>;
