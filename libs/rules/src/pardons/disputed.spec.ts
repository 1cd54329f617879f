import { pardonEffect } from './index';
import { charge, conviction, input, pardon } from './pardons.fixtures';
import type { PardonEffectInput } from './types';

const felony = (change: object = {}) => conviction('b', { flags: { aggravatedFelony: 'yes' }, ...change });

/** A pardoned aggravated felony; another source puts the plea on another day. */
function disputedPlea(otherOn: string, pardons = [pardon(['b'])]): PardonEffectInput {
  const facts = input({ convictions: [felony()], pardons, charges: [charge('237a02Aiii', ['b'])] });
  const other = { ...facts, convictions: [felony({ pleaOn: otherOn })] };
  const dispute = { fact: 'plea_entered', sourceId: 'b', recordedOn: '1995-03', otherOn, other };
  return { ...facts, disputed: [dispute] };
}

describe('a date the sources disagree about', () => {
  it('that takes the answer away is a missing fact: both dates are named, and nothing is lifted', () => {
    const settled = pardonEffect({ ...disputedPlea('2025-09-01'), disputed: [] });
    expect([settled.overall, settled.charges[0].effect]).toEqual(['termination_expected', 'lifted']);
    expect(settled.disputes).toEqual([]);
    const report = pardonEffect(disputedPlea('2025-09-01'));
    expect(report.overall).toBe('insufficient_facts');
    expect(report.charges[0]).toMatchObject({ effect: 'needs_facts', reasonCode: 'disputed_date' });
    expect(report.charges[0].reason).toContain('1995-03 or 2025-09-01');
    expect(report.charges[0].missingFacts).toContainEqual(
      expect.stringContaining('Which is right, 1995-03 or 2025-09-01, for the day of the plea?'),
    );
    expect(report.disputes).toEqual([
      expect.objectContaining({
        fact: 'plea_entered',
        recordedOn: '1995-03',
        otherOn: '2025-09-01',
        overallRecorded: 'termination_expected',
        decides: true,
        changed: expect.arrayContaining([
          expect.objectContaining({ chargeId: 'charge 237a02Aiii', from: 'lifted' }),
        ]),
      }),
    ]);
    expect(report.disputes[0].overallOther).not.toBe('termination_expected');
  });

  it('that makes no difference is named, and the answer stays', () => {
    const report = pardonEffect(disputedPlea('1996-01'));
    expect([report.overall, report.charges[0].effect]).toEqual(['termination_expected', 'lifted']);
    expect(report.disputes).toEqual([expect.objectContaining({ decides: false, changed: [] })]);
    expect(report.charges[0].missingFacts).toEqual([]);
  });

  it('that would only better the answer leaves it as it is, and asks', () => {
    const late = disputedPlea('1995-03');
    const facts = { ...late, convictions: [felony({ pleaOn: '2025-09-01' })] };
    const other = { ...facts, convictions: late.convictions, disputed: undefined };
    const dispute = { ...late.disputed![0], recordedOn: '2025-09-01', otherOn: '1995-03', other };
    const alone = pardonEffect({ ...facts, disputed: [] });
    const report = pardonEffect({ ...facts, disputed: [dispute] });
    expect(alone.charges[0].effect).not.toBe('lifted');
    expect(report.charges[0].effect).toBe(alone.charges[0].effect);
    expect(report.charges[0].missingFacts.length).toBe(alone.charges[0].missingFacts.length + 1);
    expect(report.disputes[0]).toMatchObject({ decides: true, overallOther: 'termination_expected' });
  });

  it('is looked at without a pardon too: what could be asked for hangs on it', () => {
    const report = pardonEffect(disputedPlea('1996-01', []));
    expect(report.mode).toBe('what_to_ask_for');
    expect(report.disputes).toEqual([expect.objectContaining({ otherOn: '1996-01', decides: false })]);
  });

  it('that would bring up a ground nobody thought of keeps back a good answer', () => {
    const two = (pleaOn: string) =>
      ['a', 'b'].map((id) =>
        conviction(id, { flags: { moralTurpitude: 'yes' }, ...(id === 'b' ? { pleaOn } : {}) }),
      );
    const facts = input({
      convictions: two('1995-03'),
      pardons: [pardon(['a', 'b'])],
      charges: [charge('237a02Aii', ['a', 'b'])],
    });
    const other = { ...facts, convictions: two('2025-09-01') };
    const dispute = {
      fact: 'plea_entered',
      sourceId: 'b',
      recordedOn: '1995-03',
      otherOn: '2025-09-01',
      other,
    };
    const report = pardonEffect({ ...facts, disputed: [dispute] });
    expect(pardonEffect(facts).overall).toBe('termination_expected');
    expect(report.overall).toBe('insufficient_facts');
    expect(report.overallReason).toContain('has to be settled first');
  });
});
