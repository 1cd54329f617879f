import type { Role } from '@app/access';
import type { TestApp } from './app';
import type { Api } from './client';
import { joinTeam } from './factories/case';
import { goAlong } from './factories/check-in';
import { addContact } from './factories/client';
import { linkFact } from './factories/document';
import { addOfficeParty, addParty } from './factories/intake';
import { addListView } from './factories/list-view';
import { freshPersonThings } from './factories/person';
import { foundOffice, foundOperator, type Office } from './factories/organisation';
import type { Person } from './factories/staff';
import { beginFactor, makeInvitation, makeThings, makeToken, type Things } from './things';

/** Which half of the access rules decides about an id. */
export type Kind =
  /** Visible with the client: caseload or office-wide role. */
  | 'client'
  /** Visible to everybody of the organisation whose role may use the route. */
  | 'office'
  /** Visible to the person it belongs to. */
  | 'own'
  /** Named in a request about something else: a stranger and nobody get the same answer. */
  | 'reference'
  /** One of a fixed list of words, the same for everybody. */
  | 'choice';

/** Two offices with something behind every id parameter of the contract. */
export interface World {
  home: Office;
  other: Office;
  operator: Person;
  roles: Role[];
  apiOf(role: Role): Api;
  /** Ids of the client everybody in `home` is on the team of. */
  mine: Things;
  /** Ids of a client of `home` whom only another attorney and the office-wide roles see. */
  theirs: Things;
  /** Ids in the other organisation. */
  foreign: Things;
  kinds: Record<string, Kind>;
  /** Makes a new thing where a route would take the one away that the next request needs. */
  fresh: Record<string, (api: Api) => Promise<string>>;
}

export const CASELOAD_ROLES: Role[] = [
  'attorney',
  'accredited_representative',
  'paralegal',
  'intake',
  'volunteer',
];

/**
 * What stands behind each parameter. The key is the path up to the parameter, so that `/orders/{id}` and
 * `/filings/{id}` differ. A library with new parameters adds a line to `KINDS` and to `makeThings`.
 */
const KINDS: Record<string, Kind> = {
  '/clients/{clientId}': 'client',
  '/clients/{clientId}/contacts/{contactId}': 'client',
  '/clients/{clientId}/parties/{partyId}': 'client',
  '/clients/{clientId}/merges/{mergeId}': 'client',
  '/conflicts/{hitId}': 'client',
  '/referrals/{referralId}': 'office',
  '/office-parties/{partyId}': 'office',
  '/clients/{clientId}/identifiers/{identifierId}': 'client',
  '/holds/{holdId}': 'client',
  '/destructions/{destructionId}': 'client',
  '/clients/{clientId}/family/{relativeId}': 'client',
  '/clients/{clientId}/trusted-contacts/{trustedContactId}': 'client',
  '/clients/{clientId}/consents/{consentId}': 'client',
  '/clients/{clientId}/plan/items/{item}': 'client',
  '/demands/{demandId}': 'client',
  '/cases/{caseId}': 'client',
  '/notes/{noteId}': 'client',
  '/tasks/{taskId}': 'client',
  '/tasks/{taskId}/items/{itemId}': 'client',
  '/task-templates/{templateId}': 'office',
  '/time-entries/{entryId}': 'client',
  '/funding-codes/{fundingId}': 'office',
  '/reviews/{reviewId}': 'client',
  '/convictions/{convictionId}': 'client',
  '/proceedings/{proceedingId}': 'client',
  '/charging-documents/{documentId}': 'client',
  '/charges/{chargeId}': 'client',
  '/orders/{orderId}': 'client',
  '/deadlines/{deadlineId}': 'client',
  '/law-reviews/{reviewId}': 'client',
  '/law/rules/{rule}': 'choice',
  '/law/verifications/{verificationId}': 'office',
  '/law/jurisdictions/{code}': 'choice',
  '/law/jurisdiction-verifications/{verificationId}': 'office',
  '/law/grounds/{ground}': 'choice',
  '/calendar-notices/{noticeId}': 'office',
  '/motions/{motionId}': 'client',
  '/hearings/{hearingId}': 'client',
  '/relief-applications/{applicationId}': 'client',
  '/appeals/{appealId}': 'client',
  '/reinstatements/{reinstatementId}': 'client',
  '/country-concerns/{concernId}': 'client',
  '/travel-documents/{documentId}': 'client',
  '/departures/{departureId}': 'client',
  '/supervision-conditions/{conditionId}': 'client',
  '/arrests/{arrestId}': 'client',
  '/disputed-dates/{disputeId}': 'client',
  '/admissions/{admissionId}': 'client',
  '/planned-messages/{messageId}': 'client',
  '/entered-in-error/{withdrawalId}': 'client',
  '/judges/{judgeId}': 'office',
  '/diligence-steps/{stepId}': 'client',
  '/filings/{id}': 'client',
  '/documents/{documentId}': 'client',
  '/document-versions/{versionId}': 'client',
  '/fact-sources/{factSourceId}': 'client',
  '/clients/{clientId}/filings/{kind}': 'choice',
  '/check-ins/{checkInId}': 'client',
  '/custody-episodes/{episodeId}': 'client',
  '/bonds/{bondId}': 'client',
  '/detained-protocols/{protocolId}': 'client',
  '/detained-protocols/{protocolId}/steps/{step}': 'choice',
  '/check-ins/{checkInId}/preparation/{step}': 'choice',
  '/detention-calls/{callId}': 'client',
  '/record-requests/{requestId}': 'client',
  '/record-events/{eventId}': 'client',
  '/pardon-applications/{applicationId}': 'client',
  '/pardon-grants/{grantId}': 'client',
  '/cases/{caseId}/team/{userId}': 'reference',
  '/clients/{clientId}/walls/{wallId}': 'client',
  '/clients/{clientId}/walls/{wallId}/people/{userId}': 'reference',
  '/clients/{clientId}/access-grants/{grantId}': 'client',
  '/check-ins/{checkInId}/companions/{userId}': 'reference',
  '/emergency-access/{glassBreakId}': 'office',
  '/staff/{id}': 'office',
  '/staff/invitations/{id}': 'office',
  '/list-views/{viewId}': 'own',
  '/me/sessions/{id}': 'own',
  '/me/tokens/{id}': 'own',
  '/me/factors/{id}': 'own',
  '/organisations/{id}': 'reference',
};

