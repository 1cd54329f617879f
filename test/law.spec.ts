import { RULE_SET } from '@app/rules';
import { asAdmin } from './support/admin';
import { startApp, type TestApp } from './support/app';
import { enterNotice, verifyRule } from './support/factories/law';
import { foundOffice, type Office } from './support/factories/organisation';

/** The law as an office reads it, and what it adds: verifications by its attorneys and closed days. */
let test: TestApp;
let home: Office;
let other: Office;
beforeAll(async () => {
  test = await startApp();
  home = await foundOffice(test, 'Harbor Defenders');
  other = await foundOffice(test, 'Prairie Advocates');
});
afterAll(() => test.close());

const RULE = 'motion.reopen.90d';

describe('the rules', () => {
  it('are listed once each, with their standing', async () => {
    const { ruleSetVersion, checkedOn, items } = await home.api.volunteer.read('/law/rules');
    expect(ruleSetVersion).toBe(RULE_SET.version);
    expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const ids = items.map((item: { id: string }) => item.id);
    const all = [...RULE_SET.rules, ...RULE_SET.composites].map(({ id }) => id);
    expect([...ids].sort()).toEqual([...new Set(all)].sort());
    expect(items.find((item: { id: string }) => item.id === RULE)).toMatchObject({
      period: { n: 90, unit: 'day' },
      kind: 'filing',
      verified: false,
      composite: false,
      status: 'operative',
    });
  });

  it('are found by words, family, standing and verification', async () => {
    const find = async (query: string) =>
      (await home.api.attorney.read(`/law/rules?${query}`)).items.map((item: { id: string }) => item.id);
    expect(await find('q=REOPEN%2090')).toContain(RULE);
    expect(await find('q=1003.23%20nothing')).toEqual([]);
    const motions = await find('family=motions');
    expect(motions).toContain(RULE);
    expect(motions).not.toContain('bia.appeal.30d');
    expect(await find('status=vacated&family=motions')).not.toContain(RULE);
    expect(await find('verified=false')).toContain(RULE);
    for (const query of ['status=nonsense', 'verified=perhaps', 'unknown=1', `q=${'x'.repeat(201)}`])
      expect((await home.api.attorney.get(`/law/rules?${query}`)).status).toBeGreaterThanOrEqual(400);
  });

  it('show every version with its provenance, what contests it and the log', async () => {
    const rule = await home.api.paralegal.read('/law/rules/bia.appeal.10d');
    expect(rule).toMatchObject({ id: 'bia.appeal.10d', composite: false, can: { verify: false } });
    expect(rule.versions.length).toBe(RULE_SET.versionsOf('bia.appeal.10d').length);
    const [first] = rule.versions;
    expect(first.citation).not.toBe('');
    expect(first.source.length).toBeGreaterThan(0);
    expect(first.trigger).toEqual({ name: 'decision_served', label: expect.any(String) });
    expect(first.warnings.join(' ')).toContain('Not verified');
    expect(rule.changes.length).toBeGreaterThan(0);
    expect(rule.changes[0].rules).toContain('bia.appeal.10d');
  });

  it('are found under their other names, and nothing is under a name nobody uses', async () => {
    const named = RULE_SET.rules.find(({ aliases }) =>
      (aliases ?? []).some((name) => /^[\w.]+$/.test(name)),
    )!;
    const alias = named.aliases!.find((name) => /^[\w.]+$/.test(name));
    expect((await home.api.attorney.read(`/law/rules/${alias}`)).id).toBe(named.id);
    for (const name of ['nothing', 'constructor', '__proto__', '%00', '..%2f..', 'x'.repeat(5000)])
      expect((await home.api.attorney.get(`/law/rules/${name}`)).status).toBeGreaterThanOrEqual(400);
    expect((await home.api.attorney.get('/law/rules/nothing')).status).toBe(404);
  });

  it('have a change log, newest first', async () => {
    const { ruleSetVersion, items } = await home.api.intake.read('/law/changes');
    expect(items[0].ruleSetVersion).toBe(ruleSetVersion);
    expect(items).toHaveLength(RULE_SET.changes.length);
    const days = items.map((item: { on: string }) => item.on);
    expect(days).toEqual([...days].sort().reverse());
  });
});

