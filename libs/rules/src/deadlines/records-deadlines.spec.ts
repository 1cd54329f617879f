import { deriveDeadlines } from './derive';
import { CONTEXT } from './order-facts.fixture';
import type { DatedFact, FactKind } from './types';

let ids = 0;
const fact = (
  kind: FactKind,
  on: string | null,
  more: Record<string, string | boolean | null> = {},
): DatedFact => ({
  id: `f${++ids}`,
  kind,
  on,
  attributes: { requestId: 'r1', foia: true, ...more },
});
const derived = (...facts: DatedFact[]) =>
  deriveDeadlines(facts, CONTEXT).map(({ ruleId, dueOn, kind, answeredBy }) => [
    ruleId,
    dueOn,
    ...(kind === 'unknown' ? ['unknown'] : []),
    ...(answeredBy ? ['answered'] : []),
  ]);
const SENT = fact('record_request_sent', '2026-01-05');

describe('the clocks of a request for records', () => {
  it('run from receipt by the right component, not from sending and not from the first receipt', () => {
    const received = fact('record_request_received', '2026-01-07');
    const reached = fact('record_request_reached', '2026-01-12');
    expect(derived(SENT, received, reached)).toEqual([['foia.response.20wd', '2026-02-10']]);
  });

  it('begin ten days after the first receipt at the latest, however long the routing takes', () => {
    const received = fact('record_request_received', '2026-01-05');
    const expected = [['foia.response.20wd', '2026-02-13']];
    expect(derived(SENT, received)).toEqual(expected);
    expect(derived(SENT, received, fact('record_request_reached', '2026-02-20'))).toEqual(expected);
  });

  it('do not begin by sending: without a receipt nothing is counted', () => {
    expect(derived(SENT)).toEqual([['foia.response.20wd', null, 'unknown']]);
  });

  it('are ten working days longer after a notice of unusual circumstances', () => {
    const facts = [
      SENT,
      fact('record_request_reached', '2026-01-12'),
      fact('record_request_extended', '2026-02-01'),
    ];
    expect(derived(...facts)).toEqual([['foia.extension.10wd', '2026-02-25']]);
  });

  it('end with the answer; an adverse one starts the appeal', () => {
    const reached = fact('record_request_reached', '2026-01-12');
    const answer = (outcome: string) => fact('record_request_answered', '2026-02-02', { outcome });
    expect(derived(reached, answer('full'))).toEqual([]);
    for (const outcome of ['denied', 'partial', 'no_records'])
      expect(derived(reached, answer(outcome))).toEqual([['foia.appeal.90d', '2026-05-04']]);
    const sent = fact('record_appeal_sent', '2026-03-02');
    expect(derived(reached, answer('denied'), sent)).toEqual([
      ['foia.appeal.90d', '2026-05-04', 'answered'],
      ['foia.appeal.decision', null, 'unknown'],
    ]);
    const got = fact('record_appeal_received', '2026-03-04');
    expect(derived(reached, answer('denied'), sent, got)[1]).toEqual(['foia.appeal.decision', '2026-04-01']);
    expect(
      derived(reached, answer('denied'), sent, got, fact('record_appeal_decided', '2026-03-20')),
    ).toEqual([]);
  });

  it('are none for a court or a police station', () => {
    expect(derived(fact('record_request_reached', '2026-01-12', { foia: false }))).toEqual([]);
  });
});
