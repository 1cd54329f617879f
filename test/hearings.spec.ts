import { Keyring, UnitOfWork } from '@app/platform';
import { addDays } from '@app/rules';
import { JOIN } from '../migrations/20261126053000-know-each-judge-once';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api, Json } from './support/client';
import { joinTeam } from './support/factories/case';
import { dayFromNow } from './support/factories/check-in';
import { addClient } from './support/factories/client';
import { addHearing, addJudge, lookUpHearing } from './support/factories/hearing';
import { foundOffice, type Office } from './support/factories/organisation';
import { giveConsent } from './support/factories/person';
import { addCharge, addProceeding } from './support/factories/proceeding';

jest.setTimeout(60_000);

let test: TestApp;
let office: Office;
let attorney: Api;

beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  attorney = office.api.attorney;
});
afterAll(() => test.close());

async function newProceeding(
  wishes: object = {},
): Promise<{ clientId: string; caseId: string; proceedingId: string }> {
  const client = await addClient(attorney);
  const { id } = await addProceeding(attorney, client.id, wishes);
  return { clientId: client.id, caseId: client.caseId, proceedingId: id };
}
const hearingsOf = (clientId: string) => attorney.read(`/clients/${clientId}/hearings`);
const deadlineOf = async (clientId: string, rule: string) =>
  (await attorney.read(`/clients/${clientId}/deadlines`)).items.find(
    (item: { ruleId: string; status: string }) => item.ruleId === rule && item.status === 'open',
  );
const fieldsOf = (body: { errors?: { path: string; code: string }[] }): [string, string][] =>
  (body.errors ?? []).map((error) => [error.path, error.code]);

const INDIVIDUAL = 'ij.filing.individual.30d_before';

