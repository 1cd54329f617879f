import type { Api, Json } from '../../test/support/client';
import { addClient } from '../../test/support/factories/client';
import type { Days } from './days';
import type { Colleague } from './employ';

interface Seen {
  id: string;
  clientId: string;
  name: string;
  custody: string;
  responsible: { id: string } | null;
}

/**
 * What an office meets seldom and has to get right: walls, access for a time, a broken glass, a date that two papers
 * tell differently, a person entered twice, a legal hold, a subpoena.
 */
export async function tellRareThings(staff: Colleague[], days: Days): Promise<void> {
  const [director] = of(staff, 'director');
  const [lead, ...others] = of(staff, 'attorney');
  const [helper] = of(staff, 'paralegal');
  const own = (await director.api.read<{ items: Seen[] }>('/cases?sort=opened')).items.filter(
    (row) => row.responsible?.id === lead.id && row.custody !== 'detained',
  );
  const [walled, screened, twice, asked, doubtful] = own;
  if (!doubtful) return;
  await twoDates(lead.api, own);
  await enteredTwice(lead.api, twice);
  await subpoena(lead.api, asked, days);
  await director.api.ok('POST', `/clients/${asked.clientId}/holds`, {
    reason: 'A subpoena names this file.',
  });
  await lead.api.created(`/clients/${screened.clientId}/access-grants`, {
    userId: others[0].id,
    until: new Date(Date.now() + 14 * 86_400_000).toISOString(),
    reason: 'Covers the holidays.',
  });
  await lead.api.created(`/clients/${screened.clientId}/walls`, {
    kind: 'ethical',
    people: [others.at(-1)!.id],
    reason: 'Advised the complaining witness in another office.',
  });
  await breakTheGlass(director.api, helper.api, own.at(-1)!);
  // The last step: from here on the office itself does not see this client.
  await lead.api.created(`/clients/${walled.clientId}/walls`, {
    kind: 'named',
    people: [lead.id, director.id],
    reason: 'A relative of the client works in this building.',
  });
}

const of = (staff: Colleague[], role: string): Colleague[] => staff.filter((each) => each.role === role);

/** The order says one day, the printout of the court another. */
async function twoDates(api: Api, rows: Seen[]): Promise<void> {
  for (const { clientId } of rows) {
    const { proceedings } = await api.read<Json>(`/clients/${clientId}/removal`);
    const order = proceedings[0]?.orders[0];
    if (!/^\d{4}-\d\d-\d\d$/.test(order?.decidedOn ?? '')) continue;
    const otherOn = `${order.decidedOn.slice(0, 8)}${order.decidedOn.endsWith('11') ? '17' : '11'}`;
    await api.created(`/clients/${clientId}/disputed-dates`, {
      ...{ sourceKind: 'removal_order', sourceId: order.id, field: 'order_decided', otherOn },
      why: 'The printout of the court gives another day than the order.',
    });
    return;
  }
}

/** The same person came a second time, and somebody noticed. */
async function enteredTwice(api: Api, row: Seen): Promise<void> {
  const { name, citizenship } = await api.read<Json>(`/clients/${row.clientId}`);
  const again = await addClient(api, {
    ...{ name: { given: name.given, family: name.family }, citizenship, aNumber: null },
    contacts: [{ kind: 'phone', value: '+1 718 555 0177', label: 'New number', safeToContact: true }],
  });
  const reason = 'Came again to the walk-in clinic and was entered a second time.';
  await api.created(`/clients/${row.clientId}/merges`, { otherId: again.id, reason });
}

/** A subpoena whose answer is decided and waits for a second person, and a request that nobody has looked at. */
async function subpoena(api: Api, row: Seen, days: Days): Promise<void> {
  const demand = await api.created<Json>('/demands', {
    ...{ kind: 'subpoena', receivedFrom: 'A grand jury in Example County' },
    ...{ receivedOn: days.on(-6), dueOn: days.on(15), asked: 'All records about the person named in it.' },
  });
  const scope = {
    clientIds: [row.clientId],
    from: days.on(-365),
    to: null,
    records: ['identity', 'chronology'],
  };
  const scoped = await api.ok<Json>('PUT', `/demands/${demand.id}/scope`, scope, { ifMatch: demand.version });
  const decision = {
    decision: 'partly',
    reasons: 'Only the dates that are public; everything else is privileged.',
  };
  await api.ok('POST', `/demands/${demand.id}/decision`, decision, { ifMatch: scoped.version });
  await api.created('/demands', {
    ...{ kind: 'other', receivedFrom: 'A newspaper', receivedOn: days.on(-1) },
    asked: 'Names of clients with a hearing this month.',
  });
}

/** A colleague opened a file that is not theirs in an emergency; the director has looked at nothing yet. */
async function breakTheGlass(director: Api, colleague: Api, row: Seen): Promise<void> {
  const { aNumber } = await director.ok<Json>('POST', `/clients/${row.clientId}/a-number/reveal`);
  await colleague.post('/emergency-access', {
    aNumber,
    reason: 'The family called: he was taken at the courthouse, and nobody of the team answers.',
  });
}
