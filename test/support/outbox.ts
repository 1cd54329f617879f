import { Keyring, type Mail } from '@app/platform';
import { asAdmin } from './admin';
import type { TestApp } from './app';
import type { Office } from './factories/organisation';

/** Mails written and not yet sent to this address, the oldest first. */
export async function mailsTo(
  test: TestApp,
  office: Pick<Office, 'orgId'>,
  address: string,
): Promise<Mail[]> {
  const rows = await asAdmin(
    test,
    async (admin) =>
      (
        await admin.query<{ id: string; payload: Buffer }>(
          'SELECT id, payload FROM app.outbox_message WHERE org_id = $1 AND sent_at IS NULL ORDER BY id',
          [office.orgId],
        )
      ).rows,
  );
  const key = await test.app.get(Keyring).orgKey(office.orgId);
  return rows
    .map((row) => JSON.parse(key.box('outbox_message', row.id).open('payload', row.payload)) as Mail)
    .filter((mail) => mail.to === address);
}
