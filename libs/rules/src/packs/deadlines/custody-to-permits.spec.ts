import { count, type CountUnit } from '../../calendar/count';
import { latest } from '../../calendar/day';
import { addHours, instantAt } from '../../calendar/hours';
import { legalCalendar } from '../../calendar/legal-calendar';
import type { RuleRecord } from '../rule-record';
import { RULE_SET } from '../rule-set';
import { TRIGGERS } from '../triggers';

const ruleOf = (id: string): RuleRecord => RULE_SET.versionsOf(id).at(-1)!;
const calendarUnit = (rule: RuleRecord) => rule.period!.unit as CountUnit;

/** The day a record leads to from a fact whose name its trigger must accept. */
function dayOf(id: string, fact: string, on: string, layers = ruleOf(id).calendarLayers): string {
  const rule = ruleOf(id);
  expect(TRIGGERS[rule.trigger].facts).toContain(fact);
  const { direction, roll } = rule;
  return count(
    { start: on, n: rule.period!.n, unit: calendarUnit(rule), direction, roll },
    legalCalendar(layers),
  ).on;
}

describe('worked examples of custody, supervision, bond, departure and records', () => {
  it.each([
    ['DV-050', 'vd.post.60d', 'vd_order', '2021-10-12', '2021-12-13'],
    ['DV-053', 'vd.bond.5bd', 'vd_order', '2025-12-22', '2025-12-30'],
    ['DV-054', 'vd.bond.5bd', 'vd_order', '2021-12-30', '2022-01-07'],
    ['DV-076', 'ead.c18.renewal_window.180d', 'ead_expires', '2027-03-31', '2026-10-02'],
    ['DV-077', 'removal.period.90d', 'removal_period_start', '2026-08-24', '2026-11-22'],
    ['DV-079', 'zadvydas.6m', 'removal_period_start', '2026-08-31', '2027-02-28'],
    ['DV-080', 'zadvydas.6m', 'removal_period_start', '2027-08-31', '2028-02-29'],
    ['DV-083', 'removal.period.90d.after_court_stay', 'court_final_order', '2026-07-06', '2026-10-04'],
    ['DV-085', 'osup.redetention.interview_target_2d', 'redetained', '2026-11-20', '2026-11-22'],
    ['DV-086', 'chhoeun.notice.14d', 'notice_mailed', '2026-11-09', '2026-11-23'],
    ['DV-087', 'fear.rf_interview.10d', 'rf_referral', '2026-11-12', '2026-11-22'],
    ['DV-088', 'fear.rf_ij_review.10d', 'ij_referral', '2026-11-13', '2026-11-23'],
    ['DV-089', 'fear.cf_ij_review.7d', 'supervisor_approval', '2026-11-19', '2026-11-26'],
    ['DV-093', 'bond.eoir43.1bd', 'ij_bond_order', '2026-11-25', '2026-11-27'],
    ['DV-094', 'bond.autostay.noa.10bd', 'ij_bond_order', '2026-11-25', '2026-12-10'],
    ['DV-095', 'bond.autostay.lapse.90d', 'notice_of_appeal_filed', '2026-12-10', '2027-03-10'],
    ['DV-097', 'bond.ag_referral.5bd', 'bia_bond_decision', '2026-12-22', '2026-12-30'],
    ['DV-098', 'foia.response.20wd', 'request_received_by_component', '2026-11-02', '2026-12-02'],
    ['DV-099', 'foia.extension.10wd', 'initial_due', '2026-12-02', '2026-12-16'],
    ['DV-100', 'foia.appeal.90d', 'adverse_determination', '2026-09-04', '2026-12-03'],
    ['DV-113', 'internal.diligence.30d', 'pardon_or_vacatur', '2026-10-01', '2026-10-30'],
    ['DV-114', 'internal.checkin.prep.14d_before', 'checkin', '2026-12-15', '2026-12-01'],
    ['no vector', 'osup.redetention.review.3m', 'redetained', '2026-11-30', '2027-02-28'],
    ['no vector', 'pocr.annual', 'hq_review', '2024-02-29', '2025-02-28'],
    ['no vector', 'removal.238b.no_execution.14d', 'faro', '2026-11-12', '2026-11-26'],
    ['no vector', 'vd.pre.120d', 'vd_order', '2026-07-25', '2026-11-22'],
    ['no vector', 'bond.request_after_release.7d', 'released', '2026-11-19', '2026-11-27'],
    ['no vector', 'vd.motion', 'vd_motion_filed', '2026-11-22', '2026-11-22'],
    ['no vector', 'absence.bar.removal.20y', 'removed', '2004-02-29', '2024-02-29'],
    ['no vector', 'internal.checkin.prep.7d_before', 'checkin', '2026-12-02', '2026-11-25'],
    ['no vector', 'internal.checkin.prep.30d_before', 'checkin', '2026-12-26', '2026-11-25'],
  ])('%s %s from %s %s is %s', (_vector, id, fact, on, expected) => {
    expect(dayOf(id, fact, on)).toBe(expected);
  });

  it.each([
    ['DV-102', 'third_country.notice.6h', '2026-03-07T22:00', '2026-03-08T12:00:00Z'],
    ['no vector', 'third_country.notice.24h', '2026-03-07T22:00', '2026-03-09T06:00:00Z'],
    ['no vector', 'third_country.notice.none', '2026-03-07T22:00', '2026-03-08T06:00:00Z'],
    ['no vector', 'third_country.screen.24h', '2026-03-07T22:00', '2026-03-09T06:00:00Z'],
    ['DV-103', 'custody.determination.48h', '2026-11-20T14:30', '2026-11-22T22:30:00Z'],
  ])('%s %s from %s ends %s', (_vector, id, local, expected) => {
    const { period } = ruleOf(id);
    expect(period!.unit).toBe('hour');
    expect(addHours(instantAt(local, 'America/Los_Angeles'), period!.n)).toBe(expected);
  });

  it('DV-053 shows where executive closures would move a business-day date', () => {
    const rule = ruleOf('vd.bond.5bd');
    const outer = dayOf(rule.id, 'vd_order', '2025-12-22', [...rule.calendarLayers, ...rule.outerLayers]);
    expect(outer).toBe('2026-01-02');
  });

  it('DV-079 has the 180-day count as an earlier reading', () => {
    const [proxy] = ruleOf('zadvydas.6m').otherReadings;
    const { n, unit } = proxy!.period;
    expect([proxy!.name, count({ start: '2026-08-31', n, unit, roll: 'none' }).on]).toEqual([
      'proxy_180_days',
      '2027-02-27',
    ]);
  });
});

