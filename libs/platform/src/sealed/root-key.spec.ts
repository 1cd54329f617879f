import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { RootKeyProblem } from './errors';
import { loadRootKey } from './load-root-key';
import { RootKey, derive, derivePassword, requireFingerprint, rootKeyFingerprint } from './root-key';

let home: string;
beforeEach(() => (home = fs.mkdtempSync(join(tmpdir(), 'root-key-'))));
afterEach(() => fs.rmSync(home, { recursive: true }));

const load = (env: Record<string, string> = {}, more = {}) => loadRootKey({ home, env, ...more });

describe('the key file', () => {
  it('is made on first start, private, and gives the same key afterwards', () => {
    const first = load();
    expect(fs.statSync(join(home, 'root.key')).mode & 0o777).toBe(0o600);
    expect(rootKeyFingerprint(load())).toBe(rootKeyFingerprint(first));
    expect(fs.readdirSync(home)).toEqual(['root.key']);
  });

  it('makes the home folder private when it makes it', () => {
    loadRootKey({ home: join(home, 'deep', 'er'), env: {} });
    expect(fs.statSync(join(home, 'deep', 'er')).mode & 0o777).toBe(0o700);
  });

  it.each([0o644, 0o640, 0o604, 0o660])('is refused with mode %o', (mode) => {
    load();
    fs.chmodSync(join(home, 'root.key'), mode);
    expect(() => load()).toThrow(/chmod 600/);
  });

  it.each([
    ['empty', () => ''],
    ['cut short', (text: string) => text.slice(0, 40)],
    [
      'with a letter changed',
      (text: string) => text.replace(/1 (.)/, (_all, letter) => `1 ${letter === 'A' ? 'B' : 'A'}`),
    ],
    ['of something else', () => 'hello'],
    ['with more after it', (text: string) => `${text} more`],
  ])('is refused when it is %s, and left as it is', (_how, damage) => {
    load();
    const path = join(home, 'root.key');
    const damaged = damage(fs.readFileSync(path, 'utf8'));
    fs.writeFileSync(path, damaged);
    expect(() => load()).toThrow(/is damaged. Put back the copy from your key backup/);
    expect(fs.readFileSync(path, 'utf8')).toBe(damaged);
  });

  it('is not made anew when data exists', () => {
    expect(() => load({}, { dataExists: true })).toThrow(/is missing, but data sealed with it exists/);
    expect(() => load({}, { fingerprint: '0'.repeat(32) })).toThrow(/is missing/);
    expect(fs.readdirSync(home)).toEqual([]);
  });

  it('is refused when it is a folder', () => {
    fs.mkdirSync(join(home, 'root.key'));
    expect(() => load()).toThrow(RootKeyProblem);
  });

  it('can be carried over into the environment', () => {
    const root = load();
    const text = fs.readFileSync(join(home, 'root.key'), 'utf8').split(' ')[2];
    fs.unlinkSync(join(home, 'root.key'));
    expect(rootKeyFingerprint(load({ VACATUR_ROOT_KEY: text }))).toBe(rootKeyFingerprint(root));
  });
});

describe('the environment', () => {
  it('gives the key without touching the home folder', () => {
    load({ VACATUR_ROOT_KEY: randomBytes(32).toString('base64') });
    expect(fs.readdirSync(home)).toEqual([]);
  });

  it.each([
    'short',
    randomBytes(31).toString('base64'),
    randomBytes(32).toString('hex'),
    `${'*'.repeat(44)}`,
  ])('is refused when it is not 32 bytes in base64', (text) => {
    expect(() => load({ VACATUR_ROOT_KEY: text })).toThrow(/32 bytes in base64/);
  });

  it('is refused when it is nothing but zeroes', () => {
    expect(() => load({ VACATUR_ROOT_KEY: Buffer.alloc(32).toString('base64') })).toThrow(RootKeyProblem);
  });

  it('never shows the key in what it complains about', () => {
    const text = randomBytes(31).toString('base64');
    try {
      load({ VACATUR_ROOT_KEY: text });
    } catch (problem) {
      expect((problem as Error).stack).not.toContain(text);
    }
  });

  it('must not name a key and a passphrase', () => {
    const both = {
      VACATUR_ROOT_KEY: randomBytes(32).toString('base64'),
      VACATUR_ROOT_PASSPHRASE: 'x'.repeat(20),
    };
    expect(() => load(both)).toThrow(/not both/);
  });
});

describe('the passphrase', () => {
  const right = { VACATUR_ROOT_PASSPHRASE: 'correct horse battery staple' };

  it('gives the same key with the same salt file, and is refused when it is another', () => {
    const first = rootKeyFingerprint(load(right));
    expect(fs.statSync(join(home, 'root.salt')).mode & 0o777).toBe(0o600);
    expect(rootKeyFingerprint(load(right, { dataExists: true }))).toBe(first);
    expect(() => load({ VACATUR_ROOT_PASSPHRASE: 'incorrect horse battery' })).toThrow(
      /is not the passphrase/,
    );
    fs.writeFileSync(join(home, 'root.salt'), 'vacatur-root-salt 1 AAAA');
    expect(() => load(right)).toThrow(/is damaged/);
  });

  it('is not given a new salt when data exists, and must not be short', () => {
    expect(() => load(right, { dataExists: true })).toThrow(/is missing/);
    expect(() => load({ VACATUR_ROOT_PASSPHRASE: 'short' })).toThrow(/at least 16 characters/);
  });
});

describe('RootKey', () => {
  const root = RootKey.of(Buffer.alloc(32, 1));

  it('derives keys that stay the same and differ by purpose', () => {
    expect(derive(root, 'a').equals(derive(root, 'a'))).toBe(true);
    expect(derive(root, 'a').equals(derive(root, 'b'))).toBe(false);
    expect(derivePassword(root, 'a')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(derivePassword(root, 'a')).not.toBe(derive(root, 'a').export().toString('base64url'));
    expect(rootKeyFingerprint(root)).toBe('b82921a6a443359a34666c063d11a023');
  });

  it('tells a key that belongs to the data from one that does not', () => {
    requireFingerprint(root, rootKeyFingerprint(root));
    expect(() => requireFingerprint(RootKey.of(randomBytes(32)), rootKeyFingerprint(root))).toThrow(
      /original key/,
    );
    expect(() => requireFingerprint(root, '')).toThrow(RootKeyProblem);
  });

  it('does not show its bytes', () => {
    const bytes = Buffer.alloc(32, 0xab);
    const key = RootKey.of(bytes);
    expect(`${key} ${JSON.stringify(key)} ${inspect(key)}`).toBe('[root key] "[root key]" [root key]');
    expect(inspect(key, { customInspect: false, showHidden: true })).not.toMatch(/ab ab|171|q6ur/);
  });
});
