import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Config, Log, RootKey } from '@app/platform';
import type { RuleSet } from '@app/rules';
import { dutiesOf } from './duties';
import { Rounds } from './rounds';
import { WorkerModule } from './worker.module';

export interface Worker {
  /** Ends after what is under way, and lets go of the database. */
  stop(): Promise<void>;
}

/**
 * Starts the duties. The same worker in production and in tests.
 * @param law the rule set to count under, when not the shipped one
 */
export async function startWorker(
  config: Config,
  rootKey: RootKey,
  log: Log,
  law?: RuleSet,
): Promise<Worker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.for(config, rootKey, log, law), {
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
