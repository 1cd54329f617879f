import { Injectable } from '@nestjs/common';
import { changed, currentActor, db, newId, staleVersion } from '@app/platform';
import type { SetSecurityPolicy } from './security-policy.dto';
import { SecurityPolicy } from './security-policy.entity';

/** What the office asks of its people's accounts. */
@Injectable()
export class SecurityPolicies {
  async own(): Promise<SecurityPolicy | null> {
    return db().find(SecurityPolicy, { orgId: currentActor().orgId });
  }

  /**
   * Says which roles need a second factor. It holds for the next request of everybody.
   * @param version the one that was read; 0 when nothing was set before
   * @throws Problem 412
   */
  async set(version: number, wish: SetSecurityPolicy): Promise<SecurityPolicy | null> {
    const before = await this.own();
    if ((before?.version ?? 0) !== version) throw staleVersion(before?.version ?? 0);
    if (before) await db().update(SecurityPolicy, before, version, { ...wish });
    else await db().insert(SecurityPolicy, { id: newId(), ...wish });
    changed('roles', 'requiredFrom');
    return this.own();
  }
}