describe('a verification', () => {
  it('is an attorney’s: others may not', async () => {
    const body = { version: 1, on: '2026-11-20', sourceSeen: 'eCFR' };
    for (const role of [
      'director',
      'paralegal',
      'accredited_representative',
      'volunteer',
      'auditor',
    ] as const)
      expect((await home.api[role].post(`/law/rules/${RULE}/verifications`, body)).status).toBe(403);
  });

  it('says who compared which version with what, and makes the rule a verified one', async () => {
    const made = await verifyRule(home.api.attorney, RULE, { note: '  Read with the 2025 amendments.  ' });
    const rule = await home.api.paralegal.read(`/law/rules/${RULE}`);
    expect(rule.versions[0]).toMatchObject({ version: 1, verified: true });
    expect(rule.versions[0].warnings.join(' ')).not.toContain('Not verified');
    expect(rule.versions[0].verifications[0]).toMatchObject({
      id: made.id,
      ruleVersion: 1,
      on: '2026-11-20',
      sourceSeen: 'eCFR, title 8, as of 2026-11-18',
      note: 'Read with the 2025 amendments.',
      by: { id: home.people.attorney.id, name: home.people.attorney.name },
      withdrawn: null,
    });
    const { items } = await home.api.paralegal.read('/law/rules?verified=true');
    expect(items.map((item: { id: string }) => item.id)).toEqual([RULE]);
  });

  it('is nobody else’s: another office sees and withdraws nothing', async () => {
    const made = await verifyRule(home.api.attorney, RULE);
    const rule = await other.api.attorney.read(`/law/rules/${RULE}`);
    expect(rule.versions[0]).toMatchObject({ verified: false, verifications: [] });
    expect((await other.api.attorney.post(`/law/verifications/${made.id}/withdraw`)).status).toBe(404);
    expect((await other.api.attorney.read('/law/rules?verified=true')).items).toEqual([]);
  });

  it('counts no longer once withdrawn, and stays in the record', async () => {
    const rule = 'motion.reconsider.30d';
    const made = await verifyRule(home.api.attorney, rule);
    expect((await home.api.paralegal.post(`/law/verifications/${made.id}/withdraw`)).status).toBe(403);
    const after = await home.api.attorney.ok('POST', `/law/verifications/${made.id}/withdraw`);
    expect(after.versions[0]).toMatchObject({ verified: false });
    expect(after.versions[0].verifications[0].withdrawn).toMatchObject({
      by: { id: home.people.attorney.id },
      at: expect.stringMatching(/Z$/),
    });
    const again = await home.api.attorney.post(`/law/verifications/${made.id}/withdraw`);
    expect([again.status, again.body.code]).toEqual([422, 'withdrawn_already']);
    const kept = await asAdmin(test, (admin) =>
      admin.query(`SELECT was, replaced_by FROM app.row_history WHERE row_id = $1`, [made.id]),
    );
    expect(kept.rows).toHaveLength(1);
    expect(kept.rows[0].was).toMatchObject({ rule_id: rule, withdrawn_at: null });
    expect(kept.rows[0].replaced_by).toBe(home.people.attorney.id);
  });

  it('leaves an entry in the audit trail', async () => {
    const { rows } = await asAdmin(test, (admin) =>
      admin.query(`SELECT fields FROM app.audit_entry WHERE org_id = $1 AND action = 'law.verify'`, [
        home.orgId,
      ]),
    );
    const fields = rows.flatMap((row) => row.fields);
    expect(fields.join(' ')).toContain('verified');
    expect(fields.join(' ')).toContain('withdrawn');
  });

  it.each([
    ['version', { version: 99 }, 'unknown_version'],
    ['version', { version: 0 }, 'invalid'],
    ['version', { version: '1' }, 'invalid'],
    ['on', { on: '2026-02-30' }, 'invalid'],
    ['on', { on: '99999-01-01' }, 'invalid'],
    ['on', { on: '2199-01-01' }, 'in_future'],
    ['sourceSeen', { sourceSeen: '   ' }, 'required'],
    ['sourceSeen', { sourceSeen: 'x'.repeat(501) }, 'too_long'],
    ['note', { note: 'x'.repeat(2001) }, 'too_long'],
  ])('is refused for its %s: %j', async (path, wrong, code) => {
    const body = { version: 1, on: '2026-11-20', sourceSeen: 'eCFR', ...wrong };
    const answer = await home.api.attorney.post(`/law/rules/${RULE}/verifications`, body);
    expect([answer.status, answer.body.errors[0].path, answer.body.errors[0].code]).toEqual([
      422,
      path,
      code,
    ]);
  });

  it('is about a rule that is there', async () => {
    const body = { version: 1, on: '2026-11-20', sourceSeen: 'eCFR' };
    expect((await home.api.attorney.post('/law/rules/no.such.rule/verifications', body)).status).toBe(404);
  });
});

