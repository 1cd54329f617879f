import * as fs from 'node:fs';
import { join } from 'node:path';
import { RootKeyProblem } from './errors';
import { findInSettings, type KeyPlaces } from './find-root-key';
import { rootKeyFingerprint, type RootKey } from './root-key';
import { keyByCommand } from './root-key-command';
import { fromText, keyOfFile, keyOfPassphrase, settingsOf, wiped } from './root-key-forms';
import { giveToOwnerOf, syncFolder } from './root-key-file';

/**
 * The root key that comes: from the settings whose names have NEXT in them, or, where the key in use is a file, from a
 * new file beside it. Made once; asked again it is the same one. Null when the settings name the key in use.
 *
 * @throws RootKeyProblem when nothing says where it is to come from
 */
export function nextRootKey(source: KeyPlaces, inUse: string): RootKey | null {
  const settings = settingsOf(source.env, 'NEXT_');
  const set = Object.entries(settings).filter(([, value]) => value);
  if (set.length > 1) throw new RootKeyProblem('Set only one of the settings that name the next root key.');
  // Settings that were left as they are after a change name the key in use by now.
  if (set.length === 1 && findInSettings(source, inUse, 'NEXT_')) return null;
  const root = made(source, settings);
  return rootKeyFingerprint(root) === inUse ? null : root;
}

function made(source: KeyPlaces, { text, passphrase, command }: ReturnType<typeof settingsOf>): RootKey {
  if (text) return fromText(text, 'VACATUR_NEXT_ROOT_KEY');
  const path = (kind: string): string => join(source.home, `root.next.${kind}`);
  const root = ((): RootKey => {
    if (command)
      return wiped(keyByCommand({ path: path('wrapped'), env: source.env }, command, () => undefined));
    if (passphrase) return keyOfPassphrase(path('salt'), passphrase, 'NEXT_', () => undefined);
    if (Object.values(settingsOf(source.env)).some(Boolean)) {
      throw new RootKeyProblem(
        'Say where the new root key comes from: set VACATUR_NEXT_ROOT_KEY, VACATUR_NEXT_ROOT_PASSPHRASE or ' +
          'VACATUR_NEXT_KEY_COMMAND, for this command and for API and worker.',
      );
    }
    return keyOfFile(path('key'), () => undefined);
  })();
  for (const kind of KINDS) giveToOwnerOf(source.home, path(kind));
  return root;
}

const KINDS = ['key', 'salt', 'wrapped'] as const;

/**
 * Puts the files of the key that came in the place of those of the key that went, which stay under a name that says
 * so: old copies of the keys database need them. Safe to repeat; nothing is removed of which there is no equal copy.
 */
export function promoteNextRootKey(home: string, goes: string, comes: string): void {
  for (const kind of KINDS) {
    const now = join(home, `root.${kind}`);
    if (textOf(now)?.trim().endsWith(` ${comes}`)) continue;
    promote(now, join(home, `root.next.${kind}`), join(home, `root.retired-${goes.slice(0, 12)}.${kind}`));
  }
  syncFolder(home);
}

function promote(now: string, next: string, retired: string): void {
  if (textOf(retired) === null && textOf(now) !== null) fs.linkSync(now, retired);
  const kept = textOf(now) === textOf(retired);
  if (textOf(next) !== null) {
    if (textOf(now) !== null && !kept) {
      throw new RootKeyProblem(`${now} is not the file that was there before. Move it away and start again.`);
    }
    fs.renameSync(next, now);
    // A wrapped key does not say whose it is; one that nothing names any more does no harm.
  } else if (kept && textOf(now) !== null && !now.endsWith('.wrapped')) fs.unlinkSync(now);
}

function textOf(path: string): string | null {
  return fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : null;
}
