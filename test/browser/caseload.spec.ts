import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import type { Api } from '../support/client';
import { moveCase } from '../support/factories/case';
import { addClient, type AddedClient } from '../support/factories/client';
import { dayFromNow, goAlong, scheduleCheckIn } from '../support/factories/check-in';
import { choose, heading, openSearch, sees, write } from './hands';

jest.setTimeout(60_000);

let house: House;
let attorney: Api;
let nguyen: AddedClient;

beforeAll(async () => {
  house = await openHouse('Lantern Law', {
    office: { roles: ['director', 'attorney', 'intake', 'volunteer'] },
  });
  attorney = house.office.api.attorney;
  for (let n = 0; n < 52; n += 1) {
    const name = { given: 'Filler', family: `Person ${String(n).padStart(2, '0')}` };
    await addClient(attorney, { name, contacts: [] });
  }
  nguyen = await addClient(attorney, { name: { given: 'Quill', family: 'Nguyễn' } });
  const vang = await addClient(attorney, { name: { given: 'Aster', family: 'Vang' } });
  await moveCase(attorney, vang.caseId, 'records', dayFromNow(0));
  await scheduleCheckIn(attorney, vang.id, { date: dayFromNow(2) });
  const coming = await scheduleCheckIn(attorney, nguyen.id, { date: dayFromNow(3) });
  await goAlong(attorney, coming.id, house.office.people.volunteer.id);
});
afterEach(async () => expect(await house.leave()).toEqual([]));
afterAll(() => house?.close());

const open = (path: string): Promise<Page> => house.open(path, { as: house.office.people.attorney });
const rows = (page: Page) => page.locator('tbody').getByRole('row');
const names = (page: Page): Promise<string[]> => rows(page).getByRole('link').allInnerTexts();

describe('the caseload', () => {
  it('comes a page at a time', async () => {
    const page = await open('/cases');
    await sees(page, '50 of 54');
    expect(await rows(page).count()).toBe(50);
    await page.getByRole('button', { name: 'Load more' }).click();
    await sees(page, '54 of 54');
    expect(new Set(await names(page)).size).toBe(54);
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  });

  it('sorts by a heading, both ways, and says which way', async () => {
    const page = await open('/cases');
    const all = async (way: string): Promise<string[]> => {
      await page.getByRole('button', { name: 'Client', exact: true }).click();
      await page.locator(`th[aria-sort=${way}]`).filter({ hasText: 'Client' }).waitFor();
      await page.getByRole('button', { name: 'Load more' }).click();
      await sees(page, '54 of 54');
      return names(page);
    };
    const up = await all('ascending');
    expect(up[0]).not.toBe('Aster Vang');
    expect(await all('descending')).toEqual([...up].reverse());
  });

  it('filters by stage, keeps the filter in the address, and lets go of it', async () => {
    const page = await open('/cases');
    await choose(page, page, { Stage: 'Records' });
    await sees(page, '1 of 1');
    expect(await names(page)).toEqual(['Aster Vang']);
    expect(page.url()).toContain('stage=records');
    await page.reload();
    await sees(page, '1 of 1');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await sees(page, '50 of 54');
  });

  it('finds by the beginning of a name, without putting it into the address', async () => {
    const page = await open('/cases');
    await write(page, { 'Name begins with': 'ngu' });
    await sees(page, '1 of 1');
    expect(await names(page)).toEqual(['Quill Nguyễn']);
    expect(page.url()).not.toContain('ngu');
  });

  it('says what to do when nothing matches, and when there is nothing yet', async () => {
    const page = await open('/cases?stage=terminated');
    await sees(page, 'No case matches these filters.');
    const intake = await house.open('/cases', { as: house.office.people.intake });
    await sees(intake, 'No cases yet.');
    await intake.locator('section').getByRole('link', { name: 'New client' }).click();
    await heading(intake, 'New client').waitFor();
  });

  it('says that the server failed, and reads again when asked', async () => {
    const page = await open('/');
    await page.route('**/api/v1/cases/search', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 500, code: 'http_500', title: 'Fault', requestId: 'a-request-id' }),
      }),
    );
    await page.getByRole('link', { name: 'Cases', exact: true }).click();
    const alert = page.getByRole('alert');
    await sees(alert, 'The server had a fault. Nothing was changed.');
    await sees(alert, 'a-request-id');
    await page.unroute('**/api/v1/cases/search');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await sees(page, '50 of 54');
    expect(await house.leave()).toEqual([expect.stringContaining('status of 500')]);
  });

  it('says so when there is no connection', async () => {
    const page = await open('/');
    await heading(page, 'My day').waitFor();
    await page.context().setOffline(true);
    await sees(page, 'No connection. What you see may be old');
    await page.context().setOffline(false);
    await page.getByText('No connection.').waitFor({ state: 'detached' });
  });
});

