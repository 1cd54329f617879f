import { newId, UnitOfWork } from '@app/platform';
import { LawBasis } from '@app/law';
import { RULE_SET, ruleSetOf } from '@app/rules';
import { asAdmin } from './support/admin';
import { startApp, startBeside, type TestApp } from './support/app';
import { verifyJurisdiction, verifyRule } from './support/factories/law';
import { foundOffice, type Office } from './support/factories/organisation';

/** What dates are counted under: of one organisation, now, and whether it is still what it was. */
let test: TestApp;
let home: Office;
let other: Office;
beforeAll(async () => {
  test = await startApp();
  home = await foundOffice(test, 'Harbor Defenders');
  other = await foundOffice(test, 'Prairie Advocates');
});
afterAll(() => test.close());

function inOffice<T>(where: TestApp, office: Office, work: (law: LawBasis) => Promise<T>): Promise<T> {
  return where.app.get(UnitOfWork).asSystem(office.orgId, 'test', () => work(where.app.get(LawBasis)));
}
const marks = (where: TestApp, office: Office) => inOffice(where, office, (law) => law.marks());

async function addNotice(layer: string, on: string, place: { state?: string; forum?: string } = {}) {
  await asAdmin(test, (admin) =>
    admin.query(
      `INSERT INTO app.calendar_notice (org_id, id, layer, on_date, name, state, forum, by_user)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        home.orgId,
        newId(),
        layer,
        on,
        `A ${layer}`,
        place.state ?? null,
        place.forum ?? null,
        home.people.director.id,
      ],
    ),
  );
}

describe('the basis that dates are counted under', () => {
  it('is the shipped law while an office has added nothing', async () => {
    expect(await inOffice(test, home, (law) => law.context())).toEqual({
      law: RULE_SET,
      verifications: [],
      closures: [],
      stateHolidays: [],
      forumNotices: [],
    });
    expect((await marks(test, home)).fingerprint).toBe((await marks(test, other)).fingerprint);
  });

  it('changes its mark with a calendar notice of the own office only', async () => {
    const [mine, theirs] = [await marks(test, home), await marks(test, other)];
    await addNotice('executive_closure', '2026-12-24');
    const now = await marks(test, home);
    expect(now.fingerprint).not.toBe(mine.fingerprint);
    expect(now.calendarMark).not.toBe(mine.calendarMark);
    expect(now.verificationMark).toBe(mine.verificationMark);
    expect((await marks(test, other)).fingerprint).toBe(theirs.fingerprint);
  });

  it('gives the notices that belong to the state and the forum', async () => {
    await addNotice('state_holiday', '2026-04-20', { state: 'MA' });
    await addNotice('forum_notice', '2026-05-05', { forum: 'board' });
    await addNotice('forum_notice', '2026-05-06');
    const days = async (place?: { state?: string; forum?: string }) => {
      const { closures, stateHolidays, forumNotices } = await inOffice(test, home, (law) =>
        law.context(place),
      );
      return [closures, stateHolidays, forumNotices].map((list) => list.map(({ on }) => on));
    };
    expect(await days()).toEqual([['2026-12-24'], [], ['2026-05-05', '2026-05-06']]);
    expect(await days({ state: 'MA', forum: 'ice' })).toEqual([
      ['2026-12-24'],
      ['2026-04-20'],
      ['2026-05-06'],
    ]);
    expect(await days({ state: 'NY', forum: 'board' })).toEqual([
      ['2026-12-24'],
      [],
      ['2026-05-05', '2026-05-06'],
    ]);
  });

  it('changes its mark with the verification of a rule, and not with that of a pardoning authority', async () => {
    const before = await marks(test, home);
    await verifyJurisdiction(home.api.attorney, 'IL');
    expect((await marks(test, home)).fingerprint).toBe(before.fingerprint);
    const made = await verifyRule(home.api.attorney, 'motion.reopen.90d');
    const verified = await marks(test, home);
    expect(verified.verificationMark).not.toBe(before.verificationMark);
    expect(verified.calendarMark).toBe(before.calendarMark);
    await home.api.attorney.ok('POST', `/law/verifications/${made.id}/withdraw`);
    expect((await marks(test, home)).fingerprint).toBe(before.fingerprint);
  });

  it('changes with another rule set, and remembers under which the dates were counted', async () => {
    const before = await marks(test, home);
    expect(await inOffice(test, home, (law) => law.counted())).toBeNull();
    await inOffice(test, home, (law) => law.noteCounted(before));
    const updated = await startBeside(test, ruleSetOf('2027-01-01.1', RULE_SET.rules));
    try {
      const after = await marks(updated, home);
      expect(after).toMatchObject({ ruleSetVersion: '2027-01-01.1', calendarMark: before.calendarMark });
      expect(after.fingerprint).not.toBe(before.fingerprint);
      expect(await inOffice(updated, home, (law) => law.counted())).toMatchObject(before);
      await inOffice(updated, home, (law) => law.noteCounted(after));
      expect(await inOffice(updated, home, (law) => law.counted())).toMatchObject(after);
    } finally {
      await updated.close();
    }
    expect(await inOffice(test, other, (law) => law.counted())).toBeNull();
  });
});
