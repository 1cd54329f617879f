import { Injectable } from '@nestjs/common';
import { auditStatement, type AuditedUse } from '../audit/audit';
import { Database } from '../db/database';
import { currentScope, newScope, runInScope, type Actor } from './scope';

/** One transaction, one audit entry. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly database: Database) {}

  /**
   * Runs the work in one transaction for the signed-in person, appends the audit entry and commits.
   * The interceptor does this for every route; routes that mail, hash or print call it for their short parts.
   */
  async run<T>(use: AuditedUse, work: () => Promise<T>): Promise<T> {
    const scope = currentScope();
    const { actor } = scope;
    if (!actor) throw new Error('A transaction needs somebody who acts.');
    return this.database.inOrganisation(
      actor,
      async (tx) => {
        scope.tx = tx;
        try {
          return await work();
        } finally {
          scope.tx = null;
        }
      },
      (client) => auditStatement(client, scope, use),
    );
  }

  /** Runs a duty of the worker for one organisation, in a scope of its own. */
  async asSystem<T>(orgId: string, duty: string, work: () => Promise<T>): Promise<T> {
    const scope = newScope(duty, systemActor(orgId));
    return runInScope(scope, () => this.run({ action: duty, rule: 'none', aboutClient: false }, work));
  }
}

/** The actor of the worker's duties. Its changes show in histories under this id. */
export function systemActor(orgId: string): Actor {
  return {
    orgId,
    userId: '00000000-0000-0000-0000-000000000000',
    role: 'system',
    proofId: null,
    kind: 'system',
    scopes: null,
  };
}
