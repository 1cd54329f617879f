import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { asAdmin } from '../support/admin';
import { openHouse, quiet, type House } from '../support/browser';
import { addClient } from '../support/factories/client';
import { addApp, codeOf } from '../support/factories/second-factor';
import type { Person } from '../support/factories/staff';
import { choose, fillSheet, heading, panel, sees, write } from './hands';
import { faultsOf, keptBy, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;
let neutral: Server;
let neutralUrl: string;

beforeAll(async () => {
  neutral = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<title>Weather</title><h1>Sunny, 21 degrees</h1>');
  });
  await new Promise<void>((resolve) => neutral.listen(0, '127.0.0.1', resolve));
  const address = neutral.address();
  neutralUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  house = await openHouse('Harbor Defenders', {
    office: { roles: ['director'] },
    // Browsers make passkeys for a name; the machine's own is the one name every machine has.
    settings: (url) => ({ PUBLIC_URL: url.replace('127.0.0.1', 'localhost'), QUICK_EXIT_URL: neutralUrl }),
  });
});
afterEach(async () => {
  expect(await house.leave()).toEqual([]);
});
afterAll(async () => {
  neutral.closeAllConnections();
  neutral.close();
  await house.close();
});

const local = (path: string): string => `${house.url.replace('127.0.0.1', 'localhost')}${path}`;

async function looksRight(page: Page, language: 'en' | 'es' = 'en'): Promise<void> {
  await page.waitForTimeout(150);
  expect(await faultsOf(page, language)).toEqual([]);
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) });
}

