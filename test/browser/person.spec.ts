import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { addClient, addContact, type AddedClient } from '../support/factories/client';
import { addIdentifier, addRelative } from '../support/factories/person';
import type { Person } from '../support/factories/staff';
import { choose, fillSheet, goTo, journey, panel, sees, turnOn, write } from './hands';
import { faultsOf } from './looks';

jest.setTimeout(60_000);

let house: House;
let attorney: Person;
let client: AddedClient;
let page: Page;

const step = journey(() => page);
const look = async (name: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney', 'volunteer'] } });
  attorney = house.office.people.attorney;
  client = await addClient(attorney.api, {
    name: { given: 'Bopha', family: 'Oukrose' },
    aliases: [
      { name: 'ឧក បុប្ផា', kind: 'native_script' },
      { name: 'Rose Oak', kind: 'on_papers', usedFrom: '1984', usedUntil: '1991' },
    ],
    languages: ['km', 'en'],
    contacts: [{ label: 'Own', safeToContact: true }],
  });
  await addContact(attorney.api, client.id, { value: '+1 212 555 0133', safeToContact: false });
  await addIdentifier(attorney.api, client.id, { kind: 'receipt', value: 'EAC-97-123-54321' });
  page = await house.open(`/cases/${client.caseId}?tab=client`, { as: attorney });
});
afterAll(async () => {
  const complaints = await house.leave();
  await house.close();
  expect(complaints).toEqual([]);
});

describe('the person', () => {
  step('stands with the own script beside the Latin name', async () => {
    await page.getByRole('heading', { level: 2, name: 'Bopha Oukrose' }).waitFor();
    await sees(page, 'ឧក បុប្ផា');
    await sees(panel(page, 'Person'), /As written on papers · 1984 – 1991/);
    expect(await faultsOf(page, 'en')).toEqual([]);
    await look('person');
  });

  step('shows another number only when asked', async () => {
    const numbers = panel(page, 'Other numbers');
    await sees(numbers, '•••321');
    await numbers.getByRole('button', { name: 'Reveal: Receipt number' }).click();
    await sees(numbers, 'EAC9712354321');
    await numbers.getByRole('button', { name: 'Hide: Receipt number' }).click();
    await sees(numbers, '•••321');
  });

  step('speaks and reads languages', async () => {
    const languages = panel(page, 'Languages');
    await fillSheet(page, languages.getByRole('button', { name: 'Edit languages' }), async (sheet) => {
      await choose(page, sheet, { 'Interpreter needed': 'Yes', Reading: 'Cannot read' });
      await choose(page, sheet, { 'In which language': /Khmer/ });
      await write(sheet, { 'Dialect or region': 'Battambang' });
    });
    await sees(languages, /Yes · .*Khmer.* · Battambang/);
    await sees(languages, 'Cannot read');
  });

  step('is reached in an order that the keyboard changes', async () => {
    const contacts = panel(page, 'Contact points');
    await sees(contacts.getByRole('listitem').nth(0), 'Own');
    const down = contacts.getByRole('button', { name: /^Move down/ }).first();
    await down.focus();
    await page.keyboard.press('Enter');
    await sees(contacts.getByRole('listitem').nth(0), '+1 212 555 0133');
    await contacts
      .getByRole('status')
      .filter({ hasText: 'is now number 2 of 2' })
      .waitFor({ state: 'attached' });
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toMatch(/^Move down/);
  });

  step('has a family with possible qualifying relatives', async () => {
    await goTo(page, 'Family');
    await sees(page, 'No relatives recorded.');
    await fillSheet(page, page.getByRole('button', { name: 'Add a relative' }), async (sheet) => {
      await write(sheet, { Name: 'Tansy Oukrose', Born: '1970-02' });
      await choose(page, sheet, { Relationship: 'Spouse', 'Immigration status': 'US citizen' });
      await turnOn(sheet, 'Lives in the household');
    });
    const family = panel(page, 'Family and household');
    await family.getByText('Possible qualifying relative').last().click();
    await sees(family, 'INA 240A(b)(1)(D)');
    expect(await faultsOf(page, 'en')).toEqual([]);
    await look('family');
  });

  step('links a relative who is a client that one sees', async () => {
    const cousin = await addClient(attorney.api, { name: { given: 'Cedar', family: 'Linkedname' } });
    await page.getByRole('button', { name: 'Link to a client' }).click();
    const sheet = page.getByRole('dialog');
    await write(sheet, { 'Name or A-number': 'Linkedname' });
    await sheet.getByRole('button', { name: 'This is the relative: Cedar Linkedname' }).click();
    await sheet.waitFor({ state: 'detached' });
    await panel(page, 'Family and household').getByRole('link', { name: 'Cedar Linkedname' }).waitFor();
    expect(cousin.id).toBeTruthy();
  });
});

