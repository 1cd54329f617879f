import type { Api } from '../client';
import { dayFromNow } from './check-in';

/** What callers need of a client's custody file. */
export interface CustodyFile {
  episodes: { id: string; version: number; stays: { isMove: boolean; place: { name: string } | null }[] }[];
}

/** Records a detention by ICE at a check-in that goes on since today, unless wished otherwise. */
export function detain(api: Api, clientId: string, wishes: object = {}): Promise<CustodyFile> {
  return api.created(`/clients/${clientId}/custody-episodes`, {
    ...{ arrestedBy: 'ice', arrestedWhere: 'check_in', beganOn: dayFromNow(0), facilityCode: 'ADLNTCA' },
    ...wishes,
  });
}

/** Records a look-up in ICE's locator that found nobody, unless wished otherwise. */
export function lookUp(api: Api, clientId: string, wishes: object = {}): Promise<CustodyFile> {
  return api.created(`/clients/${clientId}/look-ups`, {
    ...{ lookedIn: 'ice_locator', result: 'not_found' },
    ...wishes,
  });
}

/** What callers need of the bonds in a custody file. */
export interface CustodyBonds {
  bonds: {
    id: string;
    version: number;
    status: string;
    hearingOn: string | null;
    history: { status: string; on: string | null; by: { id: string } }[];
  }[];
}

/** Records that a bond was asked for, unless wished otherwise. */
export function addBond(api: Api, episodeId: string, wishes: object = {}): Promise<CustodyBonds> {
  return api.created(`/custody-episodes/${episodeId}/bonds`, {
    ...{ requestedOn: dayFromNow(-1) },
    ...wishes,
  });
}
