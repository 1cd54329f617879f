import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRootKey } from './find-root-key';
import { loadRootKey } from './load-root-key';
import { nextRootKey, promoteNextRootKey } from './next-root-key';
import { rootKeyFingerprint } from './root-key';

let home: string;
beforeEach(() => (home = fs.mkdtempSync(join(tmpdir(), 'next-root-'))));
afterEach(() => fs.rmSync(home, { recursive: true }));

type Env = Record<string, string>;
const inUse = (env: Env = {}): string => rootKeyFingerprint(loadRootKey({ home, env }));
const next = (env: Env = {}): string => rootKeyFingerprint(nextRootKey({ home, env }, inUse(env))!);
const found = (fingerprint: string, env: Env = {}): boolean =>
  findRootKey({ home, env }, fingerprint) !== null;

describe('the root key that comes', () => {
  it('is a private file beside the one in use, and asked again the same', () => {
    const first = next();
    expect(first).not.toBe(inUse());
    expect(next()).toBe(first);
    expect(fs.statSync(join(home, 'root.next.key')).mode & 0o777).toBe(0o600);
    expect([found(first), found(inUse())]).toEqual([true, true]);
  });

  it('is asked for by a setting when the one in use is a setting', () => {
    const env = { VACATUR_ROOT_KEY: randomBytes(32).toString('base64') };
    expect(() => next(env)).toThrow(/VACATUR_NEXT_ROOT_KEY/);
    const both = { ...env, VACATUR_NEXT_ROOT_KEY: randomBytes(32).toString('base64') };
    const comes = next(both);
    expect([found(comes, both), found(inUse(both), both), found(comes, env)]).toEqual([true, true, false]);
    expect(() => next({ ...both, VACATUR_NEXT_ROOT_PASSPHRASE: 'x'.repeat(20) })).toThrow(/only one/);
  });

  it('is none when the settings name the one in use', () => {
    const text = randomBytes(32).toString('base64');
    const env = { VACATUR_ROOT_KEY: text, VACATUR_NEXT_ROOT_KEY: text };
    expect(nextRootKey({ home, env }, inUse(env))).toBeNull();
  });

  it('is not taken from a damaged file, or one that others can read', () => {
    const comes = next();
    const path = join(home, 'root.next.key');
    fs.chmodSync(path, 0o644);
    expect(found(comes)).toBe(false);
    fs.chmodSync(path, 0o600);
    fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replace(/1 ./, '1 *'));
    expect(found(comes)).toBe(false);
  });
});

describe('what came taking the place of what went', () => {
  const both = (): { goes: string; comes: string } => ({ goes: inUse(), comes: next() });
  const retired = (goes: string): string => join(home, `root.retired-${goes.slice(0, 12)}.key`);

  it('keeps the one that went, and can be repeated', () => {
    const { goes, comes } = both();
    for (let n = 0; n < 3; n += 1) promoteNextRootKey(home, goes, comes);
    expect(inUse()).toBe(comes);
    expect(fs.readFileSync(retired(goes), 'utf8')).toContain(goes);
    expect(fs.existsSync(join(home, 'root.next.key'))).toBe(false);
  });

  it.each([
    ['before it began', () => undefined],
    [
      'when the old one had its second name',
      (goes: string) => fs.linkSync(join(home, 'root.key'), retired(goes)),
    ],
    [
      'when the new one had its place',
      (goes: string) => {
        fs.linkSync(join(home, 'root.key'), retired(goes));
        fs.renameSync(join(home, 'root.next.key'), join(home, 'root.key'));
      },
    ],
    [
      'when somebody had moved the new one by hand',
      () => fs.renameSync(join(home, 'root.next.key'), join(home, 'root.key')),
    ],
  ])('loses no key when it was broken off %s', (_when, happen) => {
    const { goes, comes } = both();
    happen(goes);
    promoteNextRootKey(home, goes, comes);
    expect(inUse()).toBe(comes);
    expect(found(comes)).toBe(true);
  });

  it('leaves a file alone that it does not know', () => {
    const { goes, comes } = both();
    fs.linkSync(join(home, 'root.key'), retired(goes));
    fs.unlinkSync(join(home, 'root.key'));
    const stranger = fs.mkdtempSync(join(tmpdir(), 'stranger-'));
    loadRootKey({ home: stranger, env: {} });
    fs.copyFileSync(join(stranger, 'root.key'), join(home, 'root.key'));
    fs.rmSync(stranger, { recursive: true });
    expect(() => promoteNextRootKey(home, goes, comes)).toThrow(/not the file that was there/);
    expect(found(comes)).toBe(true);
  });
});
