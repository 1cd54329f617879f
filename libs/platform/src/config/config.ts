import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { findRootKey, type RootKey } from '../sealed';

/** Everything that can be set from outside, read once. No other file of the product reads the environment. */
export interface Config {
  /** Folder of the installation's own files: root key, encrypted documents, embedded database. */
  home: string;
  /** Looks for the root key with this fingerprint in the settings and the files there are now; see `findRootKey`. */
  findRootKey: (fingerprint: string) => RootKey | null;
  /** Administrative connection; may create roles and databases. Only `prepareDatabase` uses it. */
  adminUrl: string;
  /** Administrative connection of the key database; by default the main one with `_keys` appended to its name. */
  keysAdminUrl: string;
  port: number;
  host: string;
  /** Address that people type, for links in mail. */
  publicUrl: string;
  /** Where the quick exit leads: a page that says nothing about why somebody was here. */
  quickExitUrl: string;
  /** Built web app, or null when the API runs alone. */
  webDir: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  logLevel: string;
  /** Argon2id cost; tests use the smallest value the library accepts. */
  passwordCost: { memoryKiB: number; passes: number };
  /** Wrong passwords in a quarter of an hour, from browsers that no account knows, after which such browsers wait. */
  strangerTries: number;
  /** Connections the process holds to the main database. */
  poolSize: number;
  /** How long an approved destruction of a client waits, so that it can still be stopped. */
  destructionWaitSeconds: number;
  /** The largest file that may be uploaded, in bytes. */
  uploadBytes: number;
  /** Protected numbers and documents one person may reveal; above it they are refused and directors told. */
  revealsPerHour: number;
  revealsPerDay: number;
  /** Clients one person may open within an hour before it becomes slow. */
  clientsPerHour: number;
  /** Refusals for lack of a right that are written into the audit trail one by one, for each person and minute. */
  refusalsPerMinute: number;
  /** Answers that something is not there, and those of look-ups, leave no sooner than this; 0 lets them go at once. */
  evenAnswerMs: number;
}

/** The key database's address that belongs to a main database's address. */
export function keysUrlOf(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = `${url.pathname}_keys`;
  return url.toString();
}

function numberFrom(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(
      `${name} must be a whole number, not "${text}". Correct it or leave it out (${fallback}).`,
    );
  }
  return value;
}

function webAddress(env: NodeJS.ProcessEnv, name: string, fallback: string): string {
  const text = env[name] || fallback;
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new Error(`${name} must be an address that begins with https://, not "${text}".`);
  }
  return text;
}

function requiredUrl(env: NodeJS.ProcessEnv): string {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  throw new Error(
    'DATABASE_URL is not set. "npm start" sets it for the built-in PostgreSQL; set it to use your own.',
  );
}

/**
 * Reads the settings of this process.
 *
 * @param env the environment, `process.env` outside tests
 * @throws Error with a sentence for the person who starts the process when a setting is missing or malformed
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const adminUrl = requiredUrl(env);
  const port = numberFrom(env, 'PORT', 3000);
  const home = resolve(env.VACATUR_HOME ?? join(homedir(), '.vacatur'));
  return {
    home,
    findRootKey: (fingerprint) => findRootKey({ home, env }, fingerprint),
    adminUrl,
    keysAdminUrl: env.KEYS_DATABASE_URL ?? keysUrlOf(adminUrl),
    port,
    host: env.HOST ?? '127.0.0.1',
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    quickExitUrl: webAddress(env, 'QUICK_EXIT_URL', 'https://www.weather.com/'),
    webDir: env.VACATUR_WEB_DIR ? resolve(env.VACATUR_WEB_DIR) : null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? 'Vacatur <no-reply@localhost>',
    logLevel: env.LOG_LEVEL ?? 'info',
    passwordCost: {
      memoryKiB: numberFrom(env, 'PASSWORD_MEMORY_KIB', 65536),
      passes: numberFrom(env, 'PASSWORD_PASSES', 3),
    },
    strangerTries: numberFrom(env, 'STRANGER_TRIES', 40),
    poolSize: numberFrom(env, 'POOL_SIZE', 10),
    destructionWaitSeconds: numberFrom(env, 'DESTRUCTION_WAIT_HOURS', 14 * 24) * 3600,
    uploadBytes: numberFrom(env, 'UPLOAD_MEGABYTES', 50) * 1024 * 1024,
    revealsPerHour: numberFrom(env, 'REVEALS_PER_HOUR', 60),
    revealsPerDay: numberFrom(env, 'REVEALS_PER_DAY', 250),
    clientsPerHour: numberFrom(env, 'CLIENTS_PER_HOUR', 150),
    refusalsPerMinute: numberFrom(env, 'REFUSALS_PER_MINUTE', 20),
    evenAnswerMs: numberFrom(env, 'EVEN_ANSWER_MS', 50),
  };
}
