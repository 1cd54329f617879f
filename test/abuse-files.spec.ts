import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { effort } from './support/effort';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { addClient } from './support/factories/client';
import { sendUpload } from './support/factories/document';
import { foundOffice } from './support/factories/organisation';
import { hostileFiles, MARK, PLACE, type HostileFile } from './support/hostile-files';

/**
 * A15: files that mean harm, uploaded under names that mean harm. None is anywhere but in the store, none
 * is answered so that a browser opens it on this site, and no picture keeps the place where it was taken.
 */
jest.setTimeout(240_000);

let test: TestApp;
let api: Api;
let clientId: string;
const COUNT = effort(108, 300);
const files = hostileFiles(COUNT);
const kept: { file: HostileFile; id: string; fileName: string | null; kind: string }[] = [];
const refused: Record<string, number> = {};

beforeAll(async () => {
  test = await startApp({ REVEALS_PER_HOUR: '100000', REVEALS_PER_DAY: '100000' });
  const office = await foundOffice(test, 'Harbor Defenders', { roles: ['director', 'attorney'] });
  api = office.api.attorney;
  clientId = (await addClient(api)).id;
  for (const file of files) {
    const { name, claims, bytes } = file;
    const wishes = { fileName: name, claimedType: claims, bytes };
    const { status, body } = await sendUpload(api, `/clients/${clientId}/documents`, wishes);
    if (status === 201) kept.push({ file, ...body.current });
    else refused[`${status} ${body.code}`] = (refused[`${status} ${body.code}`] ?? 0) + 1;
  }
});
afterAll(() => test.close());

it('are no two the same, and some are kept and the others refused with a reason', () => {
  expect(files).toHaveLength(COUNT);
  expect(new Set(files.map(({ bytes }) => bytes.toString('base64'))).size).toBe(COUNT);
  expect(Object.keys(refused).filter((reason) => !/^4\d\d file_\w+$/.test(reason))).toEqual([]);
  expect(kept.length).toBeGreaterThan(COUNT / 3);
  expect(files.length - kept.length).toBeGreaterThan(COUNT / 3);
});

it('are nowhere but in the store, under names that say nothing', () => {
  const everything = readdirSync(test.home, { recursive: true, withFileTypes: true });
  const stored = everything.filter(
    (one) => one.isFile() && /\bfiles\b/.test(one.parentPath.slice(test.home.length)),
  );
  expect(stored.filter(({ name }) => !/^[0-9a-f]{40}$/.test(name))).toEqual([]);
  expect(stored).toHaveLength(kept.length);
  expect(everything.filter((one) => !one.isFile() && !one.isDirectory())).toEqual([]);
  const ancestors = (path: string): string[] =>
    path === dirname(path) ? [path] : [path, ...ancestors(dirname(path))];
  const places = [
    ...new Set([...ancestors(process.cwd()), ...ancestors(test.home), tmpdir(), '/etc', join(__dirname)]),
  ];
  const strays = places.flatMap((place) => readdirSync(place).filter((name) => name.includes(MARK)));
  expect(strays).toEqual([]);
  expect(everything.filter(({ name }) => name.includes(MARK))).toEqual([]);
});

it('are recorded under a name without a path, a line break or a direction', () => {
  const names = kept.map(({ fileName }) => fileName ?? '');
  expect(names.filter((name) => /[/\\\p{Cc}\p{Cf}]|^\.+$/u.test(name) || name.length > 300)).toEqual([]);
});

it('leave as downloads which no browser opens on this site, pictures without their place, others byte for byte', async () => {
  let pictures = 0;
  for (const { file, id, kind } of kept) {
    const { status, headers, bytes } = await api.get(`/document-versions/${id}/file`);
    expect([file.what, status]).toEqual([file.what, 200]);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="document-[\w-]{8}\.(?:pdf|jpg|png|docx|txt)"$/,
    );
    expect(headers['content-type']).toMatch(
      /^(?:application\/(?:pdf|vnd\.openxml[\w.-]+)|image\/(?:jpeg|png)|text\/plain; charset=utf-8)$/,
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
    if (!file.isPicture) {
      expect([file.what, bytes.equals(file.bytes)]).toEqual([file.what, true]);
      continue;
    }
    pictures += 1;
    expect([file.what, kind]).toEqual([file.what, file.what.includes('PNG') ? 'png' : 'jpeg']);
    expect([file.what, PLACE.test(file.bytes.toString('latin1'))]).toEqual([file.what, true]);
    expect([file.what, PLACE.exec(bytes.toString('latin1'))?.[0]]).toEqual([file.what, undefined]);
    expect([file.what, bytes.indexOf(Buffer.from('2588', 'hex'))]).toEqual([file.what, -1]);
  }
  expect(pictures).toBe(files.filter(({ isPicture }) => isPicture).length);
});
