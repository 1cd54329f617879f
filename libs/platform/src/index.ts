export type { AuditedUse, AuditRule } from './audit/audit';
export { loadConfig, keysUrlOf, type Config } from './config/config';
export { ContextSigner, type OrganisationContext } from './db/context';
export { Database } from './db/database';
export {
  migrationFiles,
  migrationSource,
  prepareDatabase,
  storedFingerprint,
  type PrepareOptions,
} from './db/prepare';
export { apiLogin, apiUrl, contextKey, keysLogin, keysUrl } from './db/logins';
export { Tx, type Row, type VersionedRow } from './db/tx';
export {
  badField,
  cannot,
  conflict,
  notAllowed,
  notFound,
  notSignedIn,
  Problem,
  staleVersion,
  type FieldError,
} from './errors/problem';
export * from './files';
export { httpAdapter } from './http/adapter';
export { answerEvenly, momentAfter } from './http/even-answers';
export { csvOf } from './http/csv';
export { IfMatch, setEtag } from './http/if-match';
export { deviceLabel, networkOf, originOf } from './http/origin';
export { receiveUpload, type UploadPart } from './http/multipart';
export { serveWebApp } from './http/web-app';
export { ProblemFilter } from './http/problem.filter';
export { validationPipe } from './http/validation';
export { Log, type LogFields } from './log/log';
export { OutboxMessage } from './outbox/outbox.entity';
export {
  MAIL_STATE,
  MAIL_STATES,
  Outbox,
  type ClaimedMail,
  type FailedAttempt,
  type Mail,
  type MailState,
  type UnsentMail,
} from './outbox/outbox.service';
export { ADDRESS_KEY, CONFIG, PlatformModule } from './platform.module';
export { Idempotency } from './request/idempotency';
export {
  about,
  keepTimeEven,
  changed,
  currentActor,
  currentScope,
  db,
  newScope,
  runInScope,
  type Actor,
  type OnceRequest,
  type RequestScope,
  type Standing,
  type Subject,
} from './request/scope';
export { officeToday } from './request/office-today';
export { readPastDate } from './http/past-date';
export { systemActor, UnitOfWork } from './request/unit-of-work';
export { badCursor, readCursor, writeCursor, type Cursor } from './db/cursor';
export { amongErrors } from './db/among-errors';
export { cutOnes, firstOf, type FirstOf } from './db/first-of';
export { newId } from './db/id';
export { IsLegalDay, isLegalDay } from './http/legal-day';
export { IsNotBlank } from './http/not-blank';
export { IsPartialDate } from './http/partial-date';
export { KeyedTokens, type TokenKeeper } from './rotation/keyed-tokens';
export { NOT_SEALED, sealedTables, type SealedTable } from './rotation/catalogue';
export { alone, GRACE_MS, openDesk, type Desk } from './rotation/desk';
export { finishRotation, rotateClients } from './rotation/rotate-clients';
export {
  emptyTally,
  resealed,
  resealedHistory,
  type Boxes,
  type OlderState,
  type Tally,
} from './rotation/reseal';
export { rotateRoot, type RootPlaces } from './rotation/rotate-root';
export { rotateOrganisation } from './rotation/rotate-organisation';
export * from './sealed';
