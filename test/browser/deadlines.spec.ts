import type { Page } from 'playwright-core';
import { openHouse, type House, type Wishes } from '../support/browser';
import { dayFromNow, scheduleCheckIn } from '../support/factories/check-in';
import { addClient, type AddedClient } from '../support/factories/client';
import { deadlinesOf } from '../support/factories/deadline';
import { recordDiligence } from '../support/factories/diligence';
import { addMotion } from '../support/factories/motion';
import { addOrder } from '../support/factories/order';
import type { Person } from '../support/factories/staff';
import { choose, fillSheet, heading, panel, sees, write } from './hands';
import { faultsOf, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;
let attorney: Person;
/** An order of three weeks ago about which nobody knows whether it was appealed: every reading differs. */
let recent: AddedClient;
/** An order of which only the year is known. */
let undated: AddedClient;
/** Detained yesterday at a check-in, with an old motion and a record of diligence that has a hole. */
let detained: AddedClient;

const mine = (given: string): Promise<AddedClient> =>
  addClient(attorney.api, {
    name: { given, family: 'Vang' },
    case: { responsibleId: attorney.id },
  });

async function reopening(client: AddedClient): Promise<string> {
  const found = (await deadlinesOf(attorney.api, client.id)).find(
    ({ ruleId }) => ruleId === 'motion.reopen.90d',
  );
  return found!.id;
}

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney', 'auditor'] } });
  ({ attorney } = house.office.people);
  const { api } = attorney;
  recent = await mine('Juniper');
  await addOrder(api, { clientId: recent.id }, { decidedOn: dayFromNow(-21), appeal: 'not_known' });
  undated = await mine('Quill');
  await addOrder(api, { clientId: undated.id }, { decidedOn: '2003', appeal: 'not_known' });
  detained = await mine('Aster');
  const order = await addOrder(api, { clientId: detained.id }, { decidedOn: '2001-05-25' });
  await addMotion(api, detained.id, { orderId: order.id });
  await recordDiligence(api, detained.id, {
    kind: 'discovered',
    on: '2025-01-06',
    note: 'Letter from the court',
  });
  await recordDiligence(api, detained.id, { on: '2025-03-10', note: 'Asked for the file' });
  await scheduleCheckIn(api, detained.id, { date: dayFromNow(-1), outcome: 'detained' });
});
afterAll(() => house?.close());

const open = (path: string, as = attorney, wishes: Wishes = {}): Promise<Page> =>
  house.open(path, { as, ...wishes });
const tabOf = (client: AddedClient): string => `/cases/${client.caseId}?tab=deadlines`;

