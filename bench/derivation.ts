import { deriveDeadlines, type DatedFact, type DeriveContext } from '@app/rules';

const ORDER = {
  orderId: 'order',
  orderKind: 'removal',
  inAbsentia: false,
  appeal: 'taken',
  decisionForm: 'oral',
  asylumDecided: false,
} as const;

/** An order of 2001 that was appealed, two motions since, a pardon of this year, a check-in to come, custody of old. */
const CLIENT: DatedFact[] = [
  { id: 'nta', kind: 'nta_served', on: '1999-06-02', attributes: { form: 'nta' } },
  { id: 'started', kind: 'proceeding_started', on: '1999-06-10', attributes: {} },
  { id: 'sentenced', kind: 'conviction_sentenced', on: '1998-02-01', attributes: {} },
  { id: 'decided', kind: 'order_decided', on: '2001-03-14', attributes: ORDER },
  { id: 'filed', kind: 'appeal_filed', on: '2001-04-10', attributes: { ...ORDER, rejected: false } },
  { id: 'board', kind: 'bia_decided', on: '2002-06-03', attributes: { ...ORDER, outcome: 'dismissed' } },
  {
    id: 'status',
    kind: 'order_status',
    on: '2002-06-03',
    attributes: { orderId: 'order', status: 'in_force' },
  },
  {
    id: 'first',
    kind: 'motion_filed',
    on: '2010-01-04',
    attributes: { orderId: 'order', motionKind: 'reopen' },
  },
  {
    id: 'second',
    kind: 'motion_filed',
    on: '2015-05-04',
    attributes: { orderId: 'order', motionKind: 'reconsider' },
  },
  { id: 'signed', kind: 'pardon_signed', on: '2026-10-01', attributes: { grantId: 'grant' } },
  { id: 'received', kind: 'pardon_received', on: '2026-10-09', attributes: { grantId: 'grant' } },
  { id: 'check-in', kind: 'check_in', on: '2026-12-22', attributes: { status: 'scheduled' } },
];

/** An office's own calendar, as one that has entered notices would have it. */
const CONTEXT: DeriveContext = {
  today: '2026-11-22',
  closures: [{ on: '2026-12-24', name: 'Christmas Eve' }],
  forumNotices: [{ on: '2026-12-28', name: 'Court closed' }],
};

const TIMES = 20_000;

/** How long one full derivation takes, one core, call by call. */
export function derivations(say: (text: string) => void): void {
  for (let i = 0; i < TIMES / 10; i += 1) deriveDeadlines(CLIENT, CONTEXT);
  const times: number[] = [];
  let found = 0;
  for (let i = 0; i < TIMES; i += 1) {
    const began = performance.now();
    found = deriveDeadlines(CLIENT, CONTEXT).length;
    times.push((performance.now() - began) * 1000);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${times[Math.floor(TIMES * share)].toFixed(0)} µs`;
  say(`one derivation: ${CLIENT.length} facts, ${found} deadlines, ${TIMES} times`);
  say(`  p50 ${at(0.5)}   p99 ${at(0.99)}   (the limit is 2000 µs)`);
}
