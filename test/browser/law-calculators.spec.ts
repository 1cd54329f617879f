import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { choose, heading, panel, sees, write } from './hands';
import { keptBy } from './looks';

jest.setTimeout(60_000);

let house: House;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney', 'paralegal'] } });
});
afterEach(async () => expect(await house.leave()).toEqual([]));
afterAll(() => house?.close());

const open = (path: string, as = house.office.people.attorney): Promise<Page> => house.open(path, { as });
const answer = (page: Page) => page.getByRole('region', { name: 'Answer', exact: true });
const decision = /^The decision \(oral\), or its mailing/;
const field = (page: Page) => page.getByRole('textbox', { name: decision });

describe('the deadline calculator', () => {
  it('counts a contested appeal as it is typed, both dates in order, every step, no fact in the address', async () => {
    const page = await open('/calculators');
    await sees(page, 'Choose a rule to see the facts it asks for.');
    await choose(page, page, { Rule: /^Appeal to the Board of Immigration Appeals/ });
    await field(page).fill('2026-03-20');
    await sees(answer(page).getByRole('status'), 'Mon, Apr 20, 2026');
    const dates = answer(page).getByRole('list').first().getByRole('listitem');
    const [first, second, third] = await dates.allInnerTexts();
    expect(first).toContain('Wed, Mar 25, 2026');
    expect(second).toMatch(/Mon, Mar 30, 2026[\s\S]*ten-day text[\s\S]*Vacated/);
    expect(third).toMatch(/Mon, Apr 20, 2026[\s\S]*In force, contested/);
    await sees(answer(page), 'Not verified in this office.');
    await sees(answer(page), '30 calendar days after Fri, Mar 20, 2026');
    expect(page.url()).toMatch(/\/calculators\?rule=bia\.appeal\.30d$/);
    expect(await keptBy(page)).not.toContain('2026-03-20');
  });

  it('says at its field what cannot be a day, and what the law cannot count from', async () => {
    const page = await open('/calculators?rule=bia.appeal.30d');
    await field(page).fill('2026-02-30');
    await sees(page, 'Write the date as YYYY-MM-DD.');
    await field(page).and(page.locator('[aria-invalid=true]')).waitFor();
    await field(page).fill('1492-10-12');
    await field(page).and(page.locator('[aria-invalid=true]')).waitFor();
    await sees(answer(page).getByRole('alert'), 'One of the facts cannot be read.');
    await field(page).fill('2026-03-20');
    await sees(answer(page).getByRole('status'), 'Mon, Apr 20, 2026');
    expect(await page.locator('[aria-invalid=true]').count()).toBe(0);
  });

  it('counts hours with their clock, and several dates that follow together', async () => {
    const page = await open('/calculators?rule=detainer.48h_excl');
    await page.getByRole('textbox', { name: /^The time at which release/ }).fill('2026-11-25 17:00');
    await page
      .getByRole('combobox', { name: 'Time zone' })
      .or(page.getByLabel('Time zone'))
      .first()
      .fill('America/New_York');
    await page.keyboard.press('Escape');
    await sees(answer(page), 'Ends 2026-11-30 17:00 (America/New_York)');
    await page.goto('/calculators?rule=pocr.milestones');
    await page.getByRole('textbox', { name: /^The start of the removal period/ }).fill('2026-05-01');
    await sees(answer(page), 'Custody review by the field office, about day 90');
    await sees(answer(page), 'Custody review by headquarters, about day 180');
  });

  it('answers at once where the law sets no limit', async () => {
    const page = await open('/calculators?rule=habeas.petition.no_limit');
    await sees(answer(page).getByRole('status'), 'No time limit');
  });

  it('is reached from the rule, and prints on its own', async () => {
    const page = await open('/law/rules/bia.appeal.30d');
    await page.getByRole('link', { name: 'Try it in the calculator' }).click();
    await heading(page, 'Deadline').waitFor();
    await field(page).fill('2026-03-20');
    await sees(answer(page).getByRole('status'), 'Mon, Apr 20, 2026');
    await page.emulateMedia({ media: 'print' });
    await answer(page).getByText('2026-03-20', { exact: false }).first().waitFor();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await field(page).isVisible()).toBe(false);
    const paper = await page.pdf({ format: 'Letter' });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

describe('the other calculators', () => {
  it('say when an order became final and what runs from it', async () => {
    const page = await open('/calculators/finality', house.office.people.paralegal);
    await sees(page, 'Enter when the judge decided');
    await write(page, { 'Decided by the judge': '1999-07-1' });
    await page.keyboard.press('Tab');
    await sees(page, 'Write YYYY, YYYY-MM or YYYY-MM-DD.');
    await write(page, { 'Decided by the judge': '1999-07-12' });
    await choose(page, page, { 'Appeal to the Board': 'Waived' });
    await sees(answer(page).getByRole('status'), 'Mon, Jul 12, 1999');
    const follows = panel(page, 'What runs from the order');
    await follows
      .getByRole('button', { name: /^Motion to reopen/ })
      .first()
      .click();
    await sees(follows.getByRole('region', { name: /^Motion to reopen/ }).first(), 'How it was counted');
  });

  it('count the days between two days, and name the closed ones', async () => {
    const page = await open('/calculators/calendar');
    await write(page, { From: '2026-11-20', To: '2026-11-30' });
    await sees(panel(page, 'Closed days'), 'Thanksgiving Day');
    const status = await answer(page).getByRole('status').innerText();
    expect(status.match(/\d+/g)).toEqual(['10', '5', '4']);
    await write(page, { To: '2026-11-01' });
    await page.getByRole('textbox', { name: 'To' }).and(page.locator('[aria-invalid=true]')).waitFor();
  });

  it('compose a case of convictions, charges and pardons, and say what each change would do', async () => {
    const page = await open('/calculators/pardon-effect');
    const row = (name: string) => page.getByRole('group', { name, exact: true });
    await write(row('Conviction 1'), { Offence: 'Possession for sale' });
    await choose(page, row('Conviction 1'), { State: 'California' });
    await row('Conviction 1').getByText('More about this conviction').click();
    await write(row('Conviction 1'), { 'Sentenced on': '1998-05' });
    await choose(page, row('Charge 1'), { 'Charge or ground': /^INA 237\(a\)\(2\)\(A\)\(iii\)/ });
    const report = panel(page, 'What a pardon reaches, charge by charge');
    await sees(report, 'INA 237(a)(2)(A)(iii)');
    await page.getByRole('button', { name: 'Add a pardon' }).focus();
    await page.keyboard.press('Enter');
    await row('Pardon 1').locator(':focus').waitFor();
    await choose(page, row('Pardon 1'), { Jurisdiction: 'California' });
    await write(row('Pardon 1'), { Effective: '2026-02' });
    await sees(report, 'The instrument, tested');
    await sees(report, 'Lifted');
    await panel(page, 'What if').getByRole('listitem').first().waitFor();
    await page.getByRole('button', { name: 'Remove Pardon 1' }).click();
    await sees(report, 'What to ask for in California');
    expect(page.url()).toMatch(/pardon-effect$/);
    expect(await keptBy(page)).not.toContain('Possession');
  });
});
