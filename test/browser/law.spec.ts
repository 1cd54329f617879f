import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import type { Person } from '../support/factories/staff';
import { choose, fillSheet, heading, panel, sees, write } from './hands';

jest.setTimeout(60_000);

let house: House;
let attorney: Person;
let paralegal: Person;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney', 'paralegal'] } });
  ({ attorney, paralegal } = house.office.people);
});
afterEach(async () => expect(await house.leave()).toEqual([]));
afterAll(() => house?.close());

const open = (path: string, as = attorney): Promise<Page> => house.open(path, { as });
const rows = (page: Page) => page.locator('tbody').getByRole('row');
const sections = (page: Page) => page.getByRole('navigation', { name: 'Parts of the law' });

describe('the rules', () => {
  it('are found by typing, narrowed by filters, and opened by the keyboard alone', async () => {
    const page = await open('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Law', exact: true }).click();
    await heading(page, 'Rules').waitFor();
    await rows(page).nth(100).waitFor();
    await page.locator('h1:focus').waitFor();
    await page.keyboard.press('/');
    const search = page.getByRole('textbox', { name: 'Search', exact: true });
    await search.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('bia appeal 30d');
    await page.getByRole('status').filter({ hasText: '1 rule' }).waitFor();
    expect(page.url()).not.toContain('bia');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading(page, 'Appeal to the Board of Immigration Appeals').waitFor();
    expect(page.url()).toContain('/law/rules/bia.appeal.30d');
  });

  it('narrow by family and standing in the address, and say when nothing is left', async () => {
    const page = await open('/law');
    await choose(page, page, { Family: 'Appeals', Standing: 'Vacated' });
    await page.getByRole('link', { name: 'Appeal to the Board: ten-day text of 2026' }).waitFor();
    expect(page.url()).toContain('family=appeals');
    await write(page, { Search: 'no such rule' });
    await sees(page, 'No rule matches.');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await rows(page).nth(100).waitFor();
  });

  it('show every version with its standing, and lead to the rule in conflict', async () => {
    const page = await open('/law/rules/bia.appeal.30d');
    const newest = panel(page, 'Version 4');
    await sees(newest, 'Governs today if its conditions hold');
    await sees(newest, 'asylum was decided on the merits');
    const third = panel(page, 'Version 3');
    await sees(third, 'In force, contested');
    const [four, one] = await Promise.all(
      [newest, panel(page, 'Version 1')].map((version) => version.boundingBox()),
    );
    expect(four!.y).toBeLessThan(one!.y);
    await third.getByRole('link', { name: 'bia.appeal.10d' }).click();
    await heading(page, 'Appeal to the Board: ten-day text of 2026').waitFor();
  });

  it('are verified by an attorney, which the list and every count then know, and withdrawn again', async () => {
    const page = await open('/law/rules/motion.reopen.90d');
    const verify = page.getByRole('button', { name: 'Record a verification' });
    await verify.click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sees(sheet, 'This is needed.');
    await write(sheet, { 'Official text that you saw': 'eCFR 8 CFR 1003.23, current to 2026-11-20' });
    await write(sheet, { Note: 'Paragraph (b)(1) read in full.' });
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'detached' });
    const line = page.getByRole('listitem').filter({ hasText: `${attorney.name} compared it on` });
    await sees(line, 'Saw: eCFR 8 CFR 1003.23, current to 2026-11-20');

    await sections(page).getByRole('link', { name: 'Rules' }).click();
    await choose(page, page, { Verification: 'Verified here' });
    await page.getByRole('status').filter({ hasText: '1 rule' }).waitFor();
    await sees(rows(page).first(), 'Verified');

    await rows(page).first().getByRole('link').click();
    await line.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await sees(line, `Withdrawn by ${attorney.name}`);
  });

  it('cannot be verified by a paralegal, who reads everything', async () => {
    const page = await open('/law/rules/motion.reopen.90d', paralegal);
    await sees(page, 'Verifications in this office');
    expect(await page.getByRole('button', { name: 'Record a verification' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
  });

  it('have parts where several dates follow together', async () => {
    const page = await open('/law/rules/bia.brief.sequential.schedule');
    await panel(page, 'Dates that follow together').getByRole('link').first().click();
    await page
      .getByRole('region', { name: /^Version/ })
      .first()
      .waitFor();
  });
});

describe('the other parts of the law', () => {
  it('show who can pardon, every statement with what it rests on, and count on dates that nobody stores', async () => {
    const page = await open('/law/jurisdictions');
    await write(page, { Search: 'illinois' });
    await page.getByRole('link', { name: 'Illinois' }).click();
    await heading(page, 'Illinois').waitFor();
    const facts = panel(page, 'Facts, each with what it rests on');
    await sees(facts, 'Prisoner Review Board');
    await sees(facts, 'General knowledge');
    const clocks = panel(page, 'Clocks of an application');
    await clocks.getByText('Dates of an application').click();
    await write(clocks, { 'First hearing day': '2027-04-10' });
    await sees(clocks, 'Mon, Jan 25, 2027');
    expect(page.url()).not.toContain('2027');
  });

  it('take the word of an attorney about a pardoning authority', async () => {
    const page = await open('/law/jurisdictions/IL');
    await fillSheet(page, page.getByRole('button', { name: 'Record a verification' }), (sheet) =>
      write(sheet, { 'Official text that you saw': 'prb.illinois.gov, read 2026-11-20' }),
    );
    await sees(
      page.getByRole('listitem').filter({ hasText: `${attorney.name} compared it` }),
      'prb.illinois.gov',
    );
  });

  it('show which grounds a pardon lifts, and on which authority', async () => {
    const page = await open('/law/grounds');
    await choose(page, page, { 'Lifted by a pardon': 'Yes' });
    await page.getByRole('link', { name: 'INA 237(a)(2)(A)(iii)', exact: true }).first().click();
    await heading(page, 'INA 237(a)(2)(A)(iii)').waitFor();
    await panel(page, 'Authorities').getByRole('listitem').first().waitFor();
  });

  it('name what changed, and the rules it names', async () => {
    const page = await open('/law/changes');
    await page
      .getByText(/rules named$/)
      .first()
      .click();
    await page.getByRole('link', { name: 'bia.appeal.10d' }).first().click();
    await heading(page, 'Appeal to the Board: ten-day text of 2026').waitFor();
  });

  it('say that a rule is not there', async () => {
    const page = await open('/law/rules/no.such.rule');
    await sees(page, 'Nothing is here for you');
  });
});

describe('the calendar', () => {
  it('shows a year by what closes each day, and what that does to a date', async () => {
    const page = await open('/law/calendar');
    await page.getByRole('textbox', { name: 'Year' }).fill('2025');
    const days = panel(page, 'Closed days of 2025');
    await sees(days.getByRole('listitem').filter({ hasText: 'Thanksgiving Day' }), 'Moves a date');
    await sees(days.getByRole('listitem').filter({ hasText: 'Inauguration Day' }), 'Only bounds it');
  });

  it('takes a notice of a forum by hand, and lets go of it without deleting it', async () => {
    const page = await open('/law/calendar');
    const notices = panel(page, 'Entered by hand');
    await fillSheet(page, notices.getByRole('button', { name: 'Enter a closed day' }), async (sheet) => {
      await write(sheet, { Day: '2026-12-18', Name: 'Ice storm: court closed' });
      await sheet.getByLabel('Where the notice can be read').fill('ftp://somewhere');
      await choose(page, sheet, { Forum: '9th Circuit' });
      await sheet.getByRole('button', { name: 'Save' }).click();
      await sees(sheet, 'https://');
      await sheet.getByLabel('Where the notice can be read').fill('https://www.ca9.uscourts.gov/notices');
    });
    const line = notices.getByRole('listitem').filter({ hasText: 'Ice storm' });
    await sees(line, '9th Circuit');
    await sees(line, `Entered by ${attorney.name}`);
    await line.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await line.waitFor({ state: 'detached' });
    await notices.getByRole('switch', { name: 'Show withdrawn' }).check({ force: true });
    await sees(notices, 'Withdrawn by');
  });

  it('is read, not written, by a paralegal', async () => {
    const page = await open('/law/calendar', paralegal);
    await sees(page, 'Entered by hand');
    expect(await page.getByRole('button', { name: 'Enter a closed day' }).count()).toBe(0);
  });
});
