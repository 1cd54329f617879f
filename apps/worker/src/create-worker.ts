import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Config, Log, RootKey } from '@app/platform';
import { dutiesOf } from './duties';
import { Rounds } from './rounds';
import { WorkerModule } from './worker.module';

export interface Worker {
  /** Ends after what is under way, and lets go of the database. */
  stop(): Promise<void>;
}

/** Starts the duties. The same worker in production and in tests. */
export async function startWorker(config: Config, rootKey: RootKey, log: Log): Promise<Worker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.for(config, rootKey, log), {
    logger: ['fatal'],
    abortOnError: false,
  });
  const rounds = new Rounds(dutiesOf(app), log);
  rounds.start();
  return {
    stop: async () => {
      await rounds.stop();
      await app.close();
    },
  };
}
