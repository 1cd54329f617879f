import type { TestApp } from '../app';
import type { Api, Json } from '../client';
import { dayFromNow } from '../factories/check-in';
import { addClient, type AddedClient } from '../factories/client';
import { deadlinesOf } from '../factories/deadline';
import { enterReferral } from '../factories/intake';
import { addOrder } from '../factories/order';
import type { Person } from '../factories/staff';
import type { Body } from '../known-text';
import type { World } from '../world';

/** What a route needs of the record before it takes anything: another address, and fields that must say just this. */
export interface Scene {
  path?: string;
  /** Fields in place of the usual ones; undefined leaves a field out. */
  body?: Body;
  /** Who asks, when it may not be somebody who asked before. */
  as?: Person;
}

/** The world, with the people who set a scene. */
export class Stage {
  readonly api: Api;
  readonly director: Api;
  readonly clientId: string;
  constructor(
    readonly test: TestApp,
    readonly world: World,
  ) {
    this.api = world.home.api.attorney;
    this.director = world.home.api.director;
    this.clientId = world.mine['/clients/{clientId}'];
  }

  /** Somebody else, for what closes a record or takes it away. */
  another(): Promise<AddedClient> {
    return addClient(this.api, { aNumber: null });
  }

  /** A deadline of somebody whose order is new, which can do this. */
  async deadline(can: 'complete' | 'prove' | 'print'): Promise<{ id: string; version: number }> {
    const { id } = await this.another();
    await addOrder(this.api, { clientId: id }, { decidedOn: dayFromNow(-20), decisionForm: 'written' });
    const found = (await deadlinesOf(this.api, id)).find((each) => (each.can as Json)[can]);
    if (!found) throw new Error(`No deadline can ${can}.`);
    return found;
  }

  /** A referral whose conflicts are looked at. */
  async cleared(): Promise<string> {
    const { id, version } = await enterReferral(this.api);
    await this.api.ok('POST', `/referrals/${id}/conflict-check`, {}, { ifMatch: version });
    return id;
  }
}

let named = 0;
/** A name nothing else has. */
export const unlike = (): string => `another-${(named += 1)}`;
/** An A-number nobody else has. */
export const spareNumber = (): string => `A998${String((named += 1)).padStart(6, '0')}`;
export const today = (): string => dayFromNow(0);

/** Sets a scene; `say` is the text that is tried, for fields which the scene fills itself. */
export type Scenes = Record<string, (stage: Stage, say: string) => Promise<Scene>>;
