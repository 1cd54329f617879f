import { NestFactory } from '@nestjs/core';
import { KeyedTokens, Log, type Config, type RootKey } from '@app/platform';
import { ErasureService } from '@app/retention';
import { ApiModule } from '../../apps/api/src/api.module';

/** What the commands need of the libraries. */
export interface Libraries {
  /** Each library makes its own tokens of a client anew. */
  rebuild: (orgId: string, clientId: string) => Promise<void>;
  erasure: ErasureService;
  close: () => Promise<void>;
}

/** Starts every library, without serving anybody. */
export async function openLibraries(config: Config, root: RootKey): Promise<Libraries> {
  const app = await NestFactory.createApplicationContext(ApiModule.for(config, root, new Log('silent')), {
    logger: ['fatal'],
    abortOnError: false,
  });
  const tokens = app.get(KeyedTokens);
  return {
    rebuild: (orgId, clientId) => tokens.rebuild(orgId, clientId),
    erasure: app.get(ErasureService),
    close: () => app.close(),
  };
}
