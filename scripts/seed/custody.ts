import { addBond, detain, lookUp } from '../../test/support/factories/custody';
import { askForRecords, recordEvent } from '../../test/support/factories/record-request';
import type { Story } from './story';

/** What a client who was detained at a check-in yesterday has in the file: places, look-ups, the protocol, a call. */
export async function heldSinceYesterday({ crew, client, days }: Story): Promise<void> {
  const { helper, lead } = crew;
  const yesterday = days.on(-1);
  const file = await detain(helper, client.id, {
    ...{ beganOn: yesterday, beganTime: '09:20', arrestPlace: 'Check-in office, second floor' },
    facilityCode: null,
  });
  await lookUp(helper, client.id, { on: yesterday, time: '11:00', note: 'No record under any spelling.' });
  await lookUp(helper, client.id, {
    on: yesterday,
    time: '14:00',
    lookedIn: 'field_office_call',
    result: 'unclear',
  });
  const [episode] = file.episodes;
  await helper.created(`/custody-episodes/${episode.id}/stays`, {
    ...{ facilityCode: 'ADLNTCA', source: 'family', on: yesterday, time: '20:30' },
  });
  await addBond(helper, episode.id, {
    ...{ requestedOn: yesterday, setBy: 'immigration_judge', hearingOn: days.on(6) },
  });
  const { protocol } = await helper.created<{ protocol: { id: string } }>(
    `/clients/${client.id}/detained-protocol`,
  );
  for (const step of ['detained.locate', 'detained.family_contact', 'detained.g28'])
    await helper.ok('PUT', `/detained-protocols/${protocol.id}/steps/${step}`, { state: 'done' });
  const { calls } = await helper.created<{ calls: { id: string; version: number }[] }>(
    `/clients/${client.id}/detention-calls`,
    { on: yesterday, time: '10:05', caller: 'Sister', said: 'He went in at nine and did not come out.' },
  );
  await lead.ok('POST', `/detention-calls/${calls[0].id}/claim`, {}, { ifMatch: calls[0].version });
}

/** Requests for records, one on its way and one with a local court. */
export async function records({ crew, client, days }: Story, nth: number): Promise<void> {
  const { helper } = crew;
  const sent = days.on(-50 - nth);
  const asked = await askForRecords(helper, client.id, {
    ...{ sentOn: sent, subject: 'Complete A-file, all components.', tracking: `NRC20260${1000 + nth}` },
  });
  const received = await recordEvent(helper, asked, { kind: 'received', on: days.on(-47 - nth) });
  if (nth % 2 === 0) await recordEvent(helper, received, { kind: 'reached', on: days.on(-44 - nth) });
  await askForRecords(helper, client.id, {
    ...{ agency: 'state_court', kind: 'court_record', method: 'mail', sentOn: days.on(-30 - nth) },
    subject: 'Certified disposition and plea minutes.',
  });
}
