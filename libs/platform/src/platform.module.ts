import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Config } from './config/config';
import { ChangingPool } from './db/changing-pool';
import { ContextSigner } from './db/context';
import { Database } from './db/database';
import { apiUrl, contextKey, keysUrl } from './db/logins';
import { Log } from './log/log';
import { Outbox } from './outbox/outbox.service';
import { FileStore } from './files';
import { KeyedTokens } from './rotation/keyed-tokens';
import { RootWatch } from './rotation/root-watch';
import { Idempotency } from './request/idempotency';
import { UnitOfWork } from './request/unit-of-work';
import { derive, Keyring, type RootKey } from './sealed';

export const CONFIG = Symbol('config');
/** Key for hashes of e-mail addresses that belong to no organisation yet: failed sign-ins. */
export const ADDRESS_KEY = Symbol('address key');
const KEYS_POOL = Symbol('keys pool');

/** What is connected with the root key's logins, and what follows a change of the root key. */
function connections(config: Config, rootKey: RootKey, log: Log, connect: boolean): FactoryProvider[] {
  return [
    {
      provide: Database,
      useFactory: async (): Promise<Database> => {
        const database = new Database(
          apiUrl(config.adminUrl, rootKey),
          new ContextSigner(contextKey(rootKey)),
          config.poolSize,
        );
        if (connect) await database.open();
        return database;
      },
    },
    {
      provide: KEYS_POOL,
      useFactory: (): ChangingPool =>
        new ChangingPool({ connectionString: keysUrl(config.keysAdminUrl, rootKey), max: 4 }),
    },
    {
      provide: RootWatch,
      useFactory: async (keysPool: ChangingPool, database: Database): Promise<RootWatch> => {
        const watch = new RootWatch({ config, database, keysPool, log }, rootKey);
        if (connect) await watch.begin();
        return watch;
      },
      inject: [KEYS_POOL, Database],
    },
    {
      provide: Keyring,
      useFactory: (pool: ChangingPool, watch: RootWatch): Keyring => new Keyring(pool, watch.roots),
      inject: [KEYS_POOL, RootWatch],
    },
  ];
}

@Global()
@Module({})
export class PlatformModule implements OnModuleDestroy {
  constructor(
    private readonly database: Database,
    @Inject(KEYS_POOL) private readonly keysPool: ChangingPool,
    private readonly watch: RootWatch,
  ) {}

  /** Everything the libraries stand on, for one process. Without `connect` only the contract can be written. */
  static for(config: Config, rootKey: RootKey, log: Log, connect = true): DynamicModule {
    const shared = [
      { provide: CONFIG, useValue: config },
      { provide: Log, useValue: log },
      { provide: ADDRESS_KEY, useFactory: () => derive(rootKey, 'sign-in addresses') },
      ...connections(config, rootKey, log, connect),
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
    await this.watch.end();
    await this.database.close();
    await this.keysPool.end();
  }
}
