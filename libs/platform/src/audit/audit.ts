import type { PoolClient } from 'pg';
import type { RequestScope } from '../request/scope';

/** When a permission leaves an entry: never, for changes only, or whenever it is used. */
export type AuditRule = 'none' | 'change' | 'open';

/** Which permission was used, and whether the request changed something. */
export interface AuditedUse {
  action: string;
  rule: AuditRule;
  /** True when the entry must name a client: forgetting `about()` is then an error, not a silent gap. */
  aboutClient: boolean;
}

/**
 * The SQL that appends this request's entry, run in one message with the commit: either both are there or neither.
 * @throws Error when the entry would not know which client it is about
 */
export function auditStatement(client: PoolClient, scope: RequestScope, use: AuditedUse): string {
  if (use.rule === 'none' || scope.replayed) return '';
  const { subject } = scope;
  if (use.aboutClient && !subject) throw new Error(`"${use.action}" did not say which client it is about.`);
  const quote = (text: string): string => client.escapeLiteral(text);
  const fields = [...scope.fields].sort().map(quote).join(', ');
  return `SELECT sec.audit_append(${quote(use.action)}, ${subject ? quote(subject.clientId) : 'NULL'}, ${
    subject?.caseId ? quote(subject.caseId) : 'NULL'
  }, ARRAY[${fields}]::text[], ${quote(scope.requestId)}, ${scope.origin ? quote(scope.origin) : 'NULL'})`;
}
