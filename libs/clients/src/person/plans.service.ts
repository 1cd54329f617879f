import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import {
  badField,
  changed,
  currentActor,
  db,
  newId,
  notFound,
  officeToday,
  staleVersion,
  type ClientKey,
} from '@app/platform';
import { ClientsService } from '../clients.service';
import { PLAN_ITEMS, PLAN_SECTIONS, sectionOf } from './plan-items';
import type {
  NewPlanItem,
  FamilyPlanItemHistory,
  FamilyPlanItem,
  FamilyPlan,
  WritePlanItem,
} from './plan.dto';
import { PlanEntry } from './plan.entity';

type Named = PlanEntry & { byName: string | null };

/** What the family does if the person is taken: agreed item by item, each saving kept. */
@Injectable()
export class PlansService {
  constructor(private readonly clients: ClientsService) {}

  /** The whole plan; items nobody has looked at yet are open. @throws Problem 404 */
  async of(clientId: string): Promise<FamilyPlan> {
    await this.clients.require(clientId);
    const key = await this.clients.key(clientId);
    const latest = await this.latest(clientId);
    const sections = PLAN_SECTIONS.map((section) => {
      const asked = PLAN_ITEMS[section].map((item) => this.view(key, section, item, latest.get(item)));
      const added = [...latest.values()]
        .filter((entry) => entry.section === section && !sectionOf(entry.item) && entry.state !== 'withdrawn')
        .map((entry) => this.view(key, section, entry.item, entry));
      const items = [...asked, ...added];
      return { section, items, ...countsOf(items) };
    });
    const saved = [...latest.values()].map((entry) => entry.at.toISOString()).sort();
    return {
      sections,
      done: sections.reduce((sum, { done }) => sum + done, 0),
      needed: sections.reduce((sum, { needed }) => sum + needed, 0),
      savedAt: saved.at(-1) ?? null,
      can: { edit: may('person.edit') },
    };
  }

  /** Adds an item of the family's own. */
  async add(clientId: string, input: NewPlanItem): Promise<FamilyPlanItem> {
    await this.clients.require(clientId);
    const item = newId();
    await this.save(clientId, item, input.section, 0, { ...input, title: input.title.trim() });
    return this.one(clientId, item);
  }

  /** Saves an item anew. @throws Problem 404, 412 when somebody saved it meanwhile */
  async write(
    clientId: string,
    item: string,
    version: number,
    input: WritePlanItem,
  ): Promise<FamilyPlanItem> {
    const { section, entry, title } = await this.require(clientId, item);
    if ((entry?.version ?? 0) !== version) throw staleVersion(entry?.version ?? 0);
    await this.save(clientId, item, section, version, { ...input, title });
    return this.one(clientId, item);
  }

  /** Takes an item of the family's own off the plan; what every family is asked stays. */
  async withdraw(clientId: string, item: string): Promise<void> {
    const { section, entry, title } = await this.require(clientId, item);
    if (!entry || sectionOf(item)) throw badField('item', 'asked_of_all', 'Mark it as not needed instead.');
    await this.save(clientId, item, section, entry.version, { state: 'withdrawn', title });
  }

  /** Every saving of an item, latest first. @throws Problem 404 */
  async history(clientId: string, item: string): Promise<FamilyPlanItemHistory> {
    await this.require(clientId, item);
    const key = await this.clients.key(clientId);
    const entries = await this.entries(clientId, item);
    return {
      items: entries.map((entry) => ({
        ...{ version: entry.version, state: entry.state, doneOn: entry.doneOn },
        text: key.box('plan_entry', entry.id).open('text', entry.text),
        ...{ by: entry.byName, at: entry.at.toISOString() },
      })),
    };
  }

  private async one(clientId: string, item: string): Promise<FamilyPlanItem> {
    const { section, entry } = await this.require(clientId, item);
    return this.view(await this.clients.key(clientId), section, item, entry);
  }

  private async require(clientId: string, item: string) {
    await this.clients.require(clientId);
    const entry = (await this.latest(clientId)).get(item);
    const section = sectionOf(item) ?? entry?.section;
    if (!section || entry?.state === 'withdrawn') throw notFound();
    const title = entry
      ? (await this.clients.key(clientId)).box('plan_entry', entry.id).open('title', entry.title)
      : null;
    return { section, entry, title };
  }

  private async save(
    clientId: string,
    item: string,
    section: string,
    version: number,
    input: Omit<WritePlanItem, 'state'> & { state: string; title: string | null },
  ): Promise<void> {
    const id = newId();
    const today = await officeToday();
    if (input.doneOn && input.doneOn > today)
      throw badField('doneOn', 'in_future', 'This day is still to come.');
    const box = (await this.clients.key(clientId)).box('plan_entry', id);
    await db().insert(PlanEntry, {
      ...{ id, clientId, section, item, version: version + 1, state: input.state },
      title: box.seal('title', input.title),
      text: box.seal('text', input.text?.trim() || null),
      doneOn: input.state === 'done' ? (input.doneOn ?? today) : null,
      byUser: currentActor().userId,
    });
    changed(`plan.${section}`);
  }

  /** The latest saving of each item, in the order in which the items were first saved. */
  private async latest(clientId: string): Promise<Map<string, Named>> {
    const latest = new Map<string, Named>();
    for (const entry of (await this.entries(clientId)).reverse()) latest.set(entry.item, entry);
    return latest;
  }

  private async entries(clientId: string, item: string | null = null): Promise<Named[]> {
    return db().query<Named>(
      `SELECT e.id, e.section, e.item, e.version, e.title, e.text, e.state, e.done_on AS "doneOn", e.at,
              u.name AS "byName"
         FROM plan_entry e LEFT JOIN staff_user u ON u.org_id = e.org_id AND u.id = e.by_user
        WHERE e.org_id = $1 AND e.client_id = $2 AND ($3::text IS NULL OR e.item = $3)
        ORDER BY e.at DESC, e.version DESC`,
      [currentActor().orgId, clientId, item],
    );
  }

  private view(key: ClientKey, section: string, item: string, entry?: Named): FamilyPlanItem {
    const asked = { item, section, version: 0, state: 'open' };
    if (!entry) return { ...asked, title: null, text: null, doneOn: null, by: null, at: null };
    const box = key.box('plan_entry', entry.id);
    return {
      ...{ item, section, version: entry.version, state: entry.state },
      ...{ title: box.open('title', entry.title), text: box.open('text', entry.text) },
      ...{ doneOn: entry.doneOn, by: entry.byName, at: entry.at.toISOString() },
    };
  }
}

function countsOf(items: readonly FamilyPlanItem[]): { done: number; needed: number } {
  const needed = items.filter(({ state }) => state !== 'not_needed');
  return { done: needed.filter(({ state }) => state === 'done').length, needed: needed.length };
}
