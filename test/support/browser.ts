import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { RuleSet } from '@app/rules';
import { startApp, type TestApp } from './app';
import { foundOffice, type Office, type OfficeWishes } from './factories/organisation';
import type { Person } from './factories/staff';

/** The running product as people meet it: a port, the built web app, a browser, an office with people. */
export interface House {
  test: TestApp;
  url: string;
  office: Office;
  /** A browser of its own at a screen; with a person, who is signed in already. */
  open(path: string, wishes?: Wishes): Promise<Page>;
  /** Closes every page, and returns what they complained about in their consoles. */
  leave(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Wishes {
  as?: Person;
  width?: number;
  height?: number;
  dark?: boolean;
  language?: 'en' | 'es';
}

export interface HouseWishes {
  office?: OfficeWishes;
  /** Settings of the application, given its address. */
  settings?: (url: string) => Record<string, string>;
  /** The law it counts under, when not the shipped one. */
  law?: RuleSet;
}

const webDir = join(__dirname, '../../dist/web');
/** What keeps Chromium from talking to anybody but the application. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the application on a free port with the built web app, and one browser. */
export async function openHouse(name: string, wishes: HouseWishes = {}): Promise<House> {
  if (!existsSync(join(webDir, 'index.html')))
    throw new Error(
      'The web app is not built. Start the journeys with "npm test -- --selectProjects browser".',
    );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { VACATUR_WEB_DIR: webDir, PUBLIC_URL: url, ...wishes.settings?.(url) };
  const test = await startApp(settings, undefined, wishes.law);
  await test.app.listen(port, '127.0.0.1');
  const browser = await chromium.launch({
    executablePath: process.env.PLAYWRIGHT_CHROMIUM ?? '/usr/bin/chromium',
    args: quiet,
  });
  let opened: { context: BrowserContext; complaints: string[] }[] = [];
  return {
    test,
    url,
    office: await foundOffice(test, name, wishes.office),
    open: async (path, more) => {
      const page = await openPage(browser, url, more);
      opened.push({ context: page.context(), complaints: listen(page.context()) });
      await page.goto(path);
      return page;
    },
    leave: async () => {
      const left = opened;
      opened = [];
      await Promise.all(left.map(({ context }) => context.close()));
      return left.flatMap(({ complaints }) => complaints);
    },
    close: async () => {
      await browser.close();
      await test.close();
    },
  };
}

async function openPage(browser: Browser, url: string, wishes: Wishes = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: wishes.width ?? 1440, height: wishes.height ?? 900 },
    colorScheme: wishes.dark ? 'dark' : 'light',
    locale: wishes.language === 'es' ? 'es-US' : 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(25_000);
  if (wishes.as) await context.addCookies([await sessionOf(url, wishes.as)]);
  return context.newPage();
}

/** A session of this person, as the sign-in gives it to a browser. */
async function sessionOf(url: string, { email, password }: Person) {
  const answer = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const [pair] = (answer.headers.getSetCookie()[0] ?? '').split(';');
  const at = pair.indexOf('=');
  if (at < 0) throw new Error(`Sign-in answered ${answer.status} without a cookie.`);
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    url,
    httpOnly: true,
    sameSite: 'Lax' as const,
  };
}

/**
 * Keeps what the pages complain about. The browser's own line about a request that was refused, or that had no network,
 * is not a complaint.
 */
function listen(context: BrowserContext): string[] {
  const said: string[] = [];
  context.on('weberror', (error) => said.push(String(error.error())));
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if (OWN_LINES.test(message.text())) return;
    said.push(message.text());
  });
  return said;
}

const OWN_LINES =
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No free port.');
  return address.port;
}
