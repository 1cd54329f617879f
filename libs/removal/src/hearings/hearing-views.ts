import { may } from '@app/access';
import type { ClientKey } from '@app/platform';
import { personOf, type Colleagues } from '../colleagues';
import { courtOf } from '../courts';
import { appointmentOf, type Appointment } from './hearing-facts';
import type { Hearing, HearingLookUp } from './hearing.entity';
import type { HearingDifference, HearingLookUpView, HearingView } from './hearing.view';

/** What views of hearings draw on. */
export interface HearingContext {
  key: ClientKey;
  /** Court code of each proceeding. */
  courts: Map<string, string | null>;
  /** Each judge under every row that was made of them. */
  judges: Map<string, { id: string; name: string }>;
  colleagues: Colleagues;
}

const NOTHING: Omit<Appointment, 'kind' | 'dateState' | 'date' | 'time' | 'placeKind'> = {
  courtCode: null,
  judgeId: null,
  place: null,
};

function opened(row: Hearing, key: ClientKey): Appointment {
  if (!key.erased) return appointmentOf(row, key.box('hearing', row.id));
  const { kind, dateState, onDate, atTime, placeKind } = row;
  return { kind, dateState, date: onDate, time: atTime, placeKind, ...NOTHING };
}

const judgeOf = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** A hearing with the court, the clock and the judge it has. */
export function hearingView(row: Hearing, context: HearingContext): HearingView {
  const { key, courts, judges, colleagues } = context;
  const { kind, dateState, date, time, courtCode, judgeId, placeKind, place } = opened(row, key);
  const court = courtOf(courtCode ?? courts.get(row.proceedingId) ?? null);
  const free = (column: 'result' | 'reason'): string | null =>
    key.erased || !may('client.names') ? null : key.box('hearing', row.id).open(column, row[column]);
  return {
    ...{ id: row.id, version: row.version, proceedingId: row.proceedingId },
    ...{ rootId: row.rootId, nextId: row.nextId, kind, dateState, date, time, court },
    timeZone: court?.timeZone ?? null,
    judge: judgeId ? judgeOf(judges.get(judgeId) ?? { id: judgeId, name: '' }) : null,
    placeKind,
    place: may('client.names') ? place : null,
    ...{ status: row.status, adjournment: row.adjournment, result: free('result'), reason: free('reason') },
    by: personOf(row.createdBy, colleagues),
    at: row.createdAt.toISOString(),
    can: { change: may('removal.edit') && row.status === 'scheduled' },
  };
}

/** A look-up with what differed from the hearing it was compared with. */
export function lookUpView(
  row: HearingLookUp,
  was: Hearing | null,
  context: HearingContext,
): HearingLookUpView {
  const { key, colleagues } = context;
  const box = key.erased ? null : key.box('hearing_look_up', row.id);
  return {
    ...{ id: row.id, proceedingId: row.proceedingId, source: row.source, outcome: row.outcome },
    differences: differencesOf(row, was, context),
    note: may('client.names') ? (box?.open('note', row.note) ?? null) : null,
    nextDueOn: row.nextDueOn,
    by: personOf(row.byUser, colleagues),
    at: row.at.toISOString(),
  };
}

function differencesOf(
  row: HearingLookUp,
  was: Hearing | null,
  context: HearingContext,
): HearingDifference[] {
  const { key, courts } = context;
  const before = was ? opened(was, key) : null;
  const court = key.erased ? null : key.box('hearing_look_up', row.id).open('found_court', row.foundCourt);
  const foundOn = row.foundOn ?? row.foundState;
  const sides = { ...before, date: before && (before.date ?? before.dateState) };
  const found: Record<string, string | null> = {
    ...{ date: foundOn, time: row.foundTime, kind: row.foundKind, court, appeared: foundOn },
  };
  const recorded: Record<string, string | null | undefined> = {
    ...{ date: sides.date, time: sides.time, kind: sides.kind, gone: sides.date },
    court: sides.courtCode ?? courts.get(row.proceedingId),
  };
  return row.changes.map((field) => ({ field, was: recorded[field] ?? null, found: found[field] ?? null }));
}
