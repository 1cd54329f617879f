import { deriveDeadlines } from './derive';
import type { DatedFact, FactKind } from './types';

type Attributes = DatedFact['attributes'];
const fact = (kind: FactKind, on: string | null, attributes: Attributes): DatedFact => ({
  id: `${kind}:b1`,
  ...{ kind, on },
  attributes: { bondId: 'b1', setBy: 'immigration_judge', ...attributes },
});
const decided = (on: string | null, decision: string, setBy = 'immigration_judge') =>
  fact('bond_decided', on, { decision, setBy });
const appealed = (on: string, appealBy: string, automaticStay: string | null = null) =>
  fact('bond_appealed', on, { appealBy, automaticStay });
const derive = (...facts: DatedFact[]) => deriveDeadlines(facts, { today: '2026-11-22' });
const rulesOf = (...facts: DatedFact[]) =>
  derive(...facts)
    .map(({ ruleId, dueOn }) => [ruleId, dueOn])
    .sort();

describe('the clocks of a bond', () => {
  it('give thirty days to appeal a denial, with the ten-day text of 2026 beside them as the day to act on', () => {
    const [deadline] = derive(decided('2026-11-02', 'denied'));
    expect(deadline).toMatchObject({
      key: 'bia.appeal.bond:bond:b1',
      ruleStatus: 'operative_contested',
      dueOn: '2026-12-02',
    });
    expect(deadline.alternates).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'codified_text_10d', on: '2026-11-12' })]),
    );
    expect(deadline.taskOn! < '2026-11-12').toBe(true);
    const [before] = derive(decided('2025-06-02', 'no_jurisdiction'));
    expect([before.dueOn, before.ruleVersion, before.alternates.map(({ name }) => name)]).toEqual([
      '2025-07-02',
      1,
      expect.not.arrayContaining(['codified_text_10d']),
    ]);
  });

  it('run for the government too when a judge grants, and not when it has no automatic stay', () => {
    expect(rulesOf(decided('2026-11-02', 'granted'))).toEqual([
      ['bia.appeal.bond', '2026-12-02'],
      ['bond.autostay.noa.10bd', '2026-11-17'],
      ['bond.eoir43.1bd', '2026-11-03'],
    ]);
    expect(rulesOf(decided('2026-11-02', 'granted'), appealed('2026-11-05', 'government', 'no'))).toEqual([
      ['bia.appeal.bond', '2026-12-02'],
    ]);
  });

  it('end the automatic stay ninety days after the government appealed', () => {
    const facts = [decided('2026-11-02', 'granted'), appealed('2026-11-05', 'government', 'yes')];
    expect(rulesOf(...facts)).toContainEqual(['bond.autostay.lapse.90d', '2027-02-03']);
    const board = fact('bond_appeal_decided', '2026-11-20', { appealBy: 'government', outcome: 'dismissed' });
    expect(rulesOf(...facts, board)).toEqual([['bond.ag_referral.5bd', '2026-11-30']]);
  });

  it('end with the stay, on whatever day it ended', () => {
    const facts = [decided('2026-11-02', 'granted'), appealed('2026-11-05', 'government', 'yes')];
    for (const on of ['2026-11-20', null])
      expect(rulesOf(...facts, fact('bond_stay_ended', on, { how: 'court_order' }))).toEqual([
        ['bia.appeal.bond', '2026-12-02'],
      ]);
  });

  it('are answered by an appeal of the client in time', () => {
    const [deadline] = derive(decided('2026-11-02', 'denied'), appealed('2026-11-10', 'client'));
    expect(deadline.answeredBy).toMatchObject({ kind: 'bond_appealed', on: '2026-11-10' });
  });

  it('of ICE start with the release, not with the day the money was posted', () => {
    expect(rulesOf(decided('2026-11-02', 'granted', 'ice'))).toEqual([]);
    const posted = (releasedOn: string | null) =>
      fact('bond_posted', '2026-11-03', { setBy: 'ice', releasedOn });
    expect(rulesOf(posted('2026-11-09'))).toEqual([['bond.request_after_release.7d', '2026-11-16']]);
    expect(rulesOf(posted(null))).toEqual([]);
  });

  it('count as running when nobody knows the day of the decision', () => {
    expect(derive(decided(null, 'denied'))).toEqual([
      expect.objectContaining({ ruleId: 'bia.appeal.bond', kind: 'unknown', dueOn: null }),
    ]);
  });
});
