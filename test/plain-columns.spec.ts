import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';

/**
 * Text that anybody with the database can read. A column of text without a list of its words could hold something
 * about a person, so each was looked at; docs/operations.md says of each group that it is readable, and why. A new
 * column is sealed, gets a list of words, or is looked at and entered here.
 */
const REVIEWED: Record<string, string[]> = {
  'Days and times of what happened or will happen': ['cases.next_check_in_time'],
  'Codes about a client': [
    ...[
      'case_stage.stage',
      'cases.clemency_stage',
      'charge.code',
      'conviction.flags',
      'conflict_decision.decision',
    ],
    ...[
      'client.interpreter_language',
      'client.languages',
      'client_language.language',
      'referral.decline_code',
    ],
    ...['referral_step.state', 'erased_client.code', 'erased_client.reason_code', 'conflict_hit.other_role'],
    ...['conflict_hit.subject_role', 'planned_message.about_kind', 'planned_message.language'],
  ],
  'Computed deadlines': [
    ...['alternates', 'answered_by', 'citation', 'consequence', 'cure', 'key', 'moved_since', 'rule_id'],
    ...['rule_set_version', 'rule_status', 'stays', 'title', 'trace', 'triggered_by', 'warnings'],
  ]
    .map((column) => `deadline.${column}`)
    .concat([
      ...[
        'cases.next_deadline_rule',
        'law_review.after',
        'law_review.before',
        'law_review.what',
        'printed_date.deadline_key',
      ],
    ]),
  "The shape of a person's circle": [
    ...['consent.channels', 'consent.given_language', 'consent.scopes', 'contact_point.language'],
    'trusted_contact.language',
  ],
  'The shape of documents and filings': [
    ...[
      'document.language',
      'filing.blanks',
      'filing.template_version',
      'filing.title',
      'filing_print.sha256',
    ],
    ...['demand.record_kinds', 'demand_export_item.kind', 'sent_referral.fields', 'passed_referral.fields'],
  ],
  'Which fact, form or table is meant': [
    ...['client_merge_row.table_name', 'client_token.kind', 'fact_source.field', 'fact_source.source_kind'],
    ...['hearing_look_up.changes', 'plan_entry.item', 'plan_step.step', 'row_history.table_name'],
    // The older state of a row: what was sealed in the row is sealed there.
    'row_history.was',
  ],
  'The audit trail': ['action', 'fields', 'origin', 'request_id', 'role'].map(
    (name) => `audit_entry.${name}`,
  ),
  'Colleagues and the office': [
    ...[
      'api_token.name',
      'api_token.scopes',
      'filer_profile.eoir_id',
      'filer_profile.phone',
      'funding_code.code',
    ],
    ...[
      'funding_code.name',
      'idempotency_key.etag',
      'idempotency_key.key',
      'invitation.email',
      'invitation.name',
    ],
    ...['invitation.email_folded', 'known_device.label', 'letterhead.address_lines', 'letterhead.email'],
    ...['letterhead.phone', 'list_view.columns', 'list_view.filters', 'list_view.list', 'list_view.sort'],
    ...['organisation.name', 'organisation.slug', 'organisation.time_zone', 'outbox_message.answer'],
    ...[
      'outbox_message.kind',
      'referral.from_name',
      'sent_referral.to_name',
      'passed_referral.to_name',
      'retention_schedule.outcome',
    ],
    ...[
      'second_factor.credential_id',
      'second_factor.name',
      'second_factor.public_key',
      'second_factor.transports',
    ],
    ...[
      'security_policy.roles',
      'session.challenge',
      'session.client_label',
      'staff_user.email',
      'staff_user.name',
    ],
    ...['staff_user.email_folded', 'task_template.case_type', 'task_template.name', 'task_template.steps'],
  ],
  'The law and the courts': [
    ...[
      'calendar_notice.forum',
      'calendar_notice.name',
      'calendar_notice.source_link',
      'calendar_notice.state',
    ],
    ...[
      'judge.court_code',
      'judge.name',
      'judge.name_folded',
      'judge.note',
      'law_basis.calendar_mark',
      'law_basis.fingerprint',
    ],
    ...['law_basis.rule_set_version', 'law_basis.verification_mark', 'law_verification.note'],
    ...['law_verification.rule_id', 'law_verification.source_seen'],
  ],
};

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

/** Columns of text, lists and JSON whose words the database does not list and which are no partly known day. */
async function freeColumns(): Promise<string[]> {
  const { rows } = await asAdmin(test, (admin) =>
    admin.query<{ name: string; checks: string | null }>(
      `SELECT c.relname || '.' || a.attname AS name,
              (SELECT string_agg(pg_get_constraintdef(k.oid), ' ') FROM pg_constraint k
                WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)) AS checks
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'migration'
          AND a.atttypid IN ('text'::regtype, 'text[]'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype)`,
    ),
  );
  return rows.filter((row) => !/ANY|~ '\^/.test(row.checks ?? '')).map((row) => row.name);
}

it('is only where somebody looked at it', async () => {
  expect((await freeColumns()).sort()).toEqual(Object.values(REVIEWED).flat().sort());
});

it('is said to be readable, with the reason, where operators read', () => {
  const manual = readFileSync(join(__dirname, '../docs/operations.md'), 'utf8');
  const missing = Object.keys(REVIEWED).filter(
    (group) => !new RegExp(`\\| \\*\\*${group}\\*\\*: .+\\| \\w+`).test(manual),
  );
  expect(missing).toEqual([]);
});
