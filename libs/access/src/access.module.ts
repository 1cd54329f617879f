import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessCheck } from './access-check';
import { AccessGuard } from './access.guard';
import { LastSeen } from './last-seen';
import { ProofOfIdentity } from './proof';
import { TransactionInterceptor } from './transaction.interceptor';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    ProofOfIdentity,
    LastSeen,
    AccessCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
  ],
  exports: [ProofOfIdentity],
})
export class AccessModule {}
