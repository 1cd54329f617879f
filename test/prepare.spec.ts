import { randomBytes } from 'node:crypto';
import { prepareDatabase, RootKey } from '@app/platform';
import { startApp } from './support/app';
import { asAdmin } from './support/admin';

it('refuses a root key that is not the one of the data before it changes anything', async () => {
  const test = await startApp();
  try {
    const { adminUrl, keysUrl } = test.database;
    const passwords = () =>
      asAdmin(test, (admin) =>
        admin.query("SELECT rolname, rolpassword FROM pg_authid WHERE rolname LIKE 'vacatur_%' ORDER BY 1"),
      );
    const before = (await passwords()).rows;
    const other = RootKey.of(randomBytes(32));
    await expect(prepareDatabase({ adminUrl, keysUrl, rootKey: other })).rejects.toThrow(/original key/);
    expect((await passwords()).rows).toEqual(before);
  } finally {
    await test.close();
  }
});
