import type { Page } from 'playwright-core';
import { openHouse, type House, type Wishes } from '../support/browser';
import { choose, heading, panel, sees, turnOn, write } from './hands';
import { faultsOf, keptBy, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney', 'paralegal'] } });
});
afterEach(async () => expect(await house.leave()).toEqual([]));
afterAll(() => house?.close());

const PLACE = '/calculators/screening';
const open = (wishes: Wishes = {}): Promise<Page> =>
  house.open(PLACE, { as: house.office.people.attorney, ...wishes });
const results = (page: Page) => panel(page, 'What may concern the person');
const topic = (page: Page, title: string) => results(page).getByRole('button', { name: title });
const behind = (page: Page, title: string) => results(page).getByRole('region', { name: title });

async function answer(page: Page, question: string, said: 'Yes' | 'No'): Promise<void> {
  const group = page.getByRole('group', { name: question, exact: true });
  await group.getByText(said, { exact: true }).click();
}

/** A Cambodian national who came as a child, was ordered removed and released. */
async function fillCambodia(page: Page): Promise<void> {
  await choose(page, page, { Citizenships: 'Cambodia' });
  await page.keyboard.press('Escape');
  await choose(page, page, { 'Country of birth': 'Thailand' });
  await answer(page, 'In the United States now', 'Yes');
  await answer(page, 'A final order stands', 'Yes');
  await answer(page, 'Released from ICE custody after the order', 'Yes');
}

describe('the screening calculator', () => {
  it('is one of the calculators, and says what to ask before anything is known', async () => {
    const page = await house.open('/calculators', { as: house.office.people.paralegal });
    const parts = page.getByRole('navigation', { name: 'Calculators' });
    await parts.getByRole('link', { name: 'Screening' }).click();
    await heading(page, 'Screening').waitFor();
    await sees(page, 'Nothing you enter here is stored, and no client is named.');
    await sees(results(page).getByRole('status'), /^Needs facts: \d$/);
    await sees(topic(page, 'Registry (INA 249)'), 'Law in force');
    await topic(page, 'Citizenship and place of birth').click();
    await sees(behind(page, 'Citizenship and place of birth'), 'In which country was the person born?');
    await sees(behind(page, 'Citizenship and place of birth'), 'General knowledge');
  });

  it('answers as facts are given, and keeps them to itself', async () => {
    const page = await open();
    await fillCambodia(page);
    const chhoeun = topic(page, 'Chhoeun class');
    await sees(chhoeun, 'Needs facts');
    await sees(chhoeun, 'Court order, force not confirmed');
    await answer(page, 'Since the release, convicted or in breach of supervision', 'No');
    await sees(chhoeun, 'May fit');
    await write(page, { 'Notice of an intended arrest mailed on': '2026-11-02' });
    await chhoeun.click();
    await sees(behind(page, 'Chhoeun class'), 'Mon, Nov 16, 2026');
    await sees(behind(page, 'Chhoeun class'), 'plan as if arrest were possible at any check-in');
    expect(await topic(page, 'Vietnam').count()).toBe(0);
    expect(page.url()).toMatch(/\/calculators\/screening$/);
    const kept = await keptBy(page);
    expect(kept).not.toContain('2026-11-02');
    expect(kept).not.toContain('"KH"');

    await answer(page, 'A final order stands', 'No');
    await sees(chhoeun, 'Does not fit');
    await page
      .getByRole('textbox', { name: 'Notice of an intended arrest mailed on' })
      .waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Start over' }).click();
    await topic(page, 'Vietnam').waitFor();
  });

  it('shows a bill only when asked, and never as law', async () => {
    const page = await open();
    const bill = topic(page, 'H.R. 4696');
    await write(page, { 'First arrival in the United States': '1981-05' });
    await sees(topic(page, 'Registry (INA 249)'), 'Does not fit');
    expect(await bill.count()).toBe(0);
    await turnOn(page, 'Include introduced bills (not law)');
    await sees(bill, 'Not law: an introduced bill');
    await sees(bill, 'Would need facts');
    await answer(page, 'Lived here ever since the first arrival', 'Yes');
    await answer(page, 'Good moral character can be shown', 'Yes');
    await answer(page, 'Inadmissible for a crime, pardoned or not', 'No');
    await answer(page, 'Ever a permanent resident', 'No');
    await sees(bill, 'Might fit, were it law');
    expect(await bill.getByText('May fit', { exact: true }).count()).toBe(0);
    await sees(results(page).getByRole('status'), 'Bills that are not law: 1');
    await bill.click();
    await sees(behind(page, 'H.R. 4696'), 'An introduced bill is not law and gives no protection.');
  });

  it('says at its field what cannot be a date, and goes on when it is put right', async () => {
    const page = await open();
    const pardon = page.getByRole('textbox', { name: 'Full and unconditional pardon on' });
    await pardon.fill('2023-13');
    await page.keyboard.press('Tab');
    await sees(page, 'Write YYYY, YYYY-MM or YYYY-MM-DD.');
    await pardon.fill('2023-02-30');
    await pardon.and(page.locator('[aria-invalid=true]')).waitFor();
    await sees(page.getByRole('alert'), 'One of the facts cannot be read.');
    await pardon.fill('2023-02-28');
    await write(page, { 'Form N-400 planned for': '2027-03-01' });
    await sees(topic(page, 'Naturalisation'), 'Does not fit');
    await topic(page, 'Naturalisation').click();
    await sees(behind(page, 'Naturalisation'), 'First filing day with the pardon before the 5 years');
    await sees(behind(page, 'Naturalisation'), 'Tue, Feb 29, 2028');
  });

  it('is filled and read by the keyboard alone, and printed with every answer open', async () => {
    const page = await open();
    await page.getByRole('textbox', { name: 'First arrival in the United States' }).focus();
    await page.keyboard.type('1979');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    const lives = page.getByRole('group', { name: 'In the United States now' });
    await lives
      .getByRole('radio', { name: 'Yes' })
      .and(page.locator(':checked'))
      .waitFor({ state: 'attached' });
    await topic(page, 'Registry (INA 249)').focus();
    await page.keyboard.press('Enter');
    await sees(behind(page, 'Registry (INA 249)'), 'Entry before');
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    await page.emulateMedia({ media: 'print' });
    await sees(behind(page, 'Naturalisation'), 'INA 318, 8 USC 1429');
    await sees(page, 'First arrival in the United States: 1979');
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  });
});

