import type { Locator, Page } from 'playwright-core';

/** Where something is done: a whole screen, or a sheet or panel on it. */
export type Place = Page | Locator;

/** The heading that says which screen this is. */
export const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });

/** A titled panel of a screen. */
export const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/**
 * Opens the search box with a key. A key pressed in the very frame in which a screen appears reaches nobody; a person
 * presses it again.
 */
export async function openSearch(page: Page, key = '/'): Promise<Locator> {
  const box = page.getByRole('textbox', { name: 'Search clients' });
  for (let tries = 0; tries < 5 && !(await box.isVisible()); tries += 1) {
    await page.keyboard.press(key);
    await box.waitFor({ timeout: 2000 }).catch(() => undefined);
  }
  return box;
}

/** Types into fields named by their labels. Times have no role of their own, so they go by the label. */
export async function write(place: Place, values: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(values)) {
    const field = place.getByRole('textbox', { name: label, exact: true });
    await field.or(place.locator('input[type=time]').and(place.getByLabel(label))).fill(text);
  }
}

/** Chooses in lists named by their labels: types what narrows the list and takes the option that says it. */
export async function choose(
  page: Page,
  place: Place,
  choices: Record<string, string | RegExp>,
): Promise<void> {
  for (const [label, option] of Object.entries(choices)) {
    const list = place.getByRole('combobox', { name: label, exact: true });
    await list.click();
    if (typeof option === 'string' && (await list.isEditable())) await list.fill(option);
    const exact = typeof option === 'string';
    await page
      .getByRole('listbox', { name: label })
      .getByRole('option', { name: option, exact })
      .first()
      .click();
  }
}

/** Switches that are to be on. */
export async function turnOn(place: Place, ...labels: string[]): Promise<void> {
  for (const label of labels) await place.getByRole('switch', { name: label }).check();
}

/** Opens the sheet behind a button, fills it, sends it, and waits until it is gone. */
export async function fillSheet(
  page: Page,
  button: Locator,
  work: (sheet: Locator) => Promise<void>,
  submit = 'Save',
): Promise<void> {
  await button.click();
  const sheet = page.getByRole('dialog');
  await work(sheet);
  await sheet.getByRole('button', { name: submit, exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
}

/** Goes to a part of a case. */
export async function goTo(page: Page, tab: string): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

/** Visible text that must come. */
export const sees = (place: Place, text: string | RegExp): Promise<void> =>
  place.getByText(text).first().waitFor();

/**
 * Steps that go on where the one before ended. After one that failed the others fail at once, and the failure says
 * what was on the screen.
 */
export function journey(where: () => Page): (name: string, work: () => Promise<void>) => void {
  let lost = false;
  return (name, work) =>
    it(name, async () => {
      if (lost) throw new Error('An earlier step of this journey failed.');
      try {
        await work();
      } catch (error) {
        lost = true;
        const screen = await where().locator('body').ariaSnapshot();
        throw new Error(`${String(error)}\n\nOn the screen:\n${screen}`, { cause: error });
      }
    });
}
