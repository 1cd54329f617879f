import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import type { Api } from './support/client';
import { closeCase, joinTeam, moveCase, openCase, reopenCase, writeNote } from './support/factories/case';
import { addClient, type AddedClient } from './support/factories/client';
import { foundOffice, type Office } from './support/factories/organisation';

let test: TestApp;
let office: Office;
let api: Api;
let client: AddedClient;
beforeAll(async () => {
  test = await startApp();
  office = await foundOffice(test, 'Harbor Defenders');
  api = office.api.attorney;
  client = await addClient(api, { case: { type: 'clemency_and_reopening', openedOn: '2024-01-10' } });
});
afterAll(() => test.close());

const read = (id: string, as = api) => as.read(`/cases/${id}`);
const version = async (id: string): Promise<{ ifMatch: number }> => ({ ifMatch: (await read(id)).version });
const another = (): Promise<{ id: string }> => openCase(api, client.id, { openedOn: '2024-01-10' });

describe('a case', () => {
  it('shows the client, the team, the stages and what this person can do', async () => {
    const matter = await read(client.caseId);
    expect(matter).toMatchObject({
      client: {
        id: client.id,
        name: client.name.full,
        aNumberMasked: expect.stringMatching(/^A•••-•••-\d{3}$/),
      },
      type: 'clemency_and_reopening',
      stage: 'intake',
      status: 'open',
      responsible: null,
      openedOn: '2024-01-10',
      closedOn: null,
      outcome: null,
      team: [{ user: { id: office.people.attorney.id, role: 'attorney' } }],
      stages: [{ stage: 'intake', on: '2024-01-10', note: null }],
      can: {
        edit: true,
        changeStage: true,
        close: true,
        reopen: false,
        manageTeam: true,
        writeNotes: true,
        seeAccess: true,
      },
    });
  });

  it('may be opened beside others of the client, by name of the wrong field when something is wrong', async () => {
    const { id } = await openCase(api, client.id, { type: 'advice_only' });
    const { items } = await api.read(`/clients/${client.id}/cases`);
    expect(items.map((item: { id: string }) => item.id)).toEqual(expect.arrayContaining([id, client.caseId]));
    const future = await api.post(`/clients/${client.id}/cases`, {
      type: 'advice_only',
      openedOn: '2199-01-01',
    });
    expect([future.status, future.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ path: 'openedOn', code: 'in_future' }),
    ]);
    const nobody = await api.post(`/clients/${client.id}/cases`, {
      type: 'advice_only',
      responsibleId: office.people.auditor.id,
    });
    expect([nobody.status, nobody.body.errors[0].path]).toEqual([422, 'responsibleId']);
  });

  it('changes type and responsible attorney, who joins the team; null takes the responsibility away', async () => {
    const { id } = await another();
    const path = `/cases/${id}`;
    const given = await api.patch(path, { responsibleId: office.people.paralegal.id }, await version(id));
    expect(given.body.responsible.id).toBe(office.people.paralegal.id);
    expect(given.body.team).toHaveLength(2);
    expect((await office.api.paralegal.get(path)).status).toBe(200);
    const typed = await api.patch(path, { type: 'removal_defence' }, await version(id));
    expect(typed.body).toMatchObject({
      type: 'removal_defence',
      responsible: { id: office.people.paralegal.id },
    });
    const cleared = await api.patch(path, { responsibleId: null }, await version(id));
    expect(cleared.body).toMatchObject({ type: 'removal_defence', responsible: null });
    expect((await api.patch(path, { type: null }, await version(id))).status).toBe(422);
    await api.ok('DELETE', `${path}/team/${office.people.paralegal.id}`);
  });
});

describe('the stages of a case', () => {
  it('follow the table, each with its day, note and author', async () => {
    const { id } = await another();
    expect((await read(id)).nextStages).toContain('records');
    await moveCase(api, id, 'records', '2024-02-01', 'Ordered the old file.');
    const moved = await moveCase(api, id, 'clemency_pending', '2024-03-01');
    expect(moved.stage).toBe('clemency_pending');
    const { stages } = await read(id);
    expect(
      stages.map((entry: { stage: string; on: string; note: string | null }) => [
        entry.stage,
        entry.on,
        entry.note,
      ]),
    ).toEqual([
      ['intake', '2024-01-10', null],
      ['records', '2024-02-01', 'Ordered the old file.'],
      ['clemency_pending', '2024-03-01', null],
    ]);
    expect(stages.every((entry: { by: { id: string } }) => entry.by.id === office.people.attorney.id)).toBe(
      true,
    );
  });

  it('cannot be jumped, and the answer says where the case can go', async () => {
    const { id } = await another();
    const answer = await api.post(
      `/cases/${id}/stage`,
      { stage: 'terminated', on: '2024-02-01' },
      await version(id),
    );
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'stage_not_next',
      stage: 'intake',
      next: (await read(id)).nextStages,
    });
    expect((await read(id)).stages).toHaveLength(1);
  });

  it('are not on days still to come', async () => {
    const { id } = await another();
    for (const [act, body] of [
      ['stage', { stage: 'records', on: '2199-01-01' }],
      ['close', { outcome: 'withdrawn', on: '2199-01-01' }],
    ] as const) {
      const answer = await api.post(`/cases/${id}/${act}`, body, await version(id));
      expect([answer.status, answer.body.errors?.[0]]).toEqual([
        422,
        expect.objectContaining({ path: 'on', code: 'in_future' }),
      ]);
    }
  });

  it('hide their notes from roles that may not read notes', async () => {
    const { id } = await another();
    await moveCase(api, id, 'records', '2024-02-01', 'Privileged thought.');
    const seen = await read(id, office.api.auditor);
    expect(seen.stages.map((entry: { note: string | null }) => entry.note)).toEqual([null, null]);
    expect(seen.client.aNumberMasked).toBeNull();
    expect(JSON.stringify(await read(id, office.api.auditor))).not.toContain('Privileged');
  });
});

