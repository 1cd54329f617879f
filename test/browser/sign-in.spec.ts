import type { Page } from 'playwright-core';
import type { Worker } from '../../apps/worker/src/create-worker';
import { openHouse, type House } from '../support/browser';
import type { Person } from '../support/factories/staff';
import { catchMail, type CaughtMail, type MailCatcher } from '../support/mail';
import { employWorker } from '../support/worker';

jest.setTimeout(60_000);

let house: House;
let attorney: Person;
let mail: MailCatcher;
let worker: Worker;

beforeAll(async () => {
  mail = await catchMail();
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney'] } });
  worker = await employWorker(house.test, { SMTP_URL: mail.url });
  attorney = house.office.people.attorney;
});
afterEach(async () => expect(await house.leave()).toEqual([]));
afterAll(async () => {
  await worker?.stop();
  await house?.close();
  await mail?.stop();
});

async function fillDoor(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const linkIn = (sent: CaughtMail): string => {
  const [link] = /http\S+/.exec(sent.text) ?? [];
  if (!link) throw new Error('The mail has no link.');
  return link;
};

describe('the sign-in screen', () => {
  it('says the same for a wrong password and for an unknown address, and lets nobody in', async () => {
    const page = await house.open('/');
    await fillDoor(page, attorney.email, 'not the password');
    const sentence = page.getByRole('alert').locator('p').first();
    const said = await sentence.innerText();
    expect(said).toContain('do not open an account');
    const answered = page.waitForResponse('**/sign-in');
    await fillDoor(page, 'nobody@lantern-law.example', 'not the password');
    await answered;
    expect(await sentence.innerText()).toBe(said);
    await heading(page, 'Sign in').waitFor();
  });

  it('names the field that is empty before anything is sent', async () => {
    const page = await house.open('/sign-in');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This is needed.').first().waitFor();
    expect(sent).not.toContain('POST');
  });

  it('leads to my day and out again, and the way back in is closed', async () => {
    const page = await house.open('/');
    await fillDoor(page, attorney.email, attorney.password);
    await heading(page, 'My day').waitFor();
    await page.getByRole('button', { name: `Account of ${attorney.name}` }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await heading(page, 'Sign in').waitFor();
    await page.goBack();
    await heading(page, 'Sign in').waitFor();
    // What is left tells a known browser from a new one; it opens nothing.
    expect((await page.context().cookies()).map((cookie) => cookie.name)).toEqual(['vacatur_device']);
  });

  it('leads on to the address that was asked for, and to nowhere else', async () => {
    const page = await house.open('/deadlines?within=7');
    await heading(page, 'Sign in').waitFor();
    await fillDoor(page, attorney.email, attorney.password);
    await heading(page, 'Deadlines').waitFor();
    expect(await page.getByRole('radio', { name: '7 days' }).isChecked()).toBe(true);

    const lured = await house.open('/sign-in?next=https%3A%2F%2Felsewhere.example%2F');
    await fillDoor(lured, attorney.email, attorney.password);
    await heading(lured, 'My day').waitFor();
    expect(lured.url()).toBe(`${house.url}/`);
  });
});

describe('links as they are mailed', () => {
  it('bring an invited colleague to a name and a password, then in', async () => {
    const email = 'noor@lantern-law.example';
    await house.office.api.director.created('/staff/invitations', {
      email,
      name: 'Noor Vang',
      role: 'paralegal',
    });
    const page = await house.open(linkIn(await mail.waitFor(email)));
    await heading(page, 'Join Lantern Law').waitFor();
    await page.getByText('You were invited as Paralegal').waitFor();
    await page.getByLabel('New password').fill('three paper cranes fly');
    await page.getByRole('button', { name: 'Join and sign in' }).click();
    await heading(page, 'My day').waitFor();
    expect(page.url()).not.toContain('#');
  });

  it('bring somebody who forgot the password to a new one, which then opens', async () => {
    const forgetful = await house.office.employ('attorney', { name: 'Ada Second' });
    const page = await house.open('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('E-mail address').fill(forgetful.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('a link is on its way').waitFor();
    await page.goto(linkIn(await mail.waitFor(forgetful.email)));
    await heading(page, 'Choose a new password').waitFor();
    await page.getByLabel('New password').fill('seven quiet lanterns');
    await page.getByRole('button', { name: 'Save the password' }).click();
    await page.getByText('The new password is saved').waitFor();
    await page.getByRole('link', { name: 'Back to sign in' }).click();
    await fillDoor(page, forgetful.email, 'seven quiet lanterns');
    await heading(page, 'My day').waitFor();
  });

  it('say so when they are incomplete or used up', async () => {
    const page = await house.open('/invitation');
    await page.getByText('This link is incomplete').waitFor();
    await page.goto('/reset');
    await page.getByText('This link is incomplete').waitFor();
    await page.goto('/invitation#nobody-ever-sent-this-secret-to-anybody-here');
    await page.getByRole('alert').waitFor();
  });
});

describe('a session that is ended elsewhere', () => {
  it('brings the sign-in screen with the next action, and back to the place after it', async () => {
    const person = await house.office.employ('attorney', { name: 'Ben Third' });
    const page = await house.open('/', { as: person });
    await heading(page, 'My day').waitFor();
    const sessions = await person.api.read('/me/sessions');
    for (const session of sessions.items) await person.api.delete(`/me/sessions/${session.id}`);
    // A page that asks by itself may notice before anybody presses anything.
    await page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link', { name: 'Cases' })
      .click({ timeout: 5_000 })
      .catch(() => undefined);
    await page.getByText('Your session ended').waitFor();
    const place = new URL(page.url()).searchParams.get('next') ?? '';
    expect(place).toMatch(/^\/(cases)?$/);
    await fillDoor(page, person.email, person.password);
    await heading(page, place === '/' ? 'My day' : 'Cases').waitFor();
  });
});
