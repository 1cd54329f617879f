import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { addClient } from '../support/factories/client';
import { addOfficeParty, addParty, enterReferral } from '../support/factories/intake';
import { choose, fillSheet, heading, panel, write } from './hands';
import { faultsOf, keptBy, whenSettled } from './looks';

jest.setTimeout(120_000);

let house: House;
let token: string;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney', 'intake'] } });
  const { director, attorney } = house.office.api;
  const { url } = await director.created('/intake/link');
  token = url.split('/intake/')[1];
  const client = await addClient(attorney, { name: { given: 'Aster', family: 'Vang' }, birth: '1971-04-05' });
  await addParty(attorney, client.id, { kind: 'victim', name: 'Kub Thoj' });
  await addOfficeParty(attorney, { kind: 'former_client', name: 'Marigold Keomanee' });
}, 120_000);
afterAll(() => house?.close());

const picture = (page: Page, name: string): Promise<unknown> =>
  process.env.PICTURES
    ? page.screenshot({ path: `${process.env.PICTURES}/intake-${name}.png`, fullPage: true })
    : Promise.resolve();

async function looked(page: Page, name: string, language: 'en' | 'es' = 'en'): Promise<void> {
  await whenSettled(page)();
  await picture(page, name);
  expect([name, await faultsOf(page, language)]).toEqual([name, []]);
}

describe('the public form', () => {
  it('asks for the language first, takes the answers, and leaves nothing in the browser', async () => {
    const page = await house.open(`/intake/${token}`, { width: 390, height: 800 });
    await heading(page, 'Language / Idioma').waitFor();
    await looked(page, 'public-language');
    const before = await keptBy(page);
    await page.getByRole('button', { name: 'Español' }).click();
    await heading(page, 'Pedir ayuda').waitFor();
    await looked(page, 'public-form', 'es');
    await page.getByLabel('Nombre', { exact: false }).first().fill('Quill');
    await page.getByLabel('Apellidos').fill('Publicly');
    await page.getByLabel('¿Qué pasó?').fill('Me dieron una cita.');
    await page.getByLabel('Estoy de acuerdo').check();
    await page.getByRole('button', { name: 'Enviar' }).click();
    await heading(page, 'Sus respuestas llegaron').waitFor({ timeout: 60_000 });
    await looked(page, 'public-sent', 'es');
    const kept = await keptBy(page);
    expect(kept).not.toMatch(/Quill|Publicly|cita/);
    expect(JSON.parse(kept).local).toEqual(JSON.parse(before).local);
    expect(await house.leave()).toEqual([]);
    const { items } = await house.office.api.intake.read('/referrals');
    expect(items[0]).toMatchObject({ name: 'Quill Publicly', origin: 'public', cleared: false });
  });

  it('says that it is closed at an address that is not open', async () => {
    const page = await house.open('/intake/never-was');
    await page.getByText('This form is not open. Please call the office.').waitFor();
    await house.leave();
  });
});

describe('the staff side', () => {
  it('takes somebody in on one screen, warns while the name is typed, and hides the rest until conflicts are cleared', async () => {
    const page = await house.open('/intakes/new', { as: house.office.people.attorney });
    await page.getByLabel('Given name').fill('Kou');
    await page.getByLabel('Family name').fill('Thao');
    await page.getByText('The office knows this name:').waitFor();
    await page.getByLabel('What happened').fill('Was told to report.');
    await looked(page, 'new');
    await page.getByRole('button', { name: 'Save and look up' }).click();
    await page.getByText('Hidden until conflicts are cleared').waitFor();
    expect(await page.content()).not.toContain('Was told to report');
    await looked(page, 'hidden');
    await fillSheet(page, page.getByRole('button', { name: 'Decide' }), async (sheet) => {
      await choose(page, sheet, { Decision: 'No conflict' });
      await write(sheet, { Reason: 'Another birth year' });
    });
    await page.getByText('Another birth year').waitFor();
    await page.getByRole('button', { name: 'Check conflicts' }).click();
    await page.getByText('Was told to report.').waitFor();
    await looked(page, 'cleared');
    expect(await house.leave()).toEqual([]);
  });

  it('lists who waits, the hits, whom the office knows, and the doors', async () => {
    await enterReferral(house.office.api.intake, { name: { given: 'Marigold', family: 'Keomany' } });
    const page = await house.open('/intakes', { as: house.office.people.director });
    await page.getByRole('link', { name: 'Marigold Keomany' }).waitFor();
    await looked(page, 'list');
    await page.getByText('Conflicts', { exact: true }).click();
    await panel(page, 'Hits that wait for a decision').waitFor();
    await looked(page, 'hits');
    await page.getByText('Public form', { exact: true }).click();
    await page.getByRole('switch').waitFor();
    await looked(page, 'doors');
    expect(await house.leave()).toEqual([]);
  });
});