describe('hearings', () => {
  it('are told with the clock, the court and the judge they have', async () => {
    const { clientId, proceedingId } = await newProceeding({ courtCode: 'NYC' });
    const judge = await addJudge(attorney, { name: 'Maria Stone' });
    await addHearing(attorney, proceedingId, {
      judgeId: judge.id,
      placeKind: 'internet',
      place: 'Room 14, video',
    });
    await addHearing(attorney, proceedingId, {
      kind: 'master',
      date: dayFromNow(20),
      time: '08:30',
      courtCode: 'WLA',
    });
    const { items, can } = await hearingsOf(clientId);
    expect(items[0]).toMatchObject({
      kind: 'master',
      time: '08:30',
      court: { code: 'WLA' },
      timeZone: 'America/Los_Angeles',
      status: 'scheduled',
    });
    expect(items[1]).toMatchObject({
      court: { code: 'NYC' },
      timeZone: 'America/New_York',
      judge: { name: 'Maria Stone' },
      placeKind: 'internet',
      place: 'Room 14, video',
      by: { id: office.people.attorney.id },
    });
    expect(can).toEqual({ record: true, lookUp: true });
    const removal = await attorney.read(`/clients/${clientId}/removal`);
    expect(removal.proceedings[0].nextHearing).toEqual({
      date: dayFromNow(20),
      time: '08:30',
      kind: 'master',
    });
  });

  it('move their deadlines when they are moved, and leave the old date behind', async () => {
    const { clientId, proceedingId } = await newProceeding();
    const first = await addHearing(attorney, proceedingId, { date: '2027-06-30' });
    const before = await deadlineOf(clientId, INDIVIDUAL);
    expect(before.dueOn).toBe('2027-06-01');
    const moved = await attorney.ok(
      'POST',
      `/hearings/${first.id}/move`,
      { dateState: 'known', date: '2027-09-30', time: '13:00', reason: 'The court needs the room.' },
      { ifMatch: 1 },
    );
    expect(moved).toMatchObject({ rootId: first.id, date: '2027-09-30', status: 'scheduled' });
    const after = await deadlineOf(clientId, INDIVIDUAL);
    expect([after.id, after.dueOn]).toEqual([before.id, '2027-08-31']);
    const { items } = await hearingsOf(clientId);
    expect(items.find((item: { id: string }) => item.id === first.id)).toMatchObject({
      status: 'moved',
      date: '2027-06-30',
      nextId: moved.id,
      reason: 'The court needs the room.',
    });
    const { items: story } = await attorney.read(`/clients/${clientId}/timeline`);
    expect(story.map((fact: { kind: string; on: string }) => [fact.kind, fact.on])).toEqual(
      expect.arrayContaining([
        ['hearing', '2027-09-30'],
        ['hearing_moved', '2027-06-30'],
      ]),
    );
  });

  it('with a date that is open, or a control date of the court, start no period', async () => {
    const { clientId, proceedingId } = await newProceeding();
    const open = await addHearing(attorney, proceedingId, { dateState: 'not_known_yet' });
    await addHearing(attorney, proceedingId, {
      dateState: 'control_date',
      date: dayFromNow(400),
      time: null,
    });
    expect(await deadlineOf(clientId, INDIVIDUAL)).toBeUndefined();
    const { items } = await hearingsOf(clientId);
    expect(items.map((item: { dateState: string; date: string | null }) => item.dateState).sort()).toEqual([
      'control_date',
      'not_known_yet',
    ]);
    await attorney.ok(
      'POST',
      `/hearings/${open.id}/move`,
      { dateState: 'known', date: '2027-06-30' },
      { ifMatch: 1 },
    );
    expect((await deadlineOf(clientId, INDIVIDUAL)).dueOn).toBe('2027-06-01');
  });

  it('before a master hearing ask for fifteen days, and while the client is held for what the court sets', async () => {
    const { clientId, proceedingId } = await newProceeding();
    await addHearing(attorney, proceedingId, { kind: 'master', date: '2027-06-30' });
    expect((await deadlineOf(clientId, 'ij.filing.master.15d_before')).dueOn).toBe('2027-06-15');
    await attorney.created(`/clients/${clientId}/custody`, { status: 'detained', since: dayFromNow(-1) });
    expect(await deadlineOf(clientId, 'ij.filing.master.15d_before')).toBeUndefined();
    expect(await deadlineOf(clientId, 'ij.filing.detained.court_set')).toMatchObject({
      kind: 'unknown',
      dueOn: null,
    });
  });

  it('end with their result, and the one that follows is another hearing', async () => {
    const { clientId, proceedingId } = await newProceeding();
    const held = await addHearing(attorney, proceedingId, { kind: 'master', date: dayFromNow(-2) });
    const ended = await attorney.ok(
      'POST',
      `/hearings/${held.id}/end`,
      {
        status: 'adjourned',
        adjournment: 'interpreter',
        result: 'No Lao interpreter came.',
        next: { kind: 'master', dateState: 'known', date: '2027-06-30', time: '10:00' },
      },
      { ifMatch: 1 },
    );
    expect(ended).toMatchObject({
      status: 'adjourned',
      adjournment: 'interpreter',
      result: 'No Lao interpreter came.',
    });
    const { items } = await hearingsOf(clientId);
    expect(items[0]).toMatchObject({ id: ended.nextId, date: '2027-06-30', status: 'scheduled' });
    expect(items[0].rootId).not.toBe(held.id);
    const again = await attorney.post(`/hearings/${held.id}/end`, { status: 'held' }, { ifMatch: 2 });
    expect([again.status, again.body.code]).toEqual([422, 'hearing_not_open']);
  });

  it('refuse what cannot be', async () => {
    const { proceedingId } = await newProceeding();
    const add = async (body: object) =>
      fieldsOf(
        (await attorney.post(`/proceedings/${proceedingId}/hearings`, { kind: 'master', ...body })).body,
      );
    expect(await add({ dateState: 'known' })).toEqual([['date', 'required']]);
    expect(await add({ dateState: 'not_known_yet', date: '2027-01-04' })).toEqual([['date', 'contradicts']]);
    expect(await add({ dateState: 'known', date: '2027-01-04', courtCode: 'QQQ' })).toEqual([
      ['courtCode', 'unknown_court'],
    ]);
    const judgeId = '018f3c5e-0000-7000-8000-00000000abcd';
    expect(await add({ dateState: 'known', date: '2027-01-04', judgeId })).toEqual([
      ['judgeId', 'unknown_judge'],
    ]);
    const ahead = await addHearing(attorney, proceedingId, { date: dayFromNow(9) });
    const held = await attorney.post(`/hearings/${ahead.id}/end`, { status: 'held' }, { ifMatch: 1 });
    expect(fieldsOf(held.body)).toEqual([['status', 'day_not_come']]);
  });

  it('and charges keep their old values and who replaced them (trap 3: a status is no column that forgets)', async () => {
    const { clientId, proceedingId } = await newProceeding();
    const charge = await addCharge(attorney, proceedingId, { origin: 'latent', status: 'charged' });
    await office.api.director.ok(
      'PATCH',
      `/charges/${charge.id}`,
      { origin: 'lodged', status: 'sustained' },
      { ifMatch: 1 },
    );
    const hearing = await addHearing(attorney, proceedingId, { date: dayFromNow(-1) });
    await attorney.ok('POST', `/hearings/${hearing.id}/end`, { status: 'held' }, { ifMatch: 1 });
    const { rows } = await asAdmin(test, (admin) =>
      admin.query(
        `SELECT table_name, was ->> 'status' AS status, was ->> 'origin' AS origin, replaced_by FROM app.row_history
          WHERE client_id = $1 AND table_name IN ('charge', 'hearing') ORDER BY replaced_at`,
        [clientId],
      ),
    );
    expect(rows).toEqual([
      { table_name: 'charge', status: 'charged', origin: 'latent', replaced_by: office.people.director.id },
      { table_name: 'hearing', status: 'scheduled', origin: null, replaced_by: office.people.attorney.id },
    ]);
  });
});

