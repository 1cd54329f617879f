import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RootKeyProblem } from './errors';
import { loadRootKey } from './load-root-key';
import { rootKeyFingerprint } from './root-key';

const COMMAND = `${process.execPath} ${join(__dirname, '../../../../scripts/key-command/key-file.mjs')}`;

let home: string;
let kek: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'vacatur-kms-'));
  kek = join(home, 'kek');
  writeFileSync(kek, randomBytes(32).toString('base64'), { mode: 0o600 });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const load = (more: Record<string, string> = {}, dataExists = false) =>
  loadRootKey({ home, dataExists, env: { VACATUR_KEY_COMMAND: COMMAND, VACATUR_KEK_FILE: kek, ...more } });

describe('a root key kept by a command', () => {
  it('is made once, stays the same, and is in no file', () => {
    const first = rootKeyFingerprint(load());
    expect(rootKeyFingerprint(load({}, true))).toBe(first);
    expect(Buffer.from(readFileSync(join(home, 'root.wrapped'), 'utf8'), 'base64')).toHaveLength(60);
  });

  it('is not opened by another wrapping key, nor when the file was changed', () => {
    load();
    const other = join(home, 'other');
    writeFileSync(other, randomBytes(32).toString('base64'));
    expect(() => load({ VACATUR_KEK_FILE: other })).toThrow(/cannot unwrap/);
    const path = join(home, 'root.wrapped');
    const bytes = Buffer.from(readFileSync(path, 'utf8'), 'base64');
    bytes[20] ^= 1;
    writeFileSync(path, bytes.toString('base64'));
    expect(() => load()).toThrow(RootKeyProblem);
  });

  it('is not replaced when data exists, and not mixed with another source', () => {
    expect(() => load({}, true)).toThrow(/is missing/);
    expect(() => load({ VACATUR_ROOT_PASSPHRASE: 'a passphrase long enough' })).toThrow(/not both/);
  });

  it.each([
    ['is not there', '/nowhere/at-all', /cannot wrap/],
    ['answers nothing', `${process.execPath} -e 0`, /something else/],
    ['gives back another key', 'ECHO', /does not give back|something else/],
  ])('refuses a program that %s', (_what, command, words) => {
    const echo = join(home, 'echo');
    writeFileSync(echo, '#!/bin/sh\nhead -c 32 /dev/urandom | base64\n');
    chmodSync(echo, 0o700);
    expect(() => load({ VACATUR_KEY_COMMAND: command === 'ECHO' ? echo : command })).toThrow(words);
  });
});
