import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessAlerts } from './access-alerts';
import { AccessCheck } from './access-check';
import { AccessGuard } from './access.guard';
import { LastSeen } from './last-seen';
import { ProofOfIdentity } from './proof';
import { Refusals } from './refusals';
import { RevealBudget } from './reveal-budget';
import { TransactionInterceptor } from './transaction.interceptor';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    ProofOfIdentity,
    LastSeen,
    AccessAlerts,
    AccessCheck,
    Refusals,
    RevealBudget,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
  ],
  exports: [ProofOfIdentity],
})
export class AccessModule {}
