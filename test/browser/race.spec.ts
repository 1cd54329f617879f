import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { dayFromNow } from '../support/factories/check-in';
import { deadlinesOf } from '../support/factories/deadline';
import type { Person } from '../support/factories/staff';
import { choose, fillSheet, goTo, heading, journey, panel, sees, turnOn, write } from './hands';

jest.setTimeout(60_000);

let house: House;
let attorney: Person;
let page: Page;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney'] } });
  attorney = house.office.people.attorney;
  page = await house.open('/cases', { as: attorney });
});
afterAll(async () => {
  const complaints = await house?.leave();
  await house?.close();
  expect(complaints).toEqual([]);
});

const step = journey(() => page);
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** The order is three weeks old, so that every time limit counted from it lies ahead. */
const DECIDED = dayFromNow(-21);
const whyReopen = () => page.getByRole('button', { name: 'Why this date: Motion to reopen', exact: true });
const clientId = async (): Promise<string> => {
  const [caseId] = /[0-9a-f-]{36}/.exec(page.url()) ?? [];
  return (await attorney.api.read(`/cases/${caseId}`)).client.id;
};
/** As the server counts it: the ninetieth day, or the next one on which the court is open. */
const reopenBy = async (): Promise<string> => {
  const deadlines = await deadlinesOf(attorney.api, await clientId());
  return deadlines.find((one) => one.title === 'Motion to reopen')?.dueOn ?? '';
};
const shown = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });

describe('the race from an order to a motion, by hand', () => {
  step('begins with a client and a case', async () => {
    await page.getByRole('link', { name: 'New client' }).first().click();
    await heading(page, 'New client').waitFor();
    await write(page, {
      'Given name': 'Juniper',
      'Family name': 'Vang',
      'A-number': 'A99000123',
      Born: '1975-06',
    });
    await choose(page, page, { 'Country of birth': 'Laos', Citizenship: 'Laos', How: 'As a refugee' });
    await choose(page, page, { 'Responsible attorney': attorney.name });
    await button('Create the client and the case').click();
    await heading(page, 'Juniper Vang').waitFor();
    await sees(page, /Nothing is scheduled/);
    expect(page.url()).toMatch(/\/cases\/[0-9a-f-]{36}$/);
  });

  step('masks the A-number until it is revealed', async () => {
    expect(await page.getByText('A•••-•••-123').count()).toBe(1);
    expect(await page.getByText('099-000-123').count()).toBe(0);
    await button('Reveal').click();
    await sees(page, /099.?000.?123/);
    await button('Hide').click();
    await sees(page, 'A•••-•••-123');
  });

  step('takes the conviction, the proceeding, the charge and the order', async () => {
    await goTo(page, 'Removal');
    await goTo(page, 'Convictions and questions');
    await fillSheet(page, button('Add conviction'), async (sheet) => {
      await write(sheet, {
        Offence: 'Robbery in the second degree',
        Statute: 'NY Penal Law 160.10',
        State: 'NY',
      });
      await write(sheet, { 'Offence on': '1996', 'Sentenced on': '1997-05-02', Sentence: 'Three years' });
      await choose(page, sheet, { 'Aggravated felony': 'Yes', 'Moral turpitude': 'Yes' });
      await choose(page, sheet, { Drugs: 'No', Firearm: 'No', Domestic: 'No', 'Child victim': 'No' });
    });
    await sees(panel(page, 'Convictions'), 'Robbery in the second degree');

    await goTo(page, 'Proceedings and hearings');
    await fillSheet(page, button('Add proceedings'), async (sheet) => {
      await choose(page, sheet, { 'Immigration court': /New York.*Federal Plaza|New York, NY/ });
      await turnOn(sheet, 'No judge is assigned', 'No hearing is scheduled');
    });
    await fillSheet(page, button('Add charging document'), async (sheet) => {
      await choose(page, sheet, { Form: 'Notice to Appear (I-862)' });
      await write(sheet, { Dated: '2024-02', Served: '2024-02-20' });
    });
    await fillSheet(page, button('Add charge'), async (sheet) => {
      await sheet.getByRole('combobox', { name: 'Code', exact: true }).fill('237(a)(2)(A)(iii)');
      await choose(page, sheet, { Code: /237\(a\)\(2\)\(A\)\(iii\)/, Status: 'Sustained' });
      await choose(page, sheet, { 'Rests on': 'Robbery in the second degree' });
      await sheet.getByRole('heading').first().click();
    });
    await sees(page, 'INA 237(a)(2)(A)(iii)');
    await fillSheet(page, button('Add order'), async (sheet) => {
      await write(sheet, { Decided: DECIDED });
      await choose(page, sheet, { 'Decision given': 'Oral', 'In absentia': 'No', Appeal: 'Waived' });
      await choose(page, sheet, { 'Country designated': 'Laos' });
    });
    await sees(page, 'In force');
  });

  step('counts the deadlines and says why', async () => {
    await goTo(page, 'Deadlines');
    await whyReopen().click();
    const why = page.getByRole('dialog', { name: 'Why this date' });
    await sees(why, 'No attorney has verified this rule yet');
    await sees(why, shown(await reopenBy()));
    for (const day of [DECIDED, dayFromNow(-21 + 90)]) await sees(why.locator('ol'), shown(day));
    expect(await why.locator('ol li').count()).toBeGreaterThan(1);
    await sees(why, /1229a\(c\)\(7\)|1003\.23/);
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });
    expect(await panel(page, 'The race').innerText()).not.toContain('overdue');
  });

  step('keeps the check-ins: scheduled, moved, and how it ended with the next one', async () => {
    await goTo(page, 'Check-ins');
    const office = /New York City|New York, NY/;
    await fillSheet(
      page,
      button('Schedule check-in'),
      async (sheet) => {
        await choose(page, sheet, { 'ICE office': office });
        await write(sheet, { Date: dayFromNow(9), 'Local time': '08:30' });
      },
      'Schedule check-in',
    );
    await sees(page, shown(dayFromNow(9)));
    await fillSheet(
      page,
      button('Move'),
      async (sheet) => {
        await write(sheet, { Date: dayFromNow(0), 'Local time': '00:05', Reason: 'The office called.' });
      },
      'Move',
    );
    await sees(panel(page, 'Before'), 'Moved');
    await fillSheet(page, button('Record outcome'), async (sheet) => {
      await choose(page, sheet, { Outcome: 'Came out' });
      await write(sheet, { Date: dayFromNow(30), 'Local time': '09:00' });
    });
    await sees(panel(page, 'Before'), 'Came out');
    await sees(panel(page, 'Ahead'), shown(dayFromNow(30)));
    await sees(panel(page, 'The race'), '30');
  });

  step('takes the pardon from the application to the grant with its four dates', async () => {
    await goTo(page, 'Clemency');
    await fillSheet(
      page,
      button('Open an application'),
      (sheet) => choose(page, sheet, { Jurisdiction: 'New York' }),
      'Open an application',
    );
    for (const stage of ['Effect analysis', 'Eligibility', 'Drafting', 'Filed'])
      await fillSheet(
        page,
        button('Move stage').last(),
        (sheet) => choose(page, sheet, { 'New stage': stage }),
        'Move stage',
      );
    await fillSheet(page, button('Record grant'), async (sheet) => {
      await write(sheet, { Signed: dayFromNow(-4), Effective: dayFromNow(-3) });
      await write(sheet, { 'Received by the office': dayFromNow(-2), Announced: dayFromNow(-1) });
      await choose(page, sheet, { Instrument: 'Full and unconditional pardon', 'Granted by': 'Governor' });
      await write(sheet, { Wording: 'I grant a full and unconditional pardon.' });
    });
    for (const day of [-4, -3, -2, -1]) await sees(page, shown(dayFromNow(day)));
    await sees(page, '“I grant a full and unconditional pardon.”');
  });

  step('says what the pardon reaches, charge by charge', async () => {
    const effect = panel(page, 'What a pardon reaches, charge by charge');
    await sees(effect, 'INA 237(a)(2)(A)(iii)');
    await effect.getByText('Lifted', { exact: true }).waitFor();
    await sees(effect, 'The pardon reaches every charge in the order');
    await sees(effect, /237\(a\)\(2\)\(A\)\(vi\)/);
  });

  step('names the blanks of the cover page before it prints one', async () => {
    await goTo(page, 'Documents');
    await button('Generate a document').click();
    const sheet = page.getByRole('dialog', { name: 'Generate a document' });
    await sees(sheet, /\d+ blanks? remains?/);
    const blanks = await sheet.locator('li strong').allInnerTexts();
    expect(blanks.length).toBeGreaterThan(0);
    await sheet.getByRole('button', { name: 'Generate draft' }).click();
    await sheet.getByRole('alert').waitFor();
    expect((await house.office.api.attorney.read(`/clients/${await clientId()}/filings`)).items).toEqual([]);

    await turnOn(sheet, 'Generate with these blanks marked');
    await sheet.getByRole('button', { name: 'Generate draft' }).click();
    await sheet.waitFor({ state: 'detached' });
    const documents = panel(page, 'Generated documents');
    await sees(documents, 'Draft');
    for (const blank of blanks) await sees(documents, blank);
  });

  step('opens the cover page as a PDF', async () => {
    const link = page.getByRole('link', { name: 'Open PDF' });
    const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await tab.close();
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect((await answer.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  step(
    'takes an attorney’s word for a date, and closes it when a second person signed the proof off',
    async () => {
      await goTo(page, 'Deadlines');
      const row = panel(page, 'Open').getByRole('listitem').filter({ has: whyReopen() });
      await row.getByRole('button', { name: 'Confirm', exact: true }).click();
      const question = page.getByRole('dialog', { name: 'Confirm' });
      await sees(question, shown(await reopenBy()));
      await question.getByRole('button', { name: 'Confirm', exact: true }).click();
      await sees(row, `Confirmed by ${attorney.name}`);
      await fillSheet(page, row.getByRole('button', { name: 'Record proof of filing' }), (sheet) =>
        write(sheet, { 'Receipt or tracking number': 'ECAS 2026-118' }),
      );
      await sees(row, 'Waiting for sign-off');
      const { api } = house.office.people.director;
      const waiting = (await api.read('/deadlines?waiting=true')).items[0];
      await api.ok('POST', `/deadlines/${waiting.id}/sign-off`, {}, { ifMatch: waiting.version });
      await page.reload();
      const done = panel(page, 'Completed and superseded').getByRole('listitem').filter({ has: whyReopen() });
      await sees(done, 'Completed');
      await whyReopen().click();
      await sees(page.getByRole('dialog'), 'Signed off by a second person');
      await page.keyboard.press('Escape');
    },
  );

  step('keeps a note', async () => {
    await goTo(page, 'Notes');
    await fillSheet(page, button('Add a note'), async (sheet) => {
      await write(sheet, { Note: 'Sister keeps the original papers.' });
      await choose(page, sheet, { 'Who may read it': 'Privileged: legal team only' });
    });
    const notes = panel(page, 'Notes');
    await sees(notes, 'Sister keeps the original papers.');
    await sees(notes, 'Privileged');
  });

  step('shows who opened the case and who may', async () => {
    const director = house.office.people.director;
    await director.api.read(`/clients/${await clientId()}`);
    await goTo(page, 'Access');
    const log = panel(page, 'Who opened or changed it');
    await log.getByRole('row').filter({ hasText: director.name }).first().waitFor();
    await log.getByRole('row').filter({ hasText: attorney.name }).first().waitFor();
    await sees(panel(page, 'Who can see this client'), attorney.name);
    expect(await log.innerText()).not.toContain('Vang');
  });
});
