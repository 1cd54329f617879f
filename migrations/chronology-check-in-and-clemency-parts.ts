import { onDays, part } from './chronology-parts';

/** An appointment that was moved or cancelled stays in the story, under a name the deadline rules do not read. */
const checkIn = part({
  kind: `CASE x.status WHEN 'moved' THEN 'check_in_moved' WHEN 'cancelled' THEN 'check_in_cancelled' ELSE 'check_in' END`,
  on: onDays.exactly('x.on_date'),
  source: 'check_in',
  attributes: `jsonb_build_object('status', x.status, 'outcome', x.outcome, 'method', x.method, 'time', x.at_time)`,
  from: 'app.check_in x',
});

const custody = part({
  kind: `'custody'`,
  on: onDays.exactly('x.since'),
  source: 'custody',
  attributes: `jsonb_build_object('status', x.status, 'source', x.source)`,
  from: 'app.custody_period x',
  recordedAt: 'x.at',
});

const stage = part({
  kind: `'pardon_stage'`,
  on: onDays.exactly('x.on_date'),
  source: 'pardon_stage',
  attributes: `jsonb_build_object('stage', x.stage, 'applicationId', x.application_id, 'jurisdiction', a.jurisdiction)`,
  from: `app.application_stage x
     JOIN app.pardon_application a ON a.org_id = x.org_id AND a.id = x.application_id`,
  recordedAt: 'x.at',
});

/** A grant of which no date is known is still a fact: the office's clock then says that it waits for one. */
const grant = (kind: string, column: string, where: string): string =>
  part({
    kind: `'${kind}'`,
    on: onDays.exactly(`x.${column}`),
    source: 'pardon_grant',
    attributes: `jsonb_build_object('grantId', x.id, 'instrumentKind', x.instrument_kind, 'grantor', x.grantor,
            'jurisdiction', a.jurisdiction)`,
    from: `app.pardon_grant x
     JOIN app.pardon_application a ON a.org_id = x.org_id AND a.id = x.application_id WHERE ${where}`,
  });

/** Facts of check-ins, custody and clemency. */
export const CHECK_IN_AND_CLEMENCY_PARTS: readonly string[] = [
  checkIn,
  custody,
  stage,
  grant(
    'pardon_signed',
    'signed_on',
    'x.signed_on IS NOT NULL OR coalesce(x.effective_on, x.received_on, x.announced_on) IS NULL',
  ),
  grant('pardon_effective', 'effective_on', 'x.effective_on IS NOT NULL'),
  grant('pardon_received', 'received_on', 'x.received_on IS NOT NULL'),
  grant('pardon_announced', 'announced_on', 'x.announced_on IS NOT NULL'),
];
