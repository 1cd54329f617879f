import type { Page } from 'playwright-core';
import { openHouse, type House, type Wishes } from '../support/browser';
import type { AddedClient } from '../support/factories/client';
import { foundOperator } from '../support/factories/organisation';
import type { Person } from '../support/factories/staff';
import { addFullCase } from './full-case';
import { heading } from './hands';
import { faultsOf, keptBy, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;
let client: AddedClient;
let operator: Person;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney'] } });
  const { api } = house.office;
  client = await addFullCase(api.attorney, {
    name: { given: 'Juniper', family: 'Canaryfamily' },
    aNumber: 'A099271828',
  });
  await addFullCase(api.attorney);
  await api.director.created('/staff/invitations', {
    email: 'noor@x.example',
    name: 'Noor Vang',
    role: 'intake',
  });
  operator = await foundOperator(house.test);
});
afterAll(() => house?.close());

/** Every second of the eight combinations: each width with each colours and each language, each pair of them. */
const LOOKS: [string, Wishes & { language: 'en' | 'es' }][] = [
  ['wide, light, English', { width: 1440, dark: false, language: 'en' }],
  ['wide, dark, Spanish', { width: 1440, dark: true, language: 'es' }],
  ['a phone, light, Spanish', { width: 390, height: 844, dark: false, language: 'es' }],
  ['a phone, dark, English', { width: 390, height: 844, dark: true, language: 'en' }],
];
const TABS = ['client', 'removal', 'check-ins', 'clemency', 'deadlines', 'documents', 'notes', 'access'];
const inside = (): string[] => [
  '/',
  '/cases',
  '/clients/new',
  `/cases/${client.caseId}`,
  ...TABS.map((tab) => `/cases/${client.caseId}?tab=${tab}`),
  '/check-ins',
  '/check-ins?view=day',
  '/deadlines',
  '/office',
  '/staff',
  '/account',
  '/cases/00000000-0000-7000-8000-000000000000',
];

/** The faults of each of these screens, under its address; only screens that have some. */
async function look(
  paths: string[],
  wishes: Wishes & { language: 'en' | 'es' },
): Promise<Record<string, string[]>> {
  const page = await house.open('/sign-in', wishes);
  const settled = whenSettled(page);
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await page.goto(path);
    await settled();
    const faults = await faultsOf(page, wishes.language);
    if (!(await page.getByRole('button', { name: /Leave quickly|Salir rápido/ }).isVisible()))
      faults.push('no quick exit');
    if (/canaryfamily|juniper|099.?271.?828/i.test(await keptBy(page)))
      faults.push('the browser keeps the client');
    if (faults.length > 0) found[path] = faults;
  }
  const complaints = await house.leave();
  if (complaints.length > 0) found['the console says'] = complaints;
  return found;
}

describe.each(LOOKS)('%s', (_name, wishes) => {
  it('signed in, no screen scrolls sideways, shows a code, keeps anybody out or leaves a trace', async () => {
    // The director on the team: every part of the case is theirs to open.
    expect(await look(inside(), { ...wishes, as: house.office.people.director })).toEqual({});
  });

  it('before the sign-in and for the operator neither', async () => {
    expect(await look(['/sign-in', '/forgot-password', '/reset', '/invitation'], wishes)).toEqual({});
    expect(await look(['/organisations'], { ...wishes, as: operator })).toEqual({});
  });
});

describe('the keyboard alone', () => {
  const focused = (page: Page, role: 'link' | 'button' | 'tab', name: string) =>
    page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));
  /** Tabs on until the focus is where it should get. */
  async function tabTo(page: Page, role: 'link' | 'button' | 'tab', name: string): Promise<void> {
    await page.getByRole(role, { name, exact: true }).waitFor();
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await focused(page, role, name).count()) > 0) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The focus does not come to ${role} ${name}.`);
  }

  it('skips to the content first, and gets to the actions of a screen', async () => {
    const page = await house.open('/cases', { as: house.office.people.attorney });
    await heading(page, 'Cases').waitFor();
    await page.keyboard.press('Tab');
    const skip = focused(page, 'link', 'Skip to the content');
    await skip.waitFor();
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().top >= 0')).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('main#content:focus').waitFor();
    await tabTo(page, 'link', 'New client');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    await page.keyboard.press('Enter');
    await heading(page, 'New client').waitFor();
    expect(await house.leave()).toEqual([]);
  });

  it('moves through the parts of a case with arrows', async () => {
    const page = await house.open(`/cases/${client.caseId}`, { as: house.office.people.attorney });
    await tabTo(page, 'tab', 'Overview');
    await page.keyboard.press('ArrowRight');
    await focused(page, 'tab', 'Client').waitFor();
    await page.getByRole('tab', { name: 'Client', selected: true }).waitFor();
    expect(await house.leave()).toEqual([]);
  });

  it('stays inside a dialog, names a fault at its field, and comes back to where it was opened', async () => {
    const page = await house.open(`/cases/${client.caseId}`, { as: house.office.people.attorney });
    await tabTo(page, 'button', 'Move stage');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Move the case to another stage' });
    await dialog.locator(':focus').waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.locator(':focus').count()).toBe(1);
    }
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    const stage = dialog.getByRole('combobox', { name: 'New stage' });
    await stage.and(page.locator('[aria-invalid=true]:focus')).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focused(page, 'button', 'Move stage').waitFor();
    expect(await house.leave()).toEqual([]);
  });
});
