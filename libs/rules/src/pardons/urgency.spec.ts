import { RuleInputError } from '../errors';
import { pardonJurisdictions } from '../packs/jurisdictions';
import { clemencyUrgency } from './index';

const facts = { today: '2026-11-22', stage: 'filed' } as const;

describe('what cannot wait in an application for clemency', () => {
  it('is nothing when nothing is near', () =>
    expect(clemencyUrgency({ ...facts, checkInOn: '2026-11-01' })).toEqual({
      today: '2026-11-22',
      dangerOn: null,
      findings: [],
    }));

  it('takes the nearer of flight and check-in, and says how to ask in every jurisdiction', () => {
    for (const { code } of pardonJurisdictions().items) {
      const report = clemencyUrgency({
        ...facts,
        jurisdiction: code,
        flightOn: '2026-12-01',
        checkInOn: '2026-11-25',
      });
      expect(report.dangerOn).toBe('2026-11-25');
      const ask = report.findings.find((one) => one.code === 'ask_emergency_decision');
      expect(ask?.steps.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('lets an office set its own lead, and asks for nothing once decided', () => {
    const close = { ...facts, hearingOn: '2026-11-30', flightOn: '2026-12-10' };
    const asks = (more: object) =>
      clemencyUrgency({ ...close, ...more }).findings.some(({ code }) => code === 'ask_emergency_decision');
    expect([asks({}), asks({ leadDays: 10 }), asks({ leadDays: 11 }), asks({ stage: 'granted' })]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(asks({ hearingOn: '2026-12-20' })).toBe(true);
  });

  it('reads when one may ask again out of the pack, and says when it does not know', () => {
    const denied = {
      ...facts,
      stage: 'denied',
      decisions: [{ on: '2024-02-29', by: 'governor', outcome: 'denied' }],
    } as const;
    const again = (jurisdiction: string, more = {}) =>
      clemencyUrgency({ ...denied, jurisdiction, ...more }).findings.find(({ code }) => code === 'reapply');
    expect(again('PA')).toMatchObject({ on: '2025-02-28', urgency: 'soon', provenance: 'sourced' });
    expect(again('WA')).toMatchObject({ on: '2027-02-28', steps: [expect.stringContaining('filed')] });
    expect(again('WA', { filedOn: '2023-06-01' })).toMatchObject({ on: '2026-06-01', steps: [] });
    expect(again('NY')).toMatchObject({ on: null });
    expect(again('??')).toBeUndefined();
  });

  it('warns of the end of a term, and of an expedite route that is not in force yet', () => {
    const ends = (jurisdiction: string, today: string) =>
      clemencyUrgency({ ...facts, today, jurisdiction }).findings.find(({ code }) => code === 'term_ends');
    expect(ends('CA', '2026-11-22')?.on).toMatch(/^2027-01/);
    expect(ends('CA', '2026-01-22')).toBeUndefined();
    expect(ends('NY', '2026-11-22')).toBeUndefined();
    const way = (today: string) =>
      clemencyUrgency({ ...facts, today, jurisdiction: 'WA', checkInOn: '2026-01-05' })
        .findings.find(({ code }) => code === 'ask_emergency_decision')
        ?.steps.join();
    expect(way('2025-12-31')).toContain('Not in force before');
    expect(way('2026-01-02')).not.toContain('Not in force before');
  });

  it('puts what is most urgent first', () => {
    const { findings } = clemencyUrgency({
      ...facts,
      stage: 'denied',
      staging: true,
      abroad: false,
      postConviction: 'possible',
    });
    expect(findings.map(({ urgency }) => urgency)).toEqual(['now', 'today', 'soon']);
  });

  it('refuses a day that does not exist, with its path', () => {
    const refused = (more: object) => {
      try {
        clemencyUrgency({ ...facts, ...more });
      } catch (error) {
        return error instanceof RuleInputError ? [error.code, error.path] : error;
      }
      return null;
    };
    expect(refused({ flightOn: '2026-02-30' })).toEqual(['malformed_day', 'flightOn']);
    expect(refused({ instrument: { signedOn: 'soon' } })).toEqual(['malformed_day', 'instrument.signedOn']);
    expect(refused({ decisions: [{ on: '', by: 'board', outcome: 'denied' }] })).toEqual([
      'malformed_day',
      'decisions[0].on',
    ]);
  });
});
