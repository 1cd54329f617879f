import { conflict, notFound, Problem, staleVersion } from './problem';

interface DatabaseError {
  code?: string;
  message?: string;
  /** Function of the server that raised it. */
  routine?: string;
  constraint?: string;
  driverError?: DatabaseError;
}

/** Constraints that people can run into, and what to tell them. */
const CONSTRAINTS: Record<string, () => Problem> = {
  plan_entry_version: () => staleVersion(0),
  case_team_current: () => conflict('already_on_team', 'This person is already on the team.'),
  calendar_notice_once: () =>
    conflict('notice_entered_already', 'This closed day is entered already.', [
      { path: 'on', code: 'taken', message: 'This closed day is entered already.' },
    ]),
  judge_once: () =>
    conflict('judge_known', 'This judge is in the directory already.', [
      {
        path: 'name',
        code: 'judge_known',
        message: 'A judge of this name and court is in the directory already.',
      },
    ]),
  running_timer_user: () => conflict('timer_runs', 'Your timer runs already. Stop it first.'),
  funding_code_code: () =>
    conflict('code_taken', 'Another funding code is called so.', [
      { path: 'code', code: 'taken', message: 'Another funding code is called so.' },
    ]),
  task_template_name: () =>
    conflict('template_name_taken', 'Another template has this name.', [
      { path: 'name', code: 'template_name_taken', message: 'Another template has this name.' },
    ]),
  printed_date_holds: () =>
    conflict(
      'printed_already',
      'Somebody has just recorded the printed date of this deadline. Read it first.',
    ),
  check_in_slot: () =>
    conflict('check_in_slot_taken', 'This client has another check-in at that very time.', [
      { path: 'time', code: 'taken', message: 'Another check-in of this client begins then.' },
    ]),
  pardon_grant_application: () => conflict('granted_already', 'This application has its grant already.'),
  destruction_open: () => conflict('proposed_already', 'The destruction of this client is proposed already.'),
  organisation_slug_key: () =>
    conflict('slug_taken', 'Another organisation uses this short name.', [
      { path: 'slug', code: 'taken', message: 'Already in use.' },
    ]),
  staff_user_org_id_email_folded_key: () =>
    conflict('email_taken', 'Somebody in your organisation already has this e-mail address.', [
      { path: 'email', code: 'taken', message: 'Already in use.' },
    ]),
};

const CODES: Record<string, () => Problem> = {
  VC010: () => conflict('under_legal_hold', 'This client is under a legal hold. Nothing may be destroyed.'),
  '23505': () => conflict('exists_already', 'This exists already.'),
  '23503': () => new Problem(422, 'unknown_reference', 'This refers to something that is not there.'),
  '23514': () => new Problem(422, 'invalid', 'A value is outside what is allowed.'),
  '42501': notFound,
  '22P02': notFound,
  '22021': () => new Problem(400, 'malformed_text', 'The text has a character that cannot be stored.'),
  '22008': () => new Problem(422, 'invalid', 'A date does not exist.'),
  '22007': () => new Problem(422, 'invalid', 'A date is not written as YYYY-MM-DD.'),
  '22003': () => new Problem(422, 'invalid', 'A number is out of range.'),
  '55P03': () => conflict('busy', 'Somebody else is changing this right now. Try again in a moment.'),
  '40P01': () => conflict('busy', 'Somebody else is changing this right now. Try again in a moment.'),
  '57014': () => new Problem(503, 'too_slow', 'This took too long and was stopped. Nothing was changed.'),
};

/** Connection refused or lost, server starting or stopping, out of connections, memory or disk (PostgreSQL, Node). */
const UNREACHABLE =
  /^(?:08...|53...|57P0[1-5]|E(?:CONN(?:REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND)|EAI_AGAIN)$/;
/** What the driver says without a code: of its own waiting, or of a connection that broke off. */
const GIVEN_UP = /^(?:timeout exceeded when trying to connect|Query read timeout|Connection terminated)/;

/** Whether the database could not be reached, or gave no answer. */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as DatabaseError;
  return UNREACHABLE.test(code ?? '') || (!code && GIVEN_UP.test(message ?? ''));
}

/** A right that nobody granted is our own mistake; only a row that a policy refuses is "not there for you". */
function isMissingGrant({ code, routine }: DatabaseError): boolean {
  return code === '42501' && routine === 'aclcheck_error';
}

/** The answer that belongs to an error of the database, or null when it is our own mistake. */
export function databaseProblem(error: unknown): Problem | null {
  const thrown = (error ?? {}) as DatabaseError;
  const cause = thrown.driverError ?? thrown;
  if (isMissingGrant(cause)) return null;
  if (isUnreachable(cause)) {
    return new Problem(
      503,
      'unavailable',
      'The database does not answer at the moment. Try again in a minute.',
    );
  }
  const known = CONSTRAINTS[cause.constraint ?? ''] ?? CODES[cause.code ?? ''];
  return known ? known() : null;
}
