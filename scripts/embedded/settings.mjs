/**
 * No statement, parameter or value may reach the log: levels below "log" are dropped (an ERROR quotes what was
 * typed), details are left out. Commits wait for the disk: letters and reminders leave the house on their strength.
 */
const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_line_prefix: '%m ',
};

const kept = { synchronous_commit: 'on', fsync: 'on', full_page_writes: 'on', max_connections: '100' };

/** For tests: nothing survives anyway, so nothing waits for the disk. */
const thrownAway = {
  synchronous_commit: 'off',
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum_naptime: '1h',
};

/** Command line settings of the server; they win over postgresql.conf, so an edited file cannot weaken them. */
export function settings(port, throwAway) {
  const all = { ...always, ...(throwAway ? thrownAway : kept), port: String(port) };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
