import { computeFinalities, detentionPlan, heldSince, instantAt, removalPeriodStart } from '@app/rules';
import type { DatedFact, FactKind, RemovalPeriodStart } from '@app/rules';
import type { ChronologyRow } from './chronology.queries';
import type { Circumstances } from './standing-circumstances';
import { mutable } from './standing-copy';
import { dateOf } from './standing-motions';
import type { CustodyPlanView } from './standing-plans.view';

const HOUR =
  'The hour is not recorded: counted from the beginning of that day at the office, the earliest it can have been.';
const AT_CHECK_IN =
  'Counted from the time of the check-in at which the client was detained, on the clock of the office.';
const BY_PROTOCOL = 'Counted from the hour of the protocol that runs for this client.';
const FREE_BEFORE =
  'The detention began after the order was final: counted as a return to detention. If the client was never on supervision the interview and the three-month review are not owed.';
const SEVERAL = 'Several orders can be carried out: counted from the one that became final last.';

/** The detention that goes on, by the entry with which it began. */
function detentionOf(rows: readonly ChronologyRow[]): (ChronologyRow & { on_date: string }) | null {
  const custody = rows.filter(({ kind }) => kind === 'custody');
  const began = heldSince(custody, ({ on_date: on, attributes }) => ({
    on,
    held: attributes.status === 'detained',
  }));
  return began?.on_date ? { ...began, on_date: began.on_date } : null;
}

const factOf = (row: ChronologyRow): DatedFact => ({
  id: `${row.source_kind}:${row.source_id}:${row.kind}`,
  kind: row.kind as FactKind,
  on: dateOf(row),
  attributes: row.attributes,
});

interface Began {
  start: RemovalPeriodStart;
  several: boolean;
}

/** When the removal period of the order began that became final last, among those that can be carried out. */
function removalPeriodOf(about: Circumstances): Began {
  const alive = new Set(
    about.orders.filter(({ status }) => ['in_force', 'stayed'].includes(status)).map(({ id }) => id),
  );
  const known = computeFinalities(about.rows.filter(({ kind }) => ORDER_FACTS.includes(kind)).map(factOf), {
    today: about.today,
    ...about.law,
  }).filter(({ orderId, conservativeOn }) => alive.has(orderId ?? '') && conservativeOn !== null);
  const last = [...known].sort((a, b) => (a.conservativeOn! < b.conservativeOn! ? -1 : 1)).at(-1);
  const petitions = about.motions.filter(
    ({ kind, result }) => kind === 'petition_for_review' && result !== 'rejected',
  );
  const petition = petitions.at(-1);
  const closed = petition && petition.resultOn?.length === 10 ? petition.resultOn : null;
  const stayed = petition ? (petition.stayUntil ? true : null) : false;
  const start = removalPeriodStart({
    orderFinalOn: last?.conservativeOn ?? null,
    courtStayedRemoval: stayed,
    courtFinalOrderOn: closed,
  });
  return { start, several: known.length > 1 };
}

const ORDER_FACTS = [
  'order_decided',
  'order_decision_mailed',
  'appeal_waived',
  'appeal_filed',
  'bia_decided',
  'order_status',
  'order_vacated',
];

/** The last moment at which the client can have been free, as far as the record tells. */
function detainedAt(since: string, about: Circumstances): { at: string; note: string } {
  const started = about.progress.detainedAt?.toISOString();
  if (started) return { at: started, note: BY_PROTOCOL };
  const there = about.rows.find(
    ({ kind, on_date: on, attributes }) =>
      kind === 'check_in' && on === since && attributes.outcome === 'detained',
  );
  const time = there?.attributes.time;
  const known = typeof time === 'string';
  const at = instantAt(`${since}T${known ? time : '00:00'}`, about.timeZone);
  return { at, note: known ? AT_CHECK_IN : HOUR };
}

/** What follows from a detention, hour by hour and review by review; null when none is recorded as going on. */
export function custodyPlanView(about: Circumstances): CustodyPlanView | null {
  const detention = detentionOf(about.rows);
  if (!detention) return null;
  const since = detention.on_date;
  const { start, several } = removalPeriodOf(about);
  const { at, note } = detainedAt(since, about);
  const again = start.on !== null && since > start.on;
  const plan = mutable(
    detentionPlan({
      ...about.law,
      detainedAt: at,
      now: about.now,
      doneIds: about.progress.detained,
      timeZone: about.timeZone,
      removalPeriodStart: start.on,
      redetained: again ? true : null,
    }),
  );
  return {
    since,
    detainedAtUtc: plan.detainedAtUtc,
    detainedAtLocal: plan.detainedAtLocal,
    hoursPassed: plan.hoursPassed,
    removalPeriod: mutable(start),
    milestones: plan.milestones,
    hours: plan.hours.map(({ done: _, late: __, ...item }) => item),
    clocks: plan.clocks,
    days: plan.days.map(({ done: _, ...item }) => item),
    daily: plan.daily,
    warnings: [note, ...(again ? [FREE_BEFORE] : []), ...(several ? [SEVERAL] : []), ...plan.warnings],
  };
}