async function knock(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function age(person: Person): Promise<void> {
  await asAdmin(house.test, (admin) =>
    admin.query(`UPDATE app.session SET proved_at = now() - interval '1 hour' WHERE user_id = $1`, [
      person.id,
    ]),
  );
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await heading(page, 'Sign in').waitFor();
}

it('an authenticator app is set up from a picture, and asked for at the next sign-in', async () => {
  const person = await house.office.employ('attorney', { name: 'Tess Totp' });
  const page = await house.open('/account', { as: person });
  const settled = whenSettled(page);
  await settled();
  await shot(page, 'account-none');
  await looksRight(page);
  await page.getByRole('button', { name: 'Add an authenticator app' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Next' }).click();
  await sheet.getByRole('img', { name: 'Picture for the authenticator app' }).waitFor();
  const secret = (await sheet.locator('pre').innerText()).replace(/\s/g, '');
  await shot(page, 'totp-picture');
  await looksRight(page);
  await sheet.getByLabel('Six-digit code').fill('000000');
  await sheet.getByRole('button', { name: 'Turn it on' }).click();
  await sees(sheet, 'This code is not right');
  await sheet.getByLabel('Six-digit code').fill(codeOf(secret, -1));
  await sheet.getByRole('button', { name: 'Turn it on' }).click();
  await sees(sheet, 'They are shown this one time');
  const recovery = await sheet.locator('ol pre').allInnerTexts();
  expect(recovery).toHaveLength(10);
  await shot(page, 'recovery-codes');
  await looksRight(page);
  await sheet.getByRole('button', { name: 'I have them' }).click();
  await sees(panel(page, 'Second factor'), '10 codes left');
  await shot(page, 'account-app');
  await signOut(page);
  await knock(page, person);
  await heading(page, 'Second step').waitFor();
  await shot(page, 'second-step');
  await looksRight(page);
  await page.getByLabel('Six-digit code').fill('111111');
  await page.getByRole('button', { name: 'Continue' }).click();
  await sees(page, 'That did not work');
  await page.getByLabel('Six-digit code').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Continue' }).click();
  await heading(page, 'My day').waitFor();
  await signOut(page);
  await knock(page, person);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recovery[0].toLowerCase());
  await page.getByRole('button', { name: 'Continue' }).click();
  await heading(page, 'My day').waitFor();
});

it('a passkey is made, lets in, and proves again', async () => {
  const person = await house.office.employ('attorney', { name: 'Pam Passkey' });
  const page = await house.open('/sign-in');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto(local('/sign-in'));
  await knock(page, person);
  await heading(page, 'My day').waitFor();
  await page.goto(local('/account'));
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Next' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'I have them' }).click();
  await sees(panel(page, 'Second factor'), 'This device');
  await shot(page, 'account-passkey');
  await signOut(page);
  await knock(page, person);
  await heading(page, 'Second step').waitFor();
  await shot(page, 'second-step-passkey');
  await looksRight(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await heading(page, 'My day').waitFor();
  await age(person);
  await page.goto(local('/account'));
  await page.getByRole('button', { name: 'New recovery codes' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New recovery codes' }).click();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await sees(page.getByRole('dialog'), 'They are shown this one time');
});

it('what is grave asks once more, and nothing that was entered is lost', async () => {
  const person = await house.office.employ('attorney', { name: 'Sue Stepup' });
  const page = await house.open('/account', { as: person });
  await age(person);
  await page.getByRole('button', { name: 'Create a token' }).click();
  const sheet = page.getByRole('dialog', { name: 'Create a token' });
  await sheet.getByLabel('What it is for').fill('Nightly export');
  await choose(page, sheet, { 'May do': 'me.read' });
  await page.keyboard.press('Escape');
  const open = sheet.getByRole('button', { name: 'Create a token' });
  if (await open.isVisible()) await open.click();
  const dialog = page.getByRole('dialog', { name: 'Prove that it is you' });
  await dialog.waitFor();
  await shot(page, 'step-up');
  await looksRight(page);
  await dialog.getByLabel(/^Password/).fill('not the password');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await sees(dialog, 'That did not work');
  await dialog.getByLabel(/^Password/).fill(person.password);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await sees(page, 'Copy the token now');
});

it('a director sets the policy, and who has no second factor is led to one and to nothing else', async () => {
  const director = house.office.people.director;
  const page = await house.open('/staff', { as: director });
  await fillSheet(
    page,
    panel(page, 'Second factor').getByRole('button', { name: 'Change' }),
    async (sheet) => {
      await choose(page, sheet, { 'Roles that need a second factor': 'Paralegal' });
      await page.keyboard.press('Tab');
      await write(sheet, { From: '2020-01-01' });
    },
  );
  await sees(panel(page, 'Second factor'), 'Paralegal: from');
  await shot(page, 'staff-policy');
  await looksRight(page);
  const person = await house.office.employ('paralegal', { name: 'Leo Led' });
  const led = await house.open('/cases', { as: person, language: 'es' });
  await heading(led, 'Configure un segundo factor').waitFor();
  await shot(led, 'must-enrol-es');
  await looksRight(led, 'es');
  expect(await led.getByRole('link', { name: 'Casos' }).count()).toBe(0);
  await led.getByRole('button', { name: 'Añadir una aplicación de autenticación' }).click();
  const sheet = led.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Siguiente' }).click();
  const secret = (await sheet.locator('pre').innerText()).replace(/\s/g, '');
  await sheet.getByLabel('Código de seis cifras').fill(codeOf(secret));
  await sheet.getByRole('button', { name: 'Activarlo' }).click();
  await sheet.getByRole('button', { name: 'Ya los tengo' }).waitFor();
  expect(await sheet.locator('ol pre').count()).toBe(10);
  await looksRight(led, 'es');
  await sheet.getByRole('button', { name: 'Ya los tengo' }).click();
  await led.getByRole('link', { name: 'Continuar' }).click();
  await heading(led, 'Mi día').waitFor();
});

it('a director locks an account at once; its person is out with the next click', async () => {
  const person = await house.office.employ('intake', { name: 'Lou Lost' });
  await addApp(person.api);
  const theirs = await house.open('/sign-in', { as: undefined });
  await theirs.context().addCookies([cookieOf(person)]);
  await theirs.goto('/cases');
  await heading(theirs, 'Cases').waitFor();
  const page = await house.open('/staff', { as: house.office.people.director });
  const row = page.getByRole('listitem').filter({ hasText: 'Lou Lost' });
  await sees(row, 'second factor');
  await fillSheet(
    page,
    row.getByRole('button', { name: 'Lock', exact: true }),
    (sheet) => sheet.getByLabel('Why').fill('Phone seized'),
    'Lock',
  );
  await sees(row, 'locked');
  await shot(page, 'staff-locked');
  await looksRight(page);
  await theirs.getByRole('link', { name: 'Check-ins' }).first().click();
  await sees(theirs, 'Your session ended');
  await theirs.goto('/lock');
  await shot(theirs, 'lock-ask');
  await looksRight(theirs);
  await theirs.getByLabel('E-mail address').fill('nobody@elsewhere.example');
  await theirs.getByRole('button', { name: 'Send the link' }).click();
  await sees(theirs, 'Nothing is locked until it is used');
  await theirs.goto('/lock#no-such-secret-was-ever-sent-to-anybody');
  await theirs.reload();
  await shot(theirs, 'lock-now');
  await looksRight(theirs);
  await theirs.getByRole('button', { name: 'Lock my account now' }).click();
  await theirs.getByRole('alert').waitFor();
});

/** The session a person's API holds, for a browser. */
function cookieOf(person: Person) {
  const [name, value] = String(person.api.cookie).split('=');
  return { name, value, url: house.url, httpOnly: true, sameSite: 'Lax' as const };
}

it('covers every tab after ten minutes without a touch, tells before, and what was typed comes back', async () => {
  const person = await house.office.employ('attorney', { name: 'Ida Idle' });
  const client = await addClient(person.api, { name: { given: 'Ida', family: 'Canarytab' } });
  const page = await house.open('/sign-in');
  await page.clock.install();
  await page.context().addCookies([cookieOf(person)]);
  await page.goto('/clients/new');
  await page.getByLabel('Family name').fill('Canary-Idle');
  const other = await page.context().newPage();
  await other.goto(`/cases/${client.caseId}`);
  await sees(other, /Canarytab/i);
  await page.bringToFront();
  await page.clock.fastForward('09:30');
  await sees(page, 'Press any key to stay');
  await shot(page, 'cover-soon');
  await looksRight(page);
  expect(await page.getByText('Locked after a pause').count()).toBe(0);
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.getByText('Press any key to stay').waitFor({ state: 'detached' });
  // Who works in one tab is not idle in another.
  await page.clock.fastForward('05:00');
  await page.getByLabel('Given name').focus();
  await page.keyboard.press('Shift');
  await page.clock.fastForward('06:00');
  for (const tab of [page, other]) expect(await tab.getByText('Locked after a pause').count()).toBe(0);
  await page.clock.fastForward('04:10');
  for (const tab of [page, other]) {
    await heading(tab, 'Locked after a pause').waitFor();
    expect(await tab.content()).not.toMatch(/canary/i);
    expect(await tab.title()).toBe('Vacatur');
    expect(await keptBy(tab)).not.toMatch(/canary/i);
  }
  await shot(page, 'covered');
  await looksRight(page);
  await expect(person.api.get('/cases')).resolves.toMatchObject({ status: 403 });
  await other.reload();
  await heading(other, 'Locked after a pause').waitFor();
  await page.getByLabel(/^Password/).fill(person.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Locked after a pause').first().waitFor({ state: 'detached' });
  await page.getByLabel('Family name').waitFor();
  expect(await page.getByLabel('Family name').inputValue()).toBe('Canary-Idle');
  await sees(other, /Canarytab/i);
});

describe('the quick exit', () => {
  it.each(['button', 'escape'])('leaves at once and for good: %s', async (way) => {
    const person = await house.office.employ('attorney', { name: 'Kim Quick' });
    const client = await addClient(person.api, { name: { given: 'Mai', family: 'Canaryexit' } });
    const page = await house.open('/cases', { as: person });
    await page.goto(`/cases/${client.caseId}`);
    await sees(page, /Canaryexit/i);
    if (way === 'button') await page.getByRole('button', { name: 'Leave quickly' }).click();
    else for (let n = 0; n < 3; n += 1) await page.keyboard.press('Escape');
    await page.waitForURL(neutralUrl);
    await sees(page, 'Sunny');
    await page.goBack();
    await heading(page, 'Sign in').waitFor();
    expect(await page.content()).not.toMatch(/Canaryexit/i);
    const cookies = await page.context().cookies();
    expect(cookies.filter((cookie) => cookie.name.startsWith('vacatur'))).toEqual([]);
    const { items } = await person.api.read('/me/sessions');
    expect(items).toHaveLength(1);
  });

  it('is on the doors too', async () => {
    const page = await house.open('/forgot-password');
    await page.getByRole('button', { name: 'Leave quickly' }).click();
    await page.waitForURL(neutralUrl);
  });
});

it('an address that leads nowhere is shown inside the frame', async () => {
  const page = await house.open('/no/such/address', { as: house.office.people.director });
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  await page.getByRole('alert').waitFor();
  await shot(page, 'nowhere');
});

/** Every file of a folder that holds one of these words, in any of the encodings a browser writes. */
function filesWith(folder: string, words: string[]): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(path);
    return needles.some((needle) => bytes.includes(needle));
  });
}

describe('nothing of a client is left on the disk of the browser', () => {
  const canaries = ['Canaryfamily', 'Canarygiven', 'Canarydraft', 'Canarynote', '099314159'];

  /** Works on a client in a browser with a profile on the disk, and leaves it in some way. */
  async function work(leave: (page: Page) => Promise<unknown>): Promise<string[]> {
    const person = await house.office.employ('attorney', { name: 'Dee Disk' });
    const client = await addClient(person.api, {
      name: { given: canaries[1], family: canaries[0] },
      aNumber: `A${canaries[4]}`,
    });
    await person.api.created(`/cases/${client.caseId}/notes`, { kind: 'ordinary', text: canaries[3] });
    const profile = mkdtempSync(join(tmpdir(), 'vacatur-profile-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM ?? '/usr/bin/chromium',
      args: quiet,
      locale: 'en-US',
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(`${house.url}/sign-in`);
    await knock(page, person);
    await heading(page, 'My day').waitFor();
    await page.goto(`${house.url}/cases`);
    await sees(page, /Canaryfamily/i);
    await page.goto(`${house.url}/cases/${client.caseId}?tab=notes`);
    await sees(page, /Canarynote/i);
    await page.goto(`${house.url}/clients/new`);
    await page.getByLabel('Family name').fill('Canarydraft');
    await leave(page);
    await context.close();
    expect(readdirSync(profile).length).toBeGreaterThan(3);
    const found = filesWith(profile, [...canaries, ...canaries.map((word) => word.toLowerCase())]);
    rmSync(profile, { recursive: true, force: true });
    return found;
  }

  it('after signing out, nor in its memory', async () => {
    const left = await work(async (page) => {
      await signOut(page);
      expect(await keptBy(page)).not.toMatch(/canary/i);
      const states = await page.evaluate(
        'JSON.stringify([history.state, document.title, document.body.innerText])',
      );
      expect(String(states)).not.toMatch(/canary/i);
      await page.goBack();
      await heading(page, 'Sign in').waitFor();
      expect(await page.content()).not.toMatch(/canary/i);
    });
    expect(left).toEqual([]);
  });

  // A notebook is closed, or taken, in the middle of a form; what the browser would restore is on the disk by then.
  it('when it is closed in the middle of work, without a word', async () => {
    expect(await work((page) => page.waitForTimeout(3_000))).toEqual([]);
  });
});
