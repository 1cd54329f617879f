import { randomBytes, scryptSync } from 'node:crypto';
import { RootKeyProblem } from './errors';
import { RootKey, requireFingerprint, rootKeyFingerprint } from './root-key';
import { createPrivateFile, readPrivateFile } from './root-key-file';

const KEY_BYTES = 32;
const SHORTEST_PASSPHRASE = 16;
// 128 MiB and about half a second, once a start: RFC 7914 and the OWASP password storage guidance for scrypt.
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

export type Environment = Record<string, string | undefined>;
/** Which settings: those of the key in use, or those that name the one that comes. */
export type Which = '' | 'NEXT_';

/** What is set of the three settings a root key may come from. */
export function settingsOf(
  env: Environment,
  which: Which = '',
): { text?: string; passphrase?: string; command?: string } {
  return {
    text: env[`VACATUR_${which}ROOT_KEY`]?.trim(),
    passphrase: env[`VACATUR_${which}ROOT_PASSPHRASE`],
    command: env[`VACATUR_${which}KEY_COMMAND`]?.trim(),
  };
}

/** Hands the bytes over as a root key and wipes them. */
export function wiped(bytes: Buffer): RootKey {
  try {
    return RootKey.of(bytes);
  } finally {
    bytes.fill(0);
  }
}

/** A root key written as base64. Throws RootKeyProblem. */
export function fromText(text: string, where: string): RootKey {
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

/** The key in a key file; makes both unless `mayMake` throws. Throws RootKeyProblem. */
export function keyOfFile(path: string, mayMake: (path: string) => void): RootKey {
  const found = readPrivateFile(path);
  if (found !== null) return parseFile(found, path);
  mayMake(path);
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

/** The key a passphrase gives with the salt in a file; makes the salt unless `mayMake` throws. Throws RootKeyProblem. */
export function keyOfPassphrase(
  path: string,
  passphrase: string,
  which: Which,
  mayMake: (path: string) => void,
): RootKey {
  const name = `VACATUR_${which}ROOT_PASSPHRASE`;
  if ([...passphrase].length < SHORTEST_PASSPHRASE) {
    throw new RootKeyProblem(`${name} needs at least ${SHORTEST_PASSPHRASE} characters.`);
  }
  const found = readPrivateFile(path);
  if (found !== null) return stretchedWith(found, passphrase, path, name);
  mayMake(path);
  const salt = randomBytes(KEY_BYTES);
  const root = stretch(passphrase, salt);
  const line = `vacatur-root-salt 1 ${salt.toString('base64')} ${rootKeyFingerprint(root)}\n`;
  if (createPrivateFile(path, line)) return root;
  return stretchedWith(readPrivateFile(path) ?? '', passphrase, path, name);
}

function stretchedWith(content: string, passphrase: string, path: string, name: string): RootKey {
  const [mark, version, text, check, ...rest] = content.trim().split(/\s+/);
  const salt = Buffer.from(text ?? '', 'base64');
  const whole = mark === 'vacatur-root-salt' && version === '1' && salt.length === KEY_BYTES;
  if (!whole || !check || rest.length > 0) {
    throw new RootKeyProblem(`${path} is damaged. Put back the copy from your key backup.`);
  }
  const root = stretch(passphrase, salt);
  if (rootKeyFingerprint(root) !== check) {
    throw new RootKeyProblem(`${name} is not the passphrase ${path} was made with.`);
  }
  return root;
}

function stretch(passphrase: string, salt: Buffer): RootKey {
  // Keyboards differ in how they compose accents; NFKC makes the typed text one sequence.
  return wiped(scryptSync(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT));
}
