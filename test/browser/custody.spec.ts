import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { scheduleCheckIn } from '../support/factories/check-in';
import { addClient, type AddedClient } from '../support/factories/client';
import { choose, fillSheet, goTo, journey, panel, sees, write } from './hands';
import { faultsOf, whenSettled } from './looks';

jest.setTimeout(90_000);

let house: House;
let client: AddedClient;
let page: Page;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney'] } });
  client = await addClient(house.office.api.attorney, { name: { given: 'Quill', family: 'Vang' } });
  await scheduleCheckIn(house.office.api.attorney, client.id);
  page = await house.open(`/cases/${client.caseId}`, { as: house.office.people.attorney });
});
afterAll(async () => {
  const complaints = await house.leave();
  await house.close();
  expect(complaints).toEqual([]);
});

const picture = async (name: string): Promise<void> => {
  if (process.env.PICTURES)
    await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
};
const settled = async (): Promise<void> => {
  const wait = whenSettled(page);
  await wait();
};
const act = journey(() => page);

describe('a client who was detained', () => {
  act('gets the protocol with one button', async () => {
    await page.getByRole('button', { name: 'Client detained or missing: start the protocol' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start now' }).click();
    await sees(page, 'Protocol for a detained client');
    await sees(page, /0 of \d+ steps settled/);
    await page.getByRole('button', { name: /^Done: Look in the online locator/ }).click();
    await sees(page, /1 of \d+ steps settled/);
  });

  act('has the detention, its places and the court of the last one', async () => {
    await fillSheet(page, page.getByRole('button', { name: 'Add a detention' }), async (sheet) => {
      await choose(page, sheet, { Where: 'Check-in' });
      await choose(page, sheet, { 'Place of detention': /Adelanto/ });
    });
    await sees(panel(page, 'Detentions'), 'Adelanto ICE Processing Center, Adelanto, CA');
    await sees(page, /One of these; the county decides/);
    await fillSheet(page, page.getByRole('button', { name: 'Record a look-up' }), async (sheet) => {
      await choose(page, sheet, { 'Looked or asked': 'ICE online locator', Result: 'Found' });
      await write(sheet, { 'Other place, or part of it': 'A jail in Newark' });
    });
    await sees(panel(page, 'Detentions'), 'Transfer');
  });

  act('has calls that wait for an attorney', async () => {
    await fillSheet(page, page.getByRole('button', { name: 'Call received' }), async (sheet) => {
      await write(sheet, { Caller: 'Sister', 'What was said': 'He did not come out' });
    });
    await page.getByRole('button', { name: 'I take it on' }).click();
    await sees(page, /taken on by/);
    await settled();
    await picture('custody');
    expect(await faultsOf(page, 'en')).toEqual([]);
  });

  act('stands in the list of the detained', async () => {
    await page.getByRole('link', { name: 'Detained', exact: true }).click();
    await sees(page, 'Quill Vang');
    await settled();
    await picture('detained');
    expect(await faultsOf(page, 'en')).toEqual([]);
    await page.getByRole('link', { name: 'Quill Vang' }).click();
    await sees(page, 'Looking for the client');
  });
});

describe('requests for records', () => {
  act('are written down, followed, and counted from the right receipt', async () => {
    await goTo(page, 'Records');
    await fillSheet(page, page.getByRole('button', { name: 'Add a request' }), async (sheet) => {
      await choose(page, sheet, { Agency: 'USCIS', 'What is asked for': 'A-file', 'Sent by': 'Online' });
      await write(sheet, { 'Sent on': '2026-01-05', 'Tracking number': 'NRC2026000001' });
    });
    await sees(page, 'not running: record the receipt');
    await fillSheet(page, page.getByRole('button', { name: 'What happened' }), async (sheet) => {
      await choose(page, sheet, { 'What happened': 'Received by the right component' });
      await write(sheet, { On: '2026-01-12' });
    });
    await sees(page, 'due Tue, Feb 10, 2026');
    await settled();
    await picture('records');
    expect(await faultsOf(page, 'en')).toEqual([]);
    await page.getByRole('link', { name: 'Record requests' }).click();
    await sees(page, 'Quill Vang');
    await settled();
    expect(await faultsOf(page, 'en')).toEqual([]);
  });
});

describe('the preparation of a check-in', () => {
  act('is ticked off', async () => {
    await page.goto(`/cases/${client.caseId}?tab=deadlines`);
    await sees(page, /Preparing the check-in/);
    const item = page.getByRole('checkbox', { name: /Draft the motion to reopen/ });
    if (!(await item.isVisible())) await page.locator('details', { has: item }).locator('summary').click();
    await item.click();
    await page.getByRole('checkbox', { name: /Draft the motion to reopen/, checked: true }).waitFor();
    expect(await faultsOf(page, 'en')).toEqual([]);
  });
});
