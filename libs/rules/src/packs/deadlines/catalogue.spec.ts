import { count, type CountUnit } from '../../calendar/count';
import { legalCalendar } from '../../calendar/legal-calendar';
import type { RuleRecord } from '../rule-record';
import { RULE_SET } from '../rule-set';
import { TRIGGERS } from '../triggers';

/** Worked examples: rule, name under which the trigger is given, its day, expected day; counted by hand. */
const EXAMPLES: readonly (readonly [string, string, string, string | null, { detained?: boolean }?])[] = [
  ['bia.appeal.dhs_officer', 'dhs_decision_served', '2026-10-15', '2026-11-16'],
  ['bia.appeal.bond', 'ij_bond_decision', '2026-11-05', '2026-12-07'],
  ['bia.appeal.bond.10d', 'ij_bond_decision', '2026-11-05', '2026-11-16'],
  ['bia.appeal.dd_custody.10d', 'dd_custody_decision', '2026-11-16', '2026-11-27'],
  ['fee.cure.15d', 'rejection_notice', '2026-11-12', '2026-11-27'],
  ['vd.bia_bond_proof.30d', 'appeal_filed', '2026-10-21', '2026-11-20'],
  ['bia.brief.sequential.21d', 'briefing_notice', '2026-03-06', '2026-03-27'],
  ['bia.brief.detained.21d', 'briefing_notice', '2026-03-06', '2026-03-27', { detained: true }],
  ['bia.brief.simultaneous.20d', 'briefing_notice', '2026-06-29', '2026-07-20'],
  ['bia.brief.simultaneous.20d', 'briefing_notice', '2026-06-29', '2026-07-20', { detained: true }],
  ['motion.reopen.vawa.1y', 'final_order', '2025-07-03', '2026-07-06'],
  ['motion.reopen.vawa.legacy', '', '1990-01-10', null],
  ['bia.motion.response.13d', 'motion_served', '2026-11-13', '2026-11-27'],
  ['ij.filing.individual.30d_before', 'hearing', '2027-01-06', '2026-12-07'],
  ['ij.filing.individual.30d_before', 'hearing', '2026-12-21', '2026-11-23'],
  ['ij.filing.individual.30d_before', 'hearing', '2020-12-22', '2020-12-07'],
  ['ij.filing.individual.30d_before', 'hearing', '2020-12-23', '2020-11-23'],
  ['ij.filing.individual.30d_before', 'hearing', '2022-08-26', '2022-08-11'],
  ['ij.filing.individual.30d_before', 'hearing', '2025-02-03', '2025-01-06'],
  ['ij.filing.master.15d_before', 'hearing', '2026-12-01', '2026-11-16'],
  ['ij.filing.detained.court_set', '', '2026-12-01', null, { detained: true }],
  ['ij.response.10d', 'filing_received', '2026-11-16', '2026-11-27'],
  ['asylum.1y', 'last_arrival', '2025-07-04', '2026-07-06'],
  ['asylum.1y', 'last_arrival', '2024-02-29', '2025-02-28'],
  ['asylum.1y', 'last_arrival', '1981-05-20', '1998-04-01'],
  ['eoir33.court.5d', 'address_change', '2026-11-25', '2026-11-30'],
  ['eoir33.bia.5wd', 'address_change', '2026-11-25', '2026-12-03'],
  ['ar11.10d', 'address_change', '2026-12-15', '2026-12-25'],
  ['pfr.30d.reinstatement.order', 'reinstatement_or_FARO', '2026-04-06', '2026-05-06'],
  ['pfr.30d.reinstatement.denial', 'withholding_only_bia_denial', '2026-10-05', '2026-11-04'],
  ['coa.motion.response.10d.electronic', 'motion_served', '2026-11-09', '2026-11-19'],
  ['coa.motion.response.10d.mail', 'motion_served', '2026-11-09', '2026-11-23'],
  ['coa.rehearing.45d', 'court_of_appeals_judgment', '2026-10-08', '2026-11-23'],
  ['scotus.cert.90d', 'court_of_appeals_judgment', '2026-08-31', '2026-11-30'],
  ['habeas.petition.no_limit', '', '2026-11-02', null],
  ['habeas.return.2243.3d', 'order_to_show_cause', '2026-11-23', '2026-11-27'],
  ['habeas.return.2243.cause.20d', 'order_to_show_cause', '2026-11-23', '2026-12-14'],
  ['habeas.hearing.2243.5d', 'return_filed', '2026-11-27', '2026-12-02'],
  ['habeas.appeal.60d', 'habeas_judgment', '2026-11-02', '2027-01-04'],
  ['postconviction.2254.1y', 'state_judgment_final', '2025-12-25', '2026-12-28'],
  ['padilla', 'conviction_final', '1989-06-01', '1997-04-24'],
];

