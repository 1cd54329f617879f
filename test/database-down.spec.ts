import { startApp, type TestApp } from './support/app';
import { foundOffice, type Office } from './support/factories/organisation';

describe('when the database goes away', () => {
  let test: TestApp;
  let office: Office;
  beforeAll(async () => {
    test = await startApp();
    office = await foundOffice(test, 'Resilience');
  });
  afterAll(() => test.close());

  it('answers 503 as a problem, and serves again when it is back', async () => {
    expect((await office.api.attorney.get('/me')).status).toBe(200);
    await test.database.suspend();
    const answer = await office.api.attorney.get('/me');
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ code: 'not_available_now', requestId: expect.any(String) });
    await test.database.resume();
    expect((await office.api.attorney.get('/me')).status).toBe(200);
  });
});