/** One office of that world, with something behind every id parameter. */
export type Home = Pick<World, 'home' | 'mine' | 'kinds'>;

/** The office alone, for tests that need no other. */
export async function buildHome(test: TestApp): Promise<Home> {
  const home = await foundOffice(test, 'Harbor Defenders');
  const mine = await makeThings(test, home, home.people.attorney);
  await bringIn(home, mine);
  return { home, mine, kinds: KINDS };
}

export async function buildWorld(test: TestApp): Promise<World> {
  const home = await foundOffice(test, 'Harbor Defenders');
  const other = await foundOffice(test, 'Prairie Advocates');
  const operator = await foundOperator(test);
  const second = await home.employ('attorney', { name: 'Ada Second' });
  const mine = await makeThings(test, home, home.people.attorney);
  await bringIn(home, mine);
  const apiOf = (role: Role): Api => (role === 'operator' ? operator.api : home.api[role]);
  return {
    home,
    other,
    operator,
    roles: [...(Object.keys(home.api) as Role[]), 'operator'],
    apiOf,
    mine,
    theirs: await makeThings(test, home, second),
    foreign: await makeThings(test, other, other.people.attorney),
    kinds: KINDS,
    fresh: {
      '/list-views/{viewId}': async (api) => (await addListView(api)).id,
      '/clients/{clientId}/contacts/{contactId}': async () =>
        (await addContact(home.api.attorney, mine['/clients/{clientId}'])).id,
      '/clients/{clientId}/parties/{partyId}': async () =>
        (await addParty(home.api.attorney, mine['/clients/{clientId}'])).id,
      '/office-parties/{partyId}': async () => (await addOfficeParty(home.api.attorney)).id,
      ...Object.fromEntries(
        Object.entries(freshPersonThings).map(([path, make]) => [
          path,
          () => make(home.api.attorney, mine['/clients/{clientId}']),
        ]),
      ),
      '/staff/invitations/{id}': async () => makeInvitation(home),
      '/me/sessions/{id}': async (api) => (await api.read('/me')).session.id,
      '/fact-sources/{factSourceId}': async () =>
        linkFact(home.api.attorney, mine['/clients/{clientId}'], mine['/documents/{documentId}']),
      '/me/tokens/{id}': makeToken,
      '/me/factors/{id}': beginFactor,
    },
  };
}

/** Lets everybody with a caseload see a client: on the team of the case, and a volunteer as the one who goes along. */
async function bringIn(home: Office, things: Things): Promise<void> {
  const { volunteer, ...others } = home.people;
  const team = CASELOAD_ROLES.filter((role) => role !== 'volunteer').map(
    (role) => others[role as 'attorney'].id,
  );
  await joinTeam(home.api.director, things['/cases/{caseId}'], ...team);
  await goAlong(home.api.director, things['/check-ins/{checkInId}'], volunteer.id);
}

/** The key of a parameter: the path up to and with it. @throws Error when the world has nothing behind it */
export function keyOf(world: Pick<World, 'kinds'>, path: string, parameter: string): string {
  const key = path.slice(0, path.indexOf(`{${parameter}}`) + parameter.length + 2);
  if (!(key in world.kinds)) {
    throw new Error(`Nothing in the test world stands behind ${key}: extend test/support/world.ts.`);
  }
  return key;
}

/** The path with ids in place of its parameters; `choose` says which set of ids a parameter is taken from. */
export function fill(
  world: Pick<World, 'kinds'>,
  path: string,
  choose: (parameter: string, key: string) => string,
): string {
  return path.replace(/\{(\w+)\}/g, (_, parameter: string) =>
    choose(parameter, keyOf(world, path, parameter)),
  );
}