type Period = NonNullable<RuleRecord['period']>;
const counted = (rule: RuleRecord, start: string, period: Period, roll = rule.roll) =>
  count(
    {
      start,
      n: period.n,
      unit: period.unit as CountUnit,
      direction: rule.direction,
      roll,
      notBefore: rule.notBefore,
    },
    legalCalendar(rule.calendarLayers, {}),
  ).on;

describe('the records of appeals, briefs, proceedings and the federal courts', () => {
  const rows = EXAMPLES.map(
    ([id, fact, on, expected, facts]) => [id, fact, on, expected, { ...facts }] as const,
  );

  it.each(rows)('%s from %s %s: %s', (id, fact, on, expected, facts) => {
    const rule = RULE_SET.select(id, { keyDay: on, ...facts })!;
    expect(TRIGGERS[rule.trigger].facts.includes(fact)).toBe(rule.period !== null);
    expect(rule.period && counted(rule, on, rule.period)).toBe(expected);
  });

  it.each([
    ['coa.rehearing.45d', '2026-10-08', 'conservative_14d', '2026-10-22'],
    ['ij.filing.individual.30d_before', '2026-12-21', 'internal_target_prior_business_day', '2026-11-20'],
  ])('%s from %s has the other reading %s', (id, on, name, expected) => {
    const rule = RULE_SET.select(id, { keyDay: on })!;
    const reading = rule.otherReadings.find((other) => other.name === name)!;
    expect(counted(rule, on, reading.period, reading.roll ?? rule.roll)).toBe(expected);
  });

  it.each([
    ['bia.brief.sequential.21d', '2026-03-06', true],
    ['bia.brief.sequential.21d', '2026-03-09', false],
    ['bia.brief.detained.21d', '2026-03-06', false],
    ['bia.brief.simultaneous.20d', '2026-03-08', false],
    ['ij.response.10d', '2026-11-16', true],
    ['ij.filing.individual.30d_before', '2027-01-06', true],
    ['fee.cure.15d', '2026-06-10', false],
    ['motion.reopen.vawa.1y', '1997-03-31', false],
  ])('%s does not govern %s while detained is %s', (id, keyDay, detained) => {
    expect(RULE_SET.select(id, { keyDay, detained })).toBeNull();
  });

  it.each([
    ['pfr.30d.reinstatement', ['2026-05-06', '2026-11-04'], ['2026-04-06', '2026-10-05']],
    ['pfr.30d.no_tolling', ['2026-09-02', '2026-11-19'], ['2026-08-03', '2026-10-20']],
    ['coa.motion.response.10d', ['2026-11-19', '2026-11-23'], ['2026-11-09', '2026-11-09']],
    ['habeas.return.2243', ['2026-11-27', '2026-12-14', '2026-12-02'], ['2026-11-23', '2026-11-23', null]],
    ['bia.brief.sequential.schedule', ['2026-03-27', '2026-04-17'], ['2026-03-06', null]],
  ])('%s gives %j', (id, expected, starts) => {
    const { parts } = RULE_SET.composites.find((composite) => composite.id === id)!;
    const found = new Map<string, string>();
    parts.forEach((part, index) => {
      const start = starts[index] ?? found.get(part.fromPart ?? '')!;
      const rule = RULE_SET.versionsOf(part.rule).at(-1)!;
      found.set(part.name, counted(rule, start, rule.period!));
    });
    expect([...found.values()]).toEqual(expected);
  });
});
