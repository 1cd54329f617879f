import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { closeCase } from '../support/factories/case';
import { dayFromNow } from '../support/factories/check-in';
import { addClient, type AddedClient } from '../support/factories/client';
import { addBond, detain } from '../support/factories/custody';
import { choose, fillSheet, goTo, journey, panel, sees, write } from './hands';
import { faultsOf, whenSettled } from './looks';

jest.setTimeout(90_000);

let house: House;
let held: AddedClient;
let stays: AddedClient;
let page: Page;

beforeAll(async () => {
  house = await openHouse('Keeping Law', { office: { roles: ['director', 'attorney'] } });
  const api = house.office.api.attorney;
  held = await addClient(api, { name: { given: 'Quill', family: 'Held' } });
  const [episode] = (await detain(api, held.id, { beganOn: dayFromNow(-20) })).episodes;
  await addBond(api, episode.id, {
    ...{ requestedOn: dayFromNow(-9), setBy: 'immigration_judge', decision: 'granted', amount: 5000 },
    ...{
      decidedOn: dayFromNow(-6),
      appealBy: 'government',
      appealedOn: dayFromNow(-5),
      automaticStay: 'yes',
    },
  });
  const pair: AddedClient[] = [];
  for (const given of ['Stays', 'Goes']) {
    const client = await addClient(api, {
      name: { given, family: 'Gemello' },
      case: { openedOn: '2010-01-04' },
    });
    await closeCase(api, client.caseId, '2020-03-01', 'other');
    pair.push(client);
  }
  [stays] = pair;
  await api.created(`/clients/${stays.id}/merges`, { otherId: pair[1].id, reason: 'One person' });
  page = await house.open(`/cases/${held.caseId}?tab=custody`, { as: house.office.people.attorney });
});
afterAll(async () => {
  const complaints = await house.leave();
  await house.close();
  expect(complaints).toEqual([]);
});

const settledAndFine = async (name: string): Promise<void> => {
  await whenSettled(page)();
  if (process.env.PICTURES)
    await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
  expect(await faultsOf(page, 'en')).toEqual([]);
};
const act = journey(() => page);

describe('an automatic stay', () => {
  act('that was recorded in error is taken back, and stays on record', async () => {
    const bond = panel(page, 'Bond');
    await fillSheet(page, bond.getByRole('button', { name: 'End the stay' }), async (sheet) => {
      await choose(page, sheet, { 'What happened': 'Recorded in error' });
      await write(sheet, { 'In words': 'It was of another client' });
    });
    await sees(bond, 'Automatic stay: Recorded in error');
    await sees(bond, 'It was of another client');
    await sees(bond, 'Automatic stay of release: No');
    expect(await bond.getByRole('button', { name: 'End the stay' }).count()).toBe(0);
    await settledAndFine('bond-stay');
  });
});

describe('the destruction of a client with a merged record', () => {
  act('shows both people what goes with it', async () => {
    await page.goto(`/cases/${stays.caseId}`);
    await goTo(page, 'Access');
    const goes = 'Goes with it, since it was merged into this record: Goes Gemello';
    await sees(panel(page, 'Keeping and erasing'), goes);
    await fillSheet(page, page.getByRole('button', { name: 'Propose to erase' }), async (sheet) => {
      await sees(sheet, goes);
      await choose(page, sheet, { Why: 'Another reason' });
    });
    await sees(panel(page, 'Keeping and erasing'), 'Proposed');
    await settledAndFine('keeping');
    const director = await house.open('/retention', { as: house.office.people.director });
    await sees(director, goes);
    await director.getByRole('button', { name: 'Approve' }).click();
    await sees(director.getByRole('dialog'), goes);
  });
});