describe('jurisdictions and grounds', () => {
  it('are read with provenance and found by words', async () => {
    const all = await home.api.volunteer.read('/law/jurisdictions');
    expect(all.items).toHaveLength(53);
    const found = await home.api.volunteer.read('/law/jurisdictions?q=illinois%20prisoner%20review');
    expect(found.items.map((item: { code: string }) => item.code)).toEqual(['IL']);
    const one = await home.api.volunteer.read('/law/jurisdictions/il');
    expect(one).toMatchObject({ code: 'IL', whoDecides: { provenance: expect.any(String) } });
    expect((await home.api.volunteer.get('/law/jurisdictions/XX')).status).toBe(404);

    const grounds = await home.api.volunteer.read('/law/grounds?waived=yes');
    expect(grounds.items.map((item: { id: string }) => item.id)).toContain('237a2Aiii');
    expect((await home.api.volunteer.read('/law/grounds?q=firearm')).items.length).toBeGreaterThan(0);
    const ground = await home.api.volunteer.read('/law/grounds/237a2Aiii');
    expect(ground.authorities[0]).toMatchObject({ cite: expect.any(String), provenance: expect.any(String) });
    expect((await home.api.volunteer.get('/law/grounds/237')).status).toBe(404);
    expect((await home.api.volunteer.get('/law/grounds?waived=perhaps')).status).toBe(422);
  });
});

