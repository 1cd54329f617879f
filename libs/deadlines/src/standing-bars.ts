import {
  departureBar,
  motionBars,
  type DepartureBarContext,
  type DepartureBarReport,
  type MotionBarReport,
} from '@app/rules';
import type { DepartureBarView, MotionBarsView } from './standing-answer.view';
import type { Circumstances } from './standing-circumstances';
import { barKindOf, priorMotion, type RecordedMotion } from './standing-motions';
import { answerTo, departuresOf, pendingAtBoard } from './standing-orders';
import { mutable } from './standing-copy';

/**
 * The motions that the law allows once, counted over everything anybody filed. Only when it is recorded that the client
 * was asked about filings by others, and answered, is one of them ever called open.
 */
export function motionBarsView(about: Circumstances): MotionBarsView {
  const { orders, motions } = about;
  const nameOf = new Map(orders.map(({ id, name }) => [id, name]));
  const idOf = new Map(orders.map(({ id, name }) => [name, id]));
  const named = motions.map((motion, at) => ({ motion, name: `Motion ${at + 1}` }));
  const motionIdOf = new Map(named.map(({ motion, name }) => [name, motion.id]));
  const report: MotionBarReport = motionBars(
    {
      motions: named
        .map(({ motion, name }) => priorMotion(motion, name, nameOf.get(motion.orderId ?? '') ?? null))
        .filter((prior) => prior !== null),
      decisionIds: orders.map(({ name }) => name),
      askedAboutOthers: answerTo(about.rows, 'motions_by_others') === null ? null : true,
      pendingAtBoard: pendingAtBoard(orders, motions),
    },
    { circuit: about.circuit },
  );
  const { total, exceptions, warnings, trace } = mutable(report);
  return {
    total,
    bars: report.bars.map(({ motion, decisionId, standing, motionIds, why, citation }) => ({
      ...{ motion, standing, why, citation },
      orderId: idOf.get(decisionId ?? '') ?? null,
      motionIds: motionIds.map((name) => motionIdOf.get(name) ?? null).filter((id) => id !== null),
    })),
    ...{ exceptions, warnings, trace },
  };
}

/** Between these days the 90 days to reopen end, over all readings; null when they were not counted. */
export interface Period {
  first: string;
  last: string;
}

/** Whether the statutory motion is in time on a day: only when every reading says the same. */
function timelyOn(on: string | null, period: Period | null): boolean | null {
  if (!period || on === null || on.length !== 10) return null;
  if (on <= period.first) return true;
  return on > period.last ? false : null;
}

type Kind = DepartureBarContext['motionKind'];

/** The departure bar for every motion that is pending, and else for one still to be filed. */
export function departureBars(about: Circumstances, periods: Map<string, Period>): DepartureBarView[] {
  const { orders, today, circuit } = about;
  const departures = departuresOf(orders, about.rows);
  const only = orders.length === 1 ? orders[0] : null;
  const report = (kind: Kind, motion: RecordedMotion | null): DepartureBarReport => {
    const order = orders.find(({ id }) => id === motion?.orderId) ?? only;
    const period = order ? (periods.get(order.id) ?? null) : null;
    return departureBar(departures, {
      ...{ today, circuit, motionKind: kind },
      timely: timelyOn(motion ? motion.filedOn : today, period),
      orderOn: order?.decidedOn ?? null,
      motionFiledOn: motion?.filedOn ?? null,
    });
  };
  const pending = about.motions.filter((each) => each.id && each.result === 'pending' && barKindOf(each));
  const found = pending.map((each) => viewOf(barKindOf(each)!, each.id, report(barKindOf(each)!, each)));
  if (found.length === 0) found.push(viewOf('reopen', null, report('reopen', null)));
  if (departures?.length) found.push(viewOf('sua_sponte', null, report('sua_sponte', null)));
  return found;
}

function viewOf(motion: Kind, motionId: string | null, report: DepartureBarReport): DepartureBarView {
  const { standing, why, citation, verified, warnings, trace } = mutable(report);
  return { motion, motionId, standing, why, citation, verified, warnings, trace };
}
