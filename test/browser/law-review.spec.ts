import type { Page } from 'playwright-core';
import { DeadlineDuty } from '@app/deadlines';
import { startBeside, type TestApp } from '../support/app';
import { openHouse, type House, type Wishes } from '../support/browser';
import { addClient } from '../support/factories/client';
import { addOrder } from '../support/factories/order';
import type { Person } from '../support/factories/staff';
import { LAW_SETS } from '../support/law-sets';
import { heading, sees } from './hands';
import { faultsOf, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;
let attorney: Person;
let director: Person;

let updated: TestApp;

/** Ships the ten days to appeal of 2026, as the worker of an installation takes it over after an update. */
async function theLawChanges(): Promise<void> {
  updated = await startBeside(house.test, LAW_SETS.appears);
  await updated.app.get(DeadlineDuty).followTheLaw();
}

beforeAll(async () => {
  house = await openHouse('Lantern Law', {
    office: { roles: ['director', 'attorney', 'paralegal'] },
    law: LAW_SETS.before,
  });
  ({ attorney, director } = house.office.people);
  const facts = { decidedOn: '2026-09-24', decisionForm: 'oral', appeal: 'not_taken' } as const;
  for (const family of ['Vang', 'Sok']) {
    const client = await addClient(attorney.api, {
      name: { given: 'Aster', family },
      case: { responsibleId: attorney.id },
    });
    await addOrder(attorney.api, { clientId: client.id }, { ...facts, asylumDecided: false });
  }
  await house.test.app.get(DeadlineDuty).followTheLaw();
  await theLawChanges();
});
afterAll(async () => {
  await house?.close();
  await updated?.close();
});

const open = (path: string, as: Person, wishes: Wishes = {}): Promise<Page> =>
  house.open(path, { as, ...wishes });

describe('a change of law', () => {
  afterEach(async () => expect(await house.leave()).toEqual([]));

  it('is said on the own day and beside the navigation, and leads to the list', async () => {
    const page = await open('/', attorney);
    const { openLawReviews } = await attorney.api.read('/reports/my-day');
    expect(openLawReviews).toBeGreaterThan(1);
    await sees(page, `The law changed: ${openLawReviews} dates of your clients moved`);
    const place = page.getByRole('navigation').getByRole('link', { name: /^Law reviews/ });
    await sees(place, `${openLawReviews} to look at`);
    await page.getByRole('link', { name: 'Open the list' }).click();
    await heading(page, 'The law changed').waitFor();
  });

  it('shows each date before and after beside each other, what changed and why', async () => {
    const page = await open('/law-reviews', attorney);
    const review = page.getByRole('article', {
      name: 'Aster Vang, Appeal to the Board: ten-day text of 2026',
    });
    await page.getByRole('article').first().waitFor();
    await review.getByRole('region', { name: 'Before' }).getByText('Mon, Oct 26').waitFor();
    await review.getByRole('region', { name: 'After' }).getByText('Mon, Oct 5').waitFor();
    await sees(review, '21 days earlier');
    await sees(review, 'A rule changed');
    await sees(review, 'Ten days to appeal decisions from March 9, 2026 on.');
    await review.getByRole('link', { name: 'Appeal to the Board: ten-day text of 2026' }).click();
    await heading(page, 'Why this date').waitFor();
    await sees(page, 'The rules changed');
  });

  it('is acknowledged by keyboard, and the next one stands in its place', async () => {
    const page = await open('/law-reviews', attorney);
    const rows = page.getByRole('list', { name: 'The law changed' }).locator(':scope > li');
    await rows.first().waitFor();
    const many = await rows.count();
    await rows.first().focus();
    await page.keyboard.press('j');
    await rows.nth(1).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('k');
    await rows.first().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('a');
    const sheet = page.getByRole('dialog', { name: 'Say that you have seen this change' });
    await sheet.getByRole('textbox', { name: 'Note' }).fill('Called the client; a motion is being drafted.');
    await sheet.getByRole('button', { name: 'I have seen it' }).press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await rows.nth(many - 1).waitFor({ state: 'detached' });
    await rows.first().and(page.locator(':focus')).waitFor();
    await page.getByText('Acknowledged', { exact: true }).click();
    await sees(page, /Seen by .*Called the client; a motion is being drafted\./);
  });

  it('is the director’s to see as a whole, and nobody else’s', async () => {
    const whole = await open('/law-reviews', director);
    await whole.getByRole('article').first().waitFor();
    await whole.getByRole('switch', { name: 'Only mine' }).check();
    await sees(whole, 'Nothing to look at.');
    const none = await open('/law-reviews', house.office.people.paralegal);
    await sees(none, 'Nothing to look at. When a rule or a closed day changes');
  });
});

it.each([
  ['wide, light, English', { width: 1440, dark: false, language: 'en' }],
  ['wide, dark, Spanish', { width: 1440, dark: true, language: 'es' }],
  ['a phone, light, Spanish', { width: 390, height: 844, dark: false, language: 'es' }],
  ['a phone, dark, English', { width: 390, height: 844, dark: true, language: 'en' }],
] as [string, Wishes & { language: 'en' | 'es' }][])(
  'the list keeps nobody out and shows no code: %s',
  async (_name, wishes) => {
    const page = await open('/law-reviews', director, wishes);
    await whenSettled(page)();
    expect(await faultsOf(page, wishes.language)).toEqual([]);
    expect(await house.leave()).toEqual([]);
  },
);
