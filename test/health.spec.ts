import { startApp, type TestApp } from './support/app';

describe('a fresh installation', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  it('answers its monitor without an account', async () => {
    const answer = await test.app.inject({ url: '/api/v1/health' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ status: 'ok' });
  });

  it('answers an unknown address with a problem', async () => {
    const answer = await test.app.inject({ url: '/api/v1/nowhere' });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'not_found', requestId: expect.any(String) });
  });
});