describe('why a date', () => {
  afterEach(async () => expect(await house.leave()).toEqual([]));

  it('is told in the order in which it was counted, the earliest day first', async () => {
    const page = await open(tabOf(recent));
    await page.getByRole('button', { name: 'Why this date: Motion to reopen', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Why this date' });
    await sees(sheet, 'Juniper Vang');
    const parts = await sheet.getByRole('heading', { level: 3 }).allInnerTexts();
    expect(parts).toEqual([
      'Counted from',
      'How it was counted',
      'The dates',
      'If it is missed',
      'What can still be done',
      'Whether it stops removal',
      'Confirmations and what moved it',
    ]);
    const runs = await sheet.getByRole('heading', { level: 4 }).allInnerTexts();
    expect([runs[0], runs.at(-1)]).toEqual(['Facts', 'Not certain']);
    const deadline = await attorney.api.read(`/deadlines/${await reopening(recent)}`);
    expect(await sheet.locator('.v-trace li').count()).toBe(deadline.trace.length);
    const days = await sheet.locator('.v-dates > li > :first-child').allInnerTexts();
    expect(days).toEqual([...days].sort((a, b) => Date.parse(a) - Date.parse(b)));
    await sees(sheet, 'later: do not rely on it');
  });

  it.each(['A4', 'Letter'])('prints on one page of %s, without the screen around it', async (format) => {
    for (const id of [await reopening(recent), await longest()]) {
      const page = await open(`/deadlines/${id}/why`);
      await heading(page, 'Why this date').waitFor();
      await page.getByRole('heading', { name: 'How it was counted' }).waitFor();
      const sheet = await page.pdf({ format });
      expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
      expect(await page.getByRole('heading', { name: 'How it was counted' }).isVisible()).toBe(true);
    }
  });

  /** The deadline with the most to say, of all that this office has. */
  async function longest(): Promise<string> {
    const all = await Promise.all(
      [recent, undated, detained].map(async ({ id }) => deadlinesOf(attorney.api, id)),
    );
    const whole = await Promise.all(all.flat().map(({ id }) => attorney.api.read(`/deadlines/${id}`)));
    const words = (deadline: { trace: { text: string }[]; warnings: string[] }): number =>
      [...deadline.trace.map(({ text }) => text), ...deadline.warnings].join('').length;
    return whole.sort((a, b) => words(b) - words(a))[0].id;
  }
});

describe('a date that a paper prints', () => {
  afterEach(async () => expect(await house.leave()).toEqual([]));

  it('governs from then on, is marked in lists, and can be taken back', async () => {
    const page = await open(tabOf(recent));
    const row = panel(page, 'Open').getByRole('listitem').filter({ hasText: 'Motion to reconsider' });
    await row.getByRole('button', { name: /^Why this date/ }).click();
    const why = page.getByRole('dialog', { name: 'Why this date' });
    await why.getByRole('button', { name: 'A paper prints another date' }).click();
    const form = page.getByRole('dialog', { name: 'The date printed on the order or notice' });
    await write(form, { 'Day it prints': dayFromNow(40), 'Where on it': 'Page 2, last line' });
    await choose(page, form, { 'On which paper': 'Order' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await sees(why, 'The date a paper prints');
    await sees(why, 'Page 2, last line');
    await sees(why, 'Counted from the rule');
    await sees(why, 'Date read off an order or notice');
    await page.keyboard.press('Escape');
    await sees(row, /^Printed: /);

    await row.getByRole('button', { name: /^Why this date/ }).click();
    await why.getByRole('button', { name: 'Withdraw the printed date' }).click();
    await page
      .getByRole('dialog', { name: 'Withdraw the printed date' })
      .getByRole('button', { name: 'Withdraw the printed date' })
      .click();
    await sees(why, 'Printed date withdrawn');
    await page.keyboard.press('Escape');
    await row.getByText(/^Printed: /).waitFor({ state: 'detached' });
  });
});

describe('deadlines without a date', () => {
  afterEach(async () => expect(await house.leave()).toEqual([]));

  it('are listed by client, with the way to where the date is recorded', async () => {
    const page = await open('/deadlines');
    await page.getByText('Without a date', { exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Quill Vang' }).first();
    await sees(row, 'Motion to reopen');
    await sees(row, /Only part of a date is recorded/);
    await row.getByRole('link', { name: /^Record the date/ }).click();
    await page.getByRole('tab', { name: 'Removal', selected: true }).waitFor();
  });
});

describe('where a case stands', () => {
  afterEach(async () => expect(await house.leave()).toEqual([]));

  it('says that nothing stays removal, and what the hours after a detention are for', async () => {
    const page = await open(tabOf(detained));
    await sees(panel(page, 'Is removal stayed today?'), 'Nothing recorded stays removal');
    const hours = panel(page, 'Detained: hour by hour');
    await sees(hours, /^Hour 0 to 1/);
    await sees(hours, /File habeas corpus/);
    await sees(panel(page, 'Dates of custody'), /Informal interview/);
    await sees(panel(page, 'Motions and petitions filed'), 'Used up');
  });

  it('counts a motion that is added, and corrects one', async () => {
    const page = await open(tabOf(recent));
    const motions = panel(page, 'Motions and petitions filed');
    await fillSheet(page, motions.getByRole('button', { name: 'Add a motion' }), async (sheet) => {
      await choose(page, sheet, {
        'What was filed': 'Motion to reopen',
        Where: 'Immigration court',
        'Filed by': 'A notario',
        Result: 'Pending',
      });
      await write(sheet, { Filed: dayFromNow(-5).slice(0, 7) });
    });
    const row = motions.getByRole('listitem').filter({ hasText: 'A notario' });
    await sees(row, 'uses up: to reopen');
    await fillSheet(page, row.getByRole('button', { name: 'Edit' }), async (sheet) => {
      await choose(page, sheet, { Result: 'Denied' });
      await write(sheet, { 'Decided on': dayFromNow(-1) });
    });
    await sees(row, /^Denied/);
  });

  it('marks the holes in the record of diligence, takes a step and takes one back', async () => {
    const page = await open(tabOf(detained));
    const record = panel(page, 'Record of diligence');
    await sees(record, '63 days without a dated step');
    await fillSheet(page, record.getByRole('button', { name: 'Add to the record' }), async (sheet) => {
      await write(sheet, { On: '2025-02-03', 'What was done, and the proof': 'Called the clerk, see log' });
    });
    await sees(record, 'Called the clerk, see log');
    await record.getByText('63 days without a dated step').waitFor({ state: 'detached' });
    const row = record.getByRole('listitem').filter({ hasText: 'Called the clerk' });
    await row.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await sees(row, /^withdrawn by/);
    await sees(record, '63 days without a dated step');
  });

  it('is read by an auditor without a way to change it', async () => {
    const page = await open('/deadlines?within=undated', house.office.people.auditor);
    await page
      .getByRole('link', { name: /^Client [A-Z0-9]{5}$/ })
      .first()
      .click();
    await panel(page, 'Motions and petitions filed').waitFor();
    expect(await page.getByRole('button', { name: /Add a motion|Add to the record/ }).count()).toBe(0);
  });
});

it.each([
  ['wide, light, English', { width: 1440, dark: false, language: 'en' }],
  ['wide, dark, Spanish', { width: 1440, dark: true, language: 'es' }],
  ['a phone, light, Spanish', { width: 390, height: 844, dark: false, language: 'es' }],
  ['a phone, dark, English', { width: 390, height: 844, dark: true, language: 'en' }],
] as [string, Wishes & { language: 'en' | 'es' }][])(
  'none of these screens keeps anybody out or shows a code: %s',
  async (_name, wishes) => {
    const page = await open('/', attorney, wishes);
    const settled = whenSettled(page);
    const found: Record<string, string[]> = {};
    const paths = [tabOf(recent), tabOf(detained), '/deadlines?within=undated'];
    for (const path of [...paths, `/deadlines/${await reopening(recent)}/why`]) {
      await page.goto(path);
      await settled();
      const faults = await faultsOf(page, wishes.language);
      if (faults.length > 0) found[path] = faults;
    }
    expect(found).toEqual({});
    expect(await house.leave()).toEqual([]);
  },
);
