import { contractOf } from '../apps/api/src/contract';
import { startApp, type TestApp } from './support/app';
import { joinTeam } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { addOrder } from './support/factories/order';
import { foundOffice, type Office } from './support/factories/organisation';

/**
 * A13: every route that answers with a file for a spreadsheet, filled with formulas wherever a text of a person gets into
 * it, and read back by a strict reader of its own: no cell is one that a spreadsheet would run.
 */
jest.setTimeout(240_000);

const FORMULAS = [
  ...[
    '=1+1',
    '+1+1',
    '-2+3',
    '@SUM(1+1)',
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("https://elsewhere.example","x")',
  ],
  ...[
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    ' =1+1',
    '\u00a0=1+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '\u202e=1+1',
    '\x01=1+1',
  ],
  ...['＝1+1', '＋1+1', '－2+3', '＠SUM(1)', '﹢1', '|calc', '%0A=1+1', '"=1+1', '","=1+1', '"\r\n=1+1'],
  ...["'=1+1", ';=1+1', ',=1+1', '\u2028=1+1', '=1+1;"x', '﹦1+1', '﹣1'],
];
/** Whether a spreadsheet would take a cell for a formula, also after it cut off what is blank or invisible. */
const isActive = (cell: string): boolean =>
  /^[=+\-@＝＋－＠﹢﹣﹦|%]/u.test(cell.replace(/^[\s\p{C}\p{Z}]+/u, '')) || /^[\t\r\n]/.test(cell);

/** Reads RFC 4180 and nothing else, character by character. @throws Error at the first that does not belong there */
function strictly(file: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at}: ${JSON.stringify(file.slice(at - 20, at + 20))}`);
  };
  const quoted = (): string => {
    let cell = '';
    for (at += 1; ; at += 1) {
      if (at >= file.length) fail('An open quote');
      if (file[at] !== '"') cell += file[at];
      else if (file[at + 1] === '"') cell += file[(at += 1)];
      else break;
    }
    at += 1;
    return cell;
  };
  const plain = (): string => {
    const from = at;
    while (at < file.length && !/[,\r]/.test(file[at])) {
      if (/["\n;\t]/.test(file[at])) fail('A mark that needs quotes');
      at += 1;
    }
    return file.slice(from, at);
  };
  if (file[0] !== '\ufeff') fail('No byte order mark');
  for (at = 1; at < file.length;) {
    rows.at(-1)!.push(file[at] === '"' ? quoted() : plain());
    if (file[at] === ',') at += 1;
    else if (file.startsWith('\r\n', at)) {
      at += 2;
      if (at < file.length) rows.push([]);
    } else fail('Neither a comma nor the end of a row');
  }
  if (!file.endsWith('\r\n')) fail('No end of the last row');
  return rows;
}

let test: TestApp;
let office: Office;
let client: AddedClient;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  const { director, attorney } = office.api;
  client = await addClient(attorney);
  await addOrder(attorney, { clientId: client.id });
  for (const [n, formula] of FORMULAS.entries()) {
    const person = await office.employ('attorney', { name: `${formula} x` });
    await joinTeam(director, client.caseId, person.id);
    await person.api.read(`/clients/${client.id}`);
    const { items } = await director.created('/funding-codes', { code: `F-${n}`, name: `${formula} y` });
    const fundingId = items.find(({ code }: { code: string }) => code === `F-${n}`).id;
    const entry = { on: '2026-01-05', minutes: 30, activity: 'call', fundingId, note: formula };
    await person.api.created(`/cases/${client.caseId}/time`, entry);
  }
});
afterAll(() => test.close());

const address = (path: string): string =>
  path.replace('/api/v1', '').replace('{clientId}', client.id) +
  (path.includes('time-totals') ? '?from=2026-01-01&to=2026-01-31' : '');

it('no cell of any file for a spreadsheet is a formula, in all routes that give one out', async () => {
  const routes = Object.entries(contractOf(test.app).paths).filter(([, { get }]) =>
    JSON.stringify(get?.responses ?? '').includes('text/csv'),
  );
  expect(routes.map(([path]) => path).sort()).toEqual([
    '/api/v1/clients/{clientId}/access-history',
    '/api/v1/clients/{clientId}/timeline/spreadsheet',
    '/api/v1/time-totals/file',
  ]);
  let cells = 0;
  let formulas = 0;
  for (const [path] of routes) {
    const { status, bytes } = await office.api.director.get(address(path));
    expect([path, status]).toEqual([path, 200]);
    const rows = strictly(bytes.toString('utf8'));
    expect([path, new Set(rows.map((row) => row.length)).size, rows.length > 1]).toEqual([path, 1, true]);
    expect([path, rows.flat().filter(isActive)]).toEqual([path, []]);
    cells += rows.flat().length;
    formulas += rows.flat().filter((cell) => /1\+1|2\+3|SUM|calc|cmd|HYPERLINK/.test(cell)).length;
  }
  expect(cells).toBeGreaterThan(300);
  expect(formulas).toBeGreaterThan(60);
});

it('is read by a reader that would notice', () => {
  expect(strictly('\ufeffa,"b ""x"""\r\n"=1",\r\n')).toEqual([
    ['a', 'b "x"'],
    ['=1', ''],
  ]);
  for (const wrong of [
    'a\r\n',
    '\ufeffa',
    '\ufeffa"b\r\n',
    '\ufeff"a"b\r\n',
    '\ufeff"a\r\n',
    '\ufeffa\nb\r\n',
  ])
    expect(() => strictly(wrong)).toThrow(/ at /);
  expect(FORMULAS.filter((formula) => isActive(`${formula} x`)).length).toBeGreaterThan(24);
});
