import { join } from 'node:path';
import { RootKeyProblem } from './errors';
import { rootKeyFingerprint, type RootKey } from './root-key';
import { keyByCommand } from './root-key-command';
import { readPrivateFile } from './root-key-file';
import {
  fromText,
  keyOfFile,
  keyOfPassphrase,
  settingsOf,
  wiped,
  type Environment,
  type Which,
} from './root-key-forms';

export interface KeyPlaces {
  home: string;
  env: Environment;
}

/** Where a key, a salt or a wrapped key lies: the one in use, and the one that comes. */
export const KEY_FILES = ['root', 'root.next'] as const;

/**
 * The root key with this fingerprint, in whichever place it is: the settings, those of the key that comes, or the
 * files of either. Makes nothing. Null when it is nowhere; what is damaged or cannot be read counts as not there.
 */
export function findRootKey(source: KeyPlaces, fingerprint: string): RootKey | null {
  return (
    findInSettings(source, fingerprint, '') ??
    findInSettings(source, fingerprint, 'NEXT_') ??
    tried(inFiles, source, fingerprint)
  );
}

/** As `findRootKey`, in the settings of one kind alone. */
export function findInSettings(source: KeyPlaces, fingerprint: string, which: Which): RootKey | null {
  return tried(inSettings(which), source, fingerprint);
}

function tried(look: Look, source: KeyPlaces, fingerprint: string): RootKey | null {
  try {
    const root = look(source, fingerprint);
    return root && rootKeyFingerprint(root) === fingerprint ? root : null;
  } catch (problem) {
    if (problem instanceof RootKeyProblem) return null;
    throw problem;
  }
}

type Look = (source: KeyPlaces, fingerprint: string) => RootKey | null;

function inSettings(which: Which): Look {
  return (source, fingerprint) => {
    const { text, passphrase, command } = settingsOf(source.env, which);
    if (text) return fromText(text, `VACATUR_${which}ROOT_KEY`);
    if (passphrase) {
      const path = fileOf(source, 'salt', fingerprint);
      return path ? keyOfPassphrase(path, passphrase, which, nothingIsMade) : null;
    }
    return command ? unwrapped(source, command, fingerprint) : null;
  };
}

const inFiles: Look = (source, fingerprint) => {
  const path = fileOf(source, 'key', fingerprint);
  return path ? keyOfFile(path, nothingIsMade) : null;
};

function unwrapped(source: KeyPlaces, command: string, fingerprint: string): RootKey | null {
  for (const name of KEY_FILES) {
    const path = join(source.home, `${name}.wrapped`);
    if (readPrivateFile(path) === null) continue;
    const root = openedBy(command, { path, env: source.env });
    if (root && rootKeyFingerprint(root) === fingerprint) return root;
  }
  return null;
}

/** Two key services may each open one of the two files only. */
function openedBy(command: string, source: { path: string; env: Environment }): RootKey | null {
  try {
    return wiped(keyByCommand(source, command, nothingIsMade));
  } catch (problem) {
    if (problem instanceof RootKeyProblem) return null;
    throw problem;
  }
}

/** The file whose check, its last word, is the fingerprint. */
function fileOf(source: KeyPlaces, kind: 'key' | 'salt', fingerprint: string): string | null {
  for (const name of KEY_FILES) {
    const path = join(source.home, `${name}.${kind}`);
    if (readPrivateFile(path)?.trim().endsWith(` ${fingerprint}`)) return path;
  }
  return null;
}

function nothingIsMade(path: string): void {
  throw new RootKeyProblem(`${path} is missing.`);
}
