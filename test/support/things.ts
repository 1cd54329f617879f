import { LawReview } from '@app/deadlines';
import { FilingsService } from '@app/filings';
import { db, newId, newScope, runInScope, UnitOfWork } from '@app/platform';
import { ClientsService } from '@app/clients';
import { Destruction, LegalHold } from '@app/retention';
import type { TestApp } from './app';
import type { Api } from './client';
import { openApplication, recordGrant } from './factories/clemency';
import { addJudge, hearingThings } from './factories/hearing';
import { recordThings } from './factories/removal-record';
import { addMotion } from './factories/motion';
import { recordDiligence } from './factories/diligence';
import { addClient, type AddedClient } from './factories/client';
import { personThings } from './factories/person';
import { enterDemand } from './factories/demand';
import { addBond, detain } from './factories/custody';
import { linkFact, uploadDocument } from './factories/document';
import { askForRecords } from './factories/record-request';
import { enterNotice, verifyJurisdiction, verifyRule } from './factories/law';
import { addOfficeParty, addParty, enterReferral, mergeAndUndo } from './factories/intake';
import type { Office } from './factories/organisation';
import type { Person } from './factories/staff';
import { accessThings } from './access-things';
import { addListView } from './factories/list-view';
import { addTask } from './factories/task';
import { routesOf } from './routes';

/** Ids of things about one client and one office, each under the path that ends with its parameter. */
export type Things = Record<string, string>;

/** Makes one of everything that a path parameter can name. A library with a new parameter adds its line here. */
export async function makeThings(test: TestApp, office: Office, maker: Person): Promise<Things> {
  const { api } = maker;
  const client = await addClient(api);
  const spare = await office.employ('paralegal', { name: 'Sam Spare' });
  const mergeId = await mergeAndUndo(api, client.id);
  const removal = await removalThings(api, client.id);
  return {
    '/clients/{clientId}': client.id,
    '/clients/{clientId}/contacts/{contactId}': client.contacts[0].id,
    '/clients/{clientId}/merges/{mergeId}': mergeId,
    '/cases/{caseId}': client.caseId,
    '/cases/{caseId}/team/{userId}': spare.id,
    '/list-views/{viewId}': (await addListView(spare.api)).id,
    '/staff/{id}': spare.id,
    '/staff/invitations/{id}': await makeInvitation(office),
    '/me/sessions/{id}': (await spare.api.read('/me')).session.id,
    '/me/tokens/{id}': await makeToken(spare.api),
    '/me/factors/{id}': await beginFactor(spare.api),
    '/organisations/{id}': office.orgId,
    ...(await conflictThings(office, api, client.id)),
    ...removal,
    '/law-reviews/{reviewId}': await makeReview(test, office, client.id, removal['/deadlines/{deadlineId}']),
    ...(await keepingThings(test, office, maker, client.id)),
    ...(await lawThings(office)),
    '/filings/{id}': await makeFiling(test, office, maker, client.id),
    ...(await documentThings(api, client.id)),
    '/clients/{clientId}/filings/{kind}': 'proposed_order',
    ...(await laterThings(test, api, client.id)),
    ...(await workThings(office, api, client)),
    ...(await personThings(api, client.id)),
    ...(await accessThings(office, maker, client.id, spare)),
    ...(await custodyThings(api, client.id)),
  };
}

/** What is written and done on a case. */
async function workThings(office: Office, api: Api, client: AddedClient): Promise<Things> {
  const note = { text: 'A note', kind: 'ordinary' };
  const notes = await api.created(`/cases/${client.caseId}/notes`, note);
  const task = await addTask(api, client.caseId, { items: ['A line'] });
  const template = await office.api.director.created('/task-templates', {
    name: `Template ${client.id}`,
    steps: [{ title: 'A step' }],
  });
  const at = `/cases/${client.caseId}`;
  const time = { on: '2026-01-05', minutes: 30, activity: 'call' };
  const funding = await office.api.director.created('/funding-codes', { code: client.id, name: 'A grant' });
  const review = { subject: 'decision', question: 'Is this right?' };
  return {
    '/time-entries/{entryId}': (await api.created(`${at}/time`, time)).id,
    '/funding-codes/{fundingId}': funding.items[0].id,
    '/demands/{demandId}': (await enterDemand(api, client.id)).id,
    '/reviews/{reviewId}': (await api.created(`${at}/reviews`, review)).id,
    '/notes/{noteId}': notes.items[0].id,
    '/tasks/{taskId}': task.id,
    '/tasks/{taskId}/items/{itemId}': task.items[0].id,
    '/task-templates/{templateId}': template.id,
  };
}

