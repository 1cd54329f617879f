import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { dayFromNow, scheduleCheckIn } from '../support/factories/check-in';
import { addClient } from '../support/factories/client';
import { foundOperator } from '../support/factories/organisation';
import type { Person } from '../support/factories/staff';
import { addFullCase } from './full-case';
import { choose, fillSheet, heading, panel, sees, write } from './hands';

jest.setTimeout(60_000);

let house: House;
let director: Person;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney', 'paralegal'] } });
  director = house.office.people.director;
  const { attorney } = house.office.api;
  await addFullCase(attorney, {
    name: { given: 'Aster', family: 'Vang' },
    case: { responsibleId: house.office.people.attorney.id },
  });
  const inLosAngeles = await addClient(attorney, { name: { given: 'Quill', family: 'Sok' } });
  await scheduleCheckIn(attorney, inLosAngeles.id, {
    officeCode: 'ERO-CA-LOS-ANGELES',
    date: dayFromNow(0),
    time: '23:45',
  });
});
afterEach(async () => expect(await house.leave()).toEqual([]));
afterAll(() => house?.close());

const open = (path: string, as = director): Promise<Page> => house.open(path, { as });

describe('the check-in calendar', () => {
  it('shows a week, and a day of it by office in the local time of each', async () => {
    const page = await open('/check-ins');
    await page.getByRole('link', { name: 'Quill Sok' }).waitFor();
    await page.locator('[aria-current=date]').click();
    const west = page.getByRole('region').filter({ hasText: 'Los Angeles' });
    await sees(west, 'Quill Sok');
    await sees(west, /11:45 PM\s*P[SD]T/);
    const east = page.getByRole('region').filter({ hasText: 'New York' });
    await sees(east, 'Aster Vang');
    await sees(east, /11:30 PM\s*E[SD]T/);
  });

  it('goes to other days and back, and narrows to one office', async () => {
    const page = await open('/check-ins?view=day');
    await sees(page, 'Quill Sok');
    await page.getByRole('button', { name: 'Later', exact: true }).click();
    await sees(page, 'Nobody reports on this day.');
    await page.getByRole('button', { name: 'Today', exact: true }).click();
    await sees(page, 'Quill Sok');
    await choose(page, page, { 'ICE office': /Los Angeles/ });
    await page.getByRole('link', { name: 'Aster Vang' }).waitFor({ state: 'detached' });
    await sees(page, 'Quill Sok');
  });

  it('leads from a check-in to the client, and takes the outcome on the spot', async () => {
    const page = await open('/check-ins?view=day');
    const line = page.getByRole('listitem').filter({ hasText: 'Aster Vang' });
    await fillSheet(page, line.getByRole('button', { name: 'Record outcome' }), async (sheet) => {
      await choose(page, sheet, { Outcome: 'Outcome not known' });
      await sheet.getByRole('switch', { name: 'A next date was given' }).uncheck();
    });
    await sees(line, 'Outcome not known');
    await line.getByRole('link', { name: 'Aster Vang' }).click();
    await heading(page, 'Aster Vang').waitFor();
    await page.getByRole('tab', { name: 'Check-ins', selected: true }).waitFor();
  });
});