describe('the deadline calculator', () => {
  const counted = (page: Page) => page.getByRole('region', { name: 'Answer', exact: true });

  it('says when a last day ends, and whether something came in time', async () => {
    const page = await house.open('/calculators', { as: house.office.people.attorney });
    await choose(page, page, { Rule: /^End of the last day: electronic filing with an immigration court/ });
    await write(page, { 'Last day': '2026-07-06' });
    const zone = page.locator('input[name=time_zone]');
    await zone.and(page.locator('[aria-invalid=true]')).waitFor();
    await zone.fill('Pacific/Honolulu');
    await page.keyboard.press('Escape');
    await sees(counted(page).getByRole('status'), 'Before 2026-07-07 10:00 UTC');
    await sees(counted(page), 'General knowledge: 11:59 pm');
    await write(page, { 'Submitted at': '2026-07-07 00:30' });
    await page.locator('input[name=submitter_time_zone]').fill('Pacific/Honolulu');
    await page.keyboard.press('Escape');
    await sees(counted(page).getByRole('status'), 'Late');
  });

  it('counts an appeal under whichever version governs', async () => {
    const page = await house.open('/calculators?rule=bia.appeal', { as: house.office.people.attorney });
    await page.getByRole('textbox', { name: /^The decision \(oral\), or its mailing/ }).fill('2026-03-20');
    await sees(counted(page).getByRole('status'), 'Mon, Apr 20, 2026');
    await counted(page).getByRole('link', { name: 'The rule and its sources' }).click();
    await heading(page, 'Appeal to the Board of Immigration Appeals').waitFor();
  });
});

const LOOKS: [string, Wishes & { language: 'en' | 'es' }][] = [
  ['wide, light, English', { width: 1280, dark: false, language: 'en' }],
  ['wide, dark, Spanish', { width: 1280, dark: true, language: 'es' }],
  ['a phone, light, Spanish', { width: 390, height: 844, dark: false, language: 'es' }],
  ['a phone, dark, English', { width: 390, height: 844, dark: true, language: 'en' }],
];

describe.each(LOOKS)('the screening calculator, %s', (_name, wishes) => {
  it('does not scroll sideways, shows no code and keeps nobody out, open or closed', async () => {
    const page = await open(wishes);
    const settled = whenSettled(page);
    await page.locator('input[name=firstEnteredOn]').fill('1981');
    await page.getByRole('switch').first().check({ force: true });
    await settled();
    expect(await faultsOf(page, wishes.language)).toEqual([]);
    await page.getByRole('button', { name: wishes.language === 'es' ? 'Abrir todo' : 'Open all' }).click();
    await settled();
    expect(await faultsOf(page, wishes.language)).toEqual([]);
    await page.goto('/calculators?rule=cutoff.ecas.bia');
    await page.locator('input[name=due_date]').fill('2026-10-30');
    await page.locator('.law-answer').waitFor();
    await settled();
    expect(await faultsOf(page, wishes.language)).toEqual([]);
  });
});