/** A party of the client whom the office knows already: that is a hit, seen with the client. */
async function conflictThings(office: Office, api: Api, clientId: string): Promise<Things> {
  const name = `Witness Number${clientId.slice(-6).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)])}`;
  await openDoors(office, api, clientId);
  const known = await addOfficeParty(api, { name });
  const party = await addParty(api, clientId, { name, kind: 'family_member' });
  const { hits } = await api.read(`/clients/${clientId}/conflicts`);
  return {
    '/clients/{clientId}/parties/{partyId}': party.id,
    '/conflicts/{hitId}': hits[0].id,
    '/office-parties/{partyId}': known.id,
    '/referrals/{referralId}': (await enterReferral(api)).id,
  };
}

/** The public form, and a client sent to another organisation as soon as there is one that takes people. */
async function openDoors(office: Office, api: Api, clientId: string): Promise<void> {
  await office.api.director.ok('PUT', '/intake/settings', { acceptsReferrals: true });
  await office.api.director.created('/intake/link');
  const [partner] = (await api.read('/intake/partners')).items;
  if (!partner) return;
  const sending = { toOrganisationId: partner.id, fields: [], consentedOn: '2026-01-05' };
  await api.created(`/clients/${clientId}/sent-referrals`, sending);
}

async function removalThings(api: Api, clientId: string): Promise<Things> {
  const conviction = await api.created(`/clients/${clientId}/convictions`, {
    level: 'felony',
    sentencedOn: '1990-05-01',
  });
  const proceeding = await api.created(`/clients/${clientId}/proceedings`, {
    kind: 'deportation',
    courtCode: 'NYC',
  });
  const at = `/proceedings/${proceeding.id}`;
  const document = await api.created(`${at}/documents`, { form: 'osc', servedOn: '1999-01-05' });
  const charge = await api.created(`${at}/charges`, { code: '237a2Aiii', status: 'sustained' });
  const order = await api.created(`${at}/orders`, {
    kind: 'deportation',
    decidedOn: '2000-03-14',
    appeal: 'waived',
  });
  const deadlines = await api.read(`/clients/${clientId}/deadlines`);
  return {
    '/convictions/{convictionId}': conviction.id,
    '/proceedings/{proceedingId}': proceeding.id,
    '/charging-documents/{documentId}': document.id,
    '/charges/{chargeId}': charge.id,
    '/orders/{orderId}': order.id,
    '/deadlines/{deadlineId}': deadlines.items[0].id,
    '/motions/{motionId}': (await addMotion(api, clientId)).id,
    ...(await hearingThings(api, clientId)),
    ...(await recordThings(api, clientId, order.id)),
    '/diligence-steps/{stepId}': (await recordDiligence(api, clientId)).id,
  };
}

async function documentThings(api: Api, clientId: string): Promise<Things> {
  const document = await uploadDocument(api, clientId);
  return {
    '/documents/{documentId}': document.id,
    '/document-versions/{versionId}': document.current.id,
    '/fact-sources/{factSourceId}': await linkFact(api, clientId, document.id),
  };
}

let noticed = 0;

/** What an office adds to the law. Each closed day is another one: the same one twice is refused. */
async function lawThings(office: Office): Promise<Things> {
  const verification = await verifyRule(office.api.attorney, 'motion.reopen.90d');
  const on = `2044-05-${String((++noticed % 28) + 1).padStart(2, '0')}`;
  return {
    '/law/rules/{rule}': 'motion.reopen.90d',
    '/judges/{judgeId}': (await addJudge(office.api.attorney)).id,
    '/law/verifications/{verificationId}': verification.id,
    '/law/jurisdictions/{code}': 'NY',
    '/law/jurisdiction-verifications/{verificationId}': (await verifyJurisdiction(office.api.attorney, 'NY'))
      .id,
    '/law/grounds/{ground}': '237a2Aiii',
    '/calendar-notices/{noticeId}': (await enterNotice(office.api.director, { on })).id,
  };
}

/** Check-ins and clemency, once their routes are there. */
async function laterThings(test: TestApp, api: Api, clientId: string): Promise<Things> {
  const known = new Set(routesOf(test).map((route) => route.path));
  const things: Things = {};
  if (known.has('/clients/{clientId}/check-ins')) {
    const when = {
      officeCode: 'ERO-NY-NEW-YORK-CITY',
      date: '2199-01-04',
      time: '09:00',
      method: 'in_person',
    };
    things['/check-ins/{checkInId}'] = (await api.created(`/clients/${clientId}/check-ins`, when)).id;
  }
  if (known.has('/clients/{clientId}/pardon-applications')) {
    const filed = await openApplication(api, clientId, { convictionIds: [], stage: 'filed' });
    const granted = await recordGrant(api, filed, { signedOn: '2025-07-01' });
    things['/pardon-applications/{applicationId}'] = filed.id;
    things['/pardon-grants/{grantId}'] = granted.grant?.id ?? '';
  }
  return things;
}

