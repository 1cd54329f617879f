import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { en } from '../../apps/web/src/i18n/en';
import { es } from '../../apps/web/src/i18n/es';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What is wrong with a screen, in lines that say what and where. None is what every screen must have. */
export async function faultsOf(page: Page, language: 'en' | 'es'): Promise<string[]> {
  await page.evaluate('window.scrollTo(0, 0)');
  return [...(await sideways(page)), ...(await untranslated(page, language)), ...(await barriers(page))];
}

/** Counts what a page is reading; the function waits until it reads nothing and shows its heading. */
export function whenSettled(page: Page): () => Promise<void> {
  let reading = 0;
  let since = Date.now();
  const count = (by: number) => (): void => {
    reading += by;
    since = Date.now();
  };
  page.on('request', count(1)).on('requestfinished', count(-1)).on('requestfailed', count(-1));
  return async () => {
    await page.locator('h1, [role=alert]').first().waitFor();
    const end = Date.now() + 10_000;
    while (reading > 0 || Date.now() - since < 150) {
      if (Date.now() > end) throw new Error(`${page.url()} never stopped reading.`);
      await page.waitForTimeout(30);
    }
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  };
}

/** What sticks out of the window, and is in no frame that scrolls or cuts it off by itself. */
const STICKS_OUT = `(() => {
  const width = document.documentElement.clientWidth;
  const framed = (e) => {
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
      if (getComputedStyle(p).overflowX !== 'visible') return true;
    return false;
  };
  return [...document.body.querySelectorAll('*')]
    .filter((e) => e.getBoundingClientRect().right > width + 1 && !framed(e))
    .map((e) => e.tagName.toLowerCase() + ' ' + (e.textContent || '').trim().slice(0, 40))
    .slice(-3);
})()`;

/** Sideways scrolling of the whole page. Wide tables scroll inside their own frame. */
async function sideways(page: Page): Promise<string[]> {
  const wider: number = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  if (wider <= 0) return [];
  const what: string[] = await page.evaluate(STICKS_OUT);
  return [`the page is ${wider} px wider than the window: ${what.join('; ')}`];
}

/** Names of texts, codes of lists, and English words on a Spanish screen. */
async function untranslated(page: Page, language: 'en' | 'es'): Promise<string[]> {
  const texts: string[] = await page.evaluate(TEXTS);
  const found = texts.flatMap((text) => codes(text.replace(/\S+@\S+|https?:\S+|\S+\.(gov|com|org)\S*/g, '')));
  if (language === 'es') found.push(...texts.filter((text) => onlyEnglish.has(text)));
  return [...new Set(found)].map((text) => `untranslated: ${text}`);
}

function codes(text: string): string[] {
  const keys = text.match(/\b[a-z][A-Za-z]+(\.[a-z][\w-]+)+\b/g) ?? [];
  const snake = text.match(/\b[a-z]+(_[a-z0-9]+)+\b/g) ?? [];
  const camel = text.match(/\b[a-z]{2,}[A-Z][a-z]\w*\b/g) ?? [];
  return [
    ...keys.filter((key) => key.split('.')[0] in en),
    ...snake,
    ...camel,
    ...(text.match(/\{\{.*/) ?? []),
  ];
}

const leaves = (tree: object): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value as object)));
/** The law comes from the server in its own words; some of them are also words of the screens. */
const LAW = ['Motion to reconsider', 'Motion to reopen', 'Governor', 'Aggravated felony'];
const spanish = new Set([...leaves(es), ...LAW]);
const onlyEnglish = new Set(leaves(en).filter((text) => !spanish.has(text)));

/** Visible text, and what assistive technology is told instead. Code is set as code: rules, permissions. */
const TEXTS = `(() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement;
    if (at.closest('code, script, style, html[lang=es] [lang=en]') || !at.checkVisibility()) continue;
    if (walk.currentNode.data.trim()) found.push(walk.currentNode.data.trim());
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const at of document.querySelectorAll('[' + name + ']')) found.push(at.getAttribute(name));
  return found;
})()`;

/** What axe calls serious or critical. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe} })()`);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(document, { resultTypes: ['violations'] })`,
  );
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** Everything the browser would keep of this site after the tab is closed, as one text. */
export function keptBy(page: Page): Promise<string> {
  return page.evaluate(`(async () => JSON.stringify({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    title: document.title,
  }))()`);
}