describe('the directory of judges', () => {
  it('has each judge of a court once, however the name is typed', async () => {
    await addJudge(attorney, { name: 'José Núñez-Ortega', courtCode: 'NYC' });
    const again = { name: '  jose nunez  ortega', courtCode: 'NYC' };
    const refused = await attorney.post('/judges', again);
    expect([refused.status, refused.body.code]).toEqual([409, 'judge_known']);
    expect(fieldsOf(refused.body)).toEqual([['name', 'judge_known']]);
    const elsewhere = await addJudge(attorney, { ...again, courtCode: 'WLA' });
    const moved = await attorney.patch(`/judges/${elsewhere.id}`, { courtCode: 'NYC' }, { ifMatch: 1 });
    expect(moved.body.code).toBe('judge_known');
    const others = await foundOffice(test, 'Prairie Judges');
    await addJudge(others.api.attorney, again);
  });

  it('tells the hearings of a judge who was entered twice with the one who stays', async () => {
    const { clientId, proceedingId } = await newProceeding();
    const kept = await addJudge(attorney, { name: 'Ellen Kept', note: 'Reads briefs.' });
    const double = await addJudge(attorney, { name: 'Ellen Double', note: 'Sits on Mondays.' });
    await addHearing(attorney, proceedingId, { judgeId: double.id });
    await asAdmin(test, async (admin) => {
      // As it was before a judge could be entered once only, and then as the migration leaves it.
      await admin.query('DROP INDEX app.judge_once');
      await admin.query('SET session_replication_role = replica');
      await admin.query(`UPDATE app.judge SET name = 'ellen  kept' WHERE id = $1`, [double.id]);
      for (const statement of JOIN) await admin.query(statement);
    });
    const { items } = await hearingsOf(clientId);
    expect(items[0].judge).toEqual({ id: kept.id, name: 'Ellen Kept' });
    const { items: listed } = await attorney.read('/judges');
    const shown = listed.filter((one: { name: string }) => one.name.toLowerCase().startsWith('ellen'));
    expect(shown).toEqual([
      expect.objectContaining({ id: kept.id, note: 'Reads briefs.\nSits on Mondays.', version: 2 }),
    ]);
    expect((await attorney.patch(`/judges/${double.id}`, { note: 'x' }, { ifMatch: 1 })).status).toBe(404);
  });
});

describe('hearings ahead', () => {
  it('stand on the day page, in the caseload and on the case, the nearest first, to those who see the client', async () => {
    const { clientId, caseId, proceedingId } = await newProceeding();
    await addHearing(attorney, proceedingId, { kind: 'master', date: dayFromNow(9), time: '13:00' });
    await addHearing(attorney, proceedingId, {
      kind: 'other',
      date: dayFromNow(2),
      dateState: 'control_date',
    });
    const near = await addHearing(attorney, proceedingId, {
      kind: 'bond',
      date: dayFromNow(3),
      time: '08:30',
    });
    const mine = ({ clientId: of }: { clientId: string }): boolean => of === clientId;
    const stranger = await office.employ('attorney', { name: 'Third Attorney' });
    const seen = async (api: Api) => (await api.read('/hearing-watch')).ahead.filter(mine);
    expect(
      (await seen(attorney)).map(({ on, kind, dateState }: Record<string, string>) => [on, kind, dateState]),
    ).toEqual([
      [dayFromNow(2), 'other', 'control_date'],
      [dayFromNow(3), 'bond', 'known'],
      [dayFromNow(9), 'master', 'known'],
    ]);
    expect((await attorney.read('/reports/my-day')).hearings.filter(mine)[1]).toMatchObject({
      caseId,
      on: dayFromNow(3),
    });
    const next = { on: dayFromNow(3), time: '08:30' };
    expect((await attorney.read(`/cases/${caseId}`)).nextHearing).toEqual(next);
    const listed = async () => (await attorney.read('/cases')).items.find(mine).nextHearing;
    expect(await listed()).toEqual(next);
    expect(await seen(stranger.api)).toEqual([]);

    await attorney.ok('POST', `/hearings/${near.id}/move`, { dateState: 'not_known_yet' }, { ifMatch: 1 });
    expect(await listed()).toEqual({ on: dayFromNow(9), time: '13:00' });
    expect((await seen(attorney)).map(({ on }: { on: string }) => on)).toEqual([
      dayFromNow(2),
      dayFromNow(9),
    ]);
  });
});

