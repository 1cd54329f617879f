import type { Api } from '../support/client';
import { writeNote } from '../support/factories/case';
import { dayFromNow, scheduleCheckIn } from '../support/factories/check-in';
import { moveApplication, openApplication, recordGrant } from '../support/factories/clemency';
import { addClient, type AddedClient, type ClientWishes } from '../support/factories/client';
import { addConviction } from '../support/factories/conviction';
import { addOrder } from '../support/factories/order';
import { addProceeding } from '../support/factories/proceeding';

/** A client about whom everything is recorded that a screen can show. */
export async function addFullCase(api: Api, wishes: ClientWishes = {}): Promise<AddedClient> {
  const client = await addClient(api, {
    aliases: [{ name: 'Juni', kind: 'alias' }],
    contacts: [
      { label: 'after six' },
      { kind: 'address', value: '12 Long Street, Apartment 4', safeToContact: false },
    ],
    ...wishes,
  });
  const conviction = await addConviction(api, client.id);
  const proceeding = await addProceeding(api, client.id, {
    documents: [{ form: 'nta', dated: '1999-11', servedOn: '1999-11-20' }],
    charges: [{ convictionIds: [conviction.id] }, { code: '237(a)(2)(B)(i)', status: 'charged' }],
  });
  await addOrder(api, { proceedingId: proceeding.id }, { decidedOn: dayFromNow(-21) });
  await scheduleCheckIn(api, client.id, { date: dayFromNow(-3), outcome: 'came_out' });
  for (const days of [0, 2]) await scheduleCheckIn(api, client.id, { date: dayFromNow(days), time: '23:30' });
  const filed = await openApplication(api, client.id, { stage: 'filed', on: dayFromNow(-60) });
  const heard = await moveApplication(api, filed, { stage: 'hearing', on: dayFromNow(-30) });
  await recordGrant(api, heard, { signedOn: dayFromNow(-4), receivedOn: dayFromNow(-2) });
  await api.created(`/clients/${client.id}/custody`, { status: 'not_detained', since: dayFromNow(-400) });
  await api.created(`/clients/${client.id}/filings`, {
    kind: 'motion_cover_page',
    acceptBlanks: true,
    options: {},
  });
  await writeNote(api, client.caseId, 'Sister keeps the original papers.', 'privileged');
  return client;
}