describe('the pod', () => {
  const trusted = (name: string, role: string, phone: string) =>
    fillSheet(page, page.getByRole('button', { name: 'Add a trusted contact' }), async (sheet) => {
      await write(sheet, { Name: name });
      await choose(page, sheet, { Role: role });
      await sheet.getByRole('button', { name: 'Add a telephone' }).click();
      await write(sheet, { Number: phone });
      await turnOn(sheet, 'Safe');
    });

  step('is filled, drawn and put in order', async () => {
    await goTo(page, 'Trusted contacts');
    await trusted('Linden Firstcall', 'Driver', '+1 212 555 0151');
    await trusted('Sorrel Secondcall', 'Caregiver', '+1 212 555 0152');
    await trusted('Rowan Thirdcall', 'Has the keys', '+1 212 555 0153');
    const list = panel(page, 'Trusted contacts');
    await list.getByRole('button', { name: 'Move up: Rowan Thirdcall' }).click();
    await sees(list.getByRole('listitem').filter({ hasText: 'Rowan Thirdcall' }).first(), '2.');
    const picture = page.getByRole('img', { name: /Around Bopha Oukrose/ });
    expect(await picture.getAttribute('aria-label')).toContain(
      '1, Linden Firstcall, Driver; 2, Rowan Thirdcall, Has the keys; 3, Sorrel Secondcall, Caregiver',
    );
    expect(await faultsOf(page, 'en')).toEqual([]);
    await look('pod');
  });

  step('is told what a consent says, until it is revoked', async () => {
    await goTo(page, 'Consent');
    await fillSheet(page, page.getByRole('button', { name: 'Record a consent' }), async (sheet) => {
      await choose(page, sheet, { 'Trusted contact': 'Linden Firstcall' });
      await choose(page, sheet, { What: 'Detention' });
      await page.keyboard.press('Escape');
      await choose(page, sheet, { 'By which channel': 'Telephone' });
      await page.keyboard.press('Escape');
    });
    const register = panel(page, 'Consent register');
    await sees(register, 'In force');
    expect(await faultsOf(page, 'en')).toEqual([]);
    await look('consent');
    await goTo(page, 'Trusted contacts');
    await sees(panel(page, 'Trusted contacts').getByRole('listitem').first(), /May be told: Detention/);
    await goTo(page, 'Consent');
    await fillSheet(
      page,
      register.getByRole('button', { name: 'Revoke' }),
      async (sheet) => {
        await write(sheet, { Why: 'Asked us to' });
      },
      'Revoke',
    );
    await sees(register, /Revoked .* by/);
  });

  step('prints on one page', async () => {
    await page.goto(`/clients/${client.id}/pod`);
    await sees(page, 'Linden Firstcall');
    await page.emulateMedia({ media: 'print' });
    await look('pod-paper');
    const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
    await page.emulateMedia({ media: null });
  });
});

describe('the family plan', () => {
  step('is written item by item, and each version stays', async () => {
    await page.goto(`/cases/${client.caseId}?tab=client&part=plan`);
    const children = panel(page, 'Children');
    const item = children.getByRole('listitem').filter({ hasText: 'Who may pick them up from school' });
    await fillSheet(page, item.getByRole('button', { name: 'Write' }), async (sheet) => {
      await write(sheet, { 'What was agreed': 'Aunt Sorrel, until five' });
      await choose(page, sheet, { State: 'Done' });
    });
    await sees(item, 'Aunt Sorrel, until five');
    await item.getByRole('button', { name: 'History' }).click();
    await sees(page.getByRole('dialog'), 'Version 1');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await sees(page, /1 of \d+ done/);
    expect(await faultsOf(page, 'en')).toEqual([]);
    await look('plan');
  });

  step('prints in Spanish for a family although the office reads English', async () => {
    await page.goto(`/clients/${client.id}/plan?lang=es`);
    await page.getByRole('heading', { name: 'Plan de preparación familiar' }).waitFor();
    await sees(page, 'Quién puede recogerlos de la escuela');
    await sees(page, 'Aunt Sorrel, until five');
    await page.emulateMedia({ media: 'print' });
    await look('plan-es');
    await page.emulateMedia({ media: null });
    await page.getByText('English', { exact: true }).click();
    await sees(page, 'Who may pick them up from school');
  });

  step('and all of it reads in Spanish and on a phone', async () => {
    await addRelative(attorney.api, client.id);
    page = await house.open(`/cases/${client.caseId}?tab=client`, {
      as: attorney,
      width: 390,
      language: 'es',
    });
    await page.getByRole('tab', { name: 'Persona' }).waitFor();
    for (const part of ['Persona', 'Familia', 'Consentimiento', 'Contactos de confianza', 'Plan familiar']) {
      await goTo(page, part);
      await page.locator('[role=tabpanel] .v-panel').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([part, await faultsOf(page, 'es')]).toEqual([part, []]);
      await look(`phone-${part}`);
    }
  });
});
