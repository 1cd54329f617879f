/** How one kind of record that can be withdrawn is told. */
interface ErrorKind {
  /** Columns that tell which record it is: codes and days, never sealed ones. */
  readonly plain: readonly string[];
  /** The sealed column with what somebody wrote about it. */
  readonly text: string;
}

/** Kinds are named as their tables are. */
export const ERROR_KINDS = {
  charge: { plain: ['code', 'origin', 'status'], text: 'note' },
  motion: { plain: ['kind', 'forum', 'filed_by', 'filed_on', 'result', 'result_on'], text: 'note' },
  relief_application: { plain: ['kind', 'forum', 'filed_on', 'status', 'status_on'], text: 'note' },
  appeal: { plain: ['forum', 'filed_by', 'filed_on', 'result', 'decided_on'], text: 'note' },
  reinstatement: { plain: ['reinstated_on', 'served_on', 'contested'], text: 'note' },
  country_concern: { plain: ['country', 'kind', 'said_on'], text: 'reason' },
  travel_document: {
    plain: ['country', 'requested_by', 'requested_on', 'result', 'answered_on'],
    text: 'note',
  },
  supervision_condition: { plain: ['kind', 'imposed_by', 'from_on', 'until_on', 'status'], text: 'terms' },
  arrest: { plain: ['arrested_on', 'outcome', 'outcome_on'], text: 'charges' },
  admission: { plain: ['admitted_on', 'adjusted_on', 'as_refugee'], text: 'note' },
  departure: { plain: ['left_on', 'how', 'returned_on'], text: 'note' },
  inquiry: { plain: ['topic', 'asked_on', 'answer'], text: 'note' },
  hearing_look_up: { plain: ['source', 'outcome', 'found_on', 'at'], text: 'note' },
  locator_look_up: { plain: ['looked_in', 'result', 'looked_at'], text: 'note' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorKindName = keyof typeof ERROR_KINDS;
export const ERROR_KIND_NAMES = Object.keys(ERROR_KINDS) as ErrorKindName[];