describe('the director', () => {
  it('sees the office in figures and charts, and every chart as a table', async () => {
    const page = await open('/office');
    const { totals, deadlinesAtRisk } = await director.api.read('/reports/director');
    const figures = page.getByRole('region', { name: 'The whole office today.' });
    for (const [label, count] of [
      ['Clients', totals.clients],
      ['Open cases', totals.openCases],
      ['Pardons granted', totals.pardonsGranted],
      ['8 to 30 days', deadlinesAtRisk.in30],
    ])
      await figures.locator('div', { hasText: new RegExp(`^${label}${count}$`) }).waitFor();
    expect([totals.clients, totals.pardonsGranted]).toEqual([2, 1]);
    await panel(page, 'Caseload by person')
      .getByRole('row', { name: /^Amir Haddad 1 / })
      .waitFor();
    await page.locator('svg.recharts-surface').first().waitFor();
    const pipeline = panel(page, 'Clemency pipeline');
    await pipeline.getByText('Show as table').click();
    await pipeline.getByRole('row').filter({ hasText: 'Granted' }).getByRole('cell', { name: '1' }).waitFor();
  });

  it('invites, changes a role, suspends and takes back', async () => {
    const page = await open('/staff');
    await fillSheet(
      page,
      page.getByRole('button', { name: 'Invite someone' }),
      async (sheet) => {
        await write(sheet, { Name: 'Noor Vang', 'E-mail': 'noor@lantern-law.example' });
        await choose(page, sheet, { Role: 'Paralegal' });
      },
      'Invite someone',
    );
    await sees(panel(page, 'Open invitations'), 'Noor Vang, Paralegal');

    const paralegal = house.office.people.paralegal;
    const line = page.getByRole('listitem').filter({ hasText: paralegal.email });
    await fillSheet(page, line.getByRole('button', { name: 'Change role' }), (sheet) =>
      choose(page, sheet, { Role: 'Intake' }),
    );
    await line.getByText('Intake', { exact: true }).waitFor();
    expect((await paralegal.api.get('/me')).body?.user?.role ?? 'signed out').not.toBe('paralegal');

    await line.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await sees(line, 'Suspended');
    await line.getByRole('button', { name: 'Reinstate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reinstate' }).click();
    await line.getByText('Suspended').waitFor({ state: 'detached' });
  });

  it('withdraws an invitation', async () => {
    await director.api.created('/staff/invitations', {
      email: 'b@x.example',
      name: 'Bo Lee',
      role: 'intake',
    });
    const page = await open('/staff');
    const line = panel(page, 'Open invitations').getByRole('listitem').filter({ hasText: 'Bo Lee' });
    await line.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await line.waitFor({ state: 'detached' });
  });
});

describe('the installation operator', () => {
  it('adds an organisation with its first director, and has no way to a client', async () => {
    const page = await open('/cases', await foundOperator(house.test));
    await heading(page, 'Organisations').waitFor();
    expect(await page.getByRole('button', { name: 'Search clients' }).count()).toBe(0);
    expect(
      await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link').allInnerTexts(),
    ).toEqual(['Organisations']);
    await fillSheet(
      page,
      page.getByRole('button', { name: 'Add an organisation' }),
      (sheet) =>
        write(sheet, {
          Name: 'Far Shore Project',
          'Short name': 'far-shore',
          'Name of the first director': 'Dee First',
          'E-mail of the first director': 'dee@far-shore.example',
        }),
      'Add an organisation',
    );
    await page.getByRole('row').filter({ hasText: 'Far Shore Project' }).waitFor();
  });
});

describe('a person’s own account', () => {
  it('shows a new API token once, and takes it back', async () => {
    const page = await open('/account', house.office.people.attorney);
    await page.getByRole('button', { name: 'Create a token' }).click();
    const sheet = page.getByRole('dialog');
    await write(sheet, { 'What it is for': 'A spreadsheet' });
    await sheet.getByRole('combobox', { name: 'May do' }).click();
    await page.getByRole('listbox', { name: 'May do' }).getByRole('option').first().click();
    await heading(page, 'Your account').isVisible();
    await sheet.getByRole('heading').first().click();
    await sheet.getByRole('button', { name: 'Create a token' }).click();
    await sees(sheet, 'Copy the token now. It is shown this one time.');
    await sheet.getByRole('button', { name: 'Done' }).click();
    const line = page.getByRole('listitem').filter({ hasText: 'A spreadsheet' });
    await line.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await line.waitFor({ state: 'detached' });
  });

  it('lists where one is signed in, and ends another session', async () => {
    const { attorney } = house.office.people;
    const other = await open('/', attorney);
    await heading(other, 'My day').waitFor();
    const page = await open('/account', attorney);
    const sessions = panel(page, 'Where you are signed in').getByRole('listitem');
    await sessions.first().waitFor();
    const before = await sessions.count();
    await sessions.getByRole('button', { name: 'End session' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    await sessions.nth(before - 1).waitFor({ state: 'detached' });
  });
});
