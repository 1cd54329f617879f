import { foundOffice, type Office } from './support/factories/organisation';
import { startApp, type TestApp } from './support/app';

let test: TestApp;
let office: Office;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
});
afterAll(() => test.close());

it('tells who is signed in', async () => {
  const me = await office.api.attorney.read('/me');
  expect(me).toMatchObject({
    user: { id: office.people.attorney.id, role: 'attorney' },
    organisation: { slug: 'harbor-defenders' },
  });
});
