import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { joinTeam } from '../support/factories/case';
import { dayFromNow } from '../support/factories/check-in';
import { addClient, type AddedClient } from '../support/factories/client';
import { addOrder } from '../support/factories/order';
import { addTask } from '../support/factories/task';
import { choose, fillSheet, goTo, heading, panel, sees, write } from './hands';
import { faultsOf, keptBy, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;
let client: AddedClient;

beforeAll(async () => {
  house = await openHouse('Lantern Law', {
    office: { roles: ['director', 'attorney', 'paralegal', 'intake'] },
  });
  const { attorney, paralegal } = house.office.people;
  client = await addClient(attorney.api, { name: { given: 'Quill', family: 'Sample' } });
  await joinTeam(attorney.api, client.caseId, paralegal.id);
  await addOrder(attorney.api, { clientId: client.id }, { decidedOn: dayFromNow(-20), appeal: 'waived' });
  await addTask(attorney.api, client.caseId, {
    title: 'Order the plea minutes',
    assigneeId: attorney.id,
    dueOn: dayFromNow(-1),
    items: ['Call the clerk'],
  });
  await house.office.api.director.created('/funding-codes', { code: 'GR-7', name: 'State grant' });
}, 120_000);
afterEach(async () => expect(await house.leave()).toEqual([]));
afterAll(() => house?.close());

const open = (path: string, as = house.office.people.attorney, language?: 'es'): Promise<Page> =>
  house.open(path, { as, language });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const fine = async (page: Page, language: 'en' | 'es' = 'en'): Promise<void> => {
  await whenSettled(page)();
  if (process.env.SHOTS) {
    const name = `${new URL(page.url()).pathname.split('/')[1]}-${new URL(page.url()).search.slice(1)}-${language}`;
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  }
  expect(await faultsOf(page, language)).toEqual([]);
};

describe('notes', () => {
  it('are written for their readers, kept on top, and corrected without losing the first', async () => {
    const page = await open(`/cases/${client.caseId}?tab=notes`);
    await fillSheet(page, button(page, 'Add a note'), async (sheet) => {
      await write(sheet, { Note: 'Hearing on the 12th' });
      await choose(page, sheet, { 'Who may read it': 'Privileged: legal team only' });
    });
    const note = panel(page, 'Notes').getByRole('listitem').filter({ hasText: 'Hearing on the 12th' });
    await sees(note, 'Privileged');
    await fillSheet(page, note.getByRole('button', { name: 'Correct', exact: true }), (sheet) =>
      write(sheet, { Note: 'Hearing on the 21st' }),
    );
    await sees(note, 'Hearing on the 21st');
    await sees(note, 'Corrected below');
    await note.getByRole('button', { name: 'Keep on top' }).click();
    await note.getByRole('button', { name: 'Let go from the top' }).waitFor();
    await fine(page);
  });
});

describe('tasks', () => {
  it('wait in My day, are ticked off, and are done', async () => {
    const page = await open('/');
    await sees(panel(page, 'My tasks due'), 'Order the plea minutes');
    await page.goto('/tasks');
    const task = page.getByRole('listitem').filter({ hasText: 'Order the plea minutes' });
    await task.getByRole('checkbox', { name: /Call the clerk/ }).click();
    await sees(task, house.office.people.attorney.name);
    await fine(page);
    await task.getByRole('button', { name: 'Done', exact: true }).click();
    await sees(page, 'No task is waiting for you.');
  });

  it('are written in the case, for somebody who sees the client', async () => {
    const page = await open(`/cases/${client.caseId}?tab=work`);
    await fillSheet(page, button(page, 'Add a task'), async (sheet) => {
      await write(sheet, { 'What is to be done': 'Ask for letters of support' });
      await choose(page, sheet, { 'Given to': house.office.people.paralegal.name });
    });
    await sees(panel(page, 'Tasks'), 'Ask for letters of support');
    await fine(page);
  });
});

describe('a critical deadline', () => {
  it('waits for a second person after the proof, and shows it in its list', async () => {
    const page = await open(`/cases/${client.caseId}?tab=deadlines`);
    const row = panel(page, 'Open')
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /Why.*[Mm]otion to reconsider/ }) })
      .first();
    await sees(row, 'Closes with proof and a second person');
    await fillSheet(page, row.getByRole('button', { name: 'Record proof of filing' }), (sheet) =>
      write(sheet, { 'Receipt or tracking number': 'ECAS 2026-118' }),
    );
    await sees(row, 'Waiting for sign-off');
    expect(await row.getByRole('button', { name: 'Sign off' }).count()).toBe(0);
    const second = await open('/deadlines?within=sign-off', house.office.people.director);
    const listed = second.getByRole('listitem').filter({ hasText: 'Waiting for sign-off' });
    await fine(second);
    expect(await listed.getByRole('button', { name: 'Sign off' }).count()).toBe(0);
    await listed.getByRole('link', { name: 'Quill Sample' }).click();
    const waiting = second.getByRole('listitem').filter({ hasText: 'Waiting for sign-off' });
    await sees(waiting, 'ECAS 2026-118');
    await waiting.getByRole('button', { name: 'Sign off' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Sign off' }).click();
    await waiting.waitFor({ state: 'detached' });
  });
});

describe('reviews and time', () => {
  it('are asked, counted beside the navigation, and decided', async () => {
    const page = await open(`/cases/${client.caseId}?tab=work`, house.office.people.paralegal);
    await goTo(page, 'Work');
    await fillSheet(page, button(page, 'Ask for a review'), (sheet) =>
      write(sheet, { 'What to look at, and the question': 'Is the cover page right?' }),
    );
    await sees(panel(page, 'Supervisor reviews'), 'Waiting');
    const supervisor = await open('/reviews');
    await supervisor.getByLabel('1 review waits for you').waitFor();
    await fine(supervisor);
    await fillSheet(supervisor, button(supervisor, 'Decide'), async () => undefined);
    await sees(supervisor, 'Nothing here.');
  });

  it('run on the server: a reload keeps the timer, and the browser keeps nothing', async () => {
    const page = await open(`/cases/${client.caseId}?tab=work`);
    await button(page, 'Start the timer').click();
    await page.getByRole('button', { name: /^Stop/ }).waitFor();
    await page.reload();
    expect(await keptBy(page)).not.toMatch(/Sample|Quill|timer/i);
    await fillSheet(page, page.getByRole('button', { name: /^Stop/ }), async (sheet) => {
      await choose(page, sheet, { 'Paid by': 'GR-7 State grant' });
    });
    await sees(panel(page, 'Time'), 'GR-7');
    const director = await open('/time', house.office.people.director);
    await sees(panel(director, 'By funding code'), 'GR-7');
    await fine(director);
  });

  it('speak Spanish', async () => {
    for (const path of ['/tasks', '/reviews', '/time', `/cases/${client.caseId}?tab=work`]) {
      const page = await open(path, house.office.people.director, 'es');
      await heading(page, /.+/).waitFor();
      await fine(page, 'es');
    }
  });
});