/** A detention and what is recorded during it, and a request for records. */
async function custodyThings(api: Api, clientId: string): Promise<Things> {
  const [episode] = (await detain(api, clientId)).episodes;
  const { bonds } = await addBond(api, episode.id);
  const { protocol } = await api.created(`/clients/${clientId}/detained-protocol`);
  const { calls } = await api.created(`/clients/${clientId}/detention-calls`, { said: 'Taken this morning' });
  const request = await askForRecords(api, clientId);
  return {
    '/custody-episodes/{episodeId}': episode.id,
    '/bonds/{bondId}': bonds[0].id,
    '/detained-protocols/{protocolId}': protocol.id,
    '/detained-protocols/{protocolId}/steps/{step}': 'detained.locate',
    '/check-ins/{checkInId}/preparation/{step}': 'checkin.foia',
    '/detention-calls/{callId}': calls[0].id,
    '/record-requests/{requestId}': request.id,
    '/record-events/{eventId}': request.events[0].id,
  };
}

/** A draft with blanks, made by the library itself: which library offers it over HTTP is not this test's matter. */
async function makeFiling(test: TestApp, office: Office, maker: Person, clientId: string): Promise<string> {
  const actor = {
    orgId: office.orgId,
    userId: maker.id,
    role: maker.role,
    proofId: null,
    kind: 'session',
    scopes: null,
  } as const;
  const facts = {
    preparedOn: '2026-01-05',
    caption: { court: null, respondents: [{ name: null, aNumber: null }], proceeding: null },
    judge: null,
    motion: 'reopen' as const,
    relief: ['reopen' as const],
    orderDate: null,
  };
  const filings = test.app.get(FilingsService, { strict: false });
  const scope = newScope('test', actor);
  return (await runInScope(scope, () => filings.draft(clientId, 'proposed_order', true, async () => facts)))
    .id;
}

/** What a change of law would leave behind: no law changes while the routes are tried. */
async function makeReview(
  test: TestApp,
  office: Office,
  clientId: string,
  deadlineId: string,
): Promise<string> {
  const id = newId();
  const before = { kind: 'filing', dueOn: '2000-06-12', taskOn: '2000-06-07', conservativeOn: '2000-06-12' };
  await test.app.get(UnitOfWork).asSystem(office.orgId, 'test', () =>
    db().insert(LawReview, {
      ...{ id, clientId, deadlineId, cause: 'rules_changed', what: 'A rule was followed by another.' },
      before: { ...before, outerOn: '2000-06-12', ruleVersion: 1, ruleStatus: 'operative' },
    }),
  );
  return id;
}

/** A hold that was lifted and a destruction that was stopped: open ones would stand in the way of the other routes. */
async function keepingThings(
  test: TestApp,
  office: Office,
  maker: Person,
  clientId: string,
): Promise<Things> {
  const hold = newId();
  const destruction = newId();
  await test.app.get(UnitOfWork).asSystem(office.orgId, 'test', async () => {
    const key = await test.app.get(ClientsService, { strict: false }).key(clientId);
    const reason = key.box('legal_hold', hold).seal('reason', 'A letter came');
    const lifted = { liftedBy: maker.id, liftedAt: new Date() };
    await db().insert(LegalHold, { id: hold, clientId, reason, placedBy: maker.id, ...lifted });
    const why = { reasonCode: 'other', status: 'cancelled' } as const;
    await db().insert(Destruction, { id: destruction, clientId, proposedBy: maker.id, ...why });
  });
  return { '/holds/{holdId}': hold, '/destructions/{destructionId}': destruction };
}

let invited = 0;

export async function makeInvitation(office: Office): Promise<string> {
  const email = `guest.${++invited}@${office.slug}.example`;
  const wish = { name: 'A Guest', email, role: 'intake' };
  return (await office.api.director.created('/staff/invitations', wish)).id;
}

export async function makeToken(api: Api): Promise<string> {
  const wish = { name: 'A program', scopes: ['me.read'], expiresInDays: 1 };
  return (await api.created('/me/tokens', wish)).id;
}

/** An app that nobody has confirmed: it does not count yet, so its person still signs in with the password alone. */
export async function beginFactor(api: Api): Promise<string> {
  return (await api.created('/me/factors/totp', { name: 'A phone' })).id;
}