describe('the search box', () => {
  it.each([
    ['/deadlines', '/', 'nguyen', 'Quill Nguyễn'],
    ['/check-ins', 'Control+k', 'vaj', 'Aster Vang'],
  ])('opens on %s with the key %s and finds another spelling', async (path, key, typed, found) => {
    const page = await open(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await (await openSearch(page, key)).fill(typed);
    await page.getByRole('button', { name: found }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading(page, found).waitFor();
    expect(page.url()).toMatch(/\/cases\/[0-9a-f-]+$/);
  });

  it('says when no client matches', async () => {
    const page = await open('/');
    await page.getByRole('button', { name: 'Search clients' }).click();
    await page.getByRole('textbox', { name: 'Search clients' }).fill('xqzw');
    await sees(page, 'Nothing you can see matches.');
  });
});

describe('what a role does not include', () => {
  it('is not offered to a volunteer, and is refused in words at its address', async () => {
    const volunteer = house.office.people.volunteer;
    const page = await house.open('/', { as: volunteer });
    await heading(page, 'Going along').waitFor();
    await sees(page, 'Quill Nguyễn');
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Cases' }).count()).toBe(0);
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Staff' }).count()).toBe(0);
    await page.goto('/office');
    await sees(page, 'Your role does not include this.');
    await page.goto(`/cases/${nguyen.caseId}`);
    await sees(page, 'Your role does not include this.');
  });

  it('is told apart from what is outside the caseload, which looks like nothing', async () => {
    const page = await house.open(`/cases/${nguyen.caseId}`, { as: house.office.people.intake });
    await sees(page, 'Nothing is here for you');
  });
});

describe('two people with the same client', () => {
  it('lose nothing: the second sees both values, keeps the draft, and decides', async () => {
    const client = await addClient(attorney, { name: { given: 'Twice', family: 'Edited' }, birth: '1970' });
    const path = `/cases/${client.caseId}?tab=client`;
    const [one, two] = [await open(path), await open(path)];
    for (const page of [one, two]) await page.getByRole('button', { name: 'Edit person' }).click();
    await write(one.getByRole('dialog'), { Born: '1971', 'Middle name': 'First' });
    await one.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await one.getByRole('dialog').waitFor({ state: 'detached' });

    const sheet = two.getByRole('dialog');
    await write(sheet, { Born: '1972', 'Family name': 'Redrafted' });
    await sheet.getByRole('button', { name: 'Save' }).click();
    const notice = sheet.getByRole('alert').filter({ hasText: 'Someone else changed this' });
    const conflict = notice.getByRole('row').filter({ hasText: 'Born' });
    await conflict.waitFor();
    expect(await conflict.getByRole('cell').allInnerTexts()).toEqual(['Born', '1971', '1972']);
    expect(await sheet.getByRole('textbox', { name: 'Family name' }).inputValue()).toBe('Redrafted');
    await notice.getByRole('button', { name: 'Keep mine and go on' }).click();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'detached' });

    const now = await attorney.read(`/clients/${client.id}`);
    expect(now).toMatchObject({ birth: '1972', name: { middle: 'First', family: 'Redrafted' } });
  });
});
