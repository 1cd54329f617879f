import { Global, Inject, Module, type DynamicModule, type OnModuleDestroy } from '@nestjs/common';
import type { Pool } from 'pg';
import { keysUrlOf, type Config } from './config/config';
import { ContextSigner } from './db/context';
import { Database } from './db/database';
import { poolOf } from './db/pool';
import { API_LOGIN, contextKey, databasePassword, KEYS_LOGIN } from './db/prepare';
import { Log } from './log/log';
import { Outbox } from './outbox/outbox.service';
import { FileStore } from './files';
import { KeyedTokens } from './rotation/keyed-tokens';
import { Idempotency } from './request/idempotency';
import { UnitOfWork } from './request/unit-of-work';
import { derive, Keyring, type RootKey } from './sealed';

export const CONFIG = Symbol('config');
/** Key for hashes of e-mail addresses that belong to no organisation yet: failed sign-ins. */
export const ADDRESS_KEY = Symbol('address key');
const KEYS_POOL = Symbol('keys pool');

/** The address with our own login in place of the administrator's. */
export function loginUrl(adminUrl: string, login: string, rootKey: RootKey): string {
  const url = new URL(adminUrl);
  url.username = login;
  url.password = databasePassword(rootKey, login);
  return url.toString();
}

@Global()
@Module({})
export class PlatformModule implements OnModuleDestroy {
  constructor(
    private readonly database: Database,
    @Inject(KEYS_POOL) private readonly keysPool: Pool,
  ) {}

  /** Everything the libraries stand on, for one process. Without `connect` only the contract can be written. */
  static for(config: Config, rootKey: RootKey, log: Log, connect = true): DynamicModule {
    const keysUrl = loginUrl(config.keysAdminUrl ?? keysUrlOf(config.adminUrl), KEYS_LOGIN, rootKey);
    const shared = [
      { provide: CONFIG, useValue: config },
      { provide: Log, useValue: log },
      { provide: ADDRESS_KEY, useFactory: () => derive(rootKey, 'sign-in addresses') },
      {
        provide: Database,
        useFactory: async (): Promise<Database> => {
          const database = new Database(
            loginUrl(config.adminUrl, API_LOGIN, rootKey),
            new ContextSigner(contextKey(rootKey)),
            config.poolSize,
          );
          if (connect) await database.open();
          return database;
        },
      },
      { provide: KEYS_POOL, useFactory: (): Pool => poolOf({ connectionString: keysUrl, max: 4 }) },
      {
        provide: Keyring,
        useFactory: (pool: Pool): Keyring => new Keyring(pool, rootKey),
        inject: [KEYS_POOL],
      },
      { provide: FileStore, useFactory: (): FileStore => new FileStore(config.home) },
      UnitOfWork,
      KeyedTokens,
      Idempotency,
      Outbox,
    ];
    return {
      module: PlatformModule,
      providers: shared,
      exports: [
        CONFIG,
        ADDRESS_KEY,
        Log,
        Database,
        Keyring,
        KeyedTokens,
        FileStore,
        UnitOfWork,
        Idempotency,
        Outbox,
      ],
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.database.close();
    await this.keysPool.end();
  }
}
