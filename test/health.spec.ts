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

  it.each([
    ['that cannot be read', '/api/v1/clients/%zz'],
    ['that is too long', `/api/v1/law/rules/${'a'.repeat(3000)}`],
  ])('answers an address %s with a problem that does not repeat it', async (_which, url) => {
    const answer = await test.app.inject({ url });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.length).toBeLessThan(400);
  });
});
