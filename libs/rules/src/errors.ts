/** Input that no rule can be applied to. `code` is stable for programs, `path` names the field, the message is for people. */
export class RuleInputError extends Error {
  constructor(
    readonly code:
      | 'malformed_day'
      | 'day_out_of_range'
      | 'malformed_instant'
      | 'malformed_number'
      | 'malformed_fact'
      | 'contradictory_facts'
      | 'malformed_list'
      | 'malformed_method'
      | 'range_too_long'
      | 'unknown_rule'
      | 'unknown_state'
      | 'unknown_time_zone'
      | 'duplicate_id'
      | 'unknown_ground'
      | 'unknown_conviction',
    message: string,
    readonly path: string,
  ) {
    super(message);
    this.name = 'RuleInputError';
  }
}