describe('the hearing watch', () => {
  it('keeps a look that found nothing new, with the day to look again', async () => {
    const { clientId, proceedingId } = await newProceeding();
    await addHearing(attorney, proceedingId, { date: dayFromNow(30), time: '09:00' });
    const looked = await lookUpHearing(
      attorney,
      proceedingId,
      { date: dayFromNow(30) },
      { note: 'Pressed 1, then 2.' },
    );
    expect(looked).toMatchObject({ outcome: 'same', differences: [], nextDueOn: dayFromNow(7) });
    const { lookUps, items, messages, nextLookUps } = await hearingsOf(clientId);
    expect(lookUps).toHaveLength(1);
    expect(lookUps[0]).toMatchObject({
      source: 'eoir_line',
      note: 'Pressed 1, then 2.',
      by: { id: office.people.attorney.id },
    });
    expect([items.length, messages.length]).toEqual([1, 0]);
    expect(nextLookUps).toEqual([{ proceedingId, on: dayFromNow(7) }]);
  });

  it('says what differs, moves the hearing and its deadlines, tells the team and plans a message', async () => {
    const { clientId, caseId, proceedingId } = await newProceeding();
    await joinTeam(attorney, caseId, office.people.paralegal.id);
    await addHearing(attorney, proceedingId, { date: '2027-06-30', time: '09:00' });
    const found = { date: '2027-08-31', time: '13:00', kind: 'individual' as const };
    const looked = await lookUpHearing(office.api.paralegal, proceedingId, found, { source: 'eoir_portal' });
    expect(looked).toMatchObject({
      outcome: 'changed',
      differences: [
        { field: 'date', was: '2027-06-30', found: '2027-08-31' },
        { field: 'time', was: '09:00', found: '13:00' },
      ],
    });
    expect((await deadlineOf(clientId, INDIVIDUAL)).dueOn).toBe('2027-08-02');
    const { messages } = await hearingsOf(clientId);
    expect(messages).toEqual([
      expect.objectContaining({
        status: 'no_consent',
        language: 'en',
        by: expect.objectContaining({ name: expect.any(String) }),
      }),
    ]);
    expect(messages[0].body).not.toMatch(/court|hearing|2027|immigration/i);
    const mails = await mailsTo(office.people.attorney.email);
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain('2027');
    expect(await mailsTo(office.people.volunteer.email)).toEqual([]);
    expect(await mailsTo(office.people.paralegal.email)).toEqual([]);
    const { changed } = await attorney.read('/hearing-watch');
    expect(changed).toEqual(
      expect.arrayContaining([expect.objectContaining({ clientId, caseId, changes: ['date', 'time'] })]),
    );
  });

  it('does not take away a hearing that a notice named because the court shows none', async () => {
    const { clientId, proceedingId } = await newProceeding();
    await addHearing(attorney, proceedingId, { date: dayFromNow(60) });
    const looked = await lookUpHearing(attorney, proceedingId, null);
    expect(looked).toMatchObject({
      outcome: 'changed',
      differences: [{ field: 'gone', was: dayFromNow(60), found: null }],
    });
    const { items } = await hearingsOf(clientId);
    expect(items.map((item: { status: string }) => item.status)).toEqual(['scheduled']);
  });

  it('says so when no way to the client is marked as safe', async () => {
    const client = await addClient(attorney, {
      contacts: [{ kind: 'phone', value: '+1 212 555 0199', safeToContact: false }],
    });
    const { id } = await addProceeding(attorney, client.id);
    await lookUpHearing(attorney, id, { date: dayFromNow(10), time: '09:00' });
    const { messages } = await hearingsOf(client.id);
    expect(messages[0]).toMatchObject({ status: 'no_safe_way', recipient: null });
  });

  describe('keeps apart that the client was told and that a message was taken back', () => {
    const planned = async (): Promise<{ clientId: string; at: string }> => {
      const { clientId, proceedingId } = await newProceeding();
      await lookUpHearing(attorney, proceedingId, { date: dayFromNow(10), time: '09:00' });
      const [message] = (await hearingsOf(clientId)).messages;
      return { clientId, at: `/planned-messages/${message.id}` };
    };

    it('with who told them, when and how; a try that reached nobody leaves it open', async () => {
      const { clientId, at } = await planned();
      const tried = await attorney.ok(
        'POST',
        `${at}/tell`,
        { reached: false, channel: 'phone', on: dayFromNow(-1), note: 'Rang out twice.' },
        { ifMatch: 1 },
      );
      expect(tried).toMatchObject({ status: 'no_consent', can: { tell: true } });
      expect(tried.recipient).not.toBeNull();
      const told = await attorney.ok(
        'POST',
        `${at}/tell`,
        { reached: true, channel: 'in_person', toldById: office.people.paralegal.id },
        { ifMatch: tried.version },
      );
      expect(told).toMatchObject({ status: 'told', recipient: null, can: { tell: false } });
      const [message] = (await hearingsOf(clientId)).messages;
      const { attorney: writer, paralegal } = office.people;
      expect(message.steps).toEqual([
        expect.objectContaining({
          ...{ kind: 'not_reached', channel: 'phone', on: dayFromNow(-1), note: 'Rang out twice.' },
          ...{ toldBy: expect.objectContaining({ id: writer.id }) },
        }),
        expect.objectContaining({
          ...{ kind: 'told', channel: 'in_person', on: dayFromNow(0), note: null },
          toldBy: expect.objectContaining({ id: paralegal.id }),
          by: expect.objectContaining({ id: writer.id }),
        }),
      ]);
      const again = await attorney.post(`${at}/cancel`, { reason: 'Late' }, { ifMatch: message.version });
      expect([again.status, again.body.code]).toEqual([422, 'message_over']);
    });

    it('with the reason for which it was taken back', async () => {
      const { at } = await planned();
      const bare = await attorney.post(`${at}/cancel`, { reason: ' ' }, { ifMatch: 1 });
      expect(fieldsOf(bare.body)).toEqual([['reason', 'required']]);
      const taken = await attorney.ok('POST', `${at}/cancel`, { reason: 'Was in court' }, { ifMatch: 1 });
      expect(taken).toMatchObject({
        status: 'taken_back',
        steps: [{ kind: 'taken_back', channel: null, toldBy: null, note: 'Was in court' }],
      });
      const tell = { reached: true, channel: 'phone' };
      const after = await attorney.post(`${at}/tell`, tell, { ifMatch: taken.version });
      expect([after.status, after.body.code]).toEqual([422, 'message_over']);
    });

    it('and refuses a day to come, a stranger as the teller, and an older version', async () => {
      const { at } = await planned();
      const tell = async (more: object, ifMatch = 1) =>
        attorney.post(`${at}/tell`, { reached: true, channel: 'phone', ...more }, { ifMatch });
      expect(fieldsOf((await tell({ on: dayFromNow(1) })).body)).toEqual([['on', 'day_not_come']]);
      const stranger = '018f3c5e-0000-7000-8000-00000000abcd';
      expect(fieldsOf((await tell({ toldById: stranger })).body)).toEqual([['toldById', 'unknown_person']]);
      await tell({ reached: false });
      expect((await tell({})).status).toBe(412);
    });
  });

  describe('asks the consent register before anything may be sent', () => {
    const agree = (clientId: string, more: object): Promise<{ id: string; version: number }> =>
      giveConsent(attorney, clientId, {
        ...{ recipientKind: 'client', recipientName: null, scopes: ['hearing_dates'] },
        ...{ channels: ['text_message'], fromOn: dayFromNow(-30), ...more },
      });
    const planned = async (more: object | null, contacts?: object[]): Promise<Json> => {
      const client = await addClient(attorney, {
        contacts: contacts ?? [
          { kind: 'email', value: 'reachable@example.test', safeToContact: true },
          { kind: 'phone', value: '+1 212 555 0177', safeToContact: true },
        ],
      });
      if (more) await agree(client.id, more);
      const { id } = await addProceeding(attorney, client.id);
      await lookUpHearing(attorney, id, { date: dayFromNow(10), time: '09:00' });
      return { clientId: client.id, message: (await hearingsOf(client.id)).messages[0] };
    };

    it('and asks a person to call when nothing was agreed', async () => {
      const { message } = await planned(null);
      expect(message).toMatchObject({
        status: 'no_consent',
        channel: 'text_message',
        recipient: '+1 212 555 0177',
      });
    });

    it('and takes the channel that was agreed', async () => {
      expect((await planned({})).message).toMatchObject({ status: 'planned', channel: 'text_message' });
      expect((await planned({ channels: ['email'] })).message).toMatchObject({
        status: 'planned',
        channel: 'email',
        recipient: 'reachable@example.test',
      });
      expect((await planned({ scopes: ['everything'] })).message.status).toBe('planned');
    });

    it.each([
      ['about something else', { scopes: ['money'] }],
      ['by another channel', { channels: ['post', 'in_person'] }],
      ['until a day that is past', { untilOn: dayFromNow(-1) }],
      ['from a day to come', { fromOn: dayFromNow(2) }],
      ['given by the client for somebody else', { recipientKind: 'person', recipientName: 'A Neighbour' }],
    ])('and does not stretch a consent %s', async (_what, more) => {
      expect((await planned(more)).message.status).toBe('no_consent');
    });

    it('and asks it again each time: revoked since, or no longer safe, it is not sent', async () => {
      const { clientId, message } = await planned({});
      expect(message.status).toBe('planned');
      const { items } = await attorney.read(`/clients/${clientId}/consents`);
      const at = `/clients/${clientId}/consents/${items[0].id}`;
      await attorney.ok('POST', `${at}/revoke`, { reason: 'Changed their mind' }, { ifMatch: 1 });
      expect((await hearingsOf(clientId)).messages[0]).toMatchObject({
        status: 'no_consent',
        recipient: '+1 212 555 0177',
      });
      const { contacts } = await attorney.read(`/clients/${clientId}`);
      const phone = contacts.find((one: Json) => one.kind === 'phone');
      const path = `/clients/${clientId}/contacts/${phone.id}`;
      await attorney.ok('PATCH', path, { safeToContact: false }, { ifMatch: phone.version });
      expect((await hearingsOf(clientId)).messages[0]).toMatchObject({
        status: 'no_safe_way',
        recipient: null,
      });
    });
  });

  it('lists what nobody has looked up, for those who see the client only', async () => {
    const { clientId, proceedingId } = await newProceeding();
    await addHearing(attorney, proceedingId, { date: dayFromNow(12) });
    const mine = await attorney.read('/hearing-watch');
    expect(mine.due).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ clientId, lastAt: null, hearingOn: dayFromNow(12) }),
      ]),
    );
    const stranger = await office.employ('attorney', { name: 'Second Attorney' });
    expect((await stranger.api.read('/hearing-watch')).due).toEqual([]);
    await lookUpHearing(attorney, proceedingId, null, { result: 'not_reached' });
    const { nextLookUps } = await hearingsOf(clientId);
    expect(nextLookUps).toEqual([{ proceedingId, on: addDays(dayFromNow(0), 1) }]);
    const later = await attorney.read('/hearing-watch');
    expect(later.due.map((row: { proceedingId: string }) => row.proceedingId)).not.toContain(proceedingId);
  });
});

/** Every mail of this subject, by address. */
async function mailsTo(address: string): Promise<{ to: string; subject: string }[]> {
  const { orgId } = office;
  const rows = await asAdmin(test, async (admin) => {
    const query = 'SELECT id, payload FROM app.outbox_message WHERE org_id = $1 AND sent_at IS NULL';
    return (await admin.query<{ id: string; payload: Buffer }>(query, [orgId])).rows;
  });
  const key = await test.app
    .get(UnitOfWork)
    .asSystem(orgId, 'test', () => test.app.get(Keyring).orgKey(orgId));
  return rows
    .map(({ id, payload }) => JSON.parse(key.box('outbox_message', id).open('payload', payload)))
    .filter((mail) => mail.subject.startsWith('A hearing') && mail.to === address);
}
