import { join } from 'node:path';
import { RootKeyProblem } from './errors';
import { findRootKey } from './find-root-key';
import { requireFingerprint, type RootKey } from './root-key';
import { keyByCommand } from './root-key-command';
import { fromText, keyOfFile, keyOfPassphrase, settingsOf, wiped } from './root-key-forms';

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
  const settings = settingsOf(source.env);
  if (Object.values(settings).filter(Boolean).length > 1) {
    throw new RootKeyProblem(
      'Set VACATUR_ROOT_KEY or VACATUR_ROOT_PASSPHRASE, not both, and neither with VACATUR_KEY_COMMAND.',
    );
  }
  // While the key is being changed, and until the settings follow, the key of the data may be the other one.
  const found = source.fingerprint ? findRootKey(source, source.fingerprint) : null;
  if (found) return found;
  const root = kept(source, settings);
  if (source.fingerprint) requireFingerprint(root, source.fingerprint);
  return root;
}

function kept(source: RootKeySource, { text, passphrase, command }: ReturnType<typeof settingsOf>): RootKey {
  const mayMake = (path: string): void => refuseNewKey(source, path);
  if (text) return fromText(text, 'VACATUR_ROOT_KEY');
  if (command) {
    const place = { path: join(source.home, 'root.wrapped'), env: source.env };
    return wiped(keyByCommand(place, command, mayMake));
  }
  if (passphrase) return keyOfPassphrase(join(source.home, 'root.salt'), passphrase, '', mayMake);
  return keyOfFile(join(source.home, 'root.key'), mayMake);
}

function refuseNewKey(source: RootKeySource, path: string): void {
  if (!source.dataExists && !source.fingerprint) return;
  throw new RootKeyProblem(
    `${path} is missing, but data sealed with it exists. Put the file back from your key backup, or set ` +
      'VACATUR_ROOT_KEY. A new key could not open anything that is stored.',
  );
}
