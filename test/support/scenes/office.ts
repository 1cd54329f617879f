import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { solveChallenge } from 'altcha-lib';
import type { Json } from '../client';
import { closeCase } from '../factories/case';
import { addClient } from '../factories/client';
import { subpoena } from '../factories/demand-scope';
import { addListView } from '../factories/list-view';
import { addRecord } from '../factories/removal-record';
import { mailsTo } from '../outbox';
import { spareNumber, today, unlike, type Scenes } from './stage';

/** Of the office, its people and what it has of its own. */
export const OFFICE: Scenes = {
  'POST /organisations': async () => ({ body: { slug: unlike() } }),
  'POST /organisations/{id}/director': async ({ world }) => {
    const director = { name: 'Not Yet', email: `${unlike()}@example.org` };
    const office = { name: 'No Director Yet', slug: unlike(), timeZone: 'America/New_York', director };
    const { id } = await world.operator.api.created('/organisations', office);
    return { path: `/organisations/${id}/director` };
  },
  'POST /invitations/accept': async ({ director, test, world }) => {
    const email = `${unlike()}@example.org`;
    await director.created('/staff/invitations', { email, name: 'A Guest', role: 'intake' });
    const [mail] = await mailsTo(test, world.home, email);
    const token = /#([\w-]{20,})/.exec(mail.text)?.[1];
    return { body: { token, password: 'seventeen loud herons' } };
  },
  'PUT /list-views/{viewId}': async ({ director }) => ({
    path: `/list-views/${(await addListView(director, { name: unlike() })).id}`,
  }),
  'PUT /task-templates/{templateId}': async () => ({ body: { name: unlike() } }),
  'POST /funding-codes': async () => ({ body: { code: unlike() } }),
  'PUT /funding-codes/{fundingId}': async () => ({ body: { code: unlike() } }),
  'PATCH /time-entries/{entryId}': async ({ director, world }) => {
    const entry = { on: today(), minutes: 30, activity: 'call' };
    const made = await director.created(`/cases/${world.mine['/cases/{caseId}']}/time`, entry);
    return { path: `/time-entries/${made.id}`, body: { fundingId: undefined } };
  },
  'POST /cases/search': async () => ({ body: { cursor: undefined, responsibleId: undefined } }),
  'POST /emergency-access': async ({ api, world }) => {
    const aNumber = spareNumber();
    await addClient(api, { aNumber });
    return { as: await world.home.employ('attorney'), body: { aNumber, name: undefined, birth: undefined } };
  },
  'POST /clients/{clientId}/access-grants': async () => ({
    body: { until: new Date(Date.now() + 86_400_000).toISOString() },
  }),
  'POST /clients/{clientId}/walls': async (stage) => ({
    path: `/clients/${(await stage.another()).id}/walls`,
    body: { kind: 'ethical', people: [stage.world.mine['/staff/{id}']] },
  }),
  'POST /clients/{clientId}/walls/{wallId}/lift': async (stage) => {
    const at = `/clients/${(await stage.another()).id}/walls`;
    const wall = { kind: 'ethical', people: [stage.world.mine['/staff/{id}']], reason: 'For a while' };
    const { walls } = await stage.api.created(at, wall);
    return { path: `${at}/${walls[0].id}/lift` };
  },
  'POST /holds/{holdId}/lift': async (stage) => {
    const at = `/clients/${(await stage.another()).id}/holds`;
    const { holds } = await stage.director.created(at, { reason: 'A letter came' });
    return { path: `/holds/${holds[0].id}/lift` };
  },
  'POST /clients/{clientId}/destruction': async (stage) => {
    const { id, caseId } = await stage.another();
    await closeCase(stage.api, caseId, today());
    return { path: `/clients/${id}/destruction`, body: { reasonCode: 'other' } };
  },
  'POST /clients/{clientId}/merges': async (stage) => ({
    path: `/clients/${(await stage.another()).id}/merges`,
    body: { otherId: (await stage.another()).id },
  }),
  'POST /demands/{demandId}/releases': async ({ api, clientId, world }) => {
    const note = { text: 'For the lawyer alone', kind: 'privileged' };
    const { items } = await api.created(`/cases/${world.mine['/cases/{caseId}']}/notes`, note);
    const { id, version } = await subpoena(api);
    const scope = { clientIds: [clientId], records: ['notes'] };
    await api.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
    const noteId = items.find(({ text }: Json) => text === note.text).id;
    return { path: `/demands/${id}/releases`, body: { noteId, documentId: undefined } };
  },
  'POST /demands/{demandId}/client-releases': async (stage) => {
    const { api } = stage;
    const client = await stage.another();
    await addRecord(api, client.id, 'relief-applications', { kind: 'u_visa', forum: 'uscis' });
    const { id, version } = await subpoena(api);
    const scope = { clientIds: [client.id], records: ['notes'] };
    await api.ok('PUT', `/demands/${id}/scope`, scope, { ifMatch: version });
    return { path: `/demands/${id}/client-releases`, body: { clientId: client.id } };
  },
};

/** Of people who ask for help. */
export const INTAKE: Scenes = {
  'POST /referrals/{referralId}/accept': async (stage, say) => ({
    path: `/referrals/${await stage.cleared()}/accept`,
    body: {
      clientId: undefined,
      case: { type: 'removal_defence' },
      next: undefined,
      detention: { detained: 'yes', place: say },
    },
  }),
  'POST /referrals/{referralId}/refer-elsewhere': async (stage) => ({
    path: `/referrals/${await stage.cleared()}/refer-elsewhere`,
  }),
  'POST /referrals/{referralId}/pass-on': async (stage) => ({
    path: `/referrals/${await stage.cleared()}/pass-on`,
    body: { toOrganisationId: stage.world.other.orgId, consentedOn: today() },
  }),
  'POST /clients/{clientId}/sent-referrals': async ({ world }) => ({
    body: { toOrganisationId: world.other.orgId, consentedOn: today() },
  }),
  'POST /public-intake': async ({ director, test }) => {
    const { url } = await director.created('/intake/link');
    const token = url.split('/intake/')[1];
    const form = await test.app.inject({
      ...{ method: 'POST', url: '/api/v1/public-intake/form', payload: { token } },
    });
    const { challenge } = form.json<{ challenge: string }>();
    const solution = await solveChallenge({ challenge: JSON.parse(challenge), deriveKey });
    const proof = { token, challenge, solution: JSON.stringify(solution) };
    return { body: { ...proof, birth: '1990', website: undefined, consent: true } };
  },
};
