import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import type { Person } from '../support/factories/staff';
import { effort, PATIENCE_MS } from '../support/effort';
import { corpus, idsIn, PAYLOADS_IN_ALL } from '../support/stored-script/payloads';
import { mailsWaiting } from '../support/known-text';
import { Planter } from '../support/stored-script/planter';
import { buildWorld, type World } from '../support/world';
import { whenSettled } from './looks';

/**
 * A12. A thousand payloads are stored through the contract in every field that takes a text, and every screen, printed
 * page and public form is opened: no script runs, the page has no element that could run one, nothing is asked of another
 * address, and nothing of ours breaks the policy of the page.
 */
jest.setTimeout(PATIENCE_MS);

let house: House;
let world: World;
let planter: Planter;
/** Fields that took a payload in when this was last counted. */
const FIELDS = 250;
const SWEEP = effort(0, 1) === 1;
/** Sheets and dialogs that open from the screens in a sweep, at least. */
const DIALOGS = 60;
const PAPERS = [
  ...[
    'motion_cover_page',
    'proposed_order',
    'certificate_of_service',
    'procedural_history',
    'closing_letter',
  ],
] as const;
/** What a page did that it must not. */
const faults: string[] = [];
/** Numbers of the payloads that stood on a page as text. */
const seen = new Set<number>();

beforeAll(async () => {
  house = await openHouse('Lantern Law', {
    office: { roles: ['director'] },
    settings: () => ({ CLIENTS_PER_HOUR: '100000', REVEALS_PER_HOUR: '100000', REVEALS_PER_DAY: '100000' }),
  });
  world = await buildWorld(house.test);
  planter = new Planter(house.test, world);
});
afterAll(() => house?.close());

