import type { Page } from 'playwright-core';
import { openHouse, type House } from '../support/browser';
import { addClient, type AddedClient } from '../support/factories/client';
import { linkFact, uploadDocument } from '../support/factories/document';
import { pdfOf, pngOf } from '../support/factories/files';
import type { Person } from '../support/factories/staff';
import { openSearch, panel, sees } from './hands';
import { faultsOf } from './looks';

jest.setTimeout(90_000);

let house: House;
let attorney: Person;
let client: AddedClient;

beforeAll(async () => {
  house = await openHouse('Paper House', { office: { roles: ['director', 'attorney'] } });
  attorney = house.office.people.attorney;
  client = await addClient(attorney.api, { name: { given: 'Aster', family: 'Vang' } });
  const pages = ['In the matter of a respondent', 'Served by mail on the ninth of May in Bloomington'];
  const order = await uploadDocument(attorney.api, client.id, {
    ...{ title: 'Order of 1998, scan', category: 'order', receivedOn: '2026-01-05', source: 'The client' },
    ...{ bytes: pdfOf(pages), fileName: 'order.pdf' },
  });
  await linkFact(attorney.api, client.id, order.id, 2);
  await uploadDocument(attorney.api, client.id, {
    ...{ title: 'Green card, front', category: 'identity', bytes: pngOf(320, 200), fileName: 'card.png' },
  });
});
afterEach(async () => expect(await house.leave()).toEqual([]));
afterAll(() => house?.close());

const documents = (): Promise<Page> => house.open(`/cases/${client.caseId}?tab=documents`, { as: attorney });

describe('documents of a client', () => {
  it('are listed with what matters, without barriers, on a desk and on a telephone', async () => {
    const page = await documents();
    const list = panel(page, 'Uploaded documents');
    await sees(list, 'Order of 1998, scan');
    await sees(list, '1 date rests on it');
    expect(await faultsOf(page, 'en')).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    // The navigation slides away first.
    await page.waitForTimeout(1000);
    expect(await faultsOf(page, 'en')).toEqual([]);
  });

  it('are shown page by page, as picture and as text, with the dates that rest on them', async () => {
    const page = await documents();
    await page.getByRole('button', { name: 'Order of 1998, scan' }).click();
    const sheet = page.getByRole('dialog', { name: 'Document' });
    await sheet.getByRole('img', { name: 'Page 1 as a picture' }).waitFor();
    await page.waitForTimeout(700);
    expect(await inked(page)).toBeGreaterThan(50);
    await sheet.getByRole('button', { name: 'Page 2', exact: true }).click();
    await sees(sheet, 'Page 2 of 2');
    await sheet.getByRole('button', { name: 'Show as text' }).click();
    await sees(sheet, 'Served by mail on the ninth of May in Bloomington');
    expect(await faultsOf(page, 'en')).toEqual([]);
  });

  it('are uploaded several at once; one that is refused says why and does not hold up the rest', async () => {
    const page = await documents();
    const list = panel(page, 'Uploaded documents');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      list.getByRole('button', { name: 'Choose files' }).click(),
    ]);
    await chooser.setFiles([
      {
        name: 'trap.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('<html><script>1</script></html>'),
      },
      { name: 'Letter.txt', mimeType: 'text/plain', buffer: Buffer.from('A letter from the sister') },
    ]);
    await sees(list, /This file is a web page/);
    await list.getByRole('button', { name: 'Letter', exact: true }).waitFor();
    await sees(list, 'Not taken');
  });

  it('are found from any page by their words, with the page', async () => {
    const page = await house.open('/cases', { as: attorney });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await (await openSearch(page)).fill('ninth bloom');
    await page.getByText('Aster Vang · page 2').waitFor();
    await page.getByText('Aster Vang · page 2').click();
    await sees(panel(page, 'Uploaded documents'), 'Order of 1998, scan');
    expect(page.url()).not.toMatch(/bloom|Vang/i);
  });
});

/** How many pixels of the picture are dark: a page that was not drawn has none. */
function inked(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    const canvas = document.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0 && data[at] < 128) dark += 1;
    return dark;
  })()`);
}