describe('closing a case', () => {
  it('keeps day and outcome, refuses work on it, and can be taken back', async () => {
    const { id } = await another();
    await closeCase(api, id, '2024-06-01', 'order_vacated');
    expect(await read(id)).toMatchObject({
      status: 'closed',
      closedOn: '2024-06-01',
      outcome: 'order_vacated',
      can: { edit: false, changeStage: false, close: false, reopen: true },
    });
    const moved = await api.post(
      `/cases/${id}/stage`,
      { stage: 'records', on: '2024-06-02' },
      await version(id),
    );
    expect([moved.status, moved.body.code]).toEqual([422, 'case_closed']);
    const again = await api.post(
      `/cases/${id}/close`,
      { on: '2024-06-02', outcome: 'other' },
      await version(id),
    );
    expect([again.status, again.body.code]).toEqual([422, 'case_closed']);
    const edited = await api.patch(`/cases/${id}`, { type: 'advice_only' }, await version(id));
    expect([edited.status, edited.body.code]).toEqual([422, 'case_closed']);
    await reopenCase(api, id, '2024-07-01');
    expect(await read(id)).toMatchObject({ status: 'open', closedOn: null, outcome: null });
    expect((await read(id)).stages).toHaveLength(3);
    const open = await api.post(`/cases/${id}/reopen`, { on: '2024-07-02' }, await version(id));
    expect([open.status, open.body.code]).toEqual([422, 'case_open']);
  });

  it('is not before it was opened, nor opened again before it was closed', async () => {
    const { id } = await another();
    const early = await api.post(
      `/cases/${id}/close`,
      { on: '2024-01-09', outcome: 'other' },
      await version(id),
    );
    expect([early.status, early.body.errors[0].code]).toEqual([422, 'before_opening']);
    await closeCase(api, id, '2024-06-01');
    const before = await api.post(`/cases/${id}/reopen`, { on: '2024-05-31' }, await version(id));
    expect([before.status, before.body.errors?.[0]?.code]).toEqual([422, 'before_closing']);
  });
});

describe('the team', () => {
  it('decides with the next request who sees the case', async () => {
    const { id, caseId } = await addClient(api, { aNumber: null });
    const { paralegal } = office.people;
    const sees = async (): Promise<number[]> =>
      Promise.all(
        [`/cases/${caseId}`, `/clients/${id}`, `/cases/${caseId}/notes`].map(
          async (path) => (await office.api.paralegal.get(path)).status,
        ),
      );
    const lists = async (): Promise<boolean> =>
      (await office.api.paralegal.read('/cases?limit=100')).items.some(
        (item: { id: string }) => item.id === caseId,
      );
    expect([await sees(), await lists()]).toEqual([[404, 404, 404], false]);
    await joinTeam(api, caseId, paralegal.id, paralegal.id);
    expect([await sees(), await lists()]).toEqual([[200, 200, 200], true]);
    expect((await read(caseId)).team.map((member: { user: { id: string } }) => member.user.id)).toEqual([
      office.people.attorney.id,
      paralegal.id,
    ]);
    await api.ok('DELETE', `/cases/${caseId}/team/${paralegal.id}`);
    expect([await sees(), await lists()]).toEqual([[404, 404, 404], false]);
    await joinTeam(api, caseId, paralegal.id);
    expect(await lists()).toBe(true);
  });

  it('is not said to have changed when somebody leaves who was not on it', async () => {
    const { caseId } = await addClient(api, { aNumber: null });
    await api.ok('DELETE', `/cases/${caseId}/team/${office.people.paralegal.id}`);
    const { entries } = await api.read(`/cases/${caseId}/access`);
    expect(entries[0]).toMatchObject({ action: 'case.team', fields: [] });
  });

  it('takes colleagues who work on cases, and nobody else', async () => {
    const suspended = await office.employ('paralegal', { name: 'Was Here' });
    await office.api.director.ok('POST', `/staff/${suspended.id}/suspend`, {}, { ifMatch: 1 });
    for (const id of [office.people.auditor.id, suspended.id]) {
      const answer = await api.put(`/cases/${client.caseId}/team/${id}`);
      expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'unknown_colleague']);
    }
  });

  it('keeps who was on it when', async () => {
    const { caseId } = await addClient(api, { aNumber: null });
    await joinTeam(api, caseId, office.people.intake.id);
    await api.ok('DELETE', `/cases/${caseId}/team/${office.people.intake.id}`);
    const { rows } = await asAdmin(test, (admin) =>
      admin.query(
        'SELECT user_id, ended_at IS NOT NULL AS ended FROM app.case_team WHERE case_id = $1 ORDER BY since, id',
        [caseId],
      ),
    );
    expect(rows).toEqual([
      { user_id: office.people.attorney.id, ended: false },
      { user_id: office.people.intake.id, ended: true },
    ]);
  });
});