/** What would tell of a script: the call of a payload, a dialog, a breach of the policy, a request to elsewhere. */
async function watch(context: BrowserContext, page: Page): Promise<void> {
  const say = (what: string): number => faults.push(`${new URL(page.url(), house.url).pathname}: ${what}`);
  await context.exposeFunction('told', say);
  await context.addInitScript(`
    window.hit = (n) => window.told('a script ran: ' + n);
    document.addEventListener('securitypolicyviolation', (e) =>
      window.told('policy: ' + e.effectiveDirective + ' ' + e.blockedURI + ' ' + (e.sample || '')));`);
  context.on('dialog', (dialog) => {
    say(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (!/^(?:data|blob|about):/.test(request.url()) && !request.url().startsWith(`${house.url}/`))
      say(`asked ${request.url()}`);
  });
}

/** Elements and attributes by which a text could run, and everything that is written on the page. */
const LOOK = `(() => {
  const risky = [...document.querySelectorAll(
    'iframe, object, embed, base, meta[http-equiv=refresh], [srcdoc], script:not([src]), marquee, animate, math')];
  for (const each of document.querySelectorAll('*')) for (const { name, value } of each.attributes)
    if (/^on/i.test(name) || (/^(?:href|src|action|formaction|xlink:href|data|ping|poster)$/i.test(name) &&
        !/^(?:https?:|\\/|#|mailto:|tel:|blob:|data:image\\/|$)/i.test(value)) || (name === 'style' && /url\\(|expression/i.test(value)))
      risky.push(each);
  const texts = [...document.querySelectorAll('input, textarea')].map((each) => each.value);
  return { risky: risky.map((each) => each.outerHTML.slice(0, 200)),
    text: document.documentElement.textContent + ' ' + document.documentElement.innerHTML + ' ' + texts.join(' ') };
})()`;

async function look(page: Page): Promise<void> {
  const { risky, text } = await page.evaluate<{ risky: string[]; text: string }>(LOOK);
  faults.push(...risky.map((each) => `${page.url()}: ${each}`));
  idsIn(text).forEach((id) => seen.add(id));
}

const source = (path: string): string => readFileSync(join(__dirname, '../../apps/web/src', path), 'utf8');
/** The addresses of all routes, as the router has them. */
const routed = (file: string): string[] =>
  [...source(file).matchAll(/path: '(\/[^']*)'/g)].map(([, path]) => path);
/** The names of the parts of a screen: the keys of its table of parts. */
const partsOf = (file: string): string[] =>
  [
    ...(/const parts = \{(.*?)\n\} as const/s.exec(source(file))?.[1] ?? '').matchAll(
      /^ {2}'?([\w-]+)'?: \{/gm,
    ),
  ].map(([, name]) => name);

const filled = (path: string): string =>
  path
    .replace('$caseId', world.mine['/cases/{caseId}'])
    .replace('$clientId', world.mine['/clients/{clientId}'])
    .replace('$referralId', world.mine['/referrals/{referralId}'])
    .replace('$deadlineId', world.mine['/deadlines/{deadlineId}'])
    .replace('$rule', world.mine['/law/rules/{rule}'])
    .replace('$code', 'NY')
    .replace('$ground', world.mine['/law/grounds/{ground}'])
    .replace('/$', '/nowhere');

function screens(): string[] {
  const all = routed('app/router.tsx').map(filled);
  const atCase = `/cases/${world.mine['/cases/{caseId}']}`;
  const tabs = partsOf('features/cases/CasePage.tsx').map((tab) => `${atCase}?tab=${tab}`);
  const parts = partsOf('features/clients/ClientTab.tsx').map((part) => `${atCase}?tab=client&part=${part}`);
  expect([all.length > 35, tabs.length > 12, parts.length > 4]).toEqual([true, true, true]);
  return [...new Set([...all, ...tabs, ...parts])];
}

/** Buttons that take the person away instead of showing something. */
const AWAY = /leave quickly|sign out|end (?:all|this)|download|print/i;

/** How often a button of this name was pressed: the same one stands on many screens and rows. */
const pressed = new Map<string, number>();

/** Opens what the buttons of a screen open: sheets and dialogs show what is stored in their fields. */
async function openDialogs(page: Page, settled: () => Promise<void>): Promise<number> {
  const at = page.url();
  const buttons = page.locator('main button:visible:enabled');
  const open = page.locator('[role=dialog]:visible');
  let opened = 0;
  for (let n = 0; n < Math.min(await buttons.count(), 60); n += 1) {
    const button = buttons.nth(n);
    const name = await button.innerText();
    const often = pressed.get(name) ?? 0;
    if (AWAY.test(name) || often >= 3) continue;
    pressed.set(name, often + 1);
    await button.click({ timeout: 2000 }).catch(() => undefined);
    await page.waitForTimeout(150);
    if ((await open.count()) > 0) {
      opened += 1;
      await look(page);
    }
    // A fresh screen closes it for certain; Escape, pressed too often, leaves the product.
    if (page.url() !== at || (await open.count()) > 0) await page.goto(at).then(settled);
  }
  return opened;
}

let dialogs = 0;
async function openAll(paths: string[], as: Person | undefined, withDialogs = false): Promise<void> {
  const page = await house.open('/forgot-password', { as });
  await watch(page.context(), page);
  const settled = whenSettled(page);
  for (const path of paths) {
    await page.goto(path);
    await settled();
    await look(page);
    if (withDialogs) dialogs += await openDialogs(page, settled);
  }
  const complaints = await house.leave();
  faults.push(...complaints.map((each) => `console: ${each}`));
}

it('would run where a page did not take it for text: that is what the corpus is', async () => {
  const page = await house.open('/forgot-password');
  const there = 'http://careless.example/';
  await page.route('**/*', (route) =>
    route.request().url() === there ? route.fulfill({ contentType: 'text/html', body: '' }) : route.abort(),
  );
  await page.goto(there);
  page.on('dialog', (dialog) => void dialog.dismiss());
  const tried = corpus().filter(({ id }) => id % effort(10, 1) === 0);
  await page.evaluate(`(() => {
    window.ran = new Set();
    for (const text of ${JSON.stringify(tried.map(({ text }) => text))}) {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>window.hit = (n) => { parent.ran.add(n) }</scr' + 'ipt><body>' + text;
      document.body.append(frame);
    }
  })()`);
  // About every third needs nobody who clicks, and no other place than the middle of a page.
  await page.waitForFunction(`window.ran.size >= ${Math.floor(tried.length * 0.3)}`);
  await house.leave();
  expect(corpus()).toHaveLength(PAYLOADS_IN_ALL);
  expect(new Set(corpus().map(({ text }) => text)).size).toBe(PAYLOADS_IN_ALL);
});

/** Screens outside of a case which hold nothing but law and calculators are opened in a sweep only. */
const shown = (): string[] =>
  screens().filter((path) => SWEEP || !/^\/(?:calculators|law\/(?:grounds|changes))/.test(path));

it('stands as text on every screen, whoever opens it', async () => {
  const { home, operator } = world;
  for (let round = 0; round < effort(1, 2) && planter.stored.size < PAYLOADS_IN_ALL; round += 1) {
    await planter.round();
    await openAll(shown(), home.people.director);
  }
  if (SWEEP) {
    await planter.rest();
    await openAll(shown(), home.people.director, true);
  }
  await openAll(['/going-along'], home.people.volunteer);
  await openAll(['/organisations'], operator);
  expect(faults).toEqual([]);
  expect(dialogs).toBeGreaterThanOrEqual(effort(0, DIALOGS));
  // A new field that takes a text is tried by itself; this says when some stopped being tried.
  if (SWEEP)
    process.stdout.write(
      `${planter.fields.size} fields, ${planter.stored.size} payloads, ${seen.size} seen, ${dialogs} dialogs\n`,
    );
  expect(planter.fields.size).toBeGreaterThanOrEqual(FIELDS);
  expect(planter.stored.size).toBeGreaterThanOrEqual(effort(270, PAYLOADS_IN_ALL));
  expect(seen.size).toBeGreaterThanOrEqual(effort(140, 500));
});

it('stands as text where nobody is signed in', async () => {
  const { url } = await world.home.api.director.created('/intake/link');
  const open = [
    '/sign-in',
    '/forgot-password',
    '/reset#x',
    '/invitation#x',
    '/lock#x',
    new URL(url).pathname,
  ];
  await openAll(open, undefined);
  expect(faults).toEqual([]);
});

it('is no action of a paper made from it, and no markup of a mail', async () => {
  const { attorney } = world.home.api;
  const at = `/clients/${world.mine['/clients/{clientId}']}/filings`;
  const papers: string[] = [];
  for (const kind of PAPERS) {
    const { status, body } = await attorney.post(at, { kind, acceptBlanks: true });
    // A sweep ends with letters in the name that the court font does not have: such a paper is refused.
    if (SWEEP && body.code === 'unprintable_character') continue;
    expect([kind, status]).toEqual([kind, 201]);
    papers.push((await attorney.get(`/filings/${body.id}/pdf`)).bytes.toString('latin1'));
  }
  const outside = papers.map((paper) => paper.replace(/\bstream\r?\n[^]*?endstream/g, ''));
  expect(outside.map((paper) => paper.startsWith('%PDF-'))).toEqual(papers.map(() => true));
  const actions =
    /\/(?:JS|JavaScript|Launch|URI|OpenAction|AA|SubmitForm|GoToR|EmbeddedFile|RichMedia|ObjStm)\b/;
  expect(outside.map((paper) => actions.exec(paper)?.[0])).toEqual(papers.map(() => undefined));
  const mails = (await mailsWaiting(house.test)).map((mail) => Object.keys(JSON.parse(mail) as object));
  expect(mails.length).toBeGreaterThan(0);
  expect([...new Set(mails.flat())].sort()).toEqual(['about', 'subject', 'text', 'to']);
});
