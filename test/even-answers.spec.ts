import { randomUUID } from 'node:crypto';
import { momentAfter } from '@app/platform';
import { startApp, type TestApp } from './support/app';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

const FIRST_MS = 400;

/** How long answers take must not say what is behind a wall: those that could leave at fixed moments. */
describe('the time of an answer', () => {
  let test: TestApp;
  let office: Office;
  let client: AddedClient;

  beforeAll(async () => {
    test = await startApp({ EVEN_ANSWER_MS: String(FIRST_MS) });
    office = await foundOffice(test, 'Even');
    client = await addClient(office.api.attorney, { name: { given: 'Kaspar', family: 'Umbra' } });
  });
  afterAll(() => test.close());

  async function took(work: () => Promise<unknown>): Promise<number> {
    const at = performance.now();
    await work();
    return performance.now() - at;
  }

  it('is never shorter than the first moment for what is not there', async () => {
    const { attorney } = office.api;
    const hidden = await addClient(office.api.director);
    for (const id of [randomUUID(), hidden.id, 'nonsense'])
      for (const url of [`/clients/${id}`, `/clients/${id}/timeline`, `/cases/${id}`])
        expect([url, (await took(() => attorney.get(url))) >= FIRST_MS]).toEqual([url, true]);
    const patch = { ifMatch: 1 };
    expect(
      await took(() => attorney.patch(`/clients/${hidden.id}`, { citizenship: 'LA' }, patch)),
    ).toBeGreaterThanOrEqual(FIRST_MS);
  });

  it.each([
    ['/search', { q: 'umbra' }],
    ['/search', { q: 'A200 000 001' }],
    ['/search/texts', { q: 'hearing' }],
    ['/cases/search', { q: 'nobody' }],
    ['/clients/duplicates', { name: { given: 'Kaspar', family: 'Umbra' } }],
    ['/conflicts/ask', { name: 'Kaspar Umbra' }],
    [
      '/clients',
      { name: { given: 'New', family: 'Name' }, aNumber: 'A200000777', case: { type: 'advice_only' } },
    ],
  ])('is never shorter for a look-up: %s', async (url, body) => {
    expect(await took(() => office.api.attorney.post(url, body))).toBeGreaterThanOrEqual(FIRST_MS);
  });

  it('is its own for what a person sees and for what nobody looks up', async () => {
    for (const url of [`/clients/${client.id}`, `/cases/${client.caseId}`, '/cases', '/me'])
      expect([url, (await took(() => office.api.attorney.get(url))) < FIRST_MS]).toEqual([url, true]);
  });

  it('moves on in steps when the first moment has passed', () => {
    const moments = [0, 59.9, 60, 60.1, 80, 99].map((elapsed) => momentAfter(elapsed, 60));
    expect(moments).toEqual([60, 60, 60, 80, 80, 100]);
  });
});