describe('notes', () => {
  it('are kept newest first with author and privilege, and cannot be changed', async () => {
    const { caseId } = await addClient(api, { aNumber: null });
    await writeNote(api, caseId, 'First');
    await writeNote(office.api.director, caseId, 'Second\nline', 'privileged');
    const { items } = await api.read(`/cases/${caseId}/notes`);
    expect(items.map((note: { text: string; kind: string }) => [note.text, note.kind])).toEqual([
      ['Second\nline', 'privileged'],
      ['First', 'ordinary'],
    ]);
    expect(items[0].by).toEqual({ id: office.people.director.id, name: office.people.director.name });
    for (const method of ['PATCH', 'PUT', 'DELETE'] as const) {
      const answer = await api[method.toLowerCase() as 'patch'](`/cases/${caseId}/notes/${items[0].id}`, {});
      expect(answer.status).toBe(404);
    }
  });

  it('are not for volunteers and auditors', async () => {
    for (const role of ['volunteer', 'auditor'] as const) {
      expect((await office.api[role].get(`/cases/${client.caseId}/notes`)).status).toBe(403);
      expect(
        (await office.api[role].post(`/cases/${client.caseId}/notes`, { text: 'x', kind: 'ordinary' }))
          .status,
      ).toBe(403);
    }
  });
});

describe('the access tab', () => {
  it('says who is on the case, who sees it by role, and who did what, page by page', async () => {
    const { id, caseId } = await addClient(api, { aNumber: null });
    for (let n = 0; n < 60; n += 1) await api.read(`/clients/${id}`);
    const first = await api.read(`/cases/${caseId}/access`);
    expect(first.officeWide).toEqual(['director', 'auditor']);
    expect(first.team.map((member: { user: { name: string } }) => member.user.name)).toEqual([
      office.people.attorney.name,
    ]);
    expect(first.entries).toHaveLength(50);
    const second = await api.read(`/cases/${caseId}/access?cursor=${first.nextCursor}`);
    expect(second.nextCursor).toBeNull();
    const all = [...first.entries, ...second.entries];
    expect(new Set(all.map((entry: { number: number }) => entry.number)).size).toBe(all.length);
    expect(all.at(-1)).toMatchObject({
      action: 'client.create',
      by: { name: office.people.attorney.name },
      role: 'attorney',
    });
    expect(all.filter((entry: { action: string }) => entry.action === 'client.read')).toHaveLength(60);
  });

  it('shows the log to who answers for the client, and to attorneys while nobody does', async () => {
    const { accredited_representative: representative, director } = office.api;
    const matter = await addClient(api, { aNumber: null });
    const path = `/cases/${matter.caseId}`;
    await joinTeam(api, matter.caseId, office.people.accredited_representative.id);
    const shown = async (who: Api): Promise<[boolean, boolean]> => {
      const { logShown, entries } = await who.read(`${path}/access`);
      return [logShown, entries.length > 0];
    };
    expect(await shown(api)).toEqual([true, true]);
    expect(await shown(representative)).toEqual([true, true]);
    const { version } = await api.read(path);
    await api.ok('PATCH', path, { responsibleId: office.people.attorney.id }, { ifMatch: version });
    expect(await shown(api)).toEqual([true, true]);
    expect(await shown(representative)).toEqual([false, false]);
    expect(await shown(director)).toEqual([true, true]);
    expect(await shown(office.api.auditor)).toEqual([true, true]);
  });

  it('is for attorneys, the director and the auditor', async () => {
    await joinTeam(api, client.caseId, office.people.paralegal.id);
    const status = async (role: 'paralegal' | 'auditor' | 'director') =>
      (await office.api[role].get(`/cases/${client.caseId}/access`)).status;
    expect([await status('paralegal'), await status('auditor'), await status('director')]).toEqual([
      403, 200, 200,
    ]);
  });
});