describe('a closed day entered by hand', () => {
  it('is entered by those who answer for the calendar, and read by everybody of the office', async () => {
    const made = await enterNotice(home.api.accredited_representative, {
      sourceLink: 'https://www.federalregister.gov/d/2026-1',
    });
    const { items } = await home.api.volunteer.read('/calendar-notices');
    expect(items[0]).toMatchObject({
      id: made.id,
      version: 1,
      layer: 'executive_closure',
      on: '2026-12-24',
      forum: null,
      state: null,
      by: { id: home.people.accredited_representative.id },
      withdrawn: null,
      can: { withdraw: false },
    });
    const body = { layer: 'executive_closure', on: '2026-12-26', name: 'x' };
    for (const role of ['paralegal', 'intake', 'volunteer', 'auditor'] as const)
      expect((await home.api[role].post('/calendar-notices', body)).status).toBe(403);
  });

  it('is nobody else’s', async () => {
    expect((await other.api.director.read('/calendar-notices')).items).toEqual([]);
    const [mine] = (await home.api.director.read('/calendar-notices')).items;
    const answer = await other.api.director.post(`/calendar-notices/${mine.id}/withdraw`, {}, { ifMatch: 1 });
    expect(answer.status).toBe(404);
  });

  it('is not entered twice, unless the first was withdrawn', async () => {
    const made = await enterNotice(home.api.director, { on: '2027-01-02' });
    const body = { layer: 'executive_closure', on: '2027-01-02', name: 'Again' };
    const twice = await home.api.director.post('/calendar-notices', body);
    expect([twice.status, twice.body.code]).toEqual([409, 'notice_entered_already']);
    const path = `/calendar-notices/${made.id}/withdraw`;
    expect((await home.api.director.post(path)).status).toBe(428);
    expect((await home.api.director.post(path, {}, { ifMatch: 7 })).status).toBe(412);
    const gone = await home.api.director.ok('POST', path, {}, { ifMatch: 1 });
    expect(gone).toMatchObject({ version: 2, withdrawn: { by: { id: home.people.director.id } } });
    expect((await home.api.director.post(path, {}, { ifMatch: 2 })).body.code).toBe('withdrawn_already');
    await home.api.director.created('/calendar-notices', body);
    const withdrawn = await home.api.director.read('/calendar-notices?withdrawn=true');
    expect(withdrawn.items.map((item: { id: string }) => item.id)).toEqual([made.id]);
    const kept = await asAdmin(test, (admin) =>
      admin.query(`SELECT was FROM app.row_history WHERE row_id = $1`, [made.id]),
    );
    expect(kept.rows[0].was).toMatchObject({ version: 1, withdrawn_at: null });
  });

  it('is listed page by page, by layer and by days', async () => {
    for (const day of ['03', '04', '05'])
      await enterNotice(home.api.director, { layer: 'forum_notice', on: `2030-06-${day}`, forum: 'board' });
    const first = await home.api.director.read('/calendar-notices?layer=forum_notice&limit=2');
    expect(first.items.map((item: { on: string }) => item.on)).toEqual(['2030-06-05', '2030-06-04']);
    const rest = await home.api.director.read(
      `/calendar-notices?layer=forum_notice&limit=2&cursor=${first.nextCursor}`,
    );
    expect([rest.items.map((item: { on: string }) => item.on), rest.nextCursor]).toEqual([
      ['2030-06-03'],
      null,
    ]);
    const between = await home.api.director.read('/calendar-notices?from=2030-06-04&to=2030-06-04');
    expect(between.items).toHaveLength(1);
  });

  it.each([
    ['on', { on: '2026-02-30' }, 'invalid'],
    ['on', { on: '1949-12-31' }, 'day_out_of_range'],
    ['on', { on: '99999-01-01' }, 'invalid'],
    ['layer', { layer: 'weekend' }, 'not_one_of'],
    ['name', { name: ' ' }, 'required'],
    ['state', { state: 'MA' }, 'not_with_layer'],
    ['forum', { forum: 'board' }, 'not_with_layer'],
    ['state', { layer: 'state_holiday' }, 'unknown_state'],
    ['state', { layer: 'state_holiday', state: 'XX' }, 'unknown_state'],
    ['forum', { layer: 'forum_notice', forum: 'somewhere' }, 'invalid'],
    ['forum', { layer: 'forum_notice', forum: 'circuit:12' }, 'invalid'],
    ['forum', { layer: 'forum_notice', forum: 'QQQ' }, 'invalid'],
    ['sourceLink', { sourceLink: 'javascript:alert(1)' }, 'invalid'],
  ])('is refused for its %s: %j', async (path, wrong, code) => {
    const body = { layer: 'executive_closure', on: '2031-01-02', name: 'Closed', ...wrong };
    const answer = await home.api.director.post('/calendar-notices', body);
    expect([answer.status, answer.body.errors?.[0]?.path, answer.body.errors?.[0]?.code]).toEqual([
      422,
      path,
      code,
    ]);
  });
});
