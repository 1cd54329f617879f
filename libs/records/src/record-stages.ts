/** Where a request can stand. */
export const REQUEST_STATUSES = [
  'draft',
  'sent',
  'with_agency',
  'answered',
  'appealed',
  'decided',
  'closed',
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** What can happen to it. `received`: anywhere at the agency. `reached`: its right component, which starts the clock. */
export const EVENT_KINDS = [
  'sent',
  'acknowledged',
  'received',
  'reached',
  'extended',
  'answered',
  'appeal_sent',
  'appeal_received',
  'appeal_decided',
  'closed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const UNDER_WAY: readonly RequestStatus[] = ['sent', 'with_agency'];
const MOVES: Record<EventKind, { from: readonly RequestStatus[]; to: RequestStatus }> = {
  sent: { from: ['draft'], to: 'sent' },
  acknowledged: { from: UNDER_WAY, to: 'with_agency' },
  received: { from: UNDER_WAY, to: 'with_agency' },
  reached: { from: UNDER_WAY, to: 'with_agency' },
  extended: { from: UNDER_WAY, to: 'with_agency' },
  answered: { from: [...UNDER_WAY, 'decided'], to: 'answered' },
  appeal_sent: { from: ['answered'], to: 'appealed' },
  appeal_received: { from: ['appealed'], to: 'appealed' },
  appeal_decided: { from: ['appealed'], to: 'decided' },
  closed: { from: ['draft', ...UNDER_WAY, 'answered', 'appealed', 'decided'], to: 'closed' },
};

/** Whether this can happen to a request that stands there. */
export const mayHappen = (kind: EventKind, status: RequestStatus): boolean =>
  MOVES[kind].from.includes(status);

/** What can happen next. */
export const nextEvents = (status: RequestStatus): EventKind[] =>
  EVENT_KINDS.filter((kind) => mayHappen(kind, status));

/** What is told of a request, as far as its standing depends on it. */
export interface Happened {
  kind: string;
  outcome: string | null;
}

/** Where a request stands after these events, in the order in which they were recorded; null when one cannot follow. */
export function standingAfter(
  events: readonly Happened[],
): { status: RequestStatus; outcome: string | null } | null {
  let status: RequestStatus = 'draft';
  let outcome: string | null = null;
  for (const event of events) {
    const kind = event.kind as EventKind;
    if (!mayHappen(kind, status)) return null;
    status = MOVES[kind].to;
    if (kind === 'answered') outcome = event.outcome;
  }
  return { status, outcome };
}
