import type { Locator, Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { joinTeam } from '../support/factories/case';
import { addClient, type AddedClient } from '../support/factories/client';
import { fillSheet, sees, turnOn, write } from './hands';
import { faultsOf, keptBy, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;
let client: AddedClient;
const TYPED = 'Mrs Sample called about the hearing';

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['attorney', 'paralegal'] } });
  const { attorney, paralegal } = house.office.people;
  client = await addClient(attorney.api, { name: { given: 'Quill', family: 'Sample' } });
  await joinTeam(attorney.api, client.caseId, paralegal.id);
}, 120_000);
afterEach(async () => expect(await house.leave()).toEqual([]));
afterAll(() => house?.close());

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};

async function openNote(page: Page): Promise<Locator> {
  await button(page, 'Add a note').click();
  return page.getByRole('dialog').getByRole('textbox', { name: 'Note', exact: true });
}

describe('what somebody typed and did not send', () => {
  it('traps 9 and 10: is offered after a reload, is gone after a save, and is in no storage of the browser', async () => {
    const page = await house.open(`/cases/${client.caseId}?tab=notes`, { as: house.office.people.attorney });
    const stored = page.waitForResponse(
      (a) => a.url().endsWith('/me/drafts') && a.request().method() === 'PUT',
    );
    await (await openNote(page)).fill(TYPED);
    expect((await stored).status()).toBe(204);
    await page.reload();
    expect(await (await openNote(page)).inputValue()).toBe(TYPED);
    await sees(page, 'What you typed before is back.');
    await whenSettled(page)();
    await shot(page, 'draft');
    expect(await faultsOf(page, 'en')).toEqual([]);
    expect(await keptBy(page)).not.toContain('Sample');
    const removed = page.waitForResponse((a) => a.request().method() === 'DELETE');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await removed).status()).toBe(204);
    expect(await (await openNote(page)).inputValue()).toBe('');
    await page.reload();
    expect(await (await openNote(page)).inputValue()).toBe('');
  });

  it('trap 10: is not there for the next person at the same browser', async () => {
    const { attorney, paralegal } = house.office.people;
    const page = await house.open(`/cases/${client.caseId}?tab=notes`, { as: attorney });
    await (await openNote(page)).fill(TYPED);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
    await page.getByRole('button', { name: new RegExp(attorney.name) }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await button(page, 'Sign in').waitFor();
    expect(await keptBy(page)).not.toContain('Sample');
    await write(page, { 'E-mail address': paralegal.email });
    await page.locator('input[type=password]').fill(paralegal.password);
    await button(page, 'Sign in').click();
    await page.getByRole('heading', { level: 1, name: 'My day' }).waitFor();
    await page.goto(`/cases/${client.caseId}?tab=notes`);
    expect(await (await openNote(page)).inputValue()).toBe('');
  });
});

describe('a view of the caseload', () => {
  it('keeps its columns, has an address, and says what was changed', async () => {
    const page = await house.open('/cases', { as: house.office.people.attorney });
    await page.getByRole('columnheader', { name: 'Clemency' }).waitFor();
    await button(page, 'Columns').click();
    await page.getByRole('checkbox', { name: 'Clemency' }).uncheck();
    await page.getByRole('checkbox', { name: 'Last change' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Last change' }).waitFor();
    await fillSheet(page, button(page, 'Save as a view'), async (sheet) => {
      await write(sheet, { 'Name of the view': 'Lately changed' });
      await turnOn(sheet, 'Share with the office');
    });
    await page.waitForURL(/\/cases\?view=[0-9a-f-]{36}$/);
    await whenSettled(page)();
    await shot(page, 'view');
    expect(await faultsOf(page, 'en')).toEqual([]);
    const other = await house.open(new URL(page.url()).pathname + new URL(page.url()).search, {
      as: house.office.people.paralegal,
      language: 'es',
    });
    await other.getByRole('columnheader', { name: 'Último cambio' }).waitFor();
    expect(await other.getByRole('columnheader', { name: 'Clemencia' }).count()).toBe(0);
    await whenSettled(other)();
    await shot(other, 'view-es');
    expect(await faultsOf(other, 'es')).toEqual([]);
  });
});
