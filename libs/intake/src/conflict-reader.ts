import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames, ClientsService, compareNames } from '@app/clients';
import { currentActor, db, Keyring, notFound, readCursor, writeCursor } from '@app/platform';
import { In } from 'typeorm';
import { clientsSeen } from './clients-seen.queries';
import { ConflictSearch, type KnownPerson } from './conflict-search';
import { ConflictCheck, ConflictDecision, ConflictHit, ConflictParty, OfficeParty } from './conflict.entity';
import type { ClientConflicts, HitList, HitView, PossibleHits, SideView } from './conflict.view';
import { Parties } from './parties.service';
import { ReferralNames } from './referral-names';

const PAGE = 50;
const LIKE_AT_ONCE = 20;
/** As exactly as a cursor tells it: hits of one check have one instant, and none may fall between two pages. */
const TO_THE_MS = `date_trunc('milliseconds', created_at)`;
const NOBODY = 'Vacatur';

interface Loaded {
  clients: Map<string, string>;
  people: Map<string, string>;
  staff: Map<string, string>;
  decisions: Map<string, ConflictDecision[]>;
  reasons: Map<string, string>;
}

/** Puts hits together for people to read. Every row comes by the rule of the rows: no side is shown without the other. */
@Injectable()
export class ConflictReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly names: ClientNames,
    private readonly keyring: Keyring,
    private readonly parties: Parties,
    private readonly search: ConflictSearch,
    private readonly referrals: ReferralNames,
  ) {}

  /** Parties, hits and checks of a client. @throws Problem 404 */
  async ofClient(clientId: string): Promise<ClientConflicts> {
    await this.clients.require(clientId);
    const hits = await this.hitsWhere('(subject_client_id = $2 OR other_client_id = $2)', [clientId]);
    const checks = await db().findAll(ConflictCheck, { subjectClientId: clientId }, { at: 'DESC' });
    const staff = await this.staff(checks.map((check) => check.byUser));
    return {
      parties: await this.parties.of(clientId),
      hits: await this.views(hits.slice(0, PAGE)),
      checks: checks.slice(0, 20).map((check) => ({
        id: check.id,
        cause: check.cause,
        by: { id: check.byUser, name: staff.get(check.byUser) ?? NOBODY },
        at: check.at.toISOString(),
        hits: check.seenHits,
        compared: check.compared,
      })),
      moreHits: hits.length > PAGE,
      can: { addParty: may('conflict.check'), check: may('conflict.check') },
    };
  }

  /** Every hit of a referral that this person sees. */
  async ofReferral(referralId: string): Promise<HitView[]> {
    const own = '(subject_referral_id = $2 OR other_referral_id = $2)';
    return this.views(await this.hitsWhere(own, [referralId], null));
  }

  /** The hits of a client that this person sees, newest first. @throws Problem 404 */
  async pageOfClient(clientId: string, cursor?: string): Promise<HitList> {
    await this.clients.require(clientId);
    return this.page('(subject_client_id = $2 OR other_client_id = $2)', clientId, cursor);
  }

  /** The review list: hits of everything this person sees both sides of, newest first. */
  list(decision: string, cursor?: string): Promise<HitList> {
    return this.page('decision = $2', decision, cursor);
  }

  private async page(condition: string, value: string, cursor?: string): Promise<HitList> {
    const after = cursor ? readCursor(cursor) : null;
    const rows = await this.hitsWhere(
      `${condition} AND ($3::timestamptz IS NULL OR (${TO_THE_MS}, id) < ($3, $4::uuid))`,
      [value, after?.value ?? null, after?.id ?? null],
    );
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      items: await this.views(shown),
      nextCursor:
        rows.length > PAGE && last ? writeCursor({ value: last.createdAt.toISOString(), id: last.id }) : null,
    };
  }

  /** @throws Problem 404 */
  async one(hitId: string): Promise<HitView> {
    const row = await db().find(ConflictHit, { id: hitId });
    if (!row) throw notFound();
    return (await this.views([row]))[0];
  }

  /** One hit as it is now; as it was, for whoever is kept from it by the wall that their own decision raised. */
  async oneOr(hitId: string, before: HitView): Promise<HitView> {
    const row = await db().find(ConflictHit, { id: hitId });
    return row ? (await this.views([row]))[0] : { ...before, version: before.version + 1 };
  }

  /** Who of those this person may see has a name like this one, from so many on; nothing is kept. */
  async like(name: string, from: number): Promise<PossibleHits> {
    const found = await this.search.everybodyLike([name]);
    const seen = await clientsSeen(found.flatMap((person) => person.clientId ?? []));
    const mine = found.filter((person) => person.clientId === null || seen.has(person.clientId));
    const shown = mine.slice(from, from + LIKE_AT_ONCE);
    const display = await this.names.display(shown.flatMap((person) => person.clientId ?? []));
    const next = from + shown.length;
    return {
      items: shown.map((person) => possible(person, name, display)),
      nextCursor: next < mine.length ? String(next) : null,
      alike: mine.length,
    };
  }

  private async hitsWhere(
    condition: string,
    values: unknown[],
    most: number | null = PAGE + 1,
  ): Promise<ConflictHit[]> {
    const rows = await db().query<{ id: string }>(
      `SELECT id FROM conflict_hit WHERE org_id = $1 AND ${condition} ORDER BY ${TO_THE_MS} DESC, id DESC LIMIT ${most ?? 'ALL'}`,
      [currentActor().orgId, ...values],
    );
    if (rows.length === 0) return [];
    const order = rows.map((row) => row.id);
    const hits = await db().findAll(ConflictHit, { id: In(order) });
    return hits.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  }

  private async views(hits: ConflictHit[]): Promise<HitView[]> {
    const loaded = await this.load(hits);
    return hits.map((hit) => ({
      id: hit.id,
      version: hit.version,
      gravity: hit.gravity,
      how: hit.how,
      score: hit.score,
      subject: sideView(loaded, hit.subjectRole, [
        hit.subjectClientId,
        hit.subjectPartyId,
        hit.subjectReferralId,
        hit.subjectOfficePartyId,
      ]),
      other: sideView(loaded, hit.otherRole, [
        hit.otherClientId,
        hit.otherPartyId,
        hit.otherReferralId,
        hit.otherOfficePartyId,
      ]),
      decision: hit.decision,
      decisions: (loaded.decisions.get(hit.id) ?? []).map((made) => ({
        decision: made.decision,
        reason: loaded.reasons.get(made.id) ?? '',
        by: { id: made.byUser, name: loaded.staff.get(made.byUser) ?? NOBODY },
        at: made.at.toISOString(),
      })),
      canDecide: may('conflict.decide'),
      at: hit.createdAt.toISOString(),
    }));
  }

  private async load(hits: ConflictHit[]): Promise<Loaded> {
    const ids = (pick: (hit: ConflictHit) => (string | null)[]): string[] =>
      hits.flatMap(pick).filter((id) => id !== null);
    const clients = await this.names.display(ids((hit) => [hit.subjectClientId, hit.otherClientId]));
    const people = new Map([
      ...(await this.partyNames(ids((hit) => [hit.subjectPartyId, hit.otherPartyId]))),
      ...(await this.officeNames(ids((hit) => [hit.subjectOfficePartyId, hit.otherOfficePartyId]))),
      ...(await this.referrals.display(ids((hit) => [hit.subjectReferralId, hit.otherReferralId]))),
    ]);
    const made = hits.length
      ? await db().findAll(ConflictDecision, { hitId: In(hits.map((hit) => hit.id)) }, { at: 'DESC' })
      : [];
    const decisions = new Map<string, ConflictDecision[]>();
    for (const one of made) decisions.set(one.hitId, [...(decisions.get(one.hitId) ?? []), one]);
    return {
      clients,
      people,
      decisions,
      reasons: await this.reasons(made),
      staff: await this.staff(made.map((one) => one.byUser)),
    };
  }

  private async reasons(made: ConflictDecision[]): Promise<Map<string, string>> {
    const { orgId } = currentActor();
    const keys = await this.keyring.clientKeys(
      orgId,
      made.flatMap((one) => one.keyId ?? []),
    );
    const orgKey = await this.keyring.orgKey(orgId);
    return new Map(
      made.map((one) => {
        const key = one.keyId ? keys.get(one.keyId) : orgKey;
        if (!key || ('erased' in key && key.erased)) return [one.id, ''];
        return [one.id, key.box('conflict_decision', one.id).open('reason', one.reason)];
      }),
    );
  }

  private async partyNames(ids: string[]): Promise<[string, string][]> {
    if (ids.length === 0) return [];
    const rows = await db().findAll(ConflictParty, { id: In(ids) });
    const keys = await this.keyring.clientKeys(
      currentActor().orgId,
      rows.map((row) => row.clientId),
    );
    return rows.flatMap((row) => {
      const key = keys.get(row.clientId);
      return key && !key.erased ? [[row.id, key.box('conflict_party', row.id).open('name', row.name)]] : [];
    });
  }

  private async officeNames(ids: string[]): Promise<[string, string][]> {
    if (ids.length === 0) return [];
    const keys = await this.keyring.clientKeys(currentActor().orgId, ids);
    const rows = await db().findAll(OfficeParty, { id: In(ids) });
    return rows.map((row) => [row.id, keys.get(row.id)!.box('office_party', row.id).open('name', row.name)]);
  }

  private async staff(ids: string[]): Promise<Map<string, string>> {
    const rows = await db().query<{ id: string; name: string }>(
      'SELECT id, name FROM staff_user WHERE org_id = $1 AND id = ANY ($2::uuid[])',
      [currentActor().orgId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}

function sideView(
  { clients, people }: Loaded,
  role: string,
  [clientId, partyId, referralId, officePartyId]: (string | null)[],
): SideView {
  const owner = clientId ? { id: clientId, name: clients.get(clientId) ?? '' } : null;
  const person = partyId ?? referralId ?? officePartyId;
  return {
    role,
    name: (person ? people.get(person) : owner?.name) ?? '',
    client: owner,
    referralId,
  };
}

function possible(person: KnownPerson, name: string, display: Map<string, string>) {
  const { clientId } = person;
  return {
    role: person.role,
    name: person.names.find((one) => compareNames([one], [name])) ?? person.names[0],
    how: person.found.how,
    client: clientId ? { id: clientId, name: display.get(clientId) ?? '' } : null,
  };
}
