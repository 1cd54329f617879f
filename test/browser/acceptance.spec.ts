import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { enterReferral } from '../support/factories/intake';
import { choose, fillSheet, goTo, panel } from './hands';
import { faultsOf, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;
beforeAll(async () => {
  house = await openHouse('Lighthouse Law', { office: { roles: ['director', 'attorney', 'intake'] } });
}, 120_000);
afterAll(() => house?.close());

async function looked(page: Page, name: string, language: 'en' | 'es' = 'en'): Promise<void> {
  await whenSettled(page)();
  if (process.env.PICTURES)
    await page.screenshot({ path: `${process.env.PICTURES}/acceptance-${name}.png`, fullPage: true });
  expect([name, await faultsOf(page, language)]).toEqual([name, []]);
}

describe('taking somebody on', () => {
  it('carries the next date and the detention into the record, where they are seen at once', async () => {
    const { intake } = house.office.api;
    const made = await enterReferral(intake, {
      name: { given: 'Marsh', family: 'Carried' },
      nextOn: '2199-01-05',
      detained: 'yes',
      detainedAt: 'Example County Jail',
      story: 'Was told to come on a day in January.',
    });
    await intake.ok('POST', `/referrals/${made.id}/conflict-check`, {}, { ifMatch: 1 });
    const page = await house.open(`/intakes/${made.id}`, { as: house.office.people.attorney });
    await fillSheet(
      page,
      page.getByRole('button', { name: 'Accept' }),
      async (sheet) => {
        await sheet.getByText('Goes into the record').waitFor();
        await looked(page, 'form');
        await choose(page, sheet, { 'Type of case': 'Advice only' });
      },
      'Accept',
    );
    await page.getByRole('heading', { level: 1, name: 'Marsh Carried' }).waitFor();
    await page.getByText('Find out what the date of the referral is for: January 5, 2199').first().waitFor();
    await looked(page, 'case');
    const timeline = panel(page, 'Timeline');
    await timeline.getByText(/\d+ of \d+ facts/).waitFor();
    // The field itself is hidden behind its pills: the keyboard opens the list.
    await timeline.getByRole('combobox', { name: 'Record', exact: true }).press('Space');
    await page.getByRole('option', { name: 'Detention', exact: true }).click();
    await page.keyboard.press('Escape');
    await timeline.getByText(/^1 of \d+ facts$/).waitFor();
    await looked(page, 'filtered');
    await goTo(page, 'Notes');
    await page.getByText('Was told to come on a day in January.').waitFor();
    expect(await house.leave()).toEqual([]);
  });

  it('shows directors the mails that nobody recorded as sent', async () => {
    await house.office.api.director.created('/staff/invitations', {
      ...{ email: 'waits@lighthouse.example', name: 'Waits Long', role: 'paralegal' },
    });
    const page = await house.open('/staff', { as: house.office.people.director });
    await panel(page, 'E-mails not recorded as sent').getByText('waits@lighthouse.example').waitFor();
    await looked(page, 'unsent');
    expect(await house.leave()).toEqual([]);
  });
});
