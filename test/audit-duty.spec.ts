import { Writable } from 'node:stream';
import { Client } from 'pg';
import { Database, Log, UnitOfWork } from '@app/platform';
import { AuditDuty } from '../apps/worker/src/audit.duty';
import { startApp, type TestApp } from './support/app';
import { addClient } from './support/factories/client';
import { foundOffice } from './support/factories/organisation';

describe('the hourly look at the audit trail', () => {
  let test: TestApp;
  let lines = '';
  beforeAll(async () => {
    test = await startApp();
    const office = await foundOffice(test, 'Trail Keepers');
    await addClient(office.api.attorney);
    await addClient(office.api.attorney);
  });
  afterAll(() => test.close());

  it('finds nothing in a whole trail, and raises an alarm for a changed entry', async () => {
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines += String(chunk);
        done();
      },
    });
    const duty = new AuditDuty(test.app.get(Database), test.app.get(UnitOfWork), new Log('info', sink));
    expect(await duty.check()).toBe(0);
    expect(lines).toBe('');
    const admin = new Client({ connectionString: test.database.adminUrl });
    await admin.connect();
    await admin.query('ALTER TABLE app.audit_entry DISABLE TRIGGER USER');
    await admin.query(
      "UPDATE app.audit_entry SET action = 'client.read' WHERE action = 'client.create' AND seq = (SELECT min(seq) FROM app.audit_entry WHERE action = 'client.create')",
    );
    await admin.end();
    expect(await duty.check()).toBe(1);
    expect(lines).toContain('audit trail is broken');
  });
});
