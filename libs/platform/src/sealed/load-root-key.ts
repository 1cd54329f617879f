import { randomBytes, scryptSync } from 'node:crypto';
import { join } from 'node:path';
import { RootKeyProblem } from './errors';
import { RootKey, requireFingerprint, rootKeyFingerprint } from './root-key';
import { keyByCommand } from './root-key-command';
import { createPrivateFile, readPrivateFile } from './root-key-file';

const KEY_BYTES = 32;
const SHORTEST_PASSPHRASE = 16;
// 128 MiB and about half a second, once a start: RFC 7914 and the OWASP password storage guidance for scrypt.
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

export interface RootKeySource {
  /** Folder of this installation's private files. Created with mode 0700 when missing. */
  home: string;
  /** VACATUR_ROOT_KEY (base64, 32 bytes) VACATUR_ROOT_PASSPHRASE or VACATUR_KEY_COMMAND; none means the file `root.key` in `home`. */
  env: Record<string, string | undefined>;
  /** What the database stores, when it can be asked before the key is needed. A different key is then refused. */
  fingerprint?: string | null;
  /** True when data is already stored: a missing key file then stops the start instead of making a new key. */
  dataExists?: boolean;
}

/**
 * The root key from the environment, a passphrase or the key file, made on first start only. Synchronous: it runs
 * once, before anything else. Throws RootKeyProblem with a sentence that says what to do.
 */
export function loadRootKey(source: RootKeySource): RootKey {
  const text = source.env.VACATUR_ROOT_KEY?.trim();
  const passphrase = source.env.VACATUR_ROOT_PASSPHRASE;
  const command = source.env.VACATUR_KEY_COMMAND?.trim();
  if ([text, passphrase, command].filter(Boolean).length > 1) {
    throw new RootKeyProblem(
      'Set VACATUR_ROOT_KEY or VACATUR_ROOT_PASSPHRASE, not both, and neither with VACATUR_KEY_COMMAND.',
    );
  }
  const root = text ? fromText(text, 'VACATUR_ROOT_KEY') : kept(source, passphrase, command);
  if (source.fingerprint) requireFingerprint(root, source.fingerprint);
  return root;
}

function kept(source: RootKeySource, passphrase?: string, command?: string): RootKey {
  if (command) return wiped(keyByCommand(source, command, (path) => refuseNewKey(source, path)));
  return passphrase ? fromPassphrase(source, passphrase) : fromFile(source);
}

function fromText(text: string, where: string): RootKey {
  const bytes = Buffer.from(text, 'base64');
  // Buffer.from skips what is not base64, so a damaged text would pass as a shorter or different key.
  const same = bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  if (!same || bytes.length !== KEY_BYTES) {
    throw new RootKeyProblem(
      `${where} must be 32 bytes in base64 (44 characters). Copy it again from your key backup.`,
    );
  }
  return wiped(bytes);
}

function wiped(bytes: Buffer): RootKey {
  try {
    return RootKey.of(bytes);
  } finally {
    bytes.fill(0);
  }
}

function fromFile(source: RootKeySource): RootKey {
  const path = join(source.home, 'root.key');
  const found = readPrivateFile(path);
  if (found !== null) return parseFile(found, path);
  refuseNewKey(source, path);
  const bytes = randomBytes(KEY_BYTES);
  const text = bytes.toString('base64');
  const root = wiped(bytes);
  if (createPrivateFile(path, `vacatur-root-key 1 ${text} ${rootKeyFingerprint(root)}\n`)) return root;
  return parseFile(readPrivateFile(path) ?? '', path);
}

function parseFile(content: string, path: string): RootKey {
  const damaged = new RootKeyProblem(
    `${path} is damaged. Put back the copy from your key backup; do not delete it while data is stored.`,
  );
  const [mark, version, text, check, ...rest] = content.trim().split(/\s+/);
  if (mark !== 'vacatur-root-key' || version !== '1' || !text || !check || rest.length > 0) throw damaged;
  try {
    const root = fromText(text, path);
    requireFingerprint(root, check);
    return root;
  } catch {
    throw damaged;
  }
}

function fromPassphrase(source: RootKeySource, passphrase: string): RootKey {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) {
    throw new RootKeyProblem(`VACATUR_ROOT_PASSPHRASE needs at least ${SHORTEST_PASSPHRASE} characters.`);
  }
  const path = join(source.home, 'root.salt');
  const found = readPrivateFile(path);
  if (found !== null) return stretchedWith(found, passphrase, path);
  refuseNewKey(source, path);
  const salt = randomBytes(KEY_BYTES);
  const root = stretch(passphrase, salt);
  const line = `vacatur-root-salt 1 ${salt.toString('base64')} ${rootKeyFingerprint(root)}\n`;
  if (createPrivateFile(path, line)) return root;
  return stretchedWith(readPrivateFile(path) ?? '', passphrase, path);
}

function stretchedWith(content: string, passphrase: string, path: string): RootKey {
  const [mark, version, text, check, ...rest] = content.trim().split(/\s+/);
  const salt = Buffer.from(text ?? '', 'base64');
  const whole = mark === 'vacatur-root-salt' && version === '1' && salt.length === KEY_BYTES;
  if (!whole || !check || rest.length > 0) {
    throw new RootKeyProblem(`${path} is damaged. Put back the copy from your key backup.`);
  }
  const root = stretch(passphrase, salt);
  if (rootKeyFingerprint(root) !== check) {
    throw new RootKeyProblem(`VACATUR_ROOT_PASSPHRASE is not the passphrase ${path} was made with.`);
  }
  return root;
}

function stretch(passphrase: string, salt: Buffer): RootKey {
  // Keyboards differ in how they compose accents; NFKC makes the typed text one sequence.
  return wiped(scryptSync(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT));
}

function refuseNewKey(source: RootKeySource, path: string): void {
  if (!source.dataExists && !source.fingerprint) return;
  throw new RootKeyProblem(
    `${path} is missing, but data sealed with it exists. Put the file back from your key backup, or set ` +
      'VACATUR_ROOT_KEY. A new key could not open anything that is stored.',
  );
}
