import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { dayFromNow } from '../support/factories/check-in';
import type { AddedClient } from '../support/factories/client';
import type { Person } from '../support/factories/staff';
import { addFullCase } from './full-case';
import { choose, fillSheet, goTo, heading, journey, panel, sees, write } from './hands';
import { faultsOf, whenSettled } from './looks';

jest.setTimeout(60_000);

let house: House;
let attorney: Person;
let client: AddedClient;
let page: Page;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney', 'paralegal'] } });
  attorney = house.office.people.attorney;
  client = await addFullCase(attorney.api);
  page = await house.open(`/cases/${client.caseId}?tab=removal`, { as: attorney });
});
afterAll(async () => {
  const complaints = await house?.leave();
  await house?.close();
  expect(complaints).toEqual([]);
});

const step = journey(() => page);
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Pictures for a person to look at, when a folder is named. */
async function picture(name: string, on = page): Promise<void> {
  const folder = process.env.VACATUR_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await on.screenshot({ path: `${folder}/removal-${name}.png`, fullPage: true });
}

describe('the removal file, by hand', () => {
  step('takes a judge and a hearing', async () => {
    await page.goto('/hearings');
    await heading(page, 'Hearings').waitFor();
    await fillSheet(page, button('Add judge'), async (sheet) => {
      await write(sheet, { Name: 'Maria Stone', 'What the office knows': 'Asks for briefs in paper.' });
      await choose(page, sheet, { 'Immigration court': /New York/ });
    });
    await sees(panel(page, 'Judges'), 'Maria Stone');
    await page.goto(`/cases/${client.caseId}?tab=removal`);
    await goTo(page, 'Proceedings and hearings');
    await fillSheet(page, button('Add hearing'), async (sheet) => {
      await choose(page, sheet, {
        'Hearing kind': 'Individual',
        Judge: /Maria Stone/,
        'How it is held': 'In person',
      });
      await write(sheet, { 'Hearing date': dayFromNow(120), 'Hearing time': '09:00' });
      await sheet.getByRole('textbox', { name: 'Courtroom or video address' }).fill('Room 12');
    });
    await sees(panel(page, 'Hearings'), /Maria Stone/);
    await sees(panel(page, 'Hearings'), /Room 12/);
  });

  step(
    'moves the hearing when a look-up finds another date, and plans what the client has to hear',
    async () => {
      await fillSheet(page, button('Record a look-up'), async (sheet) => {
        await choose(page, sheet, {
          'Where you looked': 'EOIR telephone line',
          'What you learned': 'A hearing is shown',
        });
        await write(sheet, { 'Hearing date': dayFromNow(150), 'Hearing time': '13:00' });
      });
      await sees(panel(page, 'Hearings'), 'Something changed');
      await sees(panel(page, 'Hearings'), 'To be told to the client');
      await sees(panel(page, 'Hearings'), 'Moved');
      await sees(
        panel(page, 'Hearings'),
        'Messages are not sent by this version. Call, then say here whether the client was reached.',
      );
      await picture('hearings');
    },
  );

  step('keeps a message open that reached nobody, until the client was told', async () => {
    for (const [outcome, shown] of [
      ['Nobody was reached', 'To be told to the client'],
      ['The client was told', '1 message that is off the list'],
    ]) {
      await fillSheet(page, button('Told, or tried'), async (sheet) => {
        await choose(page, sheet, { 'Was the client told?': outcome, How: /Phone|phone/ });
      });
      await sees(panel(page, 'Hearings'), shown);
    }
    await panel(page, 'Hearings').getByText('1 message that is off the list').click();
    await sees(panel(page, 'Hearings'), /The client was told · /);
    await picture('told');
  });

  step('shows the change in the list of hearings and on the own day', async () => {
    await page.goto('/hearings');
    await sees(panel(page, 'Changes of the last two weeks'), /date, time/);
    await picture('watch');
    await page.goto('/');
    await sees(page, 'A look-up found that 1 hearing of your clients changed.');
  });
});

