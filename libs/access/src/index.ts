export { AccessCheck } from './access-check';
export { AccessGuard, type ScopedRequest } from './access.guard';
export { AccessModule } from './access.module';
export { Allow, Open, OwnTransactions, Reachable, StepUp, StoresNothing } from './allow.decorator';
export { actorMay, may, requireMay, seesOffice } from './may';
export { permissionsOf, PERMISSIONS, policy, roleMay, ruleOf, type Permission, type Rule } from './policy';
export { hashOfSecret, ProofOfIdentity, SESSION_COOKIE, TOKEN_PREFIX } from './proof';
export { FILING_ROLES, OFFICE_ROLES, OFFICE_WIDE_ROLES, ROLES, TEAM_ROLES, type Role } from './roles';
export { TransactionInterceptor, usePermission } from './transaction.interceptor';
