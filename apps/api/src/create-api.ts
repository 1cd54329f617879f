import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import {
  answerEvenly,
  httpAdapter,
  ProblemFilter,
  serveWebApp,
  validationPipe,
  type Config,
  type Log,
  type RootKey,
} from '@app/platform';
import type { RuleSet } from '@app/rules';
import { ApiModule } from './api.module';
import { mountDocs } from './contract';

export interface ApiOptions {
  config: Config;
  rootKey: RootKey;
  log: Log;
  /** False only when the contract is written: then no database is needed. */
  connect?: boolean;
  /** The rule set to count under, when not the shipped one. */
  law?: RuleSet;
}

/** The HTTP application, not yet listening. The same one in production, in tests and when the contract is written. */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const { config, rootKey, log, connect, law } = options;
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.for(config, rootKey, log, connect, law),
    await httpAdapter(),
    { logger: ['fatal'], abortOnError: false, bodyParser: false },
  );
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(log));
  mountDocs(app);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  answerEvenly(fastify, config.evenAnswerMs);
  if (config.webDir) await serveWebApp(fastify, config.webDir);
  await app.init();
  await fastify.ready();
  return app;
}