describe('rules that give several dates', () => {
  it.each([
    [
      'DV-055',
      'vd.alternate_order',
      { vd_order: '2026-04-21' },
      { vd_last_day: '2026-06-22', reopen_due_from_overstay: '2026-09-21' },
    ],
    [
      'DV-078',
      'pocr.milestones',
      { removal_period_start: '2026-06-01' },
      { day_90: '2026-08-30', day_180: '2026-11-28', notice_window_day_60: '2026-07-31' },
    ],
    [
      'DV-090',
      'removal.238b.response',
      { noi_served: '2026-11-12' },
      { personal_service_10d: '2026-11-23', mail_service_13d: '2026-11-25' },
    ],
    [
      'DV-092',
      'dvd.injunction_2025',
      { third_country_notice: '2025-05-05', negative_fear_finding: '2025-05-20' },
      { raise_fear_10d: '2025-05-15', move_to_reopen_15d: '2025-06-04' },
    ],
  ] as const)('%s %s', (_vector, id, facts: Readonly<Record<string, string>>, expected) => {
    const found: Record<string, string> = {};
    for (const part of RULE_SET.composites.find((composite) => composite.id === id)!.parts) {
      const accepted = part.from ?? TRIGGERS[ruleOf(part.rule).trigger].facts;
      const fact = accepted.find((name) => facts[name] !== undefined);
      found[part.name] = part.fromPart
        ? count({
            start: found[part.fromPart]!,
            n: ruleOf(part.rule).period!.n,
            unit: calendarUnit(ruleOf(part.rule)),
            roll: ruleOf(part.rule).roll,
          }).on
        : dayOf(part.rule, fact!, facts[fact!]!);
    }
    expect(found).toEqual(expected);
  });
});

describe('what these records say about themselves', () => {
  const ours = RULE_SET.rules.filter((rule) =>
    [
      'custody',
      'supervision',
      'fear_and_third_country',
      'bond',
      'voluntary_departure',
      'records_and_permits',
    ].includes(rule.family),
  );

  it('marks moving law and looks at it again within a month', () => {
    const moving = ours.filter((rule) => rule.volatile);
    expect(moving.map((rule) => rule.nextReview)).toEqual(moving.map(() => '2026-12-22'));
    const families = ours.filter((rule) => rule.family === 'bond' || rule.id.startsWith('third_country.'));
    expect(families.filter((rule) => !rule.volatile)).toEqual([]);
  });

  it('never presents the clock of the government, a court or an agency as ours to file', () => {
    const theirs = ours.filter((rule) => rule.actor !== 'party');
    expect(theirs.length).toBeGreaterThan(15);
    expect(theirs.filter((rule) => rule.kind !== 'status').map((rule) => rule.id)).toEqual([]);
  });

  it('calls a period it has no source for general knowledge', () => {
    const unsourced = ours.filter((rule) =>
      rule.source.every((text) => text.startsWith('General knowledge')),
    );
    expect(unsourced.filter((rule) => rule.confidence === 'sourced').map((rule) => rule.id)).toEqual([]);
  });

  it('lists every added record in the change log', () => {
    const logged = RULE_SET.changes.flatMap((change) => change.rules);
    expect(ours.filter((rule) => !logged.includes(rule.id)).map((rule) => rule.id)).toEqual([]);
    expect(latest(RULE_SET.changes.map((change) => change.on))).toBe('2026-11-22');
  });
});