describe('the records, by hand', () => {
  step('take relief, a condition and an answer', async () => {
    await page.goto(`/cases/${client.caseId}?tab=removal`);
    await goTo(page, 'Relief and appeals');
    await fillSheet(page, button('Add application'), async (sheet) => {
      await choose(page, sheet, { 'Relief asked for': 'Asylum' });
      await write(sheet, { 'Filed on': '1999-07', 'Receipt number': 'MSC2190012345' });
    });
    await sees(panel(page, 'Applications for relief'), /MSC2190012345/);
    await goTo(page, 'Supervision');
    await fillSheet(page, button('Add condition'), async (sheet) => {
      await choose(page, sheet, { Condition: 'Ankle monitor' });
      await write(sheet, { From: '2021-05' });
    });
    await fillSheet(page, button('Change'), async (sheet) => {
      await choose(page, sheet, { Condition: 'Telephone app' });
      await write(sheet, { From: '2023-08', Why: 'The monitor was taken off.' });
    });
    await sees(panel(page, 'Conditions of supervision'), 'Changed');
    const conditions = panel(page, 'Conditions of supervision');
    await fillSheet(
      page,
      conditions.getByRole('button', { name: 'Entered in error', exact: true }).first(),
      (sheet) => write(sheet, { 'Why it should not have been entered': 'Belongs to somebody else.' }),
      'Entered in error',
    );
    await sees(conditions, /Belongs to somebody else\./);
    await conditions.getByText('The monitor was taken off.').waitFor({ state: 'detached' });
    await picture('entered-in-error');
    await conditions.getByRole('button', { name: 'Put back', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Put back', exact: true }).click();
    await sees(conditions, /Put back by /);
    await goTo(page, 'Orders and attacks');
    await fillSheet(page, button('Record an answer'), async (sheet) => {
      await choose(page, sheet, { 'What was asked': 'Leaving the country', Answer: 'There was nothing' });
      await write(sheet, { 'Asked on': dayFromNow(-3) });
    });
    await sees(panel(page, 'Asked and answered'), 'Still to ask: motions filed by others');
    await goTo(page, 'Countries and travel documents');
    await fillSheet(page, button('Add country'), async (sheet) => {
      await choose(page, sheet, { Country: 'Laos' });
      await write(sheet, { Why: 'Served with the former army.' });
    });
    await sees(panel(page, 'Countries'), 'The client fears it');
  });
});

describe('every part of it', () => {
  const PARTS = {
    en: [
      'Proceedings and hearings',
      'Orders and attacks',
      'Relief and appeals',
      'Convictions and questions',
      'Supervision',
      'Countries and travel documents',
    ],
    es: [
      'Procedimientos y audiencias',
      'Órdenes e intentos',
      'Alivio y apelaciones',
      'Condenas y preguntas',
      'Supervisión',
      'Países y documentos de viaje',
    ],
  };

  it.each([
    ['en', 1440, false],
    ['es', 390, true],
  ] as const)('in %s at %s px has no faults', async (language, width, dark) => {
    const looked = await house.open(`/cases/${client.caseId}?tab=removal`, {
      as: attorney,
      language,
      width,
      dark,
    });
    const settled = whenSettled(looked);
    await looked.reload();
    const found: Record<string, string[]> = {};
    for (const name of PARTS[language]) {
      await goTo(looked, name);
      await settled();
      const faults = await faultsOf(looked, language);
      if (faults.length > 0) found[name] = faults;
      await picture(`${language}-${name.replace(/\W+/g, '-')}`, looked);
    }
    await looked.goto('/hearings');
    await settled();
    const faults = await faultsOf(looked, language);
    if (faults.length > 0) found.hearings = faults;
    await picture(`${language}-list`, looked);
    expect(found).toEqual({});
  });
});
