import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../errors/problem';
import { SealBroken } from '../sealed';
import { FileStore } from './file-store';

let home: string;
let store: FileStore;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'vacatur-files-'));
  store = new FileStore(home);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const MEGABYTE = 1024 * 1024;
const SECRET = 'Planted-canary Kaspar Umbra A 012 345 678';

async function* of(...parts: (Buffer | string)[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part);
}

async function all(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  for await (const part of parts) held.push(part);
  return Buffer.concat(held);
}

/** Everything below the folder, as paths. */
const everything = (): string[] =>
  readdirSync(home, { recursive: true })
    .map((path) => join(home, String(path)))
    .filter((path) => statSync(path).isFile());

describe('the file store', () => {
  it('gives back what was stored and keeps nothing readable, for nobody else', async () => {
    const stored = await store.put(of(SECRET, SECRET), MEGABYTE);
    expect((await all(store.read(stored.name, stored.key))).toString()).toBe(SECRET + SECRET);
    expect(stored.bytes).toBe(SECRET.length * 2);
    const [path, ...more] = everything();
    expect(more).toEqual([]);
    expect(readFileSync(path).includes('canary')).toBe(false);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(home, 'files')).mode & 0o077).toBe(0);
  });

  it('writes nothing in clear even while a file is arriving', async () => {
    const seen: string[] = [];
    const source = (async function* () {
      for (let turn = 0; turn < 40; turn += 1) {
        yield Buffer.from(SECRET.repeat(500));
        for (const path of everything()) seen.push(readFileSync(path, 'latin1'));
      }
    })();
    await store.put(source, MEGABYTE);
    expect(seen.some((text) => text.length > 100_000)).toBe(true);
    expect(seen.filter((text) => text.includes('canary'))).toEqual([]);
  });

  it('keeps nothing of what is too large or fails on the way', async () => {
    const large = store.put(of(Buffer.alloc(MEGABYTE), Buffer.alloc(1)), MEGABYTE);
    await expect(large).rejects.toMatchObject({
      status: 413,
      code: 'file_too_large',
    } satisfies Partial<Problem>);
    const broken = (async function* () {
      yield Buffer.alloc(200_000);
      throw new Error('the line broke');
    })();
    await expect(store.put(broken, MEGABYTE)).rejects.toThrow('the line broke');
    expect(everything()).toEqual([]);
  });

  it('says so when a file was changed, cut or put in the place of another', async () => {
    const one = await store.put(of(Buffer.alloc(200_000, 1)), MEGABYTE);
    const two = await store.put(of(Buffer.alloc(200_000, 2)), MEGABYTE);
    const path = everything().find((each) => each.endsWith(one.name))!;
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length - 1));
    await expect(all(store.read(one.name, one.key))).rejects.toThrow(SealBroken);
    writeFileSync(path, readFileSync(everything().find((each) => each.endsWith(two.name))!));
    await expect(all(store.read(one.name, one.key))).rejects.toThrow(SealBroken);
  });

  it.each(['../root.key', '/etc/passwd', 'incoming', '..', '', 'AB'.repeat(20), '0'.repeat(41)])(
    'does not follow the name %s anywhere',
    (name) => {
      expect(() => store.read(name, Buffer.alloc(32))).toThrow(TypeError);
    },
  );

  it('lists complete files that are old, and removes what never became complete', async () => {
    const { name } = await store.put(of('x'), MEGABYTE);
    const left = join(home, 'files/incoming', 'a'.repeat(40));
    writeFileSync(left, 'half');
    const old = async (): Promise<string[]> => {
      const names: string[] = [];
      for await (const each of store.olderThan(60_000)) names.push(each);
      return names;
    };
    expect(await old()).toEqual([]);
    for (const path of everything()) utimesSync(path, new Date(0), new Date(0));
    expect(await old()).toEqual([name]);
    expect(existsSync(left)).toBe(false);
    await store.setAside(name);
    expect(await old()).toEqual([]);
    expect(everything()).toHaveLength(1);
    for (const path of everything()) utimesSync(path, new Date(0), new Date(0));
    expect(await old()).toEqual([]);
    expect(everything()).toEqual([]);
  });

  it('holds a small part of a large file in memory', async () => {
    const block = Buffer.alloc(MEGABYTE, 7);
    const large = (async function* () {
      for (let turn = 0; turn < 300; turn += 1) yield block;
    })();
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
    const stored = await store.put(large, 400 * MEGABYTE);
    let read = 0;
    for await (const part of store.read(stored.name, stored.key)) read += part.length;
    clearInterval(watch);
    expect(read).toBe(300 * MEGABYTE);
    expect((most - before) / MEGABYTE).toBeLessThan(120);
  }, 30_000);
});
