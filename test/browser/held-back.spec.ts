import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { addClient, type AddedClient } from '../support/factories/client';
import { uploadDocument } from '../support/factories/document';
import { fillSheet, panel, sees, write } from './hands';
import { faultsOf, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;
let client: AddedClient;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney'] } });
  const { attorney } = house.office.api;
  client = await addClient(attorney, { name: { given: 'Wren', family: 'Formerly' }, aliases: [] });
  await uploadDocument(attorney, client.id, { title: 'Thoughts of counsel', privileged: 'true' });
  const strange = await uploadDocument(attorney, client.id, { title: 'A wrong paper' });
  await attorney.post(`/documents/${strange.id}/withdraw`, { reason: 'Not hers' }, { ifMatch: 1 });
  const asked = {
    kind: 'subpoena',
    receivedFrom: 'A grand jury',
    receivedOn: '2026-01-05',
    asked: 'All of it',
  };
  const { id, version } = await attorney.created('/demands', asked);
  const scope = { clientIds: [client.id], records: ['documents'] };
  await attorney.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
  await attorney.created(`/clients/${client.id}/detention-calls`, { said: 'She was taken' });
}, 120_000);
afterAll(() => house?.close());

async function looked(page: Page, name: string): Promise<void> {
  await whenSettled(page)();
  if (process.env.PICTURES)
    await page.screenshot({ path: `${process.env.PICTURES}/held-${name}.png`, fullPage: true });
  expect([name, await faultsOf(page, 'en')]).toEqual([name, []]);
}

it('shows which documents a demand does not get, and releases one with the reason', async () => {
  const page = await house.open('/retention', { as: house.office.people.attorney });
  await page.getByRole('button', { name: /^Open/ }).click();
  const sheet = page.getByRole('dialog');
  await sees(sheet, 'Thoughts of counsel');
  await sees(sheet, 'A wrong paper');
  await looked(page, 'demand');
  await sheet.getByRole('button', { name: 'Release this document' }).first().click();
  const form = page.getByRole('dialog').last();
  await write(form, { Why: 'The client waived it' });
  await form.getByRole('button', { name: 'Save' }).click();
  await sees(page, 'Will leave');
  expect(await house.leave()).toEqual([]);
});

it('shows a call that waits, to whoever can take it on', async () => {
  const page = await house.open('/detained', { as: house.office.people.attorney });
  await sees(panel(page, 'Calls that wait for an attorney'), 'Wren Formerly');
  await looked(page, 'calls');
  await page.getByRole('button', { name: 'I take it on: Wren Formerly' }).click();
  await panel(page, 'Calls that wait for an attorney').waitFor({ state: 'detached' });
  expect(await house.leave()).toEqual([]);
});

it('keeps the name before among the other names, unless it was a slip', async () => {
  const page = await house.open(`/cases/${client.caseId}?tab=client`, { as: house.office.people.attorney });
  await fillSheet(page, page.getByRole('button', { name: 'Edit person' }), async (sheet) => {
    await write(sheet, { 'Family name': 'Presently' });
    await sees(sheet, /“Wren Formerly” stays among the other names/);
    await looked(page, 'name');
  });
  await sees(page, 'Wren Presently');
  await sees(page, 'Wren Formerly');
  expect(await house.leave()).toEqual([]);
});
